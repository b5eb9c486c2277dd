# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Quit or die at any moment and start again: every run goes on where it was, and none is sent twice."""

import random
import signal
import subprocess
import time

from support import BIN, Case, Provider, main, reply


class Restart(Case):
    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.stop)
        self.connect(self.provider)

    def start(self, *arguments):
        return subprocess.Popen([str(BIN / "batchctl"), "--json", *map(str, arguments)], env=self.env,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_killed_anywhere_during_submit(self):
        random.seed(7)
        rounds = 25
        for n in range(rounds):
            path = self.requests(f"in-{n}.jsonl", 20, seed=n)
            process = self.start("submit", path, "--connection", "fake", "--wait")
            time.sleep(random.uniform(0.0, 0.25))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            # Again with the same file: refused if it may have been sent, else it goes on.
            self.ctl("submit", path, "--connection", "fake")
        runs = [o["run"] for o in self.ctl("runs", code=0).objects]
        self.assertEqual(len(runs), rounds)
        self.ctl("watch", *runs, "--timeout", "60")
        # Killed between the note and the call: nothing was created, and only a person may send again.
        # Killed behind it: the list showed the batch. Either way it went out once at most.
        ours = set()
        for run in self.ctl("runs", code=0).objects:
            (batch,) = run["batches"]
            if batch["state"] == "unknown":
                self.assertIsNone(batch["remote_id"])
            else:
                self.assertEqual(batch["state"], "completed", run)
                ours.add(batch["remote_id"])
        self.assertEqual(ours, set(self.provider.batches))
        self.assertEqual(self.provider.count("POST /v1/batches"), len(ours))

    def test_interrupted_watch_goes_on(self):
        self.provider.on("GET /v1/batches/[^/]+", reply(200, {"id": "batch-1", "status": "in_progress"}))
        run = self.ctl("submit", self.requests("in.jsonl", 5), "--connection", "fake", code=0).last["run"]
        process = self.start("watch", run)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)
        self.assertEqual(process.returncode, 130)
        self.ctl("watch", run, "--timeout", "1", code=1)
        del self.provider.answers["GET /v1/batches/[^/]+"]
        self.ctl("watch", run, code=0)

    def test_two_programs_on_one_library(self):
        paths = [self.requests(f"in-{n}.jsonl", 10, seed=n) for n in range(6)]
        processes = [self.start("submit", path, "--connection", "fake", "--wait") for path in paths]
        for process in processes:
            out, err = process.communicate(timeout=100)
            self.assertEqual(process.returncode, 0, err.decode())
        self.assertEqual(self.provider.count("POST /v1/batches"), len(paths))

    def test_practice_batches_survive_a_kill(self):
        import json
        import os
        run = self.ctl("submit", self.requests("in.jsonl", 30), "--connection", "practice-files", code=0).last["run"]
        port = self.library / "practice" / "port.json"
        os.kill(json.loads(port.read_text())["pid"], signal.SIGKILL)
        self.ctl("watch", run, "--timeout", "60", code=0)


if __name__ == "__main__":
    main()
