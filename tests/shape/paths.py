#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No paths of one machine, no package registry's host, no note to self without an issue."""

import re
import sys

import tree

# Each is written so that it does not match itself.
MACHINE = [
    (re.compile(r"(?<![\w./-])/work(?=/)"), "a path of one machine"),
    (re.compile(r"/root(?=/\.cache)|/home(?=/runner)"), "a path of one machine"),
    (re.compile(r"bash[_]jobs|bash[_]tool"), "a path of one machine"),
    (re.compile(r"\b(?:registry[.]npmjs|deb[.]debian|archive[.]ubuntu|security[.]debian|"
                r"snapshot[.]debian|files[.]pythonhosted|proxy[.]golang|pypi[.]org)"),
     "a package registry's host: what a machine fetches from is its own affair"),
]
NOTE = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b(?!\s?\(?#\d+)")
# Prose may speak of such notes, and data may hold anything.
NO_NOTES = {".md", ".jsonl", ".json", ".csv", ".ts", ".svg"}


def check(root):
    for path in tree.files(root):
        if path.parts[0] == "LICENSES":
            continue
        raw = (root / path).read_bytes()
        if b"\0" in raw[:8192]:
            continue
        is_data = "data" in path.parts
        for number, line in enumerate(raw.decode("utf-8", "replace").split("\n"), 1):
            for pattern, what in MACHINE:
                if match := pattern.search(line):
                    yield f"{path}:{number}: {match.group(0)}: {what}"
            if path.suffix not in NO_NOTES and not is_data and NOTE.search(line):
                yield f"{path}:{number}: a note to self needs an issue number, as in (#12)"


if __name__ == "__main__":
    arguments = tree.root_argument(__doc__).parse_args()
    sys.exit(tree.report("paths", list(check(arguments.root))))
