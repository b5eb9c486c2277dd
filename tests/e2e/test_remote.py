# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is at a provider, and following a batch that another program made there."""

import csv
import subprocess

from support import BIN, Case, Provider, main


class Remote(Case):
    def setUp(self):
        super().setUp()
        # A provider that belongs to no library, as a real one.
        self.server = subprocess.Popen(
            [str(BIN / "batchctl"), "practice", "--seconds", "0.2", "--state", str(self.folder / "provider")],
            stdout=subprocess.PIPE, env=self.env, text=True)
        self.addCleanup(self.server.wait)
        self.addCleanup(self.server.terminate)
        self.addCleanup(self.server.stdout.close)
        self.urls = {}
        while "inline" not in self.urls or "files" not in self.urls:
            dialect, url = self.server.stdout.readline().split()
            self.urls[dialect] = url

    def use(self, library, dialect):
        """Another library, connected to the same provider."""
        self.env["BATCHDESK_LIBRARY"] = str(self.folder / library)
        profile = {"files": "openai-compatible", "inline": "meshapi"}[dialect]
        known = {line["connection"] for line in self.ctl("connection", "list", code=0).objects}
        if "there" not in known:
            self.ctl("connection", "add", "there", "--profile", profile, "--base-url", self.urls[dialect],
                     "--key-env", "SOME_KEY", "--poll", "0.2,0.5", code=0)
        self.env["SOME_KEY"] = "anything"

    def submit(self, count, name, *more):
        path = self.requests(f"{name}.jsonl", count, seed=count)
        run = self.ctl("submit", path, "--connection", "there", "--wait", *more, code=0).last
        return path, run["batches"][0]["remote_id"], run["run"]

    def test_lists_pages_and_marks_ours(self):
        for dialect in ("files", "inline"):
            with self.subTest(dialect):
                self.use(f"a-{dialect}", dialect)
                made = [self.submit(count, f"{dialect}-{count}") for count in (3, 4, 5)]
                *rows, end = self.ctl("remote", "--connection", "there", code=0).objects
                self.assertEqual(end, {"has_more": False, "next": None})
                self.assertEqual({row["remote_id"]: row["run"] for row in rows},
                                 {remote: run for _, remote, run in made})
                for row in rows:
                    self.assertEqual(row["raw_status"], "completed")
                    self.assertEqual(row["state"], "completed")
                    self.assertEqual(row["total"], row["succeeded"])
                    self.assertTrue(row["created_at"].endswith("Z"))

                first, end = self.ctl("remote", "--connection", "there", "--limit", "1", code=0).objects
                self.assertTrue(end["has_more"])
                rest = self.ctl("remote", "--connection", "there", "--after", end["next"], code=0).objects[:-1]
                self.assertEqual([first] + rest, rows)
                everything = self.ctl("remote", "--connection", "there", "--all", code=0).objects[:-1]
                self.assertEqual(everything, rows)
                none = self.ctl("remote", "--connection", "there", "--status", "failed", code=0).objects
                self.assertEqual(none, [{"has_more": False, "next": None}])
                some = self.ctl("remote", "--connection", "there", "--status", "completed", "--limit", "2", code=0)
                self.assertEqual(some.objects[:-1], rows[:2])

                self.use(f"b-{dialect}", dialect)
                others = self.ctl("remote", "--connection", "there", code=0).objects[:-1]
                self.assertEqual([row["run"] for row in others], [None] * 3)

    def test_adopts_with_its_input(self):
        for dialect in ("files", "inline"):
            with self.subTest(dialect):
                self.use(f"a-{dialect}", dialect)
                path, remote, _ = self.submit(6, f"{dialect}-six", "--name", "six")
                self.use(f"b-{dialect}", dialect)
                run = self.ctl("adopt", remote, "--connection", "there", "--input", path, code=0).last
                self.assertEqual(run["batches"][0]["remote_id"], remote)
                self.ctl("watch", run["run"], code=0)
                certificate = self.ctl("certificate", run["run"], code=0).last
                self.assertEqual(certificate["outcomes"]["answered"], 6)
                self.assertTrue(certificate["balanced"] and certificate["agrees"], certificate)
                out = self.folder / f"{dialect}.csv"
                self.ctl("export", run["run"], "-o", out, "--columns", "custom_id,request:/body/seed", code=0)
                with out.open(newline="") as file:
                    self.assertEqual(list(csv.reader(file))[1:], [[f"q-{n}", "6"] for n in range(1, 7)])
                listed = self.ctl("remote", "--connection", "there", code=0).objects[0]
                self.assertEqual(listed["run"], run["run"])
                again = self.ctl("adopt", remote, "--connection", "there", code=1)
                self.assertEqual(again.error["code"], "same_run")
                self.assertEqual(again.error["field"], run["run"])

    def test_adopts_without_its_input(self):
        for dialect in ("files", "inline"):
            with self.subTest(dialect):
                self.use(f"a-{dialect}", dialect)
                _, remote, _ = self.submit(5, f"{dialect}-five")
                self.use(f"b-{dialect}", dialect)
                run = self.ctl("adopt", remote, "--connection", "there", code=0).last
                self.ctl("watch", run["run"], code=0)
                certificate = self.ctl("certificate", run["run"], code=0).last
                self.assertEqual(certificate["requests"], 5)
                self.assertTrue(certificate["balanced"], certificate)
                rows = self.ctl("results", run["run"], code=0).objects
                self.assertEqual(sorted(row["custom_id"] for row in rows), [f"q-{n}" for n in range(1, 6)])
                # What is in the requests only cannot be exported, and says so.
                out = self.folder / "none.csv"
                answer = self.ctl("export", run["run"], "-o", out, "--columns", "custom_id,request:/body/seed")
                self.assertNotEqual(answer.code, 0)
                self.assertIn("request", answer.error["message"])
                self.assertFalse(out.exists())

    def test_the_wrong_input_is_noticed(self):
        self.use("a", "files")
        _, remote, _ = self.submit(5, "five")
        self.use("b", "files")
        other = self.requests("three.jsonl", 3)
        answer = self.ctl("adopt", remote, "--connection", "there", "--input", other, code=0)
        self.assertIn("3 requests, the batch 5", answer.stderr)

    def test_what_is_not_there(self):
        self.use("a", "files")
        self.assertEqual(self.ctl("adopt", "batch_none", "--connection", "there", code=3).error["http_status"], 404)
        self.ctl("adopt", "batch_none", "--connection", "nobody", code=2)
        self.ctl("remote", "--connection", "nobody", code=2)
        self.ctl("remote", code=2)
        self.ctl("remote", "--connection", "there", "--limit", "0", code=2)
        self.assertEqual(self.ctl("runs", code=0).objects, [])

    def test_a_provider_without_a_list(self):
        provider = Provider()
        self.addCleanup(provider.stop)
        provider.on("GET /v1/batches", (405, {}, b'{"error":{"message":"no"}}'))
        self.connect(provider)
        self.assertEqual(self.ctl("remote", "--connection", "fake", code=3).error["kind"], "not_supported")


