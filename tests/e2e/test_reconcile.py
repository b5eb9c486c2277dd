# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Submissions whose answer was lost: found in the list, or left to a person, never sent again."""

from support import Case, Provider, main, reply


class Reconcile(Case):
    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.stop)
        self.connect(self.provider)
        self.lagging = True
        self.provider.on("GET /v1/batches", self.list)

    def list(self, *asked):
        return reply(200, {"object": "list", "data": [], "has_more": False}) if self.lagging else None

    def lose(self, name, has_effect):
        def answer(*asked):
            if has_effect:
                self.provider.good(*asked)
            return None, {}, b""

        self.provider.on("POST /v1/batches", answer)
        path = self.requests(f"{name}.jsonl", 2, user=name)
        return self.ctl("submit", path, "--connection", "fake", code=5).last["run"]

    def test_nothing_in_doubt(self):
        self.assertEqual(self.ctl("reconcile", code=0).objects, [])

    def test_one_look_and_then_another(self):
        run = self.lose("lost", True)
        early = self.ctl("reconcile", code=5).objects
        self.assertEqual(early, [{"run": run, "resolution": "not_found", "remote_id": None}])
        self.lagging = False
        found = self.ctl("reconcile", run, code=0).objects
        self.assertEqual(found, [{"run": run, "resolution": "adopted", "remote_id": "batch-1"}])
        self.ctl("watch", run, code=0)
        self.assertEqual(self.provider.count("POST /v1/batches"), 1)

    def test_with_wait_until_nothing_more_can_be_found(self):
        run = self.lose("gone", False)
        self.env["BATCHDESK_TIME_SCALE"] = "0.002"
        self.assertEqual(self.ctl("reconcile", "--wait", code=5).objects,
                         [{"run": run, "resolution": "ask", "remote_id": None}])
        self.assertEqual(self.provider.count("POST /v1/batches"), 1)

    def test_several_runs(self):
        runs = [self.lose(name, has_effect) for name, has_effect in (("a", True), ("b", False), ("c", True))]
        self.lagging = False
        said = {line["run"]: line["resolution"] for line in self.ctl("reconcile", code=5).objects}
        self.assertEqual(said[runs[0]], "adopted")
        self.assertEqual(said[runs[2]], "adopted")
        self.assertIn(said[runs[1]], ("not_found", "ask"))
        self.assertEqual(self.provider.count("POST /v1/batches"), 3)

    def test_a_provider_without_a_list_needs_a_person(self):
        self.provider.on("GET /v1/batches", reply(404, {"error": {"message": "no such thing"}}))
        run = self.lose("unseen", True)
        self.assertEqual(self.ctl("reconcile", code=5).objects,
                         [{"run": run, "resolution": "ask", "remote_id": None}])

    def test_wrong_use(self):
        self.ctl("reconcile", "nobody", code=2)


if __name__ == "__main__":
    main()
