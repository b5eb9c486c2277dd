# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The exit codes of submit against a provider that misbehaves, and what it leaves behind."""

import json

from support import Case, Provider, main, reply


class ExitCodes(Case):
    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.stop)
        self.connect(self.provider)
        self.file = self.requests("in.jsonl", 5)

    def submit(self, *more, code=None):
        return self.ctl("submit", self.file, "--connection", "fake", *more, code=code)

    def creates(self):
        return self.provider.count("POST /v1/batches")

    def test_good(self):
        answer = self.submit("--wait", "-o", self.folder / "out.csv", code=0)
        self.assertEqual(answer.last["state"], "completed")
        self.assertEqual(self.creates(), 1)
        self.assertEqual(len((self.folder / "out.csv").read_bytes().split(b"\r\n")), 7)

    def test_clear_refusals(self):
        for status in (400, 402, 403, 404, 413, 415, 422, 501):
            with self.subTest(status):
                self.file = self.requests(f"in-{status}.jsonl", 3, seed=status)
                self.provider.on("POST /v1/batches", reply(status, {"error": {"message": f"no: {status}", "code": "nope"}}))
                before = self.creates()
                answer = self.submit(code=3)
                self.assertEqual(self.creates() - before, 1)
                batch = answer.last["batches"][0]
                self.assertEqual(batch["state"], "failed")
                self.assertIsNone(batch["remote_id"])
                self.assertEqual(batch["error"]["http_status"], status)
                self.assertIn(f"no: {status}", answer.error["message"])

    def test_a_refusal_is_said_by_those_who_wait_too(self):
        self.provider.on("POST /v1/batches", reply(400, {"error": {"message": "no", "code": "nope"}}))
        answer = self.submit("--wait", code=3)
        self.assertEqual(answer.error["http_status"], 400)

    def test_key_not_accepted(self):
        self.provider.on("POST /v1/(batches|files)", reply(401, {"error": {"message": "bad key", "code": "invalid_api_key"}}))
        answer = self.submit(code=3)
        self.assertNotIn("canary-key", answer.stdout + answer.stderr)

    def test_doubtful_answers_are_unknown_and_never_repeated(self):
        doubtful = {
            "500": reply(500, {"error": {"message": "trouble"}}),
            "502 html": (502, {"Content-Type": "text/html"}, b"<html>Bad Gateway</html>"),
            "503": reply(503, b""),
            "504": reply(504, b""),
            "408": reply(408, b""),
            "409": reply(409, {"error": {"message": "conflict"}}),
            "no answer": (None, {}, b""),
            "wrong json": reply(200, b'{"id": "batch-'),
            "no id": reply(200, {"hello": "world"}),
            "cut short": (200, {"Content-Type": "application/json", "Content-Length": "900"}, b'{"id":"b'),
        }
        self.provider.on("GET /v1/batches", reply(200, {"object": "list", "data": [], "has_more": False}))
        for n, (what, answer) in enumerate(doubtful.items()):
            with self.subTest(what):
                self.file = self.requests(f"in-{n}.jsonl", 2, seed=n)
                self.provider.on("POST /v1/batches", answer)
                before = self.creates()
                said = self.submit(code=5)
                self.assertEqual(said.last["batches"][0]["state"], "unknown")
                self.assertEqual(self.creates() - before, 1)
                # The same again is refused: it may have been created.
                self.submit(code=1)
                self.assertEqual(self.creates() - before, 1)

    def test_lost_answer_is_found_by_listing(self):
        def lose(method, path, body):
            self.provider.good(method, path, body)
            return None, {}, b""

        self.provider.on("POST /v1/batches", lose)
        run = self.submit().last["run"]
        answer = self.ctl("watch", run, "--timeout", "60", code=0)
        self.assertEqual(answer.last["state"], "completed")
        self.assertEqual(self.creates(), 1)

    def test_unreachable(self):
        self.provider.stop()
        answer = self.submit(code=4)
        self.assertIsNone(answer.last["batches"][0]["remote_id"])

    def test_slow_down_is_sent_again_by_itself(self):
        self.provider.on("POST /v1/batches",
                         reply(429, {"error": {"message": "slow down", "code": "rate_limit_exceeded"}}, Retry_After="1"),
                         lambda *asked: self.provider.good(*asked))
        answer = self.submit("--wait", code=0)
        self.assertEqual(answer.last["state"], "completed")
        self.assertEqual(self.creates(), 2)

    def test_same_again_is_refused(self):
        run = self.submit("--wait", code=0).last["run"]
        answer = self.submit(code=1)
        self.assertIn(run, answer.error["message"])
        self.assertEqual(self.creates(), 1)
        self.submit("--again", "--wait", code=0)
        self.assertEqual(self.creates(), 2)

    def test_refused_run_goes_on_under_its_own_id(self):
        self.provider.on("POST /v1/batches", reply(402, {"error": {"message": "no money"}}))
        first = self.submit(code=3).last["run"]
        del self.provider.answers["POST /v1/batches"]
        second = self.submit("--wait", code=0).last["run"]
        self.assertEqual(first, second)
        self.assertEqual(len(self.ctl("runs", code=0).objects), 1)

    def test_errors_in_the_file_send_nothing(self):
        self.file = self.write("bad.jsonl", '{"custom_id":"a"}\n')
        answer = self.submit(code=1)
        self.assertEqual(self.provider.hits, [])
        self.assertEqual(self.ctl("runs", code=0).objects, [])
        self.assertIsNotNone(answer.error)

    def test_metadata_that_the_provider_refuses_sends_nothing(self):
        for pairs in (["one=1", "one=2"], ["batchdesk_intent=mine"]):
            answer = self.submit(*[word for pair in pairs for word in ("--metadata", pair)], code=2)
            self.assertEqual(answer.error["field"], "--metadata", pairs)
        self.assertEqual(self.provider.hits, [])
        self.assertEqual(self.ctl("runs", code=0).objects, [])
        self.assertEqual(list((self.library / "inputs").iterdir()), [])

    def test_wrong_use(self):
        self.ctl("submit", self.file, code=2)
        self.ctl("submit", self.file, "--connection", "nobody", code=2)
        self.ctl("submit", self.folder / "gone.jsonl", "--connection", "fake", code=2)
        self.ctl("submit", self.file, "--connection", "fake", "-o", "x.csv", code=2)
        self.ctl("nonsense", code=2)
        self.ctl("show", "r99", code=2)

    def test_results_with_unknown_missing_and_failed_rows(self):
        def content(method, path, body):
            whole = self.provider.good(method, path, body)[2].splitlines(keepends=True)
            stranger = whole[0].replace(b'"custom_id": "q-5"', b'"custom_id": "who"')
            failed = json.dumps({"custom_id": "q-2", "response": {"status_code": 500, "body": {"error": {"message": "oops"}}},
                                 "error": None}).encode() + b"\n"
            return 200, {}, b"".join([stranger, failed, *whole[4:]])

        self.provider.on("GET /v1/files/file-out.*/content", content)
        run = self.submit("--wait", code=1).last["run"]
        certificate = self.ctl("certificate", run, code=1).last
        self.assertTrue(certificate["balanced"])
        self.assertEqual(certificate["unknown_ids"], 1)
        self.assertEqual({k: v for k, v in certificate["outcomes"].items() if v},
                         {"answered": 1, "failed": 1, "missing": 3})
        self.assertFalse(certificate["agrees"])
        rows = self.ctl("results", run, "--outcome", "failed", code=0).objects
        self.assertEqual([(r["custom_id"], r["http_status"], r["error_message"]) for r in rows], [("q-2", 500, "oops")])
        strangers = self.ctl("results", run, "--unknown", code=0).objects
        self.assertEqual([json.loads(s["result"])["custom_id"] for s in strangers], ["who"])
        self.assertEqual(self.ctl("results", run, "--unknown", "--offset", "1", code=0).objects, [])
        self.assertEqual(self.ctl("results", run, "--unknown", "--match", "who", code=2).error["field"], "--unknown")

    def test_polling_goes_on_through_trouble(self):
        self.provider.on("GET /v1/batches/[^/]+",
                         reply(502, b"<html>no</html>"), reply(200, b"<html>portal</html>"), reply(200, b""),
                         reply(500, {"error": {"message": "trouble"}}),
                         reply(200, {"id": "batch-1", "status": "rebalancing"}),
                         lambda *asked: self.provider.good(*asked))
        answer = self.submit("--wait", code=0)
        self.assertEqual(answer.last["state"], "completed")

    def test_cut_download_is_fetched_again(self):
        def cut(method, path, body):
            whole = self.provider.good(method, path, body)[2]
            return 200, {"Content-Length": str(len(whole))}, whole[:-40]

        self.provider.on("GET /v1/files/file-out.*/content", cut, lambda *asked: self.provider.good(*asked))
        self.submit("--wait", code=0)

    def test_cancel(self):
        self.provider.on("GET /v1/batches/[^/]+", lambda *asked: reply(200, {
            "id": "batch-1",
            "status": "cancelled" if self.provider.count("POST /v1/batches/[^/]+/cancel") else "in_progress"}))
        run = self.submit(code=0).last["run"]
        self.ctl("cancel", run, code=0)
        self.ctl("watch", run, "--timeout", "60", code=1)
        self.assertEqual(self.ctl("show", run, code=0).last["state"], "cancelled")
        self.assertEqual(self.provider.count("POST /v1/batches/[^/]+/cancel"), 1)

    def test_key_is_in_no_file(self):
        self.submit("--wait", code=0)
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"canary-key", path.read_bytes(), path)
        self.assertTrue(all(hit[2]["authorization"] == "Bearer canary-key-0123456789" for hit in self.provider.hits))

    def test_missing_key_variable(self):
        env = {key: value for key, value in self.env.items() if key != "FAKE_KEY"}
        answer = self.ctl("submit", self.file, "--connection", "fake", env=env)
        self.assertEqual(answer.code, 6, answer)
        self.assertIn("FAKE_KEY", answer.stderr)
        self.assertEqual(self.provider.hits, [])


if __name__ == "__main__":
    main()
