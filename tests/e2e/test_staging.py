# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Batches that are created empty, filled in parts, started, and give their results in pages."""

import csv
import signal
import subprocess
import time

from support import BIN, SOURCE, Case, main


class Staged(Case):
    def submit(self, path, *more, code=0):
        return self.ctl("submit", path, "--connection", "practice-staged", *more, code=code).last

    def listed(self, run, *more):
        return self.ctl("requests", run, *more, code=0).objects

    def assert_all_answered(self, run, count):
        certificate = self.ctl("certificate", run, code=0).last
        self.assertEqual(certificate["outcomes"]["answered"], count)
        self.assertTrue(certificate["balanced"] and certificate["agrees"], certificate)
        self.assertEqual(certificate["duplicate_results"], 0)

    def test_samples_to_their_export(self):
        path = SOURCE / "resources" / "samples" / "chat.jsonl"
        out = self.folder / "chat.csv"
        run = self.submit(path, "--wait", "-o", out, "--name", "tickets", "--description", "of a shop")["run"]
        self.assert_all_answered(run, 69)
        with out.open(newline="", encoding="utf-8") as file:
            self.assertEqual(len(list(csv.DictReader(file))), 69)
        listed = self.ctl("remote", "--connection", "practice-staged", code=0).objects
        self.assertEqual(listed[0]["run"], run)
        self.assertIn("tickets", listed[0]["name"])

    def test_several_parts(self):
        run = self.submit(self.requests("many.jsonl", 2300), "--wait")["run"]
        self.assert_all_answered(run, 2300)
        ids = [row["custom_id"] for row in self.listed(run)]
        self.assertEqual(ids, [f"q-{n}" for n in range(1, 2301)])

    def test_hold_add_and_start(self):
        run = self.submit(self.requests("first.jsonl", 30), "--hold")["run"]
        shown = self.ctl("show", run, code=0).last["batches"][0]
        self.assertEqual(shown["raw_status"], "created")
        time.sleep(0.5)
        self.assertEqual(self.ctl("show", run, code=0).last["batches"][0]["raw_status"], "created")
        more = self.write("more.jsonl", self.requests("rest.jsonl", 50).read_bytes().split(b"\n", 30)[-1])
        self.ctl("add", run, more, code=0)
        self.assertEqual(len(self.listed(run)), 50)
        self.assertEqual({row["status"] for row in self.listed(run)}, {"pending"})
        self.assertEqual(len(self.listed(run, "--limit", "7")), 7)
        # The same ids again would be answered twice.
        self.assertEqual(self.ctl("add", run, more).code, 1)
        self.ctl("start", run, code=0)
        self.ctl("watch", run, code=0)
        self.assert_all_answered(run, 50)
        self.assertEqual(len(self.listed(run, "--status", "completed")), 50)
        self.assertEqual(self.listed(run, "--status", "failed"), [])
        self.assertNotEqual(self.ctl("add", run, self.requests("late.jsonl", 3, seed=1)).code, 0)

    def test_servers_that_start_by_themselves(self):
        run = self.submit(self.requests("in.jsonl", 20), "--wait", "--description", "practice=autostart")["run"]
        self.assert_all_answered(run, 20)

    def test_a_lost_answer_adds_nothing_twice(self):
        run = self.submit(self.requests("in.jsonl", 2500), "--wait", "--description", "practice=lose_add")["run"]
        self.assert_all_answered(run, 2500)
        self.assertEqual(len(self.listed(run)), 2500)

    def test_killed_while_adding(self):
        path = self.requests("in.jsonl", 6000)
        for pause in (0.15, 0.3, 0.5):
            process = subprocess.Popen(
                [str(BIN / "batchctl"), "--json", "submit", str(path), "--connection", "practice-staged", "--again"],
                env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
            process.wait()
        runs = [row["run"] for row in self.ctl("runs", code=0).objects if row["batches"]]
        for run in runs:
            answer = self.ctl("watch", run, "--timeout", "90", timeout=120)
            if answer.last["batches"][0]["remote_id"] is None:
                continue  # killed before anything was sent, or in doubt
            self.assert_all_answered(run, 6000)
            ids = [row["custom_id"] for row in self.listed(run)]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertEqual(len(ids), 6000)

    def test_partial_results_and_cancel(self):
        self.env["BATCHDESK_PRACTICE_SECONDS"] = "8"
        run = self.submit(self.requests("in.jsonl", 300))["run"]
        for _ in range(100):
            self.ctl("fetch", run, "--partial")
            outcomes = self.ctl("certificate", run).last["outcomes"]
            if outcomes["answered"]:
                break
            time.sleep(0.1)
        self.assertGreater(outcomes["answered"], 0)
        self.assertGreater(outcomes["pending"], 0)
        self.ctl("cancel", run, code=0)
        self.ctl("watch", run, "--timeout", "60")
        self.assertEqual(self.ctl("show", run, code=0).last["state"], "cancelled")
        certificate = self.ctl("certificate", run).last
        self.assertTrue(certificate["balanced"], certificate)
        self.assertGreater(certificate["outcomes"]["cancelled"], 0)

    def test_others_have_none_of_it(self):
        run = self.ctl("submit", self.requests("in.jsonl", 3), "--connection", "practice-files", "--wait",
                       code=0).last["run"]
        self.assertEqual(self.ctl("requests", run, code=3).error["kind"], "not_supported")
        self.assertEqual(self.ctl("start", run, code=3).error["kind"], "not_supported")
        self.assertNotEqual(self.ctl("add", run, self.requests("more.jsonl", 3, seed=1)).code, 0)


if __name__ == "__main__":
    main()
