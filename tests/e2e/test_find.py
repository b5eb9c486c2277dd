# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Results by text, expression and outcome."""

import json
import os

from support import Case, Provider, main, result


class Find(Case):
    def setUp(self):
        super().setUp()
        provider = Provider()
        self.addCleanup(provider.stop)
        self.connect(provider)
        # Odd rows speak of Zürich, written with escapes as some providers do; every tenth is cut.
        def output(method, path, body):
            if not path.endswith("/content"):
                return None
            lines = []
            for n in range(1, 601):
                text = f"{n}: über Zürich" if n % 2 else f"{n}: of Geneva"
                lines.append(json.dumps(result(f"q-{n}", text, "length" if n % 10 == 0 else "stop"),
                                        ensure_ascii=True))
            return 200, {"Content-Type": "application/jsonl"}, "\n".join(lines).encode() + b"\n"

        provider.on("GET /v1/files/.*", output)
        path = self.requests("in.jsonl", 600)
        self.run_id = self.ctl("submit", path, "--connection", "fake", "--wait").last["run"]

    def rows(self, *options):
        return [row["row"] for row in self.ctl("results", self.run_id, *options, code=0).objects]

    def test_text_in_any_case_also_where_it_is_escaped(self):
        self.assertEqual(self.rows("--match", "ZÜRICH"), list(range(1, 601, 2)))
        self.assertEqual(self.rows("--match", "600: of"), [600])
        self.assertEqual(self.rows("--match", "Basel"), [])

    def test_expressions(self):
        self.assertEqual(self.rows("--regex", r"^\d\d: über"), list(range(11, 100, 2)))
        self.assertEqual(self.rows("--regex", "zürich"), [])
        self.assertEqual(self.rows("--regex", "(?i)zürich", "--limit", "2"), [1, 3])

    def test_offset_and_limit_count_what_was_found(self):
        self.assertEqual(self.rows("--match", "geneva", "--offset", "2", "--limit", "3"), [6, 8, 10])
        self.assertEqual(self.rows("--match", "geneva", "--offset", "298"), [598, 600])
        self.assertEqual(self.rows("--offset", "598"), [599, 600])
        self.assertEqual(self.rows("--limit", "0"), [])

    def test_with_outcomes(self):
        self.assertEqual(self.rows("--match", "geneva", "--outcome", "truncated"), list(range(10, 601, 10)))
        self.assertEqual(self.rows("--match", "zürich", "--outcome", "truncated"), [])

    def test_a_search_with_conditions(self):
        self.assertEqual(self.rows("--find", "geneva finish=length id:q-6"), [60, 600])
        self.assertEqual(self.rows("--find", "outcome:truncated", "--limit", "2"), [10, 20])
        self.assertEqual(self.rows("--find", "request:/custom_id=q-7"), [7])
        self.assertEqual(self.rows("--find", "tokens>1000000"), [])

    def test_in_requests(self):
        self.assertEqual(self.rows("--match", "q-599", "--in", "requests"), [599])
        self.assertEqual(self.rows("--match", "q-599"), [])
        self.assertEqual(self.rows("--match", "Q-599", "--in", "both"), [599])

    def test_export_of_what_was_found(self):
        for name, *options in (("found.csv",), ("found.jsonl", "--with-requests")):
            path = os.path.join(self.folder, name)
            done = self.ctl("export", self.run_id, "-o", path, "--find", "zürich id:q-1", *options, code=0)
            self.assertEqual(done.last["rows"], 56)  # q-1, the odd ones of q-1x and q-1xx
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        self.assertEqual([sorted(line) for line in lines], [["custom_id", "error", "request", "response"]] * 56)
        self.assertEqual(lines[0]["custom_id"], "q-1")
        self.assertIn("über Zürich", lines[0]["response"]["choices"][0]["message"]["content"])
        self.assertIn("model", lines[0]["request"])
        self.ctl("export", self.run_id, "-o", os.path.join(self.folder, "x.csv"), "--with-requests", code=2)

    def test_wrong_use(self):
        self.assertIn("character", self.ctl("results", self.run_id, "--regex", "a(b", code=2).error["message"])
        self.ctl("results", self.run_id, "--regex", "a", "--match", "a", code=2)
        self.assertIn("number", self.ctl("results", self.run_id, "--find", "tokens>x", code=2).error["message"])
        self.ctl("results", self.run_id, "--match", "a", "--in", "nowhere", code=2)
        self.ctl("results", self.run_id, "--find", "outcome:failed", "--outcome", "failed", code=2)


if __name__ == "__main__":
    main()
