#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file names its licence: in two lines near its top, or through REUSE.toml."""

import re
import sys
import tomllib

import tree

# Split, so that the tools that look for such lines do not take these for this file's own.
COPYRIGHT = "SPDX-FileCopyright" + "Text: 2026 Batchdesk contributors"
LICENCE = re.compile("SPDX-License-" + r"Identifier: (GPL-3\.0-or-later|CC0-1\.0)\b")
TOP = 12

# Comments are possible in these, so REUSE.toml is no excuse for them.
MUST_SAY_IT = {".cpp", ".h", ".py", ".sh", ".cmake", ".sql", ".yml", ".yaml", ".toml", ".in", ".svg", ".qrc"}
MUST_SAY_IT_NAMES = {"CMakeLists.txt", "run", "devroot", "quickstart", "tidy"}


def glob_to_regex(glob):
    """REUSE's globs: * within a folder, ** across folders."""
    out = ""
    i = 0
    while i < len(glob):
        if glob.startswith("**/", i):
            out, i = out + "(?:.*/)?", i + 3
        elif glob.startswith("**", i):
            out, i = out + ".*", i + 2
        elif glob[i] == "*":
            out, i = out + "[^/]*", i + 1
        else:
            out, i = out + re.escape(glob[i]), i + 1
    return re.compile(out + r"\Z")


def covered_by(root):
    path = root / "REUSE.toml"
    if not path.is_file():
        return []
    globs = []
    for annotation in tomllib.loads(path.read_text(encoding="utf-8")).get("annotations", []):
        paths = annotation["path"]
        globs += [paths] if isinstance(paths, str) else paths
    return [glob_to_regex(glob) for glob in globs]


def must_say_it(path):
    if "data" in path.parts:
        return False
    return path.suffix in MUST_SAY_IT or path.name in MUST_SAY_IT_NAMES


def check(root):
    covered = covered_by(root)
    for path in tree.files(root):
        if path.parts[0] == "LICENSES" or path.suffix == ".license":
            continue
        text = (root / path).read_bytes().decode("utf-8", "replace")
        top = "\n".join(text.split("\n")[:TOP])
        if COPYRIGHT in top and LICENCE.search(top):
            continue
        if not must_say_it(path) and any(glob.match(path.as_posix()) for glob in covered):
            continue
        if (root / (str(path) + ".license")).is_file():
            continue
        yield f"{path}:1: the two SPDX lines are missing, and REUSE.toml does not cover it"


if __name__ == "__main__":
    arguments = tree.root_argument(__doc__).parse_args()
    sys.exit(tree.report("spdx", list(check(arguments.root))))
