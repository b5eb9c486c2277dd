# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Saved replies of providers are read as their manifest says."""

import json

from support import Case, main

# Whose samples a profile of ours reads.
PROFILES = {
    "meshapi": "meshapi", "openrouter": "meshapi", "openai": "openai", "openai_compat": "openai-compatible",
    "azure": "openai-compatible", "groq": "openai-compatible", "litellm": "openai-compatible",
    "llamastack": "openai-compatible", "doubleword": "openai-compatible", "siliconflow": "openai-compatible",
    "novita": "openai-compatible", "cerebras": "openai-compatible", "edge": "openai-compatible",
    "scaledown": "scaledown", "staged": "staged",
}
NOT_READ = {"create_request", "add_request", "merge_case", "cases", "deleted", "download_links"}


class Read(Case):
    def read(self, kind, path, profile, *options):
        return self.ctl("read", kind, path, "--profile", profile, *options, code=0).last

    def compare(self, read, expected):
        for key, value in expected.items():
            with self.subTest(key):
                if key == "records":
                    self.assertEqual(len(read["records"]), len(value))
                    for mine, theirs in zip(read["records"], value):
                        self.assertEqual(mine["custom_id"] or "-", theirs.get("custom_id") or "-")
                        for field in ("outcome", "http_status", "error_code"):
                            self.assertEqual(mine.get(field), theirs.get(field) or None, field)
                elif key in read:
                    self.assertEqual(read[key], value)
                else:
                    # Said of what follows, and not of this one reply.
                    self.assertIn(key, {"inline_results", "retry_later", "start_not_needed", "refresh", "merge"})

    def test_samples_of_the_manifest(self):
        manifest = json.loads(self.shared("reference", "payloads", "MANIFEST.json").read_text())
        known = {line["profile"] for line in self.ctl("profiles", code=0).objects}
        seen = 0
        for entry in manifest["files"]:
            profile = PROFILES.get(entry["dialect"])
            if profile not in known or entry["kind"] in NOT_READ:
                continue
            with self.subTest(entry["file"]):
                options = ["--http-status", entry["http_status"]] if "http_status" in entry else []
                for name, value in entry.get("http_headers", {}).items():
                    options += ["--header", f"{name}: {value}"]
                path = self.shared("reference", "payloads", *entry["file"].split("/"))
                read = self.read(entry["kind"], path, profile, *options)
                self.compare(read, entry.get("expect", {}))
                seen += 1
        self.assertGreater(seen, 60)

    def test_the_status_of_an_error_may_be_in_its_name(self):
        body = '{"error":{"message":"later, please"}}'
        self.assertEqual(self.read("error", self.write("error_503.json", body), "openai")["http_status"], 503)
        self.assertEqual(self.read("error", self.write("x-429-a.json", body), "openai")["retryable"], True)
        self.assertEqual(self.read("error", self.write("answer.json", body), "openai")["http_status"], 400)

    def test_wrong_use_is_said(self):
        path = self.write("a.json", "{}")
        self.assertIn("batch_partial", self.ctl("read", "song", path, "--profile", "openai", code=2).error["message"])
        self.assertEqual(self.ctl("read", "batch", path, "--profile", "nobody", code=2).error["field"], "--profile")
        self.ctl("read", "batch", self.folder / "gone.json", "--profile", "openai", code=2)
        self.ctl("read", "batch", path, "--profile", "openai", "--http-status", "9", code=2)

    def test_what_is_no_such_reply_is_an_error(self):
        path = self.write("page.html", "<html>log in</html>")
        answer = self.ctl("read", "batch", path, "--profile", "openai", code=4)
        self.assertEqual(answer.error["kind"], "bad_reply")


if __name__ == "__main__":
    main()
