#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends the samples through every practice connection, and judges what came back.

The second half of packaging/quickstart. Drives the built programs as a user would, through
their command line alone.
"""

import argparse
import csv
import json
import os
import shutil
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

# Many short runs: nobody wants to watch each of them.
BATCH_SECONDS = "1"
# A practice batch lives some seconds. What takes longer than this hangs.
RUN_SECONDS = 240
PICTURE_SECONDS = 60
# These mean that no answer came for a request.
NOT_BACK = ("pending", "missing", "expired", "cancelled")


class Trouble(Exception):
    """Something did not go as it must; the text says what."""


class Batchctl:
    """The command line, on one library."""

    def __init__(self, program, library):
        self.program = program
        self.library = library

    def run(self, *arguments, accepted=(0,)):
        done = subprocess.run(
            [self.program, "--library", self.library, *map(str, arguments)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=RUN_SECONDS, check=False)
        if done.returncode not in accepted:
            said = (done.stderr.strip() or done.stdout.strip())[-2000:]
            raise Trouble(f"batchctl {arguments[0]} ended with {done.returncode}: {said}")
        return done

    def objects(self, *arguments, accepted=(0,)):
        done = self.run(*arguments, "--json", "--quiet", accepted=accepted)
        return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]


def count_requests(sample):
    with sample.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def count_rows(path):
    """The data rows of a CSV file, which must all have as many fields as its header."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, strict=True))
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise Trouble(f"{path} is not a whole table")
    return len(rows) - 1


def send(batchctl, connection, sample, export):
    """One run, from import to export. Returns what there is to show of it."""
    requests = count_requests(sample)
    export.unlink(missing_ok=True)
    # 1: done, but some row needs a look, such as an answer cut at its token limit.
    states = batchctl.objects(
        "submit", sample, "--connection", connection, "--name", f"{sample.stem} through {connection}",
        "--again", "--wait", "-o", export, accepted=(0, 1))
    if not states or "run" not in states[-1]:
        raise Trouble(f"{sample.name} was not sent through {connection}")
    run = states[-1]["run"]
    certificate = batchctl.objects("certificate", run, accepted=(0, 1))[-1]
    outcomes = certificate["outcomes"]
    if certificate["requests"] != requests:
        raise Trouble(f"run {run} has {certificate['requests']} requests, {sample.name} has {requests}")
    if not certificate["balanced"] or sum(outcomes.values()) != requests:
        raise Trouble(f"the certificate of run {run} does not add up: {outcomes}")
    lost = {name: outcomes[name] for name in NOT_BACK if outcomes.get(name)}
    if lost:
        raise Trouble(f"not every request of run {run} came back: {lost}")
    if not export.is_file():
        raise Trouble(f"run {run} was not exported")
    rows = count_rows(export)
    if rows != requests:
        raise Trouble(f"{export} has {rows} rows for {requests} requests")
    return {
        "run": run,
        "title": f"{sample.name} through {connection}: {requests} requests, run {run}",
        "certificate": batchctl.run("certificate", run, accepted=(0, 1)).stdout.rstrip(),
        "results": batchctl.run("results", run, "--limit", 3).stdout.rstrip(),
        "export": export,
    }


def send_all(batchctl, connection, samples, exports, done, troubles):
    """The runs of one connection, one after the other: it is driven by one program at a time."""
    for sample in samples:
        try:
            done.append(send(batchctl, connection, sample, exports / f"{connection}-{sample.stem}.csv"))
        except (Trouble, OSError, ValueError, KeyError, csv.Error, subprocess.TimeoutExpired) as trouble:
            troubles.append(f"{sample.name} through {connection}: {trouble}")


def plan(batchctl, samples):
    """Which samples go through which connection: the chat through each, others where they fit."""
    connections = [row["connection"] for row in batchctl.objects("connection", "list")
                   if row["connection"].startswith("practice-")]
    if not connections:
        raise Trouble("the library has no practice connection")
    work = {}
    for connection in connections:
        work[connection] = [
            sample for sample in samples
            if sample.stem == "chat"
            or batchctl.run("check", sample, "--connection", connection, accepted=(0, 1)).returncode == 0]
    return work


def looks_painted(path):
    """Whether the PNG is large enough for a window and not of one colour."""
    data = path.read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        return False
    width, height = struct.unpack(">II", data[16:24])
    packed, at = b"", 8
    while at + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IDAT":
            packed += data[at + 8:at + 8 + size]
        at += 12 + size
    return width >= 400 and height >= 300 and len(set(zlib.decompress(packed))) > 16


def take_picture(program, library, picture):
    """The window on the runs, as a picture: on the display where there is one, else on a virtual one."""
    picture.unlink(missing_ok=True)
    command = [program, "--library", library, "--picture", picture]
    virtual = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *command]
    log = picture.with_suffix(".log")
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    # A display that is named may still be gone.
    for attempt in ([command, virtual] if has_display else [virtual]):
        environment = dict(os.environ)
        if attempt is virtual:
            environment.pop("WAYLAND_DISPLAY", None)
            environment["QT_QPA_PLATFORM"] = "xcb"
        with log.open("ab") as said:
            try:
                subprocess.run(list(map(str, attempt)), stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                               env=environment, timeout=PICTURE_SECONDS, check=False)
            except subprocess.TimeoutExpired:
                pass
        if picture.is_file() and looks_painted(picture):
            return attempt is command
    raise Trouble(f"the window could not be painted into {picture}; what it said is in {log}")


def open_window(program, library, log):
    """Leaves the window open for the user, after this program has ended."""
    with log.open("ab") as said:
        subprocess.Popen([program, "--library", library], stdin=subprocess.DEVNULL,
                         stdout=said, stderr=said, start_new_session=True)


def main():
    os.environ.setdefault("BATCHDESK_PRACTICE_SECONDS", BATCH_SECONDS)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    programs, out = arguments.bin.resolve(), arguments.out.resolve()
    library, exports, picture = out / "library", out / "exports", out / "window.png"
    exports.mkdir(parents=True, exist_ok=True)
    samples = sorted(arguments.samples.resolve().glob("*.jsonl"))
    batchctl = Batchctl(programs / "batchctl", library)

    done, troubles = [], []
    opened = False
    try:
        work = plan(batchctl, samples)
        print("Sending the samples through " + ", ".join(work), flush=True)
        threads = [threading.Thread(target=send_all, args=(batchctl, connection, files, exports, done, troubles))
                   for connection, files in work.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for shown in sorted(done, key=lambda run: run["title"]):
            print(f"\n== {shown['title']}\n\n{shown['certificate']}\n\nFirst results:\n{shown['results']}"
                  f"\n\nExport: {shown['export']}", flush=True)
        if shutil.which("xvfb-run") is None and not os.environ.get("DISPLAY"):
            raise Trouble("there is neither a display nor xvfb-run")
        if take_picture(programs / "batchdesk", library, picture):
            open_window(programs / "batchdesk", library, out / "window.log")
            opened = True
    except (Trouble, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as trouble:
        troubles.append(str(trouble))

    print("\nMade here:")
    print(f"  programs   {programs / 'batchdesk'} (the window), {programs / 'batchctl'}")
    print(f"  library    {library}")
    for shown in sorted(done, key=lambda run: run["title"]):
        print(f"  export     {shown['export']}")
    if picture.is_file():
        print(f"  picture    {picture}")
    print(f"  log        {out / 'build.log'}")
    if opened:
        print("The window is open on these runs.")
    else:
        print(f"To open the window on a display: packaging/devroot --build {programs / 'batchdesk'} --library {library}")
    for trouble in troubles:
        print(f"quickstart: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
