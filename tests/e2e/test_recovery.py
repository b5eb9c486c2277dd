# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A library whose database is damaged, gone or put back from a copy: nothing is lost or paid twice."""

import random
import signal
import subprocess
import threading

from support import BIN, SOURCE, Case, Provider, main, reply


class Recovery(Case):
    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.stop)
        self.connect(self.provider)
        self.database = self.library / "library.db"

    def submit(self, number, code=0):
        return self.ctl("submit", self.requests(f"in-{number}.jsonl", 5, seed=number), "--connection", "fake",
                        "--wait", code=code)

    def state(self):
        """What counts of each run: its id, name, state, and its batches with their remote ids."""
        return [(run["run"], run["name"], run["state"],
                 [(batch["batch"], batch["remote_id"], batch["state"]) for batch in run["batches"]])
                for run in self.ctl("runs", code=0).objects]

    def kept(self):
        return [path for path in self.library.glob("library.db.damaged-*") if path.suffix not in ("-wal", "-shm")
                and not path.name.endswith(("-wal", "-shm"))]

    def test_damaged_database_is_kept_and_made_again(self):
        for number in range(4):
            self.submit(number)
        before = self.state()
        rows = self.ctl("results", "r2", code=0).objects
        random.seed(11)
        for number, damage in enumerate(("zeros", "cut", "noise", "head") * 3):
            content = bytearray(self.database.read_bytes())
            if damage == "zeros":
                at = random.randrange(len(content) // 2)
                content[at:at + 3000] = bytes(3000)
            elif damage == "cut":
                del content[random.randrange(len(content)):]
            elif damage == "noise":
                at = random.randrange(len(content) // 2)
                content[at:at + 2000] = random.randbytes(2000)
            else:
                content[:100] = bytes(100)
            for name in ("library.db-wal", "library.db-shm"):
                (self.library / name).unlink(missing_ok=True)
            self.database.write_bytes(content)
            kept = len(self.kept())
            answer = self.ctl("runs", code=0)
            self.assertEqual(self.state(), before, f"{number} {damage}")
            if len(self.kept()) > kept:
                # Said by the one that found it, with the name of the file that is kept.
                newest = max(self.kept(), key=lambda path: path.stat().st_mtime)
                self.assertTrue(any(path.name in answer.stderr for path in self.kept()), newest)
                self.assertIn("was damaged", answer.stderr)
            self.assertEqual(self.ctl("runs").stderr, "")
        self.assertGreater(len(self.kept()), 6)
        self.assertEqual(self.ctl("results", "r2", code=0).objects, rows)
        # The same is known to have been sent.
        self.submit(1, code=1)
        self.assertEqual(self.provider.count("POST /v1/batches"), 4)

    def test_submission_under_way_is_found_and_never_sent_again(self):
        """Killed during the paid call, then the database is lost: the list of the provider tells."""
        arrived = threading.Event()
        release = threading.Event()
        self.addCleanup(release.set)

        def slow(method, path, body):
            answer = self.provider.good(method, path, body)  # the batch is there
            arrived.set()
            release.wait(30)
            return answer

        self.provider.on("POST /v1/batches", slow)
        path = self.requests("in.jsonl", 5)
        process = subprocess.Popen([str(BIN / "batchctl"), "--json", "submit", path, "--connection", "fake"],
                                   env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertTrue(arrived.wait(30))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        release.set()
        for name in ("library.db", "library.db-wal", "library.db-shm"):
            (self.library / name).unlink(missing_ok=True)
        answer = self.ctl("runs", code=0)
        self.assertEqual(answer.last["state"], "unknown")
        self.assertIn("may or may not", answer.stderr)
        self.assertIn("b1", answer.stderr)
        found = self.ctl("reconcile", "--wait", code=0)
        self.assertEqual(found.last["resolution"], "adopted")
        self.assertEqual(found.last["remote_id"], "batch-1")
        self.ctl("watch", "r1", code=0)
        self.assertEqual(self.provider.count("POST /v1/batches"), 1)

    def test_older_copy_of_the_database_sends_nothing_again(self):
        self.submit(0)
        old = self.database.read_bytes()
        self.submit(1)
        before = self.state()
        self.database.write_bytes(old)
        answer = self.ctl("runs", code=0)
        self.assertIn("older copy", answer.stderr)
        self.assertEqual(self.state(), before)
        self.submit(1, code=1)
        self.assertEqual(self.provider.count("POST /v1/batches"), 2)

    def test_copied_library_does_nothing_twice(self):
        """cp -r while a run waits: the copy says so and does nothing until a person takes it over."""
        import shutil
        self.provider.on("GET /v1/batches/[^/]+", reply(200, {"id": "batch-1", "status": "in_progress"}))
        self.ctl("submit", self.requests("in.jsonl", 5), "--connection", "fake", code=0)
        original, copied = self.library, self.folder / "copied"
        state = self.ctl("runs", code=0).last["state"]  # it may have been asked for already
        shutil.copytree(original, copied)
        here = {**self.env, "BATCHDESK_LIBRARY": str(copied)}
        asked = len(self.provider.hits)
        self.assertEqual(self.ctl("runs", env=here, code=0).last["state"], state)
        for command in (("watch", "r1", "--timeout", "3"), ("fetch", "r1"), ("cancel", "r1"), ("reconcile", "r1"),
                        ("submit", self.requests("new.jsonl", 5, seed=1), "--connection", "fake"),
                        ("submit", self.requests("more.jsonl", 5, seed=2), "--connection", "practice-files")):
            answer = self.ctl(*command, env=here)
            if command[0] == "reconcile":  # nothing there is in doubt
                continue
            self.assertEqual(answer.code, 6, f"{command} {answer}")
            self.assertIn(str(original), answer.error["message"])
        self.assertEqual(len(self.provider.hits), asked)
        said = self.ctl("library", env=here, code=1).last
        self.assertEqual(said["copy_of"]["path"], str(original / "library.db"))
        self.assertEqual(said["copy_of"]["library"], self.ctl("library", code=0).last["library"])
        self.assertNotEqual(said["library"], said["copy_of"]["library"])
        # The original goes on; and once it is gone, the copy.
        del self.provider.answers["GET /v1/batches/[^/]+"]
        self.ctl("watch", "r1", code=0)
        self.ctl("library", "take-over", code=2)
        self.ctl("library", "take-over", env=here, code=0)
        self.ctl("watch", "r1", env=here, code=0)
        self.assertEqual(self.ctl("library", env=here, code=0).last["library"], said["copy_of"]["library"])
        self.assertEqual(self.provider.count("POST /v1/batches"), 1)

    def test_moved_library_goes_on(self):
        self.submit(0)
        moved = self.folder / "moved"
        self.library.rename(moved)
        here = {**self.env, "BATCHDESK_LIBRARY": str(moved)}
        self.assertIsNone(self.ctl("library", env=here, code=0).last["copy_of"])
        self.ctl("submit", self.requests("new.jsonl", 5, seed=9), "--connection", "fake", "--wait", env=here, code=0)

    def test_killed_at_each_statement_of_a_migration(self):
        """A library of the first form: killed anywhere on its way to today's it is there, old or new."""
        import shutil
        import sqlite3
        first = (SOURCE / "tests" / "library" / "data" / "library-1.sql").read_text()
        old = self.folder / "old"
        old.mkdir()
        database = sqlite3.connect(old / "library.db")
        database.executescript(first)
        names = database.execute("SELECT name FROM runs").fetchall()
        database.close()
        shutil.rmtree(self.library)
        kills = 0
        while True:
            shutil.copytree(old, self.library)
            answer = self.ctl("runs", env={**self.env, "BATCHDESK_CRASH_AT": f"library.migrating:{kills + 1}"})
            if answer.code == 0:
                break
            self.assertEqual(answer.code, -signal.SIGKILL, answer)
            kills += 1
            database = sqlite3.connect(self.library / "library.db")
            self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], 1)
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            self.assertEqual(database.execute("SELECT name FROM runs").fetchall(), names)
            database.close()
            # The copy that was made first is whole, too.
            (copy, *_) = self.library.glob("library.db.v1-*.bak")
            database = sqlite3.connect(copy)
            self.assertEqual(database.execute("SELECT name FROM runs").fetchall(), names)
            database.close()
            self.ctl("runs", code=0)  # and the next program brings it there
            database = sqlite3.connect(self.library / "library.db")
            self.assertGreater(database.execute("PRAGMA user_version").fetchone()[0], 1)
            self.assertEqual(database.execute("SELECT name FROM runs").fetchall(), names)
            database.close()
            shutil.rmtree(self.library)
        if kills == 0:
            self.skipTest("this build has no places to die at")
        self.assertGreaterEqual(kills, 4)

    def test_newer_library_is_refused_politely(self):
        import sqlite3
        self.submit(0)
        database = sqlite3.connect(self.database)
        database.execute("PRAGMA user_version = 99")
        database.execute("UPDATE meta SET value = 99 WHERE key = 'form'")
        database.commit()
        database.close()
        before = self.database.read_bytes()
        answer = self.ctl("runs", code=6)
        self.assertIn("99", answer.error["message"])
        self.assertIn(str(self.database), answer.error["message"])
        self.assertEqual(self.database.read_bytes(), before)
        self.assertEqual(self.kept(), [])


if __name__ == "__main__":
    main()
