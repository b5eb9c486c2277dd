# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fifty programs at once on one library: one drives at a time, and each wish is carried out once."""

import collections
import json
import os
import pathlib
import re
import subprocess
import threading
import time

from support import BIN, Case, Provider, main, reply

PROGRAMS = 50


def owner_of(port, server):
    """The process that has the other end of the connection from `port` to `server`.

    The table of connections is not read in one piece by the kernel, and files of a process come
    and go while they are listed, so a look that finds nothing is repeated.
    """
    for _ in range(20):
        inode = None
        for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            local, remote = (int(field.split(":")[1], 16) for field in fields[1:3])
            # A connection that has ended stays there for a while, with no inode.
            if (local, remote) == (port, server) and fields[9] != "0":
                inode = fields[9]
        if inode is not None:
            for link in pathlib.Path("/proc").glob("[0-9]*/fd/*"):
                try:
                    if os.readlink(link) == f"socket:[{inode}]":
                        return int(link.parts[2])
                except OSError:
                    pass
        time.sleep(0.005)
    return None


class Watched(Provider):
    """Sees which process makes each call that changes something, and whether two do so at once.

    Each such call takes a while, so that a second driver has time to show.
    """

    def __init__(self):
        self.lock = threading.Lock()
        self.changing = collections.Counter()
        self.drivers = []
        self.together = []
        super().__init__()

    def answer(self, method, path, body):
        if method != "POST":
            return super().answer(method, path, body)
        # A thread serves one connection, and numbers of ports are used again.
        if not hasattr(self.asking, "owner"):
            self.asking.owner = owner_of(self.asking.port, self.server.server_address[1])
        driver = self.asking.owner
        with self.lock:
            others = {other for other in self.changing if other != driver}
            if others:
                self.together.append((driver, others, path))
            self.changing[driver] += 1
            if not self.drivers or self.drivers[-1] != driver:
                self.drivers.append(driver)
        time.sleep(0.02)
        try:
            with self.lock:
                return super().answer(method, path, body)
        finally:
            with self.lock:
                self.changing[driver] -= 1
                self.changing += collections.Counter()