class Fetch(Case):
    def test_partial_results_while_it_runs(self):
        self.env["BATCHDESK_PRACTICE_SECONDS"] = "6"
        for connection in ("practice-files", "practice-inline"):
            with self.subTest(connection):
                path = self.requests(f"{connection}.jsonl", 200)
                run = self.ctl("submit", path, "--connection", connection, code=0).last["run"]
                early = self.ctl("fetch", run, code=1)
                self.assertIn("--partial", early.stderr)
                partial = self.ctl("fetch", run, "--partial", code=1).last
                self.assertNotEqual(partial["state"], "completed")
                certificate = self.ctl("certificate", run).last
                self.assertTrue(certificate["balanced"])
                self.assertGreater(certificate["outcomes"]["pending"], 0)
                self.ctl("watch", run, code=0)
                self.assertEqual(self.ctl("fetch", run, code=0).last["state"], "completed")
                self.assertEqual(self.ctl("certificate", run, code=0).last["outcomes"]["answered"], 200)

    def test_a_provider_that_fails_is_said(self):
        provider = Provider()
        self.addCleanup(provider.stop)
        self.connect(provider)
        path = self.requests("some.jsonl", 3)
        provider.on("GET /v1/batches/.*", (503, {}, b'{"error":{"message":"not today"}}'))
        run = self.ctl("submit", path, "--connection", "fake", code=0).last["run"]
        answer = self.ctl("fetch", run, "--partial", code=4)
        self.assertIn("not today", answer.error["message"])


if __name__ == "__main__":
    main()
