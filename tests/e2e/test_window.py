# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window program from outside: its command line, its pictures, one window a library, its files."""

import contextlib
import pathlib
import shutil
import signal
import sqlite3
import subprocess

from desktop import DesktopCase, Gate, until
from support import BIN, Case, main


def batchdesk(case, *arguments, timeout=60):
    """Runs it to its end."""
    return subprocess.run([str(BIN / "batchdesk"), *map(str, arguments)], env=case.env, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout)


def handles(pid, number):
    """Whether a program has a handler of its own for a signal."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("SigCgt:"):
            return bool(int(line.split()[1], 16) >> (number - 1) & 1)
    return False


class WindowCase(Case):
    def setUp(self):
        if not (BIN / "batchdesk").exists():
            self.skipTest("the window is not built")
        super().setUp()


class CommandLine(WindowCase):
    """No display is needed to be told how it is used."""

    def test_help(self):
        for option in ("--help", "-h"):
            run = batchdesk(self, option)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertTrue(run.stdout.startswith("Usage: batchdesk [options] [files...]\n"), run.stdout)
            for word in ("--library <folder>", "--picture <file>", "--picture-page <page>", "--version"):
                self.assertIn(word, run.stdout)

    def test_version(self):
        for option in ("--version", "-v"):
            run = batchdesk(self, option)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertRegex(run.stdout, r"^batchdesk \d+\.\d+\.\d+\n$")
        ctl = subprocess.run([str(BIN / "batchctl"), "--version"], env=self.env, text=True,
                             stdout=subprocess.PIPE).stdout
        self.assertEqual(run.stdout.split()[1], ctl.split()[1], "both are of one version")

    def test_wrong_use_is_told_and_opens_nothing(self):
        for arguments, words in (
                (["--nonsense"], "Unknown option 'nonsense'."),
                (["--picture"], "Missing value after '--picture'."),
                (["--library"], "Missing value after '--library'."),
                (["--picture-page", "all"], "--picture-page is runs, run, new or remote, not “all”."),
        ):
            with self.subTest(arguments=arguments):
                run = batchdesk(self, *arguments)
                self.assertEqual((run.returncode, run.stdout, run.stderr), (2, "", words + "\n"))
        self.assertFalse(self.library.exists())


class Picture(WindowCase):
    def setUp(self):
        if shutil.which("identify") is None:
            self.skipTest("imagemagick is not installed")
        super().setUp()
        self.env["QT_QPA_PLATFORM"] = "offscreen"

    def picture(self, name, *arguments):
        """Width, height, colours and a sum of all pixels."""
        file = self.folder / name
        run = batchdesk(self, "--picture", file, *arguments)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(file.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        told = subprocess.run(["identify", "-format", "%w %h %k %#", str(file)], check=True, text=True,
                              stdout=subprocess.PIPE).stdout.split()
        width, height, colours = map(int, told[:3])
        self.assertGreaterEqual(width, 1000)
        self.assertGreaterEqual(height, 700)
        self.assertGreater(colours, 50, "text, icons and lines have many shades")
        return told[3]

    def test_pages_of_a_library_with_a_run(self):
        path = self.requests("in.jsonl", 5)
        self.ctl("submit", path, "--connection", "practice-files", "--wait", code=0)
        pages = {self.picture(f"{page}.png", "--picture-page", page) for page in ("runs", "run", "new", "remote")}
        self.assertEqual(len(pages), 4, "four pages that differ")

    def test_an_empty_library(self):
        pages = {page: self.picture(f"{page}.png", "--picture-page", page) for page in ("runs", "run", "new", "remote")}
        self.assertEqual(pages["runs"], self.picture("default.png"))
        self.assertEqual(pages["runs"], pages["run"], "where there is no run, there are no runs to see")
        self.assertNotEqual(pages["runs"], pages["new"])

    def test_a_file_beside_it_is_seen(self):
        path = self.requests("in.jsonl", 5)
        self.assertNotEqual(self.picture("with.png", "--picture-page", "new", path),
                            self.picture("without.png", "--picture-page", "new"))

    def test_it_looks_and_does_nothing(self):
        gate = Gate()
        self.addCleanup(gate.stop)
        self.connect(gate)
        run = self.ctl("submit", self.requests("in.jsonl", 5), "--connection", "fake", code=0).last["run"]
        state = self.ctl("show", run, code=0).last["batches"][0]["state"]
        self.assertIn(state, ("validating", "running"))
        gate.let_end()
        before = len(gate.hits)
        self.picture("runs.png")
        self.assertEqual(len(gate.hits), before)
        self.assertEqual(self.ctl("show", run, code=0).last["batches"][0]["state"], state)

    def test_a_place_that_cannot_be_written(self):
        file = self.folder / "no" / "such" / "folder.png"
        run = batchdesk(self, "--picture", file)
        self.assertEqual(run.returncode, 6)
        self.assertEqual(run.stderr, f"The picture could not be written to {file}.\n")

    def test_a_library_that_cannot_be_opened(self):
        self.library.write_text("a file where the folder should be")
        file = self.folder / "picture.png"
        run = batchdesk(self, "--picture", file)
        self.assertEqual(run.returncode, 6)
        self.assertIn(f"the folder {self.library} could not be made", run.stderr)
        self.assertFalse(file.exists())


class Seen(DesktopCase):
    """What is looked at on a display."""

    def setUp(self):
        super().setUp()
        self.look = self.eyes()

    def sees(self, *texts):
        def all_there():
            seen = self.look.texts()
            return all(any(text in each for each in seen) for text in texts)
        try:
            until(all_there, "")
        except AssertionError:
            self.fail(f"{texts} not in {self.look.texts()}")

    def drafts(self, *names):
        """Waits until these are the drafts, in this order."""
        def found():
            return [name for role, name in self.look.all() if role == "list item"]
        until(lambda: found() == list(names), f"drafts {names} in {self.look.all()}")


class Files(Seen):
    def test_files_and_folders_become_drafts(self):
        first = self.requests("one two.jsonl", 3)
        (self.folder / "many").mkdir()
        self.requests("many/a.jsonl", 2, seed=2)
        self.requests("many/b.jsonl", 1, seed=3)
        self.requests("Zürich.ndjson", 4, seed=4)
        self.shown(self.window(first, "many", "Zürich.ndjson", (self.folder / "many" / "a.jsonl").as_uri()))
        self.drafts("one two", "a", "b", "Zürich")
        self.sees("3 requests", "q-3")
        self.assertEqual(self.ctl("runs", code=0).objects, [], "nothing is a run before a person says so")

    def test_what_is_no_request_file_is_told(self):
        good = self.requests("good.jsonl", 3)
        picture = self.write("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
        (self.folder / "empty").mkdir()
        self.shown(self.window(good, picture, "empty", "gone.jsonl", "https://example.invalid/far.jsonl"))
        self.sees("3 requests", "“picture.png” is not a JSONL file", "no .jsonl file in the folder “empty”",
                  "gone.jsonl” is not there", "“https://example.invalid/far.jsonl” is on another machine")


class OneWindow(Seen):
    def test_a_second_start_hands_its_files_over(self):
        first = self.window("--library", self.library)
        self.shown(first)
        self.sees("Try it with the practice provider")
        for n, library in enumerate((self.library, f"{self.folder}/./library/", "library"), 1):
            path = self.requests(f"later {n}.jsonl", n, seed=n)
            second = self.window("--library", library, path)
            self.assertEqual(second.wait(20), 0, self.words())
            self.assertEqual(self.words(), "")
        self.drafts("later 1", "later 2", "later 3")
        self.assertEqual(len(self.look.windows()), 1)
        self.assertIsNone(first.poll())

    def test_a_second_start_brings_it_to_the_front(self):
        self.window_manager()
        window = self.shown(self.window())
        other = self.shown(self.window("--library", self.folder / "other"))
        for where in ("behind", "minimised"):
            with self.subTest(where):
                if where == "minimised":
                    self.xdotool("windowminimize", "--sync", window)
                self.xdotool("windowactivate", other)
                until(lambda: self.xdotool("getactivewindow") == [other], "the other one in front")
                self.assertEqual(self.window().wait(20), 0)
                until(lambda: self.xdotool("getactivewindow") == [window], "the window in front")

    def test_of_twenty_that_start_at_once_one_stays_and_has_all_files(self):
        files = [self.requests(f"file {n}.jsonl", 2, seed=n) for n in range(20)]
        started = [self.window(file) for file in files]

        def going():
            return [process for process in started if process.poll() is None]
        until(lambda: len(going()) == 1, "one to be left", 120)
        self.assertEqual([process.returncode for process in started if process.returncode is not None],
                         [0] * 19, self.words())
        names = sorted(f"file {n}" for n in range(20))

        def drafts():
            return sorted(name for role, name in self.look.all() if role == "list item")
        until(lambda: drafts() == names, f"all files, of which are here {drafts()}", 60)
        self.assertEqual(len(going()), 1)
        self.assertEqual(self.words(), "")
        self.assertEqual(len(self.look.windows()), 1)

    def test_another_library_has_a_window_of_its_own(self):
        self.shown(self.window())
        self.shown(self.window("--library", self.folder / "other"))
        until(lambda: len(self.look.windows()) == 2, "two windows")

    def test_a_busy_window_takes_the_files_when_it_can(self):
        first = self.window()
        self.shown(first)
        first.send_signal(signal.SIGSTOP)
        self.addCleanup(first.send_signal, signal.SIGCONT)  # or it could not be ended
        second = self.window(self.requests("later.jsonl", 2))
        self.assertEqual(second.wait(20), 0, self.words())
        first.send_signal(signal.SIGCONT)
        self.sees("2 requests")

    def test_after_a_kill_it_opens_again(self):
        first = self.window()
        self.shown(first)
        first.kill()
        first.wait(10)
        self.shown(self.window(self.requests("after.jsonl", 2)))
        self.sees("2 requests")


class Comes(Seen):
    """How it was left is how it comes back, and what is said once is said once."""

    def test_closing_says_once_that_runs_go_on(self):
        self.settings()
        gate = Gate()
        self.addCleanup(gate.stop)
        self.connect(gate)
        self.ctl("submit", self.requests("in.jsonl", 3), "--connection", "fake", code=0)
        first = self.window()
        window = self.shown(first)
        self.sees("in")
        self.xdotool("windowfocus", "--sync", window, "key", "ctrl+q")
        self.sees("1 run goes on at the provider.")
        self.assertIsNone(first.poll())
        self.look.press("Close Window")
        self.assertEqual(first.wait(20), 0, self.words())
        second = self.window()
        self.close(second, self.shown(second))

    def test_the_run_that_was_shown_is_shown_again(self):
        self.ctl("submit", self.requests("in.jsonl", 3), "--connection", "practice-files", "--wait", "--name",
                 "Kept in front", code=0)
        first = self.window()
        window = self.shown(first)
        self.sees("Kept in front")
        self.xdotool("windowfocus", "--sync", window, "key", "Down", "Return")
        until(lambda: self.title(window).startswith("Kept in front"), "its page")
        self.close(first, window)
        second = self.window()
        window = self.shown(second)
        until(lambda: self.title(window).startswith("Kept in front"), "its page again")
        self.close(second, window)


class Signals(WindowCase):
    """How a desktop that is logged out of, or a terminal, ends it."""

    def setUp(self):
        super().setUp()
        self.env["QT_QPA_PLATFORM"] = "offscreen"

    def leases(self):
        with contextlib.closing(sqlite3.connect(f"file:{self.library / 'library.db'}?mode=ro", uri=True)) as library:
            return library.execute("SELECT count(*) FROM leases").fetchone()[0]

    def driving(self):
        """The window while it follows a batch that does not end."""
        gate = Gate()
        self.addCleanup(gate.stop)
        self.connect(gate)
        self.ctl("submit", self.requests("in.jsonl", 3), "--connection", "fake", code=0)
        self.assertEqual(self.leases(), 0, "batchctl has gone")
        window = subprocess.Popen([str(BIN / "batchdesk")], env=self.env)
        self.addCleanup(window.wait)
        self.addCleanup(window.kill)
        until(lambda: self.leases() == 1, "the window drives")
        return window

    def ends_in_order(self, number):
        window = self.driving()
        window.send_signal(number)
        self.assertEqual(window.wait(20), 0)
        self.assertEqual(self.leases(), 0, "the next program need not wait")
        settings = self.folder / "config" / "batchdesk" / "batchdesk.ini"
        self.assertIn("geometry=", settings.read_text())

    def test_terminate(self):
        self.ends_in_order(signal.SIGTERM)

    def test_interrupt(self):
        self.ends_in_order(signal.SIGINT)

    def test_a_page_that_tells_of_a_failure_ends_too(self):
        self.library.write_text("a file where the folder should be")
        window = subprocess.Popen([str(BIN / "batchdesk")], env=self.env)
        self.addCleanup(window.wait)
        self.addCleanup(window.kill)
        until(lambda: handles(window.pid, signal.SIGTERM), "the program is up")
        window.send_signal(signal.SIGTERM)
        self.assertEqual(window.wait(20), 0)


class Failing(Seen):
    def fails(self, *words):
        process = self.window(self.requests("kept.jsonl", 2))
        self.shown(process)
        until(lambda: self.look.titles() == ["The library cannot be opened"], "a window with that title")
        self.sees("The library cannot be opened", f"Folder: {self.library}", "Nothing was changed.", *words)
        return process

    def test_no_folder_and_quit(self):
        self.library.write_text("a file where the folder should be")
        process = self.fails("could not be made")
        self.look.press("Quit")
        self.assertEqual(process.wait(20), 0)
        self.assertEqual(self.library.read_text(), "a file where the folder should be")

    def test_try_again_opens_what_was_asked_for(self):
        self.library.write_text("a file where the folder should be")
        process = self.fails("could not be made")
        before = self.look.windows()
        self.look.press("Try Again")  # a press takes its time to be seen, and only then does it act
        until(lambda: self.look.windows() not in (before, []), "the answer to that")
        self.sees("could not be made")
        later = self.window(self.requests("later.jsonl", 1, seed=2))
        self.assertEqual(later.wait(20), 0)
        self.library.unlink()
        self.look.press("Try Again")
        self.drafts("kept", "later")
        self.assertIsNone(process.poll())

    def test_a_newer_library(self):
        self.ctl("runs", code=0)
        database = self.library / "library.db"
        with sqlite3.connect(database) as changed:
            changed.execute("PRAGMA user_version = 999")
        changed.close()
        before = database.read_bytes()
        process = self.fails("is used by a newer Batchdesk (form 999")
        self.look.press("Quit")
        self.assertEqual(process.wait(20), 0)
        self.assertEqual(database.read_bytes(), before)

    def test_a_damaged_library(self):
        self.ctl("runs", code=0)
        database = self.library / "library.db"
        database.write_bytes(b"this is no database" * 1000)
        before = database.read_bytes()
        process = self.fails("library.db is damaged; put back a copy of it, or move it away to start anew")
        self.look.press("Quit")
        self.assertEqual(process.wait(20), 0)
        self.assertEqual(database.read_bytes(), before)


if __name__ == "__main__":
    main()
