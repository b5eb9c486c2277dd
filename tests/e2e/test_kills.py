# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kill -9 at any instant while batches are submitted, followed, fetched and exported, by one or several
programs on one library. After each the library opens; at the end it knows the provider's batches, each
once, and every export is whole or not there.

BATCHDESK_KILLS says how many, BATCHDESK_SEED with which numbers.
"""

import collections
import concurrent.futures
import os
import random
import signal
import sys
import time
import unittest

from desk import DIALECTS, Desk, Wrong, whole_or_absent

KILLS = int(os.environ.get("BATCHDESK_KILLS", "200"))
# A sample is the same each time, so that it tells of changes; the long run looks elsewhere.
CHANCE = random.SystemRandom().randrange(1 << 32) if "BATCHDESK_KILLS" in os.environ else 4
SEED = int(os.environ.get("BATCHDESK_SEED") or CHANCE)
WORKERS = 2
ROWS = 12
# A library is compared, put away and begun anew after so many.
KILLS_OF_A_LIBRARY = 25


class Killer:
    """One library, one dialect: kills, and looks after each one."""

    def __init__(self, desk, dialect, chance):
        self.desk = desk
        self.dialect = dialect
        self.chance = chance
        self.phases = collections.Counter()
        self.made = 0
        self.exports = []
        self.longest = 1.0  # seconds that a whole session takes here, learnt as it goes

    def new_file(self):
        self.made += 1
        return self.desk.requests(f"run-{self.made}", ROWS, self.dialect)

    def commands(self):
        """What the next victims do: one program, or two at a time on the same library."""
        kind = self.chance.random()
        runs = list(self.desk.runs().values())
        open_runs = [run["run"] for run in runs if run["state"] not in ("completed", "unknown", "draft")]
        ended = [run["run"] for run in runs if run["state"] == "completed"]
        submit = ["submit", self.new_file(), "--connection", self.dialect, "--wait"]
        if kind < 0.15 and ended:
            return [["export", self.chance.choice(ended), "-o", self.new_export()]]
        if kind < 0.35 and open_runs:
            return [["watch", *open_runs], submit]
        if kind < 0.55:
            return [submit, ["submit", self.new_file(), "--connection", self.dialect, "--wait"]]
        return [[*submit, "-o", self.new_export()]]

    def new_export(self):
        path = self.desk.folder / f"export-{len(self.exports)}.csv"
        self.exports.append(path)
        return path

    def kill(self):
        """Starts programs and kills them one after the other. Returns how many were."""
        commands = self.commands()
        begun = time.monotonic()
        victims = [self.desk.start(*command) for command in commands]
        killed = 0
        for victim, command in zip(victims, commands, strict=True):
            try:
                victim.wait(self.chance.uniform(0, self.longest))
            except Exception:  # it still runs
                victim.send_signal(signal.SIGKILL)
            _, err = victim.communicate(timeout=30)
            if victim.returncode == -signal.SIGKILL:
                killed += 1
            elif victim.returncode < 0 or victim.returncode > 6:
                raise Wrong(f"{command}: ended with {victim.returncode}\n{err.decode()[-800:]}")
            else:
                self.longest = 0.7 * self.longest + 0.3 * (time.monotonic() - begun)
        for run in self.desk.runs().values():  # it opens
            self.phases[run["state"]] += run["state"] != "completed"
        return killed

    def settle(self):
        """Everything goes on to its end, with nobody killed."""
        runs = self.desk.runs()
        for number in range(1, self.made + 1):
            name = f"run-{number}"
            if name not in runs or runs[name]["state"] == "draft":
                self.desk.well("submit", self.desk.folder / f"{name}.jsonl", "--connection", self.dialect,
                               codes=(0, 1, 5))
        runs = self.desk.runs()
        self.desk.well("watch", *[run["run"] for run in runs.values()], "--timeout", "60", codes=(0, 1, 5))
        runs = self.desk.runs()
        if len(runs) != self.made:
            raise Wrong(f"{len(runs)} runs of {self.made}")
        for run in runs.values():
            if run["state"] not in ("completed", "unknown"):
                raise Wrong(f"ended as {run}")
            certificate = self.desk.certify(run["run"], [ROWS])
            if run["state"] == "completed" and certificate["outcomes"]["answered"] != ROWS:
                raise Wrong(f"{run['run']}: {certificate}")
        self.desk.compare(self.dialect, runs)
        for path in self.exports:
            whole_or_absent(path, ROWS)
        return sum(run["state"] == "unknown" for run in runs.values())


def one_library(number, kills):
    chance = random.Random(f"{SEED}-{number}")
    dialect = DIALECTS[number % len(DIALECTS)]
    with Desk() as desk:
        desk.connect(dialect)
        killer = Killer(desk, dialect, chance)
        done = tries = 0
        try:
            while done < kills:
                tries += 1
                if tries > 20 * kills:
                    raise Wrong("hardly anything can be killed")
                done += killer.kill()
            return done, killer.settle(), killer.phases
        except Wrong as wrong:
            raise Wrong(f"seed {SEED}, library {number}, {dialect}, kill {done}: {wrong}") from wrong


class Kills(unittest.TestCase):
    def test_killed_at_random(self):
        begun = time.monotonic()
        print(f"seed {SEED}", file=sys.stderr)
        parts = [min(KILLS_OF_A_LIBRARY, KILLS - i) for i in range(0, KILLS, KILLS_OF_A_LIBRARY)]
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            ends = list(pool.map(one_library, range(len(parts)), parts))
        kills = sum(done for done, _, _ in ends)
        doubts = sum(doubt for _, doubt, _ in ends)
        phases = sum((found for _, _, found in ends), collections.Counter())
        print(f"{kills} kills in {len(parts)} libraries, {doubts} submissions left in doubt, "
              f"{time.monotonic() - begun:.0f} s; found right after: {dict(phases)}", file=sys.stderr)
        self.assertGreaterEqual(kills, KILLS)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
