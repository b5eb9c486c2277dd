# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The programs end while threads of theirs are still ending: nobody may free then what those free too."""

import signal
import subprocess
import sys
import time

from support import BIN, Case, main

SHIM = BIN.parent / "tests" / "bin" / "libexithandlers.so"
CLEANER = "OPENSSL_cleanup"


class Ending(Case):
    def setUp(self):
        super().setUp()
        self.report = self.folder / "handlers"
        self.watch = dict(self.env, LD_PRELOAD=str(SHIM), EXIT_HANDLERS=str(self.report))

    def handlers(self):
        return set(self.report.read_text().split("\n")) - {""}

    def test_the_watch_sees_libcrypto(self):
        """Or the others would pass without it."""
        subprocess.run([sys.executable, "-c", "import ssl; ssl.create_default_context()"], env=self.watch, check=True)
        self.assertIn(CLEANER, self.handlers())

    def test_a_command(self):
        path = self.requests("in.jsonl", 20)
        done = subprocess.run([str(BIN / "batchctl"), "submit", str(path), "--connection", "practice-files", "--wait"],
                              env=self.watch, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(self.handlers())
        self.assertNotIn(CLEANER, self.handlers())

    def test_the_window(self):
        """With a file, whose sum it takes."""
        path = self.requests("in.jsonl", 20)
        window = subprocess.Popen([str(BIN / "batchdesk"), str(path)], env=dict(self.watch, QT_QPA_PLATFORM="offscreen"),
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            until = time.monotonic() + 60
            while not (self.library / "library.db").exists() and time.monotonic() < until:
                time.sleep(0.1)
            time.sleep(3)
        finally:
            window.send_signal(signal.SIGTERM)
            said = window.communicate(timeout=60)[0]
        self.assertEqual(window.returncode, 0, said)
        self.assertTrue(self.handlers())
        self.assertNotIn(CLEANER, self.handlers())


if __name__ == "__main__":
    main()
