#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time comes from core/clock.h, so that a test can move it and a set clock decides nothing.

Fails where app/ asks the computer for the time by itself, or makes a wait that no clock knows of.
The places where that is right are listed with the reason; one that is no longer needed fails too.
"""

import fnmatch
import re
import sys

import tree

ASKS = re.compile(
    r"\bQ(Date)?Time::current\w+|\bQDate::currentDate\b|\bcurrent(M?Secs)SinceEpoch\b"
    r"|\b(system|steady|high_resolution|utc)_clock\b|\b(clock_gettime|gettimeofday|localtime\w*)\b"
    r"|\bstd::time\b")
WAITS = re.compile(r"\bQTimer::singleShot\b|\bQThread::(m|u)?sleep\b|\bsleep_(for|until)\b|\busleep\b")

# Pattern, file, why it is right there.
ALLOWED = [
    (ASKS, "app/core/clock.cpp", "the computer's clocks"),
    (ASKS, "app/library/processidentity.cpp", "time since boot, the same for all processes of one boot"),
    (ASKS, "app/library/leases.cpp", "a heartbeat that programs on other computers compare"),
    (ASKS, "app/library/opening.cpp", "the name of a copy, and when it was made, for people"),
    (ASKS, "app/library/original.cpp", "when a copy was noticed, for people"),
    (ASKS, "app/library/records.cpp", "the names of what is set aside"),
    (ASKS, "app/library/rescue.cpp", "when a batch came into doubt, for people"),
    (ASKS, "app/library/schema.cpp", "the name of a back-up"),
    (ASKS, "app/library/store.cpp", "when a process opened the library, for people"),
    (ASKS, "app/practice/*", "a provider of its own, in a process of its own: its time is wall time"),
    (ASKS, "app/cli/reading.cpp", "a saved reply is read as if it had come now"),
    (ASKS, "app/cli/submitcommand.cpp", "when a run was made, for people"),
    (WAITS, "app/library/databasethread.cpp", "the database's own thread, while another program writes"),
    (WAITS, "app/library/librarylock.cpp", "the lock of a program that ends, before there is an event loop"),
    (WAITS, "app/library/libraryopen.cpp", "the same"),
    (WAITS, "app/library/schema.cpp", "the same, before there is an event loop"),
    (WAITS, "app/cli/*", "a command's own time limit, set by whoever calls it"),
]


def check(path, code, used):
    name = path.as_posix()
    for pattern, why in ((ASKS, "asks for the time past core/clock.h"),
                         (WAITS, "waits past core/clock.h")):
        right = [row for row in ALLOWED if row[0] is pattern and fnmatch.fnmatch(name, row[1])]
        for match in pattern.finditer(code):
            used.update(row[1] for row in right)
            if not right:
                line = code.count("\n", 0, match.start()) + 1
                yield f"{path}:{line}: {match.group(0)} {why}"


def main():
    root = tree.root_argument(__doc__).parse_args().root
    faults, used, seen = [], set(), set()
    for path in tree.files(root):
        if path.parts[0] == "app" and path.suffix in (".h", ".cpp"):
            text = (root / path).read_text(encoding="utf-8")
            faults += check(path, tree.code_only(text), used)
            seen.update(row[1] for row in ALLOWED if fnmatch.fnmatch(path.as_posix(), row[1]))
    faults += [f"tests/shape/clocks.py:1: {name} is allowed what it does not do"
               for name in sorted(seen - used)]
    return tree.report("clocks", faults)


if __name__ == "__main__":
    sys.exit(main())
