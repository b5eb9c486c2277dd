# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tags on the command line: given when a run is submitted, told, and listed by."""

from support import Case, main


class Tags(Case):
    def submit(self, name, *tags, count=1):
        path = self.requests(f"{name}.jsonl", count)
        more = [word for tag in tags for word in ("--tag", tag)]
        return self.ctl("submit", path, "--connection", "practice-files", "--name", name, *more, code=0).last["run"]

    def names(self, *tags):
        more = [word for tag in tags for word in ("--tag", tag)]
        return [run["name"] for run in self.ctl("runs", *more, code=0).objects]

    def test_runs_are_listed_by_their_tags(self):
        spring = self.submit("spring", "survey", "Shop", count=1)
        self.submit("autumn", "survey , autumn", count=2)
        plain = self.submit("plain", count=3)
        self.assertEqual(self.ctl("show", spring, code=0).last["tags"], ["survey", "Shop"])
        self.assertEqual(self.ctl("show", plain, code=0).last["tags"], [])
        listed = {run["name"]: run["tags"] for run in self.ctl("runs", code=0).objects}
        self.assertEqual(listed, {"spring": ["survey", "Shop"], "autumn": ["survey", "autumn"], "plain": []})
        self.assertEqual(self.names("survey"), ["spring", "autumn"])
        self.assertEqual(self.names("SURVEY", "shop"), ["spring"])
        self.assertEqual(self.names("survey", "shop", "autumn"), [])
        self.assertEqual(self.names("surve"), [])

    def test_the_same_tag_twice_is_one(self):
        run = self.submit("twice", "a", " A ", "b  c", "")
        self.assertEqual(self.ctl("show", run, code=0).last["tags"], ["a", "b c"])


if __name__ == "__main__":
    main()
