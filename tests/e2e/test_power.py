# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The power goes at any moment. A session is recorded (recorddisk.cpp), and from the record come the
disks that a loss of power could have left, after each step: with nothing, all or any part of what was
not synced. On each of them the library opens undamaged, knows each batch that may have been paid for by
then and each id that was told, and no export is there by half; and where a batch was created, the
program goes on with it to its end and creates no other.

A sample by default; BATCHDESK_POWER=all takes every step, a number so many of them.
"""

import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import sys
import time
import unittest

from desk import DIALECTS, LISTED, Desk, Wrong, whole_or_absent
from lostpower import Disk, entries
from support import BIN

SAMPLE = os.environ.get("BATCHDESK_POWER", "48")
CHANCE = random.SystemRandom().randrange(1 << 32) if "BATCHDESK_POWER" in os.environ else 4
SEED = int(os.environ.get("BATCHDESK_SEED") or CHANCE)
SHIM = BIN.parent / "tests" / "bin" / "librecorddisk.so"
WORKERS = 2
ROWS = 12
CREATES = re.compile(rb"POST /\w+/v1/batches ")
STARTS = re.compile(rb"POST /staged/v1/batches/[^/ ]+/start ")
KINDS = ("nothing", "everything", "anything")


class Known:
    """What may have been paid for and what was told, up to some moment."""

    def __init__(self, created=0, started=0, ids=(), ended=()):
        self.created = created
        self.started = started
        self.ids = frozenset(ids)
        self.ended = frozenset(ended)

    def after(self, what, data):
        if what == "sent":
            created = self.created + bool(CREATES.match(data))
            return Known(created, self.started + bool(STARTS.match(data)), self.ids, self.ended)
        if what == "printed":
            batches = json.loads(data).get("batches", ())
            told = {batch["remote_id"] for batch in batches if batch["remote_id"]}
            return Known(self.created, self.started, self.ids | told, self.ended)
        if what == "ended":
            return Known(self.created, self.started, self.ids, self.ended | {data.decode()})
        return self


class Session:
    """Two runs from file to export, recorded; then one disk after the other in their place."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.desk = Desk()
        self.root = self.desk.folder / "disk"
        self.root.mkdir()
        self.library = self.root / "library"
        self.log = self.desk.folder / "log"
        self.exports = {f"run-{n}": self.root / f"run-{n}.csv" for n in (1, 2)}
        try:
            self.record()
        except BaseException:
            self.close()
            raise

    def close(self):
        self.desk.__exit__()

    def record(self):
        watch = {"LD_PRELOAD": str(SHIM), "RECORD_FOLDER": str(self.root), "RECORD_LOG": str(self.log)}
        self.desk.env.update(watch, BATCHDESK_LIBRARY=str(self.library))
        self.desk.connect(self.dialect)
        for name, export in self.exports.items():
            path = self.desk.requests(name, ROWS, self.dialect)
            self.desk.well("submit", path, "--connection", self.dialect, "--wait", "-o", export)
            with self.log.open("ab") as log:
                log.write(b"ended 0 0 %d\n%s" % (len(name), name.encode()))
        for variable in watch:
            del self.desk.env[variable]
        self.entries = list(entries(self.log))
        self.compare_record()
        self.ids = {name: run["batches"][0]["remote_id"] for name, run in self.desk.runs().items()}
        self.created = len(self.desk.created(self.dialect))
        # Another file would be taken for a back-up that was put back.
        self.database = self.desk.folder / "database"
        os.link(self.library / "library.db", self.database)

    def compare_record(self):
        """The record is whole when it leads to what is there."""
        disk = Disk(self.root)
        for entry in self.entries:
            disk.take(*entry)
        told = disk.after_power_loss(lambda n: n, lambda: True)
        there = {str(path): None if path.is_dir() else path.read_bytes() for path in self.root.rglob("*")
                 if not path.name.endswith("-shm")}
        if told != there:
            names = sorted(name for name in told.keys() | there.keys() if told.get(name, 0) != there.get(name, 0))
            raise Wrong(f"the record does not lead to {names}")

    def disks(self, moments):
        """(number of entries, what is known, disk) for these moments."""
        disk, known = Disk(self.root), Known()
        for n, entry in enumerate(self.entries, 1):
            disk.take(*entry)
            known = known.after(entry[0], entry[3])
            if n in moments:
                yield n, known, disk

    def put(self, content):
        for path in self.root.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        for name, data in content.items():
            if data is None:
                os.mkdir(name, 0o700)
            elif name == str(self.library / "library.db"):
                self.database.write_bytes(data)
                os.link(self.database, name)
            else:
                pathlib.Path(name).write_bytes(data)

    def judge(self, known):
        answer = self.desk.well("runs")
        if "rescue" in answer.stderr or list(self.library.glob("*damaged*")):
            raise Wrong(f"the library was damaged: {answer.stderr} {sorted(os.listdir(self.library))}")
        runs = {run["name"]: run for run in answer.objects}
        batches = [batch for run in runs.values() for batch in run["batches"]]
        missing = known.ids - {batch["remote_id"] for batch in batches}
        if missing:
            raise Wrong(f"{missing} had been told")
        intended = [batch for batch in batches if batch["state"] not in ("draft", "uploading")]
        if len(intended) < known.created:
            raise Wrong(f"{known.created} creating calls were on their way, and the library knows {batches}")
        for name, export in self.exports.items():
            whole_or_absent(export, ROWS)
            if name in known.ended and not export.exists():
                raise Wrong(f"{export.name} had been written")
        # The provider is what it is at the end: that can follow once all has been sent.
        if known.created and len(runs) == (known.started if self.dialect == "staged" else known.created):
            self.go_on(runs)

    def go_on(self, runs):
        self.desk.well("watch", *[run["run"] for run in runs.values()], "--timeout", "40", codes=(0, 1, 5))
        for name, run in self.desk.runs().items():
            if run["state"] == "unknown" and self.dialect not in LISTED:
                continue
            if run["state"] != "completed" or run["batches"][0]["remote_id"] != self.ids[name]:
                raise Wrong(f"not {self.ids[name]}: {run}")
            if self.desk.certify(run["run"], [ROWS])["outcomes"]["answered"] != ROWS:
                raise Wrong(f"{name} has lost answers")
        if len(self.desk.created(self.dialect)) != self.created:
            raise Wrong("a batch was created once more")


