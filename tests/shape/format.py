#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All C++ is as clang-format writes it. --fix writes it so. Exit 77: no clang-format here."""

import re
import shutil
import subprocess
import sys

import tree

# Another version lays out some constructs differently: the check would judge the tool.
VERSION = 19


def main():
    parser = tree.root_argument(__doc__)
    parser.add_argument("--fix", action="store_true", help="rewrite what differs")
    arguments = parser.parse_args()
    tool = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    if tool is None:
        print("format: no clang-format here, skipped")
        return 77
    version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"version (\d+)", version)
    if found is None or int(found.group(1)) != VERSION:
        print(f"format: clang-format {VERSION} is asked for, skipped with {version.strip()}")
        return 77
    names = [str(path) for path in tree.files(arguments.root)
             if path.parts[0] in ("app", "ui", "tests") and path.suffix in (".h", ".cpp")
             and "data" not in path.parts]
    if not names:
        return tree.report("format", [])
    how = ["-i"] if arguments.fix else ["--dry-run", "-Werror"]
    done = subprocess.run([tool, "--style=file", *how, *names], cwd=arguments.root,
                          capture_output=True, text=True, check=False)
    faults = sorted({match.group(1) for match in
                     re.finditer(r"(?m)^([^\s:]+\.(?:h|cpp)):\d+:\d+: error", done.stderr)})
    if done.returncode and not faults:
        print(done.stderr)
    code = tree.report("format", [f"{name}:1: tests/shape/format.py --fix changes it" for name in faults])
    return code or done.returncode


if __name__ == "__main__":
    sys.exit(main())
