# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""HTTP/2: a paid call goes out once however it breaks, and half a result never counts."""

import shutil
import sys
import unittest

from support import Case, Provider, main

try:
    from http2server import Http2Server
except ImportError as missing:
    Http2Server, REASON = None, f"this needs Python's h2: {missing}"
else:
    REASON = ""

CREATE = "POST /v1/batches"


@unittest.skipIf(Http2Server is None, REASON)
class Http2(Case):
    def setUp(self):
        super().setUp()
        if shutil.which("openssl") is None:
            self.skipTest("openssl is not installed")
        self.provider = Provider()
        self.addCleanup(self.provider.stop)
        self.server = Http2Server(self.provider, self.folder)
        self.addCleanup(self.server.stop)
        self.connect(self.server, "fake", "openai-compatible", "--set", f"ca_file={self.server.certificate}")

    def submit(self, name, *more):
        return self.ctl("submit", self.requests(f"{name}.jsonl", 3, user=name), "--connection", "fake", *more)

    def test_a_run_goes_through(self):
        done = self.submit("plain", "--wait")
        self.assertEqual((done.code, done.last["state"]), (0, "completed"), done)
        self.assertEqual(self.server.streams, len(self.provider.hits))
        self.assertGreater(self.server.streams, 3)

    def test_a_broken_create_goes_out_once(self):
        faults = ["close", "reset", "fail", "refuse", "goaway-before", "goaway-after", "half-head", "half-body"]
        for fault in faults:
            with self.subTest(fault=fault):
                hits, batches = self.provider.count(CREATE), len(self.provider.batches)
                self.server.faults[CREATE] = [fault]
                said = self.submit(fault)
                self.assertEqual(self.provider.count(CREATE) - hits, 1, said)
                run = self.ctl("runs").objects[-1] if said.code else said.last
                created = len(self.provider.batches) - batches
                self.assertEqual(created, 0 if fault in ("refuse", "goaway-before") else 1)
                if created:
                    # Found again by the list, with its results; never asked for twice.
                    done = self.ctl("watch", run["run"], "--timeout", "60", code=0).last
                    self.assertEqual(done["state"], "completed")
                else:
                    # Nobody can know that it was not made: it is looked for, and then a person is asked.
                    self.assertEqual(said.code, 5, said)
                self.assertEqual(self.provider.count(CREATE) - hits, 1)

    def test_a_broken_list_or_status_is_asked_again(self):
        for fault in ("close", "reset", "fail", "refuse", "goaway-before", "half-head", "half-body"):
            with self.subTest(fault=fault):
                status = f"GET /v1/batches/batch-{len(self.provider.batches) + 1}"
                self.server.faults = {"POST /v1/files": [fault], status: [fault, fault]}
                done = self.submit(f"status-{fault}", "--wait")
                self.assertEqual((done.code, done.last["state"]), (0, "completed"), done)
                self.assertEqual(self.provider.count(CREATE), len(self.provider.batches))

    def test_half_a_result_never_counts(self):
        for fault in ("close", "reset", "fail", "goaway-after", "half-body", "early-end"):
            with self.subTest(fault=fault):
                content = f"GET /v1/files/file-out-batch-{len(self.provider.batches) + 1}/content"
                # The same end of content at the same place twice is what the provider has.
                self.server.faults = {content: [fault] if fault == "early-end" else [fault, fault]}
                done = self.submit(f"result-{fault}", "--wait")
                self.assertEqual((done.code, done.last["state"]), (0, "completed"), done)
                rows = self.ctl("results", done.last["run"], code=0).objects
                self.assertEqual([row["outcome"] for row in rows if "outcome" in row], ["answered"] * 3, rows)


if __name__ == "__main__":
    if Http2Server is None:
        print(REASON, file=sys.stderr)
    main()
