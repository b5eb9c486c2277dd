# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The program dies at each of its named crash points, and the next one carries on: nothing is lost,
nothing is sent twice.

Sessions are run once as they are, to see which points they pass; then once for each of these, with
a death there. BATCHDESK_CRASH_ROUNDS says how many times, each at another passing of the point.
"""

import collections
import concurrent.futures
import os
import re
import signal
import sys
import time
import unittest

from desk import DIALECTS, LISTED, Desk, Wrong, whole_or_absent
from support import SOURCE

ROUNDS = int(os.environ.get("BATCHDESK_CRASH_ROUNDS", "1"))
WORKERS = 2
ROWS = 12
# Passed by a library of an earlier form alone; test_recovery.py dies there.
ELSEWHERE = {"library.migrating"}


class Session:
    """Commands that make, follow and end one run of a fresh name, the first of them submitting it."""

    dialect = "files"
    seconds = 0.05
    counts = (ROWS,)
    options = ()

    def connect(self, desk):
        desk.connect(self.dialect, self.dialect, *self.options)

    def prepare(self, desk, name):
        """What happens before the session, not under test."""

    def submit(self, desk, name):
        return ["submit", desk.folder / f"{name}.jsonl", "--connection", self.dialect]

    def steps(self, desk, name):
        yield [*self.submit(desk, name), "--wait", "-o", desk.folder / f"{name}.csv"]

    def recover(self, desk, name):
        """What a person does who finds the program gone. Returns the run at its end."""
        run = desk.runs().get(name)
        if run is None or run["state"] == "draft":
            desk.well(*self.submit(desk, name), codes=(0, 1, 5))
            run = desk.runs()[name]
        return self.follow(desk, run["run"])

    def follow(self, desk, run):
        return desk.well("watch", run, "--timeout", "40", codes=(0, 1, 5)).last

    def check(self, desk, name, run):
        if run["state"] == "unknown":
            return  # compare() tells whether that is true
        if run["state"] not in self.ends():
            raise Wrong(f"{name} ended in {run['state']}: {run}")
        desk.certify(run["run"], self.counts)

    def ends(self):
        return ("completed",)


class OfDialect(Session):
    def __init__(self, dialect):
        self.dialect = dialect
        self.title = dialect


class Staged(Session):
    """Held, made longer, started."""

    title = "held"
    dialect = "staged"
    counts = (ROWS, ROWS + 3)

    def steps(self, desk, name):
        yield [*self.submit(desk, name), "--hold"]
        run = desk.runs()[name]["run"]
        yield ["add", run, desk.requests(f"{name}-more", 3, "staged", ROWS + 1)]
        yield ["start", run]
        yield ["watch", run]
        yield ["export", run, "-o", desk.folder / f"{name}.csv"]

    def follow(self, desk, run):
        for _ in range(4):
            desk.well("start", run, codes=(0, 1, 2, 3, 5))
            last = super().follow(desk, run)
            if last["state"] in ("completed", "unknown"):
                break
        return last


class AddDoubt(Staged):
    """Begins with requests of which nobody knows whether they came."""

    title = "add in doubt"

    def prepare(self, desk, name):
        desk.ctl(*self.submit(desk, name), "--hold", BATCHDESK_CRASH_AT="add.answered")

    def steps(self, desk, name):
        yield ["start", desk.runs()[name]["run"]]
        yield ["watch", desk.runs()[name]["run"]]


class Doubt(Session):
    """Begins with a batch that was created, which nobody has noted."""

    title = "in doubt"
    dies = "create.answered"

    def prepare(self, desk, name):
        desk.ctl(*self.submit(desk, name), BATCHDESK_CRASH_AT=self.dies)

    def steps(self, desk, name):
        yield ["reconcile", desk.runs()[name]["run"], "--wait"]
        yield ["watch", desk.runs()[name]["run"], "--timeout", "40"]


class Lost(Doubt):
    """Begins with a batch that was to be created, and was not."""

    title = "not created"
    dies = "create.stored"

    def check(self, desk, name, run):
        if run["state"] != "unknown":
            raise Wrong(f"{name}: nothing was sent, yet it is {run['state']}")


class Cancel(Session):
    title = "cancel"
    seconds = 2

    def submit(self, desk, name):
        return [*super().submit(desk, name), "--metadata", "practice=slow"]

    def steps(self, desk, name):
        yield self.submit(desk, name)
        run = desk.runs()[name]["run"]
        yield ["cancel", run]
        yield ["watch", run]

    def follow(self, desk, run):
        desk.well("cancel", run, codes=(0, 1, 5))
        return super().follow(desk, run)

    def ends(self):
        return ("cancelled", "completed")


class Room(Session):
    """There is no room at the provider: the run is held here."""

    title = "no room"
    seconds = 2
    options = ("--set", "max_live_batches=1")

    def prepare(self, desk, name):
        other = desk.requests(f"{name}-other", 2, self.dialect)
        desk.well("submit", other, "--connection", self.dialect, "--metadata", "practice=slow")

    def steps(self, desk, name):
        yield self.submit(desk, name)

    def follow(self, desk, run):
        for other in desk.runs().values():
            if other["name"].endswith("-other"):
                desk.well("cancel", other["run"], codes=(0, 1))
        return super().follow(desk, run)


SESSIONS = [*map(OfDialect, DIALECTS), Staged(), AddDoubt(), Doubt(), Lost(), Cancel(), Room()]


def passed(desk, session):
    """The points that the session passes, in their order, with how often. Nobody dies."""
    name = "whole"
    desk.requests(name, ROWS, session.dialect)
    session.prepare(desk, name)
    listed = desk.folder / "points"
    for step in session.steps(desk, name):
        desk.well(*step, codes=(0, 1, 5), BATCHDESK_CRASH_LIST=str(listed))
    session.check(desk, name, session.recover(desk, name))
    desk.compare(session.dialect)
    return collections.Counter(listed.read_text().split())


def die(desk, session, point, n, name):
    """True where the program died. Whatever became of it, all is well after."""
    desk.requests(name, ROWS, session.dialect)
    session.prepare(desk, name)
    dead = False
    for step in session.steps(desk, name):
        code = desk.ctl(*step, BATCHDESK_CRASH_AT=f"{point}:{n}").code
        if code == -signal.SIGKILL:
            dead = True
            break
        if code < 0:
            raise Wrong(f"{step[0]} ended by signal {-code}")
    run = session.recover(desk, name)
    session.check(desk, name, run)
    whole_or_absent(desk.folder / f"{name}.csv", sum(batch["requests"] for batch in run["batches"]))
    desk.compare(session.dialect)
    return dead


def go_through(session, points, rounds):
    """Dies at each of these points. Returns (deaths, faults)."""
    deaths, faults = collections.Counter(), []
    with Desk(session.seconds) as desk:
        session.connect(desk)
        for point, times in points:
            for turn in range(rounds):
                n = 1 + turn * times // rounds
                name = f"{point}-{turn}"
                try:
                    deaths[point] += die(desk, session, point, n, name)
                except Wrong as wrong:
                    faults.append(f"{session.title}, {point}:{n}: {wrong}")
                    return deaths, faults  # what follows would tell of the same
            if deaths[point] == 0:
                faults.append(f"{session.title}: nobody died at {point}")
    return deaths, faults


def look(session):
    with Desk(session.seconds) as desk:
        session.connect(desk)
        return passed(desk, session)


def named_in_source():
    """Each name with the places it is in."""
    names = collections.defaultdict(list)
    for path in sorted((SOURCE / "app").rglob("*.cpp")):
        for name in re.findall(r'\bcrashPoint\("([^"]+)"\)', path.read_text()):
            names[name].append(path.name)
    return {name: places for name, places in names.items() if name not in ELSEWHERE}


class CrashPoints(unittest.TestCase):
    def test_dying_at_each_point(self):
        begun = time.monotonic()
        names = named_in_source()
        self.assertEqual({name: places for name, places in names.items() if len(places) > 1}, {})
        self.assertGreaterEqual(len(names), 40)
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            looks = dict(zip(SESSIONS, pool.map(look, SESSIONS), strict=True))
            seen = set().union(*looks.values())
            self.assertEqual(sorted(set(names) - seen), [], "no session passes these points")
            self.assertEqual(sorted(seen - set(names)), [], "these points are not in the source")
            work = []
            for session, points in looks.items():
                listed = list(points.items())
                # The sessions after those of the dialects add what only they pass.
                if not isinstance(session, OfDialect):
                    listed = [(point, n) for point, n in listed if self.is_special(point, looks)]
                part = 12
                work += [(session, listed[i:i + part]) for i in range(0, len(listed), part)]
            done = list(pool.map(lambda item: go_through(*item, ROUNDS), work))
        deaths = sum((found for found, _ in done), collections.Counter())
        faults = [fault for _, found in done for fault in found]
        print(f"{len(names)} points in {len(SESSIONS)} sessions, {deaths.total()} deaths in "
              f"{time.monotonic() - begun:.0f} s", file=sys.stderr)
        self.assertEqual(faults, [])
        self.assertEqual(sorted(set(names) - set(deaths)), [])

    @staticmethod
    def is_special(point, looks):
        return not any(point in looks[session] for session in looks
                       if isinstance(session, OfDialect) and session.dialect in LISTED)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