class Sharing(Case):
    def setUp(self):
        super().setUp()
        self.provider = Watched()
        self.addCleanup(self.provider.stop)
        self.connect(self.provider)

    def start(self, *arguments):
        return subprocess.Popen([str(BIN / "batchctl"), "--json", *map(str, arguments)], env=self.env,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self, started):
        """The exit code and the last object of each, by the name it was started under."""
        ends = {}
        for name, process in started.items():
            out, err = process.communicate(timeout=200)
            lines = [json.loads(line) for line in out.decode().splitlines()]
            ends[name] = process.returncode, lines[-1] if lines else None, err.decode()
        return ends

    def created(self):
        """What was asked to be created, by its intent."""
        calls = [json.loads(hit[3]) for hit in self.provider.hits if hit[:2] == ("POST", "/v1/batches")]
        return [call["metadata"]["batchdesk_intent"] for call in calls]

    def test_fifty_programs_at_once(self):
        # Ten runs that are under way, for the wishes about runs that are there.
        batches = "GET /v1/batches/[^/]+"
        self.provider.on(batches, lambda method, path, body: reply(
            200, {**self.provider.batches[path.rsplit("/", 1)[1]], "status": "in_progress", "output_file_id": None}
            if self.provider.batches[path.rsplit("/", 1)[1]]["status"] == "completed" else
            self.provider.batches[path.rsplit("/", 1)[1]]))
        before = {}
        for number in range(10):
            run = self.ctl("submit", self.requests(f"old-{number}.jsonl", 3, seed=number), "--connection", "fake",
                           code=0).last
            before[run["run"]] = run["batches"][0]["remote_id"]
        runs = list(before)
        twins = self.requests("twin.jsonl", 3, seed=999)

        started = {}
        for number in range(20):
            path = self.requests(f"new-{number}.jsonl", 3, seed=100 + number)
            started[f"submit {number}"] = self.start("submit", path, "--connection", "fake")
        for number in range(5):
            started[f"twin {number}"] = self.start("submit", twins, "--connection", "fake")
        for number in range(5):
            started[f"cancel {number}"] = self.start("cancel", runs[number])
        for number in range(10):
            started[f"fetch {number}"] = self.start("fetch", runs[5 + number % 5], "--partial")
        for number in range(10):
            started[f"watch {number}"] = self.start("watch", runs[number % 5], "--timeout", "120")
        self.assertEqual(len(started), PROGRAMS)
        ends = self.finish(started)

        for number in range(20):
            code, run, err = ends[f"submit {number}"]
            self.assertEqual(code, 0, err)
            self.assertIsNotNone(run["batches"][0]["remote_id"])
        # Of those that are alike one went out. Who came while it had not begun shares its run; the
        # others were told of it.
        alike = [ends[f"twin {number}"] for number in range(5)]
        self.assertEqual({code for code, _, _ in alike} - {0, 1}, set())
        sent = {run["batches"][0]["remote_id"] for code, run, _ in alike if code == 0}
        self.assertEqual(len(sent), 1, alike)
        # By the program that was asked, or by the one that drives the connection.
        told = ("sent before as", "submitted before as")
        self.assertTrue(all(any(words in err for words in told) for code, _, err in alike if code == 1), alike)
        for number in range(5):
            self.assertEqual(ends[f"cancel {number}"][0], 0, ends[f"cancel {number}"])
            remote = before[runs[number]]
            self.assertEqual(self.provider.count(f"POST /v1/batches/{remote}/cancel"), 1, remote)
        for number in range(10):
            self.assertIn(ends[f"watch {number}"][0], (0, 1), ends[f"watch {number}"])
            self.assertEqual(ends[f"watch {number}"][1]["state"], "cancelled", ends[f"watch {number}"])

        # 10 before, 20, and one of the twins: each created once, and each upload used once.
        intents = self.created()
        self.assertEqual(len(intents), 31)
        self.assertEqual(len(set(intents)), 31)
        self.assertEqual(len(self.provider.batches), 31)
        inputs = [batch["input_file_id"] for batch in self.provider.batches.values()]
        self.assertEqual(len(set(inputs)), 31)
        listed = {batch["remote_id"] for run in self.ctl("runs", code=0).objects for batch in run["batches"]
                  if batch["remote_id"]}
        self.assertEqual(listed, set(self.provider.batches))
        # Never two at once that change something there.
        self.assertEqual(self.provider.together, [])
        self.assertNotIn(None, self.provider.drivers)
        # No wish is left, and nobody holds a lease.
        import sqlite3
        database = sqlite3.connect(self.library / "library.db")
        self.addCleanup(database.close)
        for table in ("wishes", "leases", "processes"):
            self.assertEqual(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0], 0, table)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")

    def test_fifty_programs_find_a_damaged_library(self):
        """All see the damage at once: it is mended once, and nobody sees a wrong state."""
        for number in range(3):
            self.ctl("submit", self.requests(f"in-{number}.jsonl", 3, seed=number), "--connection", "fake", "--wait",
                     code=0)
        before = self.ctl("runs", code=0).objects
        path = self.library / "library.db"
        content = bytearray(path.read_bytes())
        content[4096:12000] = bytes(12000 - 4096)
        path.write_bytes(content)
        ends = self.finish({number: self.start("runs") for number in range(PROGRAMS)})
        for code, last, err in ends.values():
            self.assertEqual(code, 0, err)
            self.assertEqual(last["batches"][0]["remote_id"], before[-1]["batches"][0]["remote_id"])
        kept = [name for name in os.listdir(self.library)
                if re.fullmatch(r"library\.db\.damaged-[0-9TZ]+(-\d+)?", name)]
        self.assertEqual(len(kept), 1, kept)
        self.assertEqual(sum("was damaged" in err for _, _, err in ends.values()), 1)


if __name__ == "__main__":
    main()
