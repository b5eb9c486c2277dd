# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""One system call fails: the n-th of its kind, for each n until a run passes untouched. The program is
never ended by a signal, ends with a code of the contract and says why; and the next one finds a library
that knows the provider's batches, each once. An interrupted call (EINTR) is not even seen.

A sample by default; BATCHDESK_SYSCALLS=all takes every n, a number so many of them.
"""

import concurrent.futures
import errno
import itertools
import os
import random
import sys
import time
import unittest

from desk import Desk, Wrong, whole_or_absent
from support import BIN

SAMPLE = os.environ.get("BATCHDESK_SYSCALLS", "66")
# A sample is the same each time, so that it tells of changes; the long run looks elsewhere.
CHANCE = random.SystemRandom().randrange(1 << 32) if "BATCHDESK_SYSCALLS" in os.environ else 4
SEED = int(os.environ.get("BATCHDESK_SEED") or CHANCE)
SHIM = BIN.parent / "tests" / "bin" / "libfailcalls.so"
# A run waits most of its time, so that many at once are no load. The sample shares with other tests.
WORKERS = 16 if SAMPLE == "all" else 2
ROWS = 6
# Qt may keep a connection's end to itself; a call without progress is given up after 60 s.
LONGEST = 180

FAILURES = {
    "open": ("EMFILE", "EACCES", "ENOSPC", "EINTR"),
    "write": ("ENOSPC", "EIO", "EINTR"),
    "sync": ("EIO", "ENOSPC", "EINTR"),
    "rename": ("EACCES", "ENOSPC", "EROFS"),
    "unlink": ("EACCES", "EROFS"),
    "socket": ("EMFILE", "EACCES"),
    "connect": ("EACCES", "ENETUNREACH", "EINTR"),
    "send": ("ECONNRESET", "EPIPE", "EINTR"),
    "receive": ("ECONNRESET", "EIO", "EINTR"),
    "read": ("EIO", "EINTR"),
}


class Scenario:
    """One command on a library that is there, or that is made by it."""

    def __init__(self, title, dialect, is_first=False):
        self.title = title
        self.dialect = dialect
        self.is_first = is_first

    def run(self, desk, number, **env):
        name = f"run-{number}"
        if self.is_first:
            desk.env["BATCHDESK_LIBRARY"] = str(desk.folder / f"library-{number}")
            return desk.ctl("runs", timeout=LONGEST, LD_PRELOAD=str(SHIM), **env)
        path = desk.requests(name, ROWS, self.dialect)
        return desk.ctl("submit", path, "--connection", self.dialect, "--wait", "-o", desk.folder / f"{name}.csv",
                        timeout=LONGEST, LD_PRELOAD=str(SHIM), **env)

    def recover(self, desk, number):
        """A second run, in which nothing fails."""
        runs = desk.runs()
        if self.is_first:
            desk.well("connection", "list")
            return
        name = f"run-{number}"
        if name not in runs or runs[name]["state"] in ("draft", "failed"):  # nothing was sent
            desk.well("submit", desk.folder / f"{name}.jsonl", "--connection", self.dialect, codes=(0, 1, 5))
            runs = desk.runs()
        # Also one that has completed: its results may still be there alone.
        desk.well("watch", runs[name]["run"], "--timeout", "40", codes=(0, 1, 5))
        runs = desk.runs()
        if runs[name]["state"] not in ("completed", "unknown"):
            raise Wrong(f"ended as {runs[name]}")
        certificate = desk.certify(runs[name]["run"], [ROWS])
        if runs[name]["state"] == "completed" and certificate["outcomes"]["answered"] != ROWS:
            raise Wrong(f"{certificate}")
        whole_or_absent(desk.folder / f"{name}.csv", ROWS)
        desk.compare(self.dialect, runs)


SCENARIOS = [Scenario("first opening", "files", True), Scenario("files", "files"), Scenario("staged", "staged"),
             Scenario("inline", "inline"), Scenario("rawjsonl", "rawjsonl")]


class Bench:
    """One library with one scenario, for one worker."""

    def __init__(self, scenario):
        self.scenario = scenario
        self.number = 0
        self.desk = Desk()
        if not scenario.is_first:
            self.desk.connect(scenario.dialect)

    def close(self):
        self.desk.__exit__()

    def count(self):
        """How often each call is made when none fails."""
        self.number += 1
        report = self.desk.folder / f"report-{self.number}"
        answer = self.scenario.run(self.desk, self.number, FAIL_REPORT=str(report))
        if answer.code != 0 or not report.exists():
            raise Wrong(f"nothing fails, and yet: {answer}")
        return {kind: int(n) for kind, n in (line.split() for line in report.read_text().splitlines())}

    def fail(self, call, error, n):
        """False where the run passed untouched."""
        self.number += 1
        report = self.desk.folder / f"report-{self.number}"
        what = f"{self.scenario.title}: {call} {n} with {error}"
        try:
            answer = self.scenario.run(self.desk, self.number, FAIL_REPORT=str(report), FAIL_CALL=call,
                                       FAIL_ERROR=str(getattr(errno, error)), FAIL_AT=str(n))
            self.judge(answer, error)
            self.scenario.recover(self.desk, self.number)
        except Wrong as wrong:
            raise Wrong(f"{what}: {wrong}") from wrong
        return report.exists()

    @staticmethod
    def judge(answer, error):
        if answer.code < 0:
            raise Wrong(f"ended by signal {-answer.code}\n{answer.stderr[-800:]}")
        if answer.code > 6:
            raise Wrong(f"no exit code of the contract: {answer}")
        if answer.code != 0 and not answer.stderr.strip():
            raise Wrong(f"exit {answer.code} without a word")
        if error == "EINTR" and answer.code != 0:
            raise Wrong(f"an interrupted call was seen: {answer}")


def try_all(scenario, cases):
    """Returns (failures made, faults)."""
    made, faults = 0, []
    bench = Bench(scenario)
    try:
        for call, error, n in cases:
            try:
                made += bench.fail(call, error, n)
            except Wrong as wrong:
                faults.append(str(wrong))
                bench.close()
                bench = Bench(scenario)
    finally:
        bench.close()
    return made, faults


def cases_of(scenario):
    bench = Bench(scenario)
    try:
        bench.count()  # the first run makes more, such as folders
        counts = bench.count()
    finally:
        bench.close()
    # A tenth more than there were: the number differs a little, and the last must pass untouched.
    return [(scenario, (call, error, n)) for call, errors in FAILURES.items() for error in errors
            for n in range(1, counts[call] + counts[call] // 10 + 3)]


class Syscalls(unittest.TestCase):
    def test_failing_calls(self):
        begun = time.monotonic()
        print(f"seed {SEED}", file=sys.stderr)
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            cases = list(itertools.chain(*pool.map(cases_of, SCENARIOS)))
            known = len(cases)
            if SAMPLE != "all":
                # As many of each kind: the rare ones are no less worth.
                chance = random.Random(SEED)
                chance.shuffle(cases)
                turn = {}
                order = []
                for case in cases:
                    kind = case[1][:2]
                    turn[kind] = turn.get(kind, 0) + 1
                    order.append((turn[kind], len(order)))
                cases = [cases[i] for _, i in sorted(order)[:int(SAMPLE)]]
            parts = [(scenario, [case for of, case in cases if of is scenario]) for scenario in SCENARIOS]
            size = 40
            work = [(scenario, part[i:i + size]) for scenario, part in parts for i in range(0, len(part), size)]
            done = list(pool.map(lambda item: try_all(*item), work))
        made = sum(number for number, _ in done)
        faults = [fault for _, found in done for fault in found]
        print(f"{made} failures in {len(cases)} runs of {known} that there are, {time.monotonic() - begun:.0f} s",
              file=sys.stderr)
        self.assertEqual(faults, [], "\n\n".join(faults[:20]))
        self.assertGreater(made, len(cases) // 2)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
