# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Results by text, expression and outcome."""

import json

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

    def test_wrong_use(self):
        self.assertIn("character", self.ctl("results", self.run_id, "--regex", "a(b", code=2).error["message"])
        self.ctl("results", self.run_id, "--regex", "a", "--match", "a", code=2)


if __name__ == "__main__":
    main()