def keeping(kind, chance):
    if kind == "nothing":
        return lambda n: 0, lambda: False
    if kind == "everything":
        return lambda n: n, lambda: True
    share = chance.random()
    return lambda n: chance.randint(0, n), lambda: chance.random() < share


def try_some(dialect, cases):
    """cases are (moment, kind); a moment is a number of entries or a share of all of them. Returns how
    many disks were tried, and what was wrong with which."""
    session = Session(dialect)
    faults = []
    tried = 0
    try:
        total = len(session.entries)
        wanted = {}
        for moment, kind in cases or [(n, kind) for n in range(1, total + 1) for kind in KINDS]:
            moment = moment if isinstance(moment, int) else max(1, round(moment * total))
            wanted.setdefault(moment, []).append(kind)
        for n, known, disk in session.disks(wanted):
            for kind in wanted[n]:
                content = disk.after_power_loss(*keeping(kind, random.Random(f"{SEED}-{n}-{kind}")))
                session.put(content)
                tried += 1
                try:
                    session.judge(known)
                except Wrong as wrong:
                    faults.append(f"seed {SEED}, {dialect}, {kind} after {n} of {total} "
                                  f"({session.entries[n - 1][0]}): {wrong}")
    finally:
        session.close()
    return tried, faults


class Power(unittest.TestCase):
    def test_power_goes(self):
        begun = time.monotonic()
        print(f"seed {SEED}", file=sys.stderr)
        cases = dict.fromkeys(DIALECTS, ())
        if SAMPLE != "all":
            chance = random.Random(SEED)
            each = -(-int(SAMPLE) // len(DIALECTS))
            cases = {dialect: [((i + chance.random()) / each, KINDS[i % 3]) for i in range(each)]
                     for dialect in DIALECTS}
            # Always: a library that is being made, when its database has no write-ahead log yet.
            cases[DIALECTS[0]] += [(n, kind) for n in range(14, 36) for kind in KINDS[:2]]
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            done = list(pool.map(lambda item: try_some(*item), cases.items()))
        tried = sum(number for number, _ in done)
        faults = [fault for _, found in done for fault in found]
        print(f"{tried} disks, {time.monotonic() - begun:.0f} s", file=sys.stderr)
        self.assertEqual(faults, [], f"{len(faults)} of {tried}\n\n" + "\n\n".join(faults[:20]))
        self.assertGreater(tried, 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
