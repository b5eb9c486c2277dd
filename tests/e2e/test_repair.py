# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A request file with many faults is mended into a copy that can be sent."""

import json
from pathlib import Path

from support import Case, main


class Repair(Case):
    def setUp(self):
        super().setUp()
        lines = []
        for n in range(1, 201):
            line = {"custom_id": f"q-{n % 190}", "body": {"model": "practice-mini", "messages": [
                {"role": "user", "content": f"Say {n}."}]}}
            if n % 50 == 0:
                del line["custom_id"]
            if n % 40 == 0:
                line["body"]["stream"] = True
            lines.append(json.dumps(line))
        lines[6] = lines[6][:-9]
        self.bytes = b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n\r\n"
        self.file = self.write("faulty.jsonl", self.bytes)
        self.out = self.folder / "mended.jsonl"

    def test_mends_and_can_be_sent(self):
        before = self.ctl("check", self.file, "--profile", "openai").last
        self.assertTrue(any(f["severity"] == "error" for f in before["findings"]))
        report = self.ctl("repair", self.file, "-o", self.out, "--profile", "openai", code=1).last
        self.assertEqual(report["written"], 199)
        self.assertEqual(report["dropped"], 1)
        self.assertEqual(report["dropped_lines"], [7])
        counts = {change["kind"]: change["count"] for change in report["changed"]}
        self.assertEqual(counts["bom"], 1)
        self.assertEqual(counts["missing_custom_id"], 4)
        self.assertEqual(counts["stream_set"], 5)
        self.assertEqual(self.file.read_bytes(), self.bytes)
        self.assertEqual(self.ctl("check", self.out, "--profile", "openai", code=0).last["findings"], [])
        run = self.ctl("submit", self.out, "--connection", "practice-files", "--wait", code=0).last["run"]
        self.assertEqual(self.ctl("certificate", run, code=0).last["outcomes"]["answered"], 199)

    def test_dry_run_and_choice(self):
        report = self.ctl("repair", self.file, "--dry-run", "--only", "bom,crlf", code=1).last
        self.assertEqual([change["kind"] for change in report["changed"]], ["bom", "crlf"])
        self.assertFalse(self.out.exists())

    def test_divides_by_model_and_puts_in_limits(self):
        lines = [json.dumps({"custom_id": f"q-{n}", "body": {"model": f"m-{n % 3}", "messages": []}})
                 for n in range(30)]
        mixed = self.write("mixed.jsonl", "\n".join(lines).encode())
        kept = self.write("parts-2.jsonl", b"mine")
        out = self.folder / "parts.jsonl"
        report = self.ctl("repair", mixed, "-o", out, "--profile", "openai", "--max-tokens", 64, code=0).last
        self.assertEqual(report["files"], [str(out), str(self.folder / "parts-3.jsonl"),
                                           str(self.folder / "parts-4.jsonl")])
        self.assertEqual({c["kind"]: c["count"] for c in report["changed"]},
                         {"missing_max_tokens": 30, "mixed_models": 20})
        self.assertEqual(kept.read_bytes(), b"mine")
        for file in report["files"]:
            checked = self.ctl("check", file, "--profile", "openai", code=0).last
            self.assertEqual((checked["requests"], checked["findings"]), (10, []))
            self.assertIn('"max_tokens":64', Path(file).read_text())

    def test_a_limit_that_is_demanded(self):
        lines = [json.dumps({"custom_id": f"q-{n}", "body": {
            "model": "m", "messages": [{"role": "user", "content": "Say it."}],
            **({"max_tokens": 9} if n % 2 else {})}}) for n in range(10)]
        file = self.write("free.jsonl", "\n".join(lines).encode())
        self.ctl("connection", "add", "strict", "--profile", "openai-compatible", "--key-env", "NO_SUCH_KEY",
                 "--base-url", "http://127.0.0.1:9", "--set", "needs_max_tokens=yes", code=0)
        self.assertEqual(self.ctl("check", file, "--profile", "openai-compatible", code=0).last["findings"], [])
        found = self.ctl("check", file, "--connection", "strict", code=1).last["findings"]
        self.assertEqual([(f["kind"], f["severity"], f["lines"]) for f in found],
                         [("missing_max_tokens", "error", [1, 3, 5, 7, 9])])
        report = self.ctl("repair", file, "-o", self.out, "--connection", "strict", "--max-tokens", 64, code=0).last
        self.assertEqual(report["changed"], [{"kind": "missing_max_tokens", "count": 5}])
        self.assertEqual(self.ctl("check", self.out, "--connection", "strict", code=0).last["findings"], [])

    def test_wrong_use(self):
        self.ctl("repair", self.file, code=2)
        self.ctl("repair", self.file, "-o", self.file, code=2)
        self.ctl("repair", self.folder, "-o", self.out, code=2)
        self.ctl("repair", self.file, "-o", self.out, "--only", "song", code=2)
        self.ctl("repair", self.file, "-o", self.out, "--max-tokens", "many", code=2)
        self.assertEqual(self.file.read_bytes(), self.bytes)


if __name__ == "__main__":
    main()
