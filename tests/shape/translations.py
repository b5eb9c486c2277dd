#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every visible text has its translation, with the same placeholders, and no text was forgotten.

With --lupdate the texts of the sources are read as well and compared with the files."""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import tree

PLACEHOLDER = re.compile(r"%L?n|%L?\d")
TAG = re.compile(r"</?[a-z]+[^<>]*>")
LUPDATE_SECONDS = 120  # some sources make it loop for ever


def messages(path):
    """(context, message element) of each text in a file."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def key(context, message):
    return context, message.findtext("source"), message.findtext("comment") or ""


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text.replace("%Ln", "%n")))


def shown(text):
    line = " ".join(text.split())
    return f"“{line[:70]}…”" if len(line) > 70 else f"“{line}”"


def faults_of(message):
    """What is wrong with one translation."""
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield "is not translated"
        return
    if translation.get("type") in ("vanished", "obsolete"):
        yield "is no longer in the program"
        return
    forms = [form.text or "" for form in translation.iter("numerusform")]
    is_plural = message.get("numerus") == "yes"
    if is_plural and len(forms) != 2:
        yield f"needs two forms, not {len(forms)}"
    for form in forms if is_plural else [translation.text or ""]:
        if not form.strip():
            yield "has an empty translation"
            continue
        wanted, there = placeholders(source), placeholders(form)
        # A form for one may say "one" in words.
        if wanted != there and not (is_plural and [p for p in wanted if p != "%n"] == there):
            yield f"has the placeholders {' '.join(wanted) or 'none'}, its translation has {' '.join(there) or 'none'}"
        if sorted(TAG.findall(source)) != sorted(TAG.findall(form)):
            yield "has other HTML tags than its translation"
        if source.count("&&") == 0 and source.count("&") != form.count("&") and "&" in form + source:
            yield "has another number of & than its translation"


def check_file(path, name):
    root = ET.parse(path).getroot()
    if not root.get("language"):
        yield f"{name}: <TS> names no language, so plurals would be lost"
    for context, message in messages(path):
        for fault in faults_of(message):
            yield f"{name}: {context}: {shown(message.findtext('source') or '')} {fault}"


def check_sources(lupdate, root, files):
    """Texts of the sources that a file lacks, and the other way round."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "texts.ts"
        command = [lupdate, "-silent", "-no-obsolete", "-locations", "none",
                   "-source-language", "en", "-target-language", "de", "app", "ui", "-ts", copy]
        try:
            done = subprocess.run(command, cwd=root, timeout=LUPDATE_SECONDS, check=True,
                                  capture_output=True, text=True)
        except subprocess.TimeoutExpired:
            yield "lupdate does not come to an end: is there a subtraction in the count of a plural?"
            return
        yield from (line for line in (done.stdout + done.stderr).splitlines()
                    if "without context" in line)
        wanted = {key(c, m): m.get("numerus") == "yes" for c, m in messages(copy)}
    for path in files:
        there = {key(c, m) for c, m in messages(path)}
        only_plurals = path.stem.endswith("_en")
        needed = {k for k, plural in wanted.items() if plural or not only_plurals}
        for context, source, _ in sorted(needed - there):
            yield f"{path.name}: {context}: {shown(source)} is missing; build update_translations"
        for context, source, _ in sorted(there - needed):
            yield f"{path.name}: {context}: {shown(source)} is no longer in the program"


def check(root, lupdate):
    files = sorted((root / "translations").glob("*.ts"))
    for path in files:
        yield from check_file(path, path.name)
    if lupdate:
        yield from check_sources(lupdate, root, files)


if __name__ == "__main__":
    parser = tree.root_argument(__doc__)
    parser.add_argument("--lupdate", help="the program that reads texts out of sources")
    arguments = parser.parse_args()
    sys.exit(tree.report("translations", list(check(arguments.root, arguments.lupdate))))
