# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A key goes through all that can happen to it, and is then nowhere but where it belongs.

Each scenario has a library, a home and a temporary folder of its own. When it is over, all that was
written there and said is searched, in every form that a text takes; command lines and environments
of all processes are looked at all the while. With all logging that there is.
"""

import base64
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import unittest
from urllib.parse import urlsplit

from canary import MARK, Canary, Parrot, Watcher, wait_for
from support import BIN, Answer, Case

# The long run of the nightly tests; the short one takes every n-th of the matrix.
NIGHTLY = os.environ.get("BATCHDESK_CANARY") == "all"

DIALECTS = {"files": ("openai-compatible", []), "inline": ("meshapi", []),
            "rawjsonl": ("scaledown", []), "staged": ("staged", [])}

LOUD = {"QT_LOGGING_RULES": "*=true", "QT_FORCE_STDERR_LOGGING": "1", "QT_DEBUG_PLUGINS": "1",
        "QT_MESSAGE_PATTERN": "%{category} %{type} %{function}: %{message}", "G_MESSAGES_DEBUG": "all"}


class Scenario(Case):
    """One library, one key, a provider that throws it back, and a search at the end."""

    done = {}  # how many of each kind have passed the search

    @classmethod
    def setUpClass(cls):
        cls.canary = Canary()
        cls.watcher = Watcher(cls.canary)
        # The provider knows the key, and by the contract of the practice provider takes it as an
        # argument: it is the one process whose command line may hold it, so it has no mark.
        environment = {**os.environ, "BATCHDESK_TIME_SCALE": "0.05"}
        cls.practice = subprocess.Popen(
            [BIN / "batchctl", "practice", "--key", cls.canary.text, "--seconds", "0.2"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.urls = dict(cls.practice.stdout.readline().split() for _ in DIALECTS)

    @classmethod
    def tearDownClass(cls):
        cls.practice.terminate()
        cls.practice.wait()
        cls.practice.stdout.close()
        cls.watcher.stop()

    def setUp(self):
        super().setUp()
        self.begin()

    def begin(self):
        """Everything anew, for the next scenario of the same test."""
        shutil.rmtree(self.folder)
        for name in ("home", "tmp", "cwd", "run", "out", "said"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "run").chmod(0o700)
        self.said = []
        self.env.update(
            LOUD, HOME=str(self.folder / "home"), TMPDIR=str(self.folder / "tmp"),
            XDG_RUNTIME_DIR=str(self.folder / "run"), XDG_CACHE_HOME=str(self.folder / "cache"),
            XDG_STATE_HOME=str(self.folder / "state"), BATCHDESK_TIME_SCALE="0.02",
            QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", ACME_PROVIDER=self.canary.text)
        name, value = self.watcher.mark.split("=")
        self.env[name] = value
        assert name == MARK

    def parrot(self, dialect):
        url = urlsplit(self.urls[dialect])
        parrot = Parrot(self.canary, (url.path, (url.hostname, url.port)))
        self.addCleanup(parrot.stop)
        return parrot

    def start(self, *arguments, program="batchctl"):
        # Into files: a pipe that nobody reads would stop a program that has much to say.
        number = len(list((self.folder / "said").iterdir()))
        paths = [self.folder / "said" / f"{number}.{stream}" for stream in ("out", "err")]
        with paths[0].open("wb") as out, paths[1].open("wb") as err:
            process = subprocess.Popen(
                [BIN / program, *map(str, arguments)], env=self.env, cwd=self.folder / "cwd",
                stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                preexec_fn=lambda: resource.setrlimit(
                    resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
        process.paths = paths
        self.watcher.given(process)
        return process

    def end(self, process, seconds=60):
        process.wait(seconds)
        out, err = (path.read_bytes() for path in process.paths)
        self.said += [out, err]
        return Answer(subprocess.CompletedProcess(process.args, process.returncode, out, err))

    def call(self, *arguments, code=None):
        answer = self.end(self.start("--json", *arguments))
        if code is not None:
            self.assertEqual(answer.code, code, f"{arguments}\n{answer}")
        return answer

    def add(self, dialect, url, *more):
        profile, settings = DIALECTS[dialect]
        return self.call("connection", "add", "acme", "--profile", profile, "--base-url", url, "--poll", "0.1,0.2",
                         *(more or ("--key-env", "ACME_PROVIDER")), *settings, code=0)

    def input(self, dialect, count=3):
        if dialect != "rawjsonl":
            return self.requests("in.jsonl", count)
        return self.write("in.jsonl", "".join(
            f'{{"custom_id":"q-{n}","method":"POST","url":"/v1/chat/completions",'
            f'"body":{{"model":"summarize","text":"Text number {n}, to be short."}}}}\n' for n in range(count)))

    def submit(self, dialect, *more):
        return self.call("submit", self.input(dialect), "--connection", "acme", "--name", "job", *more)

    def look_back(self, exports=False):
        """All that tells of what has happened, and the results where there are any."""
        for command in (["runs"], ["show", "job"], ["connection", "list"], ["certificate", "job"],
                        ["results", "job"], ["reconcile"]):
            self.call(*command)
        for format_ in ("csv", "jsonl") if exports else ():
            self.call("export", "job", "-o", self.folder / "out" / f"all.{format_}", "--format", format_, code=0)

    def search(self, kind, parrot=None):
        """The end of a scenario: the key is nowhere."""
        for said in self.said:
            self.assertEqual(self.canary.find(said), [], said[:3000])
        self.assertEqual(self.canary.search_tree(self.folder), [])
        self.assertEqual(self.watcher.faults(), [])
        if parrot:
            self.assertEqual([sent for sent in parrot.foreign if self.canary.find(sent)], [])
            self.assertGreater(parrot.asked, 0)
        Scenario.done[kind] = Scenario.done.get(kind, 0) + 1


class Harness(Scenario):
    """The search itself finds what it is there for."""

    def test_planted_in_files(self):
        for name, form in self.canary.forms.items():
            with self.subTest(name):
                self.begin()
                path = self.folder / "home" / "some.log"
                path.write_bytes(b"\0\xffbefore " + form + b" behind\n")
                hits = self.canary.search_tree(self.folder)
                self.assertIn((str(path), name), hits)
                with self.assertRaises(AssertionError):
                    self.search("planted")
        self.begin()
        (self.folder / "tmp" / f"x{self.canary.head.decode()}").touch()
        with self.assertRaises(AssertionError):
            self.search("planted")

    def test_planted_in_base64_of_more(self):
        for before in range(4):
            text = base64.b64encode(b"u" * before + self.canary.key + b":p")
            self.assertTrue(self.canary.find(text))

    def test_every_echo_is_found(self):
        for form in Canary.ECHOES:
            with self.subTest(form):
                text = self.canary.echo(form).replace("%25", "%")
                text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)
                self.assertTrue(self.canary.find(text.encode()))

    def test_planted_in_what_is_said(self):
        self.said.append(b"a key: " + self.canary.key)
        with self.assertRaises(AssertionError):
            self.search("planted")

    def test_planted_in_processes(self):
        for command, extra in ((["sleep", "5", self.canary.text], {}), (["sleep", "5"], {"X": self.canary.text})):
            with self.subTest(command):
                watcher = Watcher(self.canary)
                self.addCleanup(watcher.stop)
                name, value = watcher.mark.split("=")
                shell = ["sh", "-c", "sleep 1", *command]
                process = subprocess.Popen(shell, env={**os.environ, name: value, **extra})
                self.assertTrue(wait_for(watcher.faults, 5))
                process.wait()


class Matrix(Scenario):
    """Every dialect, with every fault, at every stage of a batch."""

    # Stage, kind of fault, form of the echo. The first are for the first call of all.
    FAULTS = (
        [("first", status, form) for status, form in
         [(401, "plain"), (401, "masked"), (403, "json"), (400, "percent"), (404, "base64"), (429, "slash"),
          (500, "basic"), (503, "html"), ("reset", "plain"), ("cut", "plain"), ("reason", "plain"),
          ("headers", "percent"), ("redirect", "plain"), ("redirect", "percent"), ("away", "plain"),
          (400, "percent twice"), (402, "beginning")]]
        + [("post", status, form) for status, form in
           [(401, "base64"), (400, "json"), (422, "plain"), (500, "percent"), (503, "masked"), (409, "beginning"),
            ("reset", "plain"), ("redirect", "base64"), ("cut", "json")]]
        + [("get", status, form) for status, form in
           [(401, "percent"), (404, "plain"), (429, "masked"), (500, "json"), (503, "base64"), ("reset", "plain"),
            ("redirect", "json"), ("away", "plain"), ("headers", "basic"), (200, "plain")]]
        + [("content", status, form) for status, form in
           [(401, "plain"), (403, "base64"), (500, "html"), ("redirect", "plain"), ("reset", "plain")]])

    def one(self, dialect, stage, kind, form):
        parrot = self.parrot(dialect)
        parrot.plan(stage, kind, form)
        self.add(dialect, parrot.url)
        if stage == "first":
            self.call("connection", "test", "acme")
        self.submit(dialect, "--wait") if stage in ("get", "content") else self.submit(dialect)
        self.look_back()
        self.search(f"{stage} stage", parrot)

    def test_matrix(self):
        cells = [(dialect, *fault) for number, fault in enumerate(self.FAULTS)
                 for place, dialect in enumerate(DIALECTS) if NIGHTLY or number % len(DIALECTS) == place]
        for cell in cells:
            with self.subTest(cell=cell):
                self.begin()
                self.one(*cell)

    def test_whole_runs(self):
        for dialect in DIALECTS:
            with self.subTest(dialect):
                self.begin()
                parrot = self.parrot(dialect)
                self.add(dialect, parrot.url)
                self.call("connection", "test", "acme", code=0)
                self.call("check", self.input(dialect), "--connection", "acme", code=0)
                done = self.submit(dialect, "--wait", "-o", self.folder / "out" / "first.csv")
                self.assertEqual(done.code, 0, done)
                self.look_back(exports=True)
                self.call("remote", "--connection", "acme")
                self.call("requests", "job")
                self.call("cancel", "job")
                self.submit(dialect, "--again", "--description", "twice")
                self.call("connection", "remove", "acme")
                self.search("whole run", parrot)


class Ends(Scenario):
    """The program is stopped while a call with the key is under way."""

    def interrupted(self, dialect, number, stage):
        parrot = self.parrot(dialect)
        self.add(dialect, parrot.url)
        parrot.plan(stage, "stall", times=9)
        before = parrot.asked
        process = self.start("--json", "submit", self.input(dialect), "--connection", "acme", "--name", "job", "--wait")
        wait_for(lambda: any(fault[3] < 9 for fault in parrot.faults))
        self.assertGreater(parrot.asked, before)
        process.send_signal(number)
        parrot.faults.clear()
        parrot.stalling.set()
        answer = self.end(process)
        if number not in (signal.SIGINT, signal.SIGTERM):
            self.assertEqual(answer.code, -number)
        self.look_back()
        self.search("stopped", parrot)

    def test_signals(self):
        numbers = (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGINT, signal.SIGTERM)
        for place, number in enumerate(numbers):
            for order, dialect in enumerate(DIALECTS):
                for stage in ("post", "get"):
                    if not NIGHTLY and ((place + order) % 4 or stage == "get"):
                        continue
                    with self.subTest(signal=number.name, dialect=dialect, stage=stage):
                        self.begin()
                        self.interrupted(dialect, number, stage)


class Places(Scenario):
    """Where a key comes from, and programs other than batchctl."""

    def test_input_from_standard_input_without_a_keychain(self):
        process = subprocess.Popen(
            [BIN / "batchctl", "--json", "connection", "add", "acme", "--profile", "openai-compatible",
             "--base-url", self.urls["files"], "--key-stdin"],
            env={key: value for key, value in self.env.items() if key != "ACME_PROVIDER"},
            cwd=self.folder / "cwd", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.said += process.communicate(self.canary.key + b"\n", timeout=60)
        self.assertEqual(process.returncode, 6)
        self.search("standard input")

    def test_the_keychain(self):
        missing = [tool for tool in ("dbus-run-session", "gnome-keyring-daemon", "dbus-monitor") if not shutil.which(tool)]
        if missing:
            self.skipTest(f"{missing} not installed")
        parrot = self.parrot("files")
        parrot.plan("first", 401, "plain", times=1)
        script = """
            printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
            dbus-monitor --session > "$TMPDIR/bus.txt" 2>&1 &
            monitor=$!
            set -e
            {ctl} connection add acme --profile openai-compatible --base-url {url} --poll 0.1,0.2 --key-stdin
            {ctl} connection test acme || true
            {ctl} connection test acme
            {ctl} submit {input} --connection acme --name job --wait </dev/null
            {ctl} export job -o {folder}/out/all.csv
            {ctl} connection remove acme
            kill $monitor
            test -s "$TMPDIR/bus.txt"
        """.format(ctl=f"{BIN}/batchctl --json", url=parrot.url, input=self.input("files"), folder=self.folder)
        process = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", script],
            env={key: value for key, value in self.env.items() if key != "ACME_PROVIDER"},
            cwd=self.folder / "cwd", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.said += process.communicate(self.canary.key + b"\n", timeout=100)
        self.assertEqual(process.returncode, 0, b"".join(self.said)[-3000:])
        self.assertTrue(list((self.folder / "data" / "keyrings").iterdir()))
        self.search("keychain", parrot)

    def test_the_window(self):
        if not (BIN / "batchdesk").exists():
            self.skipTest("the window is not built")
        for fault in ((401, "masked"), (500, "json"), (200, "plain"))[:3 if NIGHTLY else 2]:
            with self.subTest(fault):
                self.begin()
                parrot = self.parrot("files")
                self.add("files", parrot.url)
                parrot.plan("get", *fault, times=99)
                self.submit("files")
                for page in ("runs", "run", "new", "remote"):
                    picture = self.folder / "out" / f"{page}.png"
                    self.end(self.start("--library", self.library, "--picture", picture, "--picture-page", page,
                                        program="batchdesk"))
                    self.assertTrue(picture.exists())
                self.search("window", parrot)

    def test_the_window_at_work(self):
        """It follows a run by itself, and is then stopped in every way."""
        if not (BIN / "batchdesk").exists():
            self.skipTest("the window is not built")
        for number in (signal.SIGTERM, signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL):
            with self.subTest(number.name):
                self.begin()
                parrot = self.parrot("files")
                self.add("files", parrot.url)
                self.submit("files")
                parrot.plan("get", 401, "plain", times=1)
                parrot.plan("get", "stall", times=9)
                before = parrot.asked
                process = self.start("--library", self.library, program="batchdesk")
                self.assertTrue(wait_for(lambda: parrot.asked > before, 30))
                process.send_signal(number)
                parrot.stalling.set()
                self.end(process)
                self.look_back()
                self.search("window", parrot)

    def test_the_practice_provider_is_not_given_the_environment(self):
        self.call("submit", self.input("files"), "--connection", "practice-files", "--name", "job", "--wait", code=0)
        own = [command for pid, command in self.watcher.seen if b"\0practice\0" in command]
        self.assertTrue(own, "it was not seen")
        self.search("child")

    def test_mistakes(self):
        """What people type wrong is repeated to them; not where it is a key."""
        parrot = self.parrot("files")
        for arguments in (
                ["connection", "add", "acme", "--profile", "nobody", "--key-env", "ACME_PROVIDER"],
                ["connection", "add", "acme", "--profile", "openai-compatible", "--base-url", "ftp://x", "--key-env", "ACME_PROVIDER"],
                ["connection", "add", "acme", "--profile", "openai-compatible", "--base-url", parrot.url, "--set", "x=1", "--key-env", "ACME_PROVIDER"],
                ["connection", "test", "nobody"], ["submit", "gone.jsonl", "--connection", "nobody"],
                ["profiles"], ["connection", "list"]):
            self.call(*arguments)
        self.add("files", parrot.url)
        self.env.pop("ACME_PROVIDER")
        for arguments in (["connection", "test", "acme"], ["submit", self.input("files"), "--connection", "acme", "--name", "job"]):
            self.call(*arguments)
        parrot.asked += 1  # nothing could be asked without a key
        self.search("mistakes", parrot)


class Total(unittest.TestCase):
    """The last: how many there were."""

    def test_enough(self):
        total = sum(count for kind, count in Scenario.done.items() if kind != "planted")
        print(f"\n{total} scenarios, 0 hits: {Scenario.done}", file=sys.stderr)
        self.assertNotIn("planted", Scenario.done)
        self.assertGreaterEqual(total, 200 if NIGHTLY else 50)


if __name__ == "__main__":
    cases = [case for case in (Harness, Matrix, Ends, Places, Total)
             if case.__name__ in sys.argv[1:] or not sys.argv[1:]]
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in cases)
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
