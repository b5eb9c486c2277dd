# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the source tree have in common."""

import argparse
import subprocess
from pathlib import Path

SKIPPED_FOLDERS = {".git", "build", "__pycache__", ".cache"}


def root_argument(description):
    """A parser with --root, the top of the tree to look at; by default the one we are in."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    return parser


def files(root):
    """The project's own files, relative to root: as git knows them, or all in a tree without git."""
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z",
             "--cached", "--others", "--exclude-standard"],
            capture_output=True, check=True)
        names = listed.stdout.decode().split("\0")
        found = sorted({Path(name) for name in names if name})
    else:
        found = sorted(
            path.relative_to(root) for path in root.rglob("*")
            if not SKIPPED_FOLDERS.intersection(path.relative_to(root).parts))
    return [path for path in found if (root / path).is_file() and not (root / path).is_symlink()]


def report(what, faults):
    """Prints the faults, each as file:line: text. Returns the exit code."""
    for fault in faults:
        print(fault)
    print(f"{what}: {len(faults)} faults" if faults else f"{what}: fine")
    return 1 if faults else 0


def code_only(text):
    """C++ without comments and with empty string literals; line numbers stay."""
    out = []
    i, size = 0, len(text)
    while i < size:
        two = text[i:i + 2]
        if two == "//":
            end = text.find("\n", i)
            i = size if end < 0 else end
        elif two == "/*":
            end = text.find("*/", i + 2)
            end = size if end < 0 else end + 2
            out.append("\n" * text.count("\n", i, end) or " ")
            i = end
        elif two == 'R"':
            open_at = text.find("(", i)
            close = ")" + text[i + 2:open_at] + '"'
            end = text.find(close, open_at)
            end = size if end < 0 else end + len(close)
            out.append('""' + "\n" * text.count("\n", i, end))
            i = end
        elif text[i] == '"':
            end = i + 1
            while end < size and text[end] not in '"\n':
                end += 2 if text[end] == "\\" else 1
            # The names of included files are read elsewhere, from the text as it is.
            out.append('""')
            i = end + 1
        elif text[i] == "'" and not (out and out[-1].isalnum()):
            end = i + 1
            while end < size and text[end] not in "'\n":
                end += 2 if text[end] == "\\" else 1
            out.append("' '")
            i = end + 1
        else:
            out.append(text[i])
            i += 1
    return "".join(out)
