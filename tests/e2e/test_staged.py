# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Staged batches on the command line: submit --hold, add, start, requests."""

import json

from support import Case, Provider, main, reply


class Staged(Case):
    def held(self, count=25):
        path = self.requests("some.jsonl", count)
        return self.ctl("submit", path, "--connection", "practice-staged", "--hold", "--name", "my job", code=0).last

    def more(self, first, count, model="practice-mini"):
        lines = [
            json.dumps({"custom_id": f"q-{n}", "method": "POST", "url": "/v1/chat/completions",
                        "body": {"model": model, "messages": [{"role": "user", "content": f"more {n}"}]}})
            for n in range(first, first + count)]
        return self.write("more.jsonl", "\n".join(lines) + "\n")

    def test_a_run_is_held_made_longer_started_and_ended(self):
        run = self.held()
        self.assertEqual(run["state"], "queued")
        self.assertEqual(run["batches"][0]["raw_status"], "created")
        added = self.ctl("add", run["run"], self.more(26, 5), code=0).last
        self.assertEqual(added["batches"][0]["requests"], 30)
        # Nobody starts it: watching says so and ends.
        watched = self.ctl("watch", run["run"], code=1, timeout=60).last
        self.assertIn("not started", watched["batches"][0]["reason"])
        self.assertEqual(len(self.ctl("requests", run["run"], "--status", "pending", code=0).objects), 30)
        self.ctl("start", run["run"], code=0)
        ended = self.ctl("watch", run["run"], code=0).last
        self.assertEqual(ended["state"], "completed")
        self.assertEqual(self.ctl("certificate", run["run"], code=0).last["outcomes"]["answered"], 30)
        self.ctl("start", run["run"], code=0)  # it is started: nothing to do
        self.assertEqual(self.ctl("add", run["run"], self.more(31, 1), code=3).error["code"], "begun")
        remote = self.ctl("remote", "--connection", "practice-staged", code=0).objects[0]
        self.assertEqual((remote["name"], remote["run"]), ("my job", run["run"]))

    def test_what_cannot_be_added_changes_nothing(self):
        run = self.held(5)["run"]
        twice = self.ctl("add", run, self.more(3, 1), code=1).error
        self.assertEqual((twice["code"], twice["line"]), ("duplicate_custom_id", 1))
        self.assertEqual(self.ctl("add", run, self.more(6, 1, "practice-large"), code=1).error["code"], "mixed_models")
        self.assertEqual(self.ctl("add", run, self.write("bad.jsonl", "{\n"), code=1).error["code"], "findings")
        self.ctl("add", run, self.folder / "gone.jsonl", code=2)
        self.assertEqual(len(self.ctl("requests", run, code=0).objects), 5)

    def test_the_requests_as_the_provider_lists_them(self):
        run = self.held(7)["run"]
        rows = self.ctl("requests", run, "--limit", "3", code=0).objects
        self.assertEqual([(row["row"], row["custom_id"], row["status"]) for row in rows],
                         [(n, f"q-{n}", "pending") for n in (1, 2, 3)])
        rest = self.ctl("requests", run, "--after", rows[-1]["remote_id"], code=0).objects
        self.assertEqual([row["row"] for row in rest], [4, 5, 6, 7])
        self.assertEqual(self.ctl("requests", run, "--status", "failed", code=0).objects, [])
        self.ctl("requests", run, "--limit", "0", code=2)
        self.ctl("requests", "nobody", code=2)

    def test_a_run_that_nobody_holds_goes_by_itself(self):
        path = self.requests("all.jsonl", 12)
        done = self.ctl("submit", path, "--connection", "practice-staged", "--wait", code=0).last
        self.assertEqual(done["state"], "completed")

    def test_others_have_none_of_this(self):
        path = self.requests("plain.jsonl", 2)
        for connection in ("practice-files", "practice-inline"):
            self.assertEqual(
                self.ctl("submit", path, "--connection", connection, "--hold", code=3).error["kind"], "not_supported")
            run = self.ctl("submit", path, "--connection", connection, "--wait", code=0).last["run"]
            self.assertEqual(self.ctl("start", run, code=3).error["kind"], "not_supported")
            self.assertEqual(self.ctl("requests", run, code=3).error["kind"], "not_supported")
            self.assertEqual(self.ctl("add", run, self.more(9, 1), code=3).error["kind"], "not_supported")

    def test_a_refused_part_is_said(self):
        provider = Provider()
        self.addCleanup(provider.stop)
        batch = {"id": "b1", "status": "created", "name": "x", "request_count": 0}
        provider.on("POST /v1/batches", reply(200, batch))
        provider.on("GET /v1/batches/b1", reply(200, batch))
        provider.on("POST /v1/batches/b1/requests", reply(400, {"error": {"message": "requests[1].body: no"}}))
        self.connect(provider, "fake", "staged")
        run = self.ctl("submit", self.requests("some.jsonl", 3), "--connection", "fake", code=1).last
        self.assertEqual(run["state"], "queued")
        self.assertEqual(run["batches"][0]["error"]["line"], 2)
        self.assertEqual(provider.count("POST /v1/batches/b1/requests"), 1)
        self.assertEqual(provider.count("POST /v1/batches/b1/start"), 0)


if __name__ == "__main__":
    main()
