# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""From a request file to an exported CSV by the practice provider, no key, no network."""

import csv
import json

from support import SOURCE, Case, main

CONNECTIONS = ("practice-files", "practice-inline", "practice-rawjsonl", "practice-staged")


class Journey(Case):
    def travel(self, path, connection):
        ids = [json.loads(line)["custom_id"] for line in path.read_bytes().decode().split("\n") if line.strip()]
        out = self.folder / f"{path.stem}-{connection}.csv"
        run = self.ctl("submit", path, "--connection", connection, "--wait", "-o", out).last["run"]
        certificate = self.ctl("certificate", run).last
        self.assertTrue(certificate["balanced"], certificate)
        self.assertTrue(certificate["agrees"], certificate)
        self.assertEqual(certificate["requests"], len(ids))
        self.assertEqual(sum(certificate["outcomes"].values()), len(ids))
        self.assertEqual(certificate["outcomes"]["pending"] + certificate["outcomes"]["missing"], 0)
        with out.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["custom_id"] for row in rows], ids)
        printed = self.ctl("results", run, code=0).objects
        self.assertEqual([row["custom_id"] for row in printed], ids)
        self.assertEqual([row["row"] for row in printed], list(range(1, len(ids) + 1)))
        lines = self.folder / f"{path.stem}-{connection}.jsonl"
        self.ctl("export", run, "-o", lines, code=0)
        self.assertEqual([json.loads(line)["custom_id"] for line in lines.read_text().split("\n") if line], ids)
        return run, certificate

    def test_own_requests(self):
        path = self.requests("mine.jsonl", 60)
        for connection in CONNECTIONS:
            with self.subTest(connection):
                run, certificate = self.travel(path, connection)
                self.assertEqual(certificate["outcomes"]["answered"], 60)
                (batch,) = self.ctl("show", run, code=0).last["batches"]
                history = batch["history"]
                self.assertEqual(history[-1]["state"], "completed")
                self.assertIn("creating", [change["state"] for change in history])
                self.assertEqual([change["cause"] for change in history[:2]], ["person", "person"])
                self.assertEqual({change["program"] for change in history}, {"batchctl"})
                # How it came along is kept: what was seen last is how it ended.
                seen = batch["observations"]
                self.assertEqual(seen[-1]["raw_status"], batch["raw_status"])
                self.assertEqual([at["at"] for at in seen], sorted({at["at"] for at in seen}))
                if batch["counts"]:
                    self.assertEqual(seen[-1]["total"], batch["counts"].get("total"))

    def test_samples_of_the_project(self):
        samples = sorted((SOURCE / "resources" / "samples").glob("*.jsonl"))
        self.assertTrue(samples)
        travelled = set()
        for path in samples:
            for connection in CONNECTIONS:
                # Embeddings are no text to work on, and mixed models are not for everybody.
                if self.ctl("check", path, "--connection", connection).code == 0:
                    with self.subTest(path.name, connection=connection):
                        self.travel(path, connection)
                        travelled.add((path.stem, connection))
        for connection in CONNECTIONS:
            self.assertIn(("chat", connection), travelled)
        for sample in ("extract", "summarize", "classify", "mixed"):
            self.assertIn((sample, "practice-rawjsonl"), travelled)

    def test_text_operations_are_exported_in_parts(self):
        path = SOURCE / "resources" / "samples" / "mixed.jsonl"
        out = self.folder / "parts.csv"
        self.ctl("submit", path, "--connection", "practice-rawjsonl", "--wait", "-o", out, code=0)
        asked = [json.loads(line)["body"] for line in path.read_text(encoding="utf-8").split("\n") if line]
        with out.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), len(asked))
        for body, row in zip(asked, rows):
            answer = json.loads(row["content"])
            if body["model"] == "extract":
                self.assertEqual(json.loads(row["entities"]), answer["entities"])
                self.assertLessEqual({entity["type"] for entity in answer["entities"]}, set(body["entities"]))
                self.assertEqual(row["summary"] + row["top_label"] + row["scores"], "")
            elif body["model"] == "summarize":
                self.assertEqual(row["summary"], answer["summary"])
                self.assertEqual(row["entities"], "")
            else:
                self.assertEqual(row["top_label"], answer["top_label"])
                self.assertEqual(set(json.loads(row["scores"])), {label["name"] for label in body["labels"]})
                self.assertEqual(answer["scores"][row["top_label"]], max(answer["scores"].values()))

    def test_there_is_no_list_and_no_cancel_everywhere(self):
        self.env["BATCHDESK_PRACTICE_SECONDS"] = "5"
        path = self.requests("in.jsonl", 3)
        run = self.ctl("submit", path, "--connection", "practice-rawjsonl", code=0).last["run"]
        self.assertEqual(self.ctl("cancel", run, code=3).error["kind"], "not_supported")
        self.assertEqual(self.ctl("remote", "--connection", "practice-rawjsonl", code=3).error["kind"], "not_supported")
        self.ctl("watch", run, code=0)

    def test_files_of_others(self):
        for name in ("local-in-100.jsonl", "reasoning-in.jsonl", "openai-chat-in-104.jsonl"):
            for connection in CONNECTIONS:
                with self.subTest(name, connection=connection):
                    self.travel(self.shared("data", name), connection)

    def test_live_limit_holds_and_lets_go(self):
        # The eleventh inline batch waits here until one of the ten has ended.
        runs = [
            self.ctl("submit", self.requests(f"in-{n}.jsonl", 3, seed=n), "--connection", "practice-inline").last["run"]
            for n in range(12)
        ]
        self.ctl("watch", *runs, "--timeout", "100", code=0, timeout=130)

    def test_cancel_a_practice_run(self):
        run = self.ctl("submit", self.requests("in.jsonl", 40), "--connection", "practice-files", code=0).last["run"]
        self.ctl("cancel", run, code=0)
        self.ctl("watch", run, "--timeout", "60")
        self.assertIn(self.ctl("show", run, code=0).last["state"], ("cancelled", "completed"))
        self.assertTrue(self.ctl("certificate", run).last["balanced"])

    def test_export_columns_and_guard(self):
        path = self.requests("in.jsonl", 3)
        run = self.ctl("submit", path, "--connection", "practice-files", "--wait", code=0).last["run"]
        out = self.folder / "columns.csv"
        report = self.ctl("export", run, "-o", out, "--columns", "custom_id,/response/status_code,request:/body/model",
                          "--delimiter", ";", "--bom", code=0).last
        self.assertEqual(report["rows"], 3)
        text = out.read_bytes()
        self.assertTrue(text.startswith(b"\xef\xbb\xbf"))
        self.assertIn(b"q-1;200;practice-mini\r\n", text)
        self.ctl("export", run, "-o", self.folder / "bad.csv", "--columns", "nonsense", code=2)
        self.assertFalse((self.folder / "bad.csv").exists())

    def test_profiles_and_connections(self):
        profiles = {p["profile"]: p for p in self.ctl("profiles", code=0).objects}
        for wanted in ("openai-compatible", "meshapi", *CONNECTIONS):
            self.assertIn(wanted, profiles)
        names = [c["connection"] for c in self.ctl("connection", "list", code=0).objects]
        for wanted in CONNECTIONS:
            self.assertIn(wanted, names)
        tested = self.ctl("connection", "test", "practice-files", code=0).last
        self.assertTrue(all(tested["works"].values()), tested)
        self.ctl("connection", "add", "x", "--profile", "meshapi", "--base-url", "http://example.com", "--no-key", code=2)
        self.ctl("connection", "add", "x", "--profile", "meshapi", "--set", "nonsense=1", "--no-key", code=2)
        self.ctl("connection", "add", "x", "--profile", "meshapi", "--no-key", code=0)
        self.ctl("connection", "add", "x", "--profile", "meshapi", "--no-key", code=2)
        self.ctl("connection", "remove", "x", code=0)

    def test_no_keychain_stores_nothing(self):
        answer = self.ctl("connection", "add", "x", "--profile", "meshapi", "--key-stdin", stdin=b"rsk_canary\n", code=6)
        self.assertIn("--key-env", answer.stderr)
        self.assertNotIn("rsk_canary", answer.stderr)
        self.assertNotIn("x", [c["connection"] for c in self.ctl("connection", "list", code=0).objects])


if __name__ == "__main__":
    main()
