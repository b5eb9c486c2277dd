#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the wire formats in CONTRIBUTING.md is whole: no cell is empty, and each place, command
and test that it names is there."""

import re
import sys

import tree

HEADER = ["system", "what", "code", "command", "window", "test"]
SYSTEMS = {"meshapi", "files", "rawjsonl", "staged"}
CODE = re.compile(r"`([\w./-]+):(\w+)`")
COMMAND = re.compile(r"`([a-z]+(?: [a-z]+)?)")
TEST = re.compile(r"`(tst_\w+|test_\w+):(\w+)`")


def rows(text):
    """(line number, cells) of the map's rows."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("|"):
            inside = False
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells == HEADER:
            inside = True
        elif inside and not set(line) <= set("|-: "):
            yield number, cells


def commands(root):
    text = (root / "app/cli/commands.cpp").read_text(encoding="utf-8")
    return set(re.findall(r'Command\{"([a-z ]+)"', text)) | {"practice"}


def tests(root):
    """Names of the tests in each test program or script."""
    known = {}
    for path in tree.files(root):
        if path.parts[0] != "tests" or path.suffix not in (".cpp", ".py"):
            continue
        text = (root / path).read_text(encoding="utf-8")
        found = re.findall(r"\bvoid (?:\w+::)?(\w+)\(\)" if path.suffix == ".cpp" else r"def (test_\w+)\(", text)
        known.setdefault(path.stem, set()).update(found)
    return known


def faults_of(root, cells, known_commands, known_tests):
    if len(cells) != len(HEADER):
        yield f"has {len(cells)} cells, not {len(HEADER)}"
        return
    for name, cell in zip(HEADER, cells):
        if not cell or cell in ("-", "?"):
            yield f"has nothing under {name}"
    system, _, code, command, _, test = cells
    if system not in SYSTEMS:
        yield f"names no system of ours: {system}"
    places = CODE.findall(code)
    if not places:
        yield "names no code, such as `dialects/inline.cpp:framing`"
    for file, word in places:
        path = root / "app" / file
        if not path.is_file():
            yield f"names a file that is not there: {file}"
        elif not re.search(rf"\b{word}\b", path.read_text(encoding="utf-8")):
            yield f"names what is not in {file}: {word}"
    named = COMMAND.findall(command)
    if not named:
        yield "names no command"
    for words in named:
        if words not in known_commands and words.split()[0] not in known_commands:
            yield f"names a command that is not there: {words}"
    cited = TEST.findall(test)
    if not cited:
        yield "names no test, such as `tst_inline:goldenBody`"
    for file, function in cited:
        if function not in known_tests.get(file, ()):
            yield f"names a test that is not there: {file}:{function}"


def check(root):
    path = root / "CONTRIBUTING.md"
    if not path.is_file():
        yield "CONTRIBUTING.md:1: is missing"
        return
    known_commands, known_tests = commands(root), tests(root)
    seen = set()
    for number, cells in rows(path.read_text(encoding="utf-8")):
        for fault in faults_of(root, cells, known_commands, known_tests):
            yield f"CONTRIBUTING.md:{number}: the row {fault}"
        key = tuple(cells[:2])
        if key in seen:
            yield f"CONTRIBUTING.md:{number}: the row is there twice: {' '.join(key)}"
        seen.add(key)
    for system in sorted(SYSTEMS - {key[0] for key in seen}):
        yield f"CONTRIBUTING.md:1: the map has no row of {system}"


if __name__ == "__main__":
    arguments = tree.root_argument(__doc__).parse_args()
    sys.exit(tree.report("seed map", list(check(arguments.root))))
