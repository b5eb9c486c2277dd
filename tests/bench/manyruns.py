#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window on a library of 10,000 runs: until it is seen, what it takes, and what it does when nothing is to do.

  BATCHDESK_BIN=build/release/bin tests/bench/manyruns.py [--runs N] [--seconds S]

Needs the targets batchdesk and manyruns, Xvfb and xdotool. Prints figures and fails past the limits; for a
machine that does nothing else, so no part of the tests.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(os.environ["BATCHDESK_BIN"])
FIRST_SEEN = 1.0  # seconds
RESIDENT = 150  # MiB
BUSY = 0.005  # of a core, while nothing is under way
TICKS = os.sysconf("SC_CLK_TCK")


def processor_time(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def status(path, name):
    for line in path.read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    raise KeyError(name)


def wakes(pid):
    return sum(status(task / "status", "voluntary_ctxt_switches")
               for task in pathlib.Path(f"/proc/{pid}/task").iterdir())


def seen(pid, env):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid), "--name", "."],
                           env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return bool(found.stdout.strip())


def measure(folder, env, seconds):
    begin = time.monotonic()
    with subprocess.Popen([str(BIN / "batchdesk"), "--library", str(folder / "library")], env=env) as window:
        try:
            while not seen(window.pid, env):
                if window.poll() is not None or time.monotonic() - begin > 60:
                    sys.exit("there is no window")
            first = time.monotonic() - begin
            until_seen = processor_time(window.pid)
            time.sleep(8)  # what a start leaves to be done
            settled = processor_time(window.pid)
            resident = status(pathlib.Path(f"/proc/{window.pid}/status"), "VmRSS") / 1024
            own = status(pathlib.Path(f"/proc/{window.pid}/status"), "RssAnon") / 1024
            time_before, wakes_before = processor_time(window.pid), wakes(window.pid)
            time.sleep(seconds)
            busy = (processor_time(window.pid) - time_before) / seconds
            woken = (wakes(window.pid) - wakes_before) / seconds
        finally:
            window.terminate()
    print(f"seen after {first:.2f} s ({until_seen:.2f} s of processor time, {settled:.2f} s until all is done)")
    print(f"resident {resident:.0f} MiB, {own:.0f} MiB of it its own")
    print(f"idle {100 * busy:.2f} % of a core, {woken:.1f} wake-ups a second, over {seconds} s")
    return first <= FIRST_SEEN and resident <= RESIDENT and busy <= BUSY


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ours, its = os.pipe()
        with subprocess.Popen(["Xvfb", "-displayfd", str(its), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                              pass_fds=(its,), stderr=subprocess.DEVNULL) as display:
            os.close(its)
            with os.fdopen(ours) as pipe:
                number = pipe.readline().strip()
            env = {**os.environ, "HOME": name, "XDG_RUNTIME_DIR": name, "DISPLAY": f":{number}",
                   "XDG_CONFIG_HOME": f"{name}/config", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
            env.pop("DBUS_SESSION_BUS_ADDRESS", None)
            try:
                subprocess.run([str(BIN.parent / "tests" / "bin" / "manyruns"), str(folder / "library"),
                                str(given.runs)], env=env, check=True)
                good = measure(folder, env, given.seconds)
            finally:
                display.terminate()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
