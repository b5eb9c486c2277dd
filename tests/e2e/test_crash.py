# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A crash leaves no core dump behind: it would hold the keys."""

import os
import resource
import signal
import subprocess
import threading
import time

from support import BIN, Case, Provider, main


def unlimited():
    """What makes a system keep dumps."""
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class Crash(Case):
    def crash(self, command, is_ready, number):
        """Ends a program by a signal once it is ready: whether the system took a dump of it."""
        folder = self.folder / "cwd"
        folder.mkdir(exist_ok=True)
        program = subprocess.Popen(
            list(map(str, command)), env=self.env, cwd=folder, preexec_fn=unlimited,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while not is_ready(program.pid) and time.monotonic() < end:
            time.sleep(0.02)
        self.assertTrue(is_ready(program.pid), "it has not started")
        os.kill(program.pid, number)
        _, status = os.waitpid(program.pid, 0)
        program.returncode = status
        self.assertTrue(os.WIFSIGNALED(status), status)
        self.assertEqual(os.WTERMSIG(status), number)
        left = list(folder.iterdir())
        for path in left:
            path.unlink()
        return os.WCOREDUMP(status) or bool(left)

    def setUp(self):
        super().setUp()
        try:
            # The same death of another program is kept, so there is something to be kept from.
            if not self.crash(["sleep", "60"], lambda _: True, signal.SIGSEGV):
                self.skipTest("this system keeps no core dumps of anybody")
        except (ValueError, OSError, subprocess.SubprocessError):
            self.skipTest("core dumps are not allowed here")

    def test_batchctl_with_the_key_in_its_hands(self):
        asked = threading.Event()
        over = threading.Event()
        self.addCleanup(over.set)
        provider = Provider()
        self.addCleanup(provider.stop)

        def stall(*_):
            asked.set()
            over.wait(30)
            return None, {}, b""

        provider.on("GET /.*", stall)
        self.connect(provider)
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGQUIT):
            with self.subTest(number.name):
                asked.clear()
                dumped = self.crash([BIN / "batchctl", "connection", "test", "fake"], lambda _: asked.is_set(), number)
                self.assertFalse(dumped)

    def has_library(self, _pid):
        return self.library.exists() and any(path.suffix != ".lock" for path in self.library.iterdir())

    def test_the_window(self):
        if not (BIN / "batchdesk").exists():
            self.skipTest("the window is not built")
        self.env["QT_QPA_PLATFORM"] = "offscreen"

        for number in (signal.SIGSEGV, signal.SIGABRT):
            with self.subTest(number.name):
                # A library that is made shows that the program has begun.
                self.library = self.folder / number.name
                self.env["BATCHDESK_LIBRARY"] = str(self.library)
                self.assertFalse(self.crash([BIN / "batchdesk"], self.has_library, number))


if __name__ == "__main__":
    main()
