# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""batchctl check: every fault of a file is found, with its line; the file is never changed."""

import json
import os
import time

from support import Case, main

GOOD = '{"custom_id":"%s","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[]}}'


class Check(Case):
    def findings(self, content, *arguments, code=1):
        path = self.write("in.jsonl", content)
        before = path.read_bytes()
        report = self.ctl("check", path, *arguments, code=code).last
        self.assertEqual(path.read_bytes(), before, "the file was changed")
        return {f["kind"]: (f["severity"], f["count"], f["lines"]) for f in report["findings"]}, report

    def test_clean_file(self):
        found, report = self.findings(GOOD % "a" + "\n" + GOOD % "b" + "\n", code=0)
        self.assertEqual(found, {})
        self.assertEqual(report["requests"], 2)
        self.assertEqual(report["models"], {"m": 2})
        self.assertEqual(report["endpoints"], {"/v1/chat/completions": 2})
        self.assertEqual(report["blank_lines"], 0)

    def test_errors_with_their_lines(self):
        cases = {
            "not_json": '{"custom_id":"x"',
            "not_object": "[1,2]",
            "missing_custom_id": '{"body":{"model":"m"}}',
            "empty_custom_id": '{"custom_id":"","body":{"model":"m"}}',
            "bad_custom_id": '{"custom_id":7,"body":{"model":"m"}}',
            "duplicate_custom_id": GOOD % "first",
            "missing_body": '{"custom_id":"x"}',
            "bad_body": '{"custom_id":"x","body":[]}',
            "bad_method": '{"custom_id":"x","method":"GET","body":{"model":"m"}}',
            "stream_set": '{"custom_id":"x","body":{"model":"m","stream":true}}',
            "duplicate_key": '{"custom_id":"x","custom_id":"y","body":{"model":"m"}}',
        }
        for kind, line in cases.items():
            with self.subTest(kind):
                found, _ = self.findings(GOOD % "first" + "\n" + line + "\n" + GOOD % "last" + "\n")
                self.assertEqual(found.get(kind), ("error", 1, [2]), found)

    def test_invalid_utf8(self):
        found, _ = self.findings(GOOD.encode() % b"a" + b"\n" + (GOOD % "b").encode().replace(b'"m"', b'"\xff"') + b"\n")
        self.assertEqual(found["not_utf8"][1:], (1, [2]))

    def test_warnings_do_not_fail(self):
        found, report = self.findings(
            b"\xef\xbb\xbf" + (GOOD % "a").encode() + b"\r\n\r\n" + (GOOD % "b").encode(), code=0)
        self.assertEqual({kind: severity for kind, (severity, _, _) in found.items()},
                         {"bom": "warning", "crlf": "warning", "blank_line": "warning"})
        self.assertEqual(report["requests"], 2)
        self.assertEqual(report["blank_lines"], 1)

    def test_line_separator_inside_a_string_is_no_line_end(self):
        found, report = self.findings((GOOD % "a").replace("[]", '[{"role":"user","content":"x\u2028y"}]') + "\n", code=0)
        self.assertEqual(report["requests"], 1)

    def test_mixed_models_only_where_the_provider_minds(self):
        content = GOOD % "a" + "\n" + (GOOD % "b").replace('"m"', '"other"') + "\n"
        self.findings(content, code=0)
        found, _ = self.findings(content, "--profile", "meshapi")
        self.assertEqual(found["mixed_models"], ("error", 1, [2]))

    def test_empty_file(self):
        found, _ = self.findings("")
        self.assertEqual(found["no_requests"][0], "error")

    def test_unusable_input(self):
        self.ctl("check", self.folder, code=2)
        self.ctl("check", self.folder / "gone.jsonl", code=2)
        self.ctl("check", self.write("binary.jsonl", bytes(range(256)) * 64), code=2)
        self.ctl("check", self.write("a.jsonl", GOOD % "a"), "--profile", "nobody", code=2)
        self.ctl("check", code=2)

    def test_edge_samples(self):
        sample = self.shared("reference", "payloads", "edge", "bom_crlf_blank.jsonl")
        report = self.ctl("check", sample, code=0).last
        self.assertEqual(report["requests"], 3)

    def test_real_files(self):
        for name, count in (("local-in-100.jsonl", 100), ("openai-chat-in-104.jsonl", 104), ("reasoning-in.jsonl", 131)):
            with self.subTest(name):
                report = self.ctl("check", self.shared("data", name)).last
                self.assertEqual(report["requests"], count)
                self.assertEqual([f for f in report["findings"] if f["severity"] == "error"], [], json.dumps(report))

    def test_no_library_is_made(self):
        self.findings(GOOD % "a", code=0)
        self.assertFalse(self.library.exists())

    def test_what_is_known_of_a_large_file_is_kept(self):
        path = self.write("large.jsonl", "".join(GOOD % n + "\n" for n in range(20_000)) + "{oops\n")
        report = self.ctl("check", path, code=1).last
        kept = self.folder / "cache" / "batchdesk" / "preflight"
        # Nothing is kept of a file that was changed just now.
        deadline = time.monotonic() + 30
        while not list(kept.glob("*")) and time.monotonic() < deadline:
            self.assertEqual(self.ctl("check", path, code=1).last, report)
        [entry] = kept.glob("*")
        self.assertEqual(entry.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.ctl("check", path, code=1).last, report)
        whole = entry.read_bytes()
        for damaged in (whole[:-1], whole[:100], b"", whole[:200] + b"?" + whole[201:]):
            entry.write_bytes(damaged)
            self.assertEqual(self.ctl("check", path, code=1).last, report)
        # A byte in the middle, the size and the time as before.
        before = path.stat()
        with path.open("r+b") as file:
            file.seek(before.st_size // 2)
            file.write(b"\xff")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        kinds = [finding["kind"] for finding in self.ctl("check", path, code=1).last["findings"]]
        self.assertIn("not_utf8", kinds)


if __name__ == "__main__":
    main()
