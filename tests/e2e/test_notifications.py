# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs that end are told of on the desktop: many in one go, each once, and never in the way."""

import time

from desktop import DesktopCase, Gate, until
from support import main, reply

MANY = 20
QUIET = 3  # seconds in which what must not come would have come


class Notified(DesktopCase):
    def submit(self, number, connection="fake"):
        path = self.requests(f"in-{number}.jsonl", 3, seed=number)
        return self.ctl("submit", path, "--connection", connection, "--name", f"Poems {number}",
                        code=0).last["run"]

    def gate(self):
        gate = Gate()
        self.addCleanup(gate.stop)
        self.connect(gate)
        return gate

    def unwatched(self):
        """A window that nobody is at."""
        process = self.window()
        window = self.shown(process)
        self.look_elsewhere()
        return process, window

    def told(self, service, count):
        """All that was told, which is so many and no more; title and text."""
        until(lambda: len(service.shown) >= count, f"notification {count}")
        time.sleep(QUIET)
        words = [(note["title"], note["text"]) for note in service.shown]
        self.assertEqual(len(words), count, words)
        return words

    def ended(self):
        """Runs whose results the window has brought home; asking drives nothing."""
        return {run["run"] for run in self.ctl("runs", code=0).objects
                if all(batch["state"] == "completed" for batch in run["batches"])}

    def test_many_at_about_the_same_time_are_one_and_a_later_one_is_one_more(self):
        service = self.notifications()
        gate = self.gate()
        for n in range(1, MANY + 1):
            self.submit(n)
        process, window = self.unwatched()
        gate.let_end()
        title, text = self.told(service, 1)[0]
        self.assertEqual(title, f"{MANY} runs have ended")
        self.assertRegex(text, rf"^Poems \d+, Poems \d+, Poems \d+ and {MANY - 3} more$")
        self.assertEqual(service.shown[0]["app"], "Batchdesk")
        self.assertEqual(service.shown[0]["hints"]["desktop-entry"], "io.github.batchdesk.Batchdesk")

        self.submit(MANY + 1)
        gate.let_end()
        self.assertEqual(self.told(service, 2)[1],
                         (f"Poems {MANY + 1}: Completed", "3 of 3 requests answered"))
        self.close(process, window)

    def test_many_that_end_one_behind_the_other_are_one(self):
        service = self.notifications()
        gate = self.gate()
        for n in range(1, 7):
            self.submit(n)
        process, window = self.unwatched()
        for batch in gate.batches.values():
            batch["status"] = "completed"
            time.sleep(0.4)
        self.assertEqual(self.told(service, 1)[0][0], "6 runs have ended")
        self.close(process, window)

    def test_what_ended_while_it_was_closed_is_told_once(self):
        service = self.notifications()
        self.env["BATCHDESK_PRACTICE_SECONDS"] = "12"  # over when the last one is submitted
        runs = {self.submit(n, "practice-files") for n in range(1, MANY + 1)}

        def over_there():
            there = self.ctl("remote", "--connection", "practice-files", "--all", code=0).objects[:-1]
            return [batch["raw_status"] for batch in there] == ["completed"] * MANY
        until(over_there, f"{MANY} batches to end at the provider", 60)
        # On a slow machine the first ones have ended before the last was submitted: no news.
        news = runs - self.ended()
        self.assertGreater(len(news), 3)

        process, window = self.unwatched()
        self.assertEqual(self.told(service, 1)[0][0], f"{len(news)} runs have ended")
        self.assertEqual(self.ended(), runs)
        self.close(process, window)
        process, window = self.unwatched()
        self.told(service, 1)  # and no more
        self.close(process, window)

    def test_a_run_that_failed_is_told_as_failed(self):
        service = self.notifications()
        gate = self.gate()
        self.submit(1)
        failed = {**gate.batches["batch-1"], "status": "failed", "output_file_id": None,
                  "errors": {"data": [{"code": "invalid_json", "message": "no JSON", "line": 1}]}}
        gate.on("GET /v1/batches/batch-1", reply(200, failed))
        gate.on("GET /v1/batches", reply(200, {"data": [failed], "has_more": False}))
        process, window = self.unwatched()
        self.assertEqual(self.told(service, 1)[0][0], "Poems 1: Failed")
        self.close(process, window)

    def test_pressing_it_shows_the_run(self):
        service = self.notifications()
        gate = self.gate()
        self.submit(1)
        gate.let_end()
        process, window = self.unwatched()
        self.told(service, 1)
        service.press(1, "default")
        until(lambda: self.title(window).startswith("Poems 1"), "the run's page in front")
        self.close(process, window)

    def test_open_is_a_button_and_so_is_export(self):
        address = self.bus()
        service = self.notifications(address)
        eyes = self.eyes(address)
        gate = self.gate()
        self.submit(1)
        process, window = self.unwatched()
        gate.let_end()
        self.told(service, 1)
        self.assertEqual(service.labels(1), ["Show", "Open", "Export…"])
        service.press(1, service.action(1, "Export…"))
        until(lambda: "Export results" in eyes.titles(), "the dialog that asks where to")
        process.terminate()
        self.assertEqual(process.wait(30), 0, self.words())

    def test_several_have_nothing_to_export_in_one_go(self):
        service = self.notifications()
        gate = self.gate()
        for n in (1, 2):
            self.submit(n)
        process, window = self.unwatched()
        gate.let_end()
        self.told(service, 1)
        self.assertEqual(service.labels(1), ["Show", "Open"])
        service.press(1, service.action(1, "Open"))
        until(lambda: self.title(window).startswith("Runs"), "the runs in front")
        self.close(process, window)

    def test_what_a_person_does_not_want_is_not_told(self):
        self.settings(General={"closingTold": "true"}, preferences={"tellEnded": "false"})
        service = self.notifications()
        gate = self.gate()
        for n in (1, 2):
            self.submit(n)
        failed = {**gate.batches["batch-2"], "status": "failed", "output_file_id": None}
        gate.on("GET /v1/batches/batch-2", reply(200, failed))
        done = {**gate.batches["batch-1"], "status": "completed"}
        gate.on("GET /v1/batches", reply(200, {"data": [failed, done], "has_more": False}))
        process, window = self.unwatched()
        gate.let_end()
        self.assertEqual(self.told(service, 1)[0][0], "Poems 2: Failed")
        self.close(process, window)

    def test_who_wants_it_is_told_outside_at_the_window_too(self):
        self.settings(General={"closingTold": "true"}, preferences={"onlyUnwatched": "false"})
        service = self.notifications()
        gate = self.gate()
        self.submit(1)
        process = self.window()
        window = self.shown(process)
        self.xdotool("windowfocus", "--sync", window)
        gate.let_end()
        self.assertEqual(self.told(service, 1)[0][0], "Poems 1: Completed")
        self.close(process, window)

    def paused(self, service):
        """A window that nobody is at, when its key is no longer taken."""
        gate = self.gate()
        self.submit(1)
        process, window = self.unwatched()
        for call in ("GET /v1/batches/batch-1", "GET /v1/batches"):
            gate.on(call, reply(401, {"error": {"message": "no such key", "code": "invalid_api_key"}}))
        return process, window

    def test_a_connection_that_is_paused_needs_you(self):
        service = self.notifications()
        process, window = self.paused(service)
        self.assertEqual(self.told(service, 1)[0][0], "Runs on “fake” are paused")
        service.press(1, "default")
        until(lambda: len(self.xdotool("search", "--onlyvisible", "--pid", process.pid, "--name", "Connections")),
              "the connections in front")
        process.terminate()
        self.assertEqual(process.wait(30), 0, self.words())

    def test_what_needs_you_is_not_told_where_not_wanted(self):
        self.settings(General={"closingTold": "true"}, preferences={"tellNeedsYou": "false"})
        service = self.notifications()
        process, window = self.paused(service)
        self.told(service, 0)
        process.terminate()
        self.assertEqual(process.wait(30), 0, self.words())

    def test_who_looks_at_the_window_is_told_there(self):
        address = self.bus()
        service = self.notifications(address)
        eyes = self.eyes(address)
        gate = self.gate()
        self.submit(1)
        process = self.window()
        window = self.shown(process)
        self.xdotool("windowfocus", "--sync", window)
        gate.let_end()
        words = "Poems 1: Completed. 3 of 3 requests answered"
        until(lambda: words in eyes.texts(), "a message in the window")
        self.told(service, 0)
        self.close(process, window)

    def without_service(self):
        gate = self.gate()
        runs = {self.submit(n) for n in range(1, MANY + 1)}
        process, window = self.unwatched()
        gate.let_end()
        until(lambda: self.ended() == runs, "all runs to end")
        time.sleep(QUIET)
        # It lives, and works: what is submitted now is driven by it.
        later = self.submit(MANY + 1)
        gate.let_end()
        until(lambda: later in self.ended(), "one more run to end")
        self.close(process, window)

    def test_nobody_on_the_bus_shows_notifications(self):
        self.bus(bare=True)
        self.without_service()

    def test_no_bus(self):
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={self.folder}/nobody"
        self.without_service()


if __name__ == "__main__":
    main()
