#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours come from the palette, or from ui/theme where it makes them readable on it.

Fails where anything else of ui/ names a colour by number or by name, which is right in one theme alone.
"""

import re
import sys

import tree

NAMES = ("black|white|(dark)?(red|green|blue|cyan|magenta|yellow|gr[ae]y)|light[Gg]r[ae]y|"
         "dark(Red|Green|Blue|Cyan|Magenta|Yellow|Gr[ae]y)")
NAMED = re.compile(rf"\bQt::({NAMES})\b")
# Of a string nothing is left in the code but its quotes.
MADE = re.compile(r"\bQColor(\s+\w+)?\s*[({]\s*(u?\"|0x|\d)|\bQColor::from(Rgb|Hsv|Hsl|String|Cmyk)\w*\b"
                  r"|\bqRgba?\s*\(|\bQColorConstants\b|\bsetNamedColor\b")
# In a style sheet: read from the strings themselves.
SHEET = re.compile(r"\bcolor\s*:\s*(?!palette\()[\w#]", re.IGNORECASE)


def check(path, text):
    code = tree.code_only(text)
    for pattern, where in ((NAMED, code), (MADE, code), (SHEET, text)):
        for match in pattern.finditer(where):
            # What is between a style sheet's quotes counts, what is in a comment does not.
            if pattern is SHEET and '"' not in text[text.rfind("\n", 0, match.start()) + 1:match.start()]:
                continue
            line = where.count("\n", 0, match.start()) + 1
            yield f"{path}:{line}: {match.group(0).strip()} is a colour of its own; take one of theme/colours.h"


def main():
    root = tree.root_argument(__doc__).parse_args().root
    faults = []
    for path in tree.files(root):
        if path.parts[0] == "ui" and path.parts[1] != "theme" and path.suffix in (".h", ".cpp"):
            faults += check(path, (root / path).read_text(encoding="utf-8"))
    return tree.report("colours", faults)


if __name__ == "__main__":
    sys.exit(main())
