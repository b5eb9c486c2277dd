# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A keyring that is absent, locked, slow, broken or lies.

Whatever it does: the program says so and what to do, stays usable, keeps no key in clear, deletes
nothing, and asks a person at most once.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import time

from canary import Canary, wait_for
from desktop import BARE_BUS
from support import BIN, Case, Provider, main

# Behaviour -> what the words must hold for a read, and for a write. None: it goes well.
WAYS = {
    "locked-dismissed": ("locked", "locked"),
    "locked-unanswered": ("in time", "in time"),
    "locked-refused": ("locked", "locked"),
    "dies": ("keyring", "keyring"),
    "hangs": ("in time", None),
    "fails": ("on fire", "on fire"),
    "wrong-type": ("keyring", None),
    "empty": ("put it in again", None),
    "empty-secret": ("put it in again", None),
    "finds-nothing": ("put it in again", None),
    "denies-read": ("keyring", None),
    "denies-write": (None, "you may not write"),
    "no-collection": (None, "no open keyring"),
    "forgets": (None, None),
}


class SecretService(Case):
    def setUp(self):
        if shutil.which("dbus-daemon") is None:
            self.skipTest("dbus-daemon is not installed")
        try:
            import dbus  # noqa: F401
            from gi.repository import GLib  # noqa: F401
        except ImportError:
            self.skipTest("python3-dbus and python3-gi are not installed")
        super().setUp()
        self.canary = Canary()
        self.processes = []
        self.addCleanup(self.end)
        config = self.write("bus.conf", BARE_BUS.format(folder=self.folder))
        daemon = self.spawn("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().decode().strip()
        # The time limit of the keyring, a second.
        self.env["BATCHDESK_TIME_SCALE"] = "0.02"
        self.provider = Provider()
        self.addCleanup(self.provider.stop)

    def spawn(self, *command):
        process = subprocess.Popen(list(map(str, command)), env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def end(self):
        for process in self.processes:
            process.kill()
            process.wait()
            process.stdout.close()

    def serve(self):
        service = self.spawn(sys.executable, "-B", pathlib.Path(__file__).with_name("secretservice.py"), self.folder)
        self.assertEqual(service.stdout.readline(), b"ready\n")
        return service

    def behave(self, way):
        self.write("way", way)
        (self.folder / "calls").unlink(missing_ok=True)

    def calls(self, name):
        path = self.folder / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        return sum(json.loads(line)["call"] == name for line in lines)

    def add(self, name, code):
        return self.ctl("connection", "add", name, "--profile", "openai-compatible", "--base-url", self.provider.url,
                        "--key-stdin", stdin=self.canary.key + b"\n", code=code)

    def assert_helpful(self, answer, words):
        said = answer.stdout + answer.stderr
        self.assertIn(words, said)
        self.assertTrue("--key-env" in said or "put it in again" in said, said)

    def assert_nothing_in_clear(self):
        self.assertEqual(self.canary.search_tree(self.folder), [])

    def test_a_good_one(self):
        self.serve()
        self.behave("")
        self.add("acme", 0)
        self.ctl("connection", "test", "acme", code=0)
        self.assertEqual(self.provider.hits[-1][2]["authorization"], f"Bearer {self.canary.text}")
        self.ctl("connection", "remove", "acme", code=0)
        self.assertEqual(self.calls("Delete"), 1)
        self.assertEqual(self.calls("Prompt"), 0)
        self.assert_nothing_in_clear()

    def test_reading(self):
        """What was good turns bad; nothing is sent without the key, and nothing is deleted."""
        for way, (words, _) in WAYS.items():
            if words is None:
                continue
            with self.subTest(way):
                service = self.serve()
                self.behave("")
                name = f"acme-{way}"
                self.add(name, 0)
                self.behave(way)
                before = len(self.provider.hits)
                begun = time.monotonic()
                tested = self.ctl("connection", "test", name)
                self.assertNotEqual(tested.code, 0)
                self.assert_helpful(tested, words)
                self.assertLess(time.monotonic() - begun, 8)
                self.assertLessEqual(self.calls("Prompt"), 1)
                # A run waits for its key; the rest works meanwhile.
                if way == "dies":
                    service.wait()
                    service = self.serve()
                    self.behave("finds-nothing")
                held = self.ctl("submit", self.requests(f"{way}.jsonl", 2, seed=name), "--connection", name)
                self.assertIn(held.code, (1, 6), held)
                self.assertLessEqual(self.calls("Prompt"), 2)  # one for each program
                self.assertEqual(len(self.provider.hits), before)
                self.assertEqual(self.ctl("runs", code=0).objects[-1]["batches"][0]["remote_id"], None)
                self.ctl("check", self.requests("other.jsonl", 1), code=0)
                self.assertEqual((self.calls("Delete"), self.calls("CreateItem")), (0, 0))
                # And when it is good again, so is everything.
                if way != "dies":
                    self.behave("")
                    self.ctl("connection", "test", name, code=0)
                self.assert_nothing_in_clear()
                service.kill()
                service.wait()

    def test_writing(self):
        """A key that cannot be kept is not kept elsewhere, and there is no connection that claims it."""
        for way, (_, words) in WAYS.items():
            if words is None:
                continue
            with self.subTest(way):
                service = self.serve()
                self.behave(way)
                begun = time.monotonic()
                refused = self.add(f"acme-{way}", 6)
                self.assert_helpful(refused, words)
                self.assertLess(time.monotonic() - begun, 8)
                self.assertLessEqual(self.calls("Prompt"), 1)
                self.assertNotIn(f"acme-{way}", [each["connection"] for each in self.ctl("connection", "list", code=0).objects])
                self.assertEqual(self.calls("Delete"), 0)
                self.assert_nothing_in_clear()
                service.kill()
                service.wait()

    def test_one_that_forgets_what_it_was_given(self):
        self.serve()
        self.behave("forgets")
        self.assert_helpful(self.add("acme", 6), "does not give back")
        self.assertNotIn("acme", [each["connection"] for each in self.ctl("connection", "list", code=0).objects])

    def test_removing(self):
        """A key that cannot be reached is said to be there still, and is."""
        for way in ("locked-dismissed", "locked-refused", "hangs", "fails"):
            with self.subTest(way):
                service = self.serve()
                self.behave("")
                self.add(f"acme-{way}", 0)
                self.behave(way)
                self.assertEqual(self.ctl("connection", "remove", f"acme-{way}", code=6).error["kind"], "keychain")
                self.assertEqual(self.calls("Delete"), 0)
                self.assertLessEqual(self.calls("Prompt"), 1)
                service.kill()
                service.wait()

    def test_the_window(self):
        """With runs that wait for their key it asks once, opens, and can be closed."""
        if not (BIN / "batchdesk").exists():
            self.skipTest("the window is not built")
        self.env["QT_QPA_PLATFORM"] = "offscreen"
        self.serve()
        self.behave("")
        for number in range(3):
            self.add(f"acme-{number}", 0)
        self.behave("locked-unanswered")
        for number in range(3):
            self.ctl("submit", self.requests(f"{number}.jsonl", 2, seed=number), "--connection", f"acme-{number}")
        for way in ("locked-unanswered", "locked-dismissed", "hangs", "fails", "empty"):
            with self.subTest(way):
                self.behave(way)
                window = self.spawn(BIN / "batchdesk")
                self.assertTrue(wait_for((self.folder / "calls").exists, 30), "it does not look for its keys")
                time.sleep(3)  # three connections, each with its next tries
                self.assertIsNone(window.poll())
                window.terminate()
                window.wait(30)
                self.assertLessEqual(self.calls("Prompt"), 1)
                self.assertEqual((self.calls("Delete"), self.calls("CreateItem")), (0, 0))
                picture = self.folder / f"{way}.png"
                drawn = subprocess.run([BIN / "batchdesk", "--picture", picture], env=self.env, timeout=60, check=False,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                self.assertEqual(drawn.returncode, 0)
        self.assertEqual(self.provider.hits, [])
        self.assert_nothing_in_clear()

    def test_nobody_there(self):
        self.assert_helpful(self.add("acme", 6), "no keyring service")
        self.assertEqual([each["connection"] for each in self.ctl("connection", "list", code=0).objects if each["connection"] == "acme"], [])
        del self.env["DBUS_SESSION_BUS_ADDRESS"]
        self.assert_helpful(self.add("acme", 6), "no desktop session")
        self.assert_nothing_in_clear()


if __name__ == "__main__":
    main()
