# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A library and a provider of its own for tests in which programs die: what the library knows at the
end is compared with what the provider has stored."""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from support import BIN, Answer

PROFILES = {"files": "openai-compatible", "inline": "meshapi", "rawjsonl": "scaledown", "staged": "staged"}
DIALECTS = tuple(PROFILES)
# Where a list shows what was created, nothing may stay in doubt that is there.
LISTED = ("files", "inline", "staged")


class Desk:
    """seconds is the life of a batch at the provider."""

    def __init__(self, seconds=0.05, scale=0.002):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="batchdesk-desk-"))
        self.library = self.folder / "library"
        self.state = self.folder / "provider"
        self.env = {
            key: value
            for key, value in os.environ.items()
            if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
            and not key.startswith("BATCHDESK_CRASH")
        }
        self.env.update(
            HOME=str(self.folder),
            XDG_RUNTIME_DIR=str(self.folder),
            XDG_DATA_HOME=str(self.folder / "data"),
            XDG_CONFIG_HOME=str(self.folder / "config"),
            XDG_CACHE_HOME=str(self.folder / "cache"),
            BATCHDESK_LIBRARY=str(self.library),
            BATCHDESK_TIME_SCALE=str(scale),
            DESK_KEY="canary-key-0123456789",
        )
        self.provider = subprocess.Popen(
            [str(BIN / "batchctl"), "practice", "--json", "--state", str(self.state), "--seconds", str(seconds)],
            env=self.env, stdout=subprocess.PIPE)
        self.urls = {}
        for _ in DIALECTS:
            told = json.loads(self.provider.stdout.readline())
            self.urls[told["dialect"]] = told["base_url"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.provider.kill()
        self.provider.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *arguments, before=(), **more):
        """A program beside this one; before is what it is started with, more its environment."""
        return subprocess.Popen(
            [*before, str(BIN / "batchctl"), "--json", *map(str, arguments)], env={**self.env, **more},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ctl(self, *arguments, timeout=60, before=(), **more):
        process = self.start(*arguments, before=before, **more)
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            raise Wrong(f"{' '.join(map(str, arguments))} took more than {timeout} s\n{err.decode()[-600:]}") from None
        return Answer(subprocess.CompletedProcess([], process.returncode, out, err))

    def well(self, *arguments, codes=(0,), **more):
        answer = self.ctl(*arguments, **more)
        if answer.code not in codes:
            raise Wrong(f"batchctl {' '.join(map(str, arguments))}\n{answer}")
        return answer

    def connect(self, dialect, name=None, *more):
        self.well("connection", "add", name or dialect, "--profile", PROFILES[dialect], "--base-url",
                  self.urls[dialect], "--key-env", "DESK_KEY", "--poll", "5,15", *more)

    def requests(self, name, count, dialect, first=1):
        """Lines that no other file has: the name is in them."""
        def body(n):
            if dialect == "rawjsonl":
                return {"model": "summarize", "text": f"This is text {n} of {name}. It goes on. It ends."}
            return {"model": "practice-mini", "messages": [{"role": "user", "content": f"Shorten {n} of {name}."}]}

        path = self.folder / f"{name}.jsonl"
        path.write_text("".join(
            json.dumps({"custom_id": f"q-{n}", "method": "POST", "url": "/v1/chat/completions", "body": body(n)}) + "\n"
            for n in range(first, first + count)))
        return path

    def runs(self):
        """By name. Opening the library is part of the test: it must always go well."""
        return {run["name"]: run for run in self.well("runs").objects}

    def created(self, dialect):
        """The ids that the provider has, from its own files."""
        return [path.stem for path in sorted((self.state / dialect / "batches").glob("*.json"))]

    def compare(self, dialect, runs=None):
        """The ids here are the provider's, each once; none was made that is not known here."""
        runs = self.runs() if runs is None else runs
        ours = [batch["remote_id"] for run in runs.values() for batch in run["batches"] if batch["remote_id"]]
        theirs = self.created(dialect)
        doubts = [run["run"] for run in runs.values() if run["state"] in ("unknown", "creating")]
        if len(set(ours)) != len(ours):
            raise Wrong(f"{dialect}: an id is in the library twice: {sorted(ours)}")
        if len(theirs) > len(runs):
            raise Wrong(f"{dialect}: {len(theirs)} batches for {len(runs)} runs")
        if not set(ours) <= set(theirs):
            raise Wrong(f"{dialect}: not at the provider: {set(ours) - set(theirs)}")
        lost = set(theirs) - set(ours)
        # Without a list nobody can tell: each of these is said to be in doubt.
        if len(lost) > (0 if dialect in LISTED else len(doubts)):
            raise Wrong(f"{dialect}: not in the library: {lost}; in doubt: {doubts}")

    def certify(self, run, counts):
        """Each request has one outcome; counts are the numbers of requests that there may be."""
        certificate = self.well("certificate", run, codes=(0, 1)).last
        total = sum(certificate["outcomes"].values())
        if not certificate["balanced"] or total != certificate["requests"] or total not in counts:
            raise Wrong(f"{run}: {certificate}")
        return certificate


class Wrong(Exception):
    """Something that must never be."""


def whole_or_absent(path, rows):
    """An export is there with all its rows, or not at all."""
    if not path.exists():
        return
    with path.open(newline="", encoding="utf-8") as file:
        got = list(csv.DictReader(file))
    if [row["custom_id"] for row in got] != [f"q-{n}" for n in range(1, rows + 1)]:
        raise Wrong(f"{path.name} has {len(got)} rows of {rows}")
