# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Files, answers and names that nobody means well with, through the real program.

No crash, no hang, flat memory, an exit code of the contract, words with the line; no file outside of
the library and the target; cells that no spreadsheet runs and that can be read back.
"""

import csv
import json
import os
import pathlib
import resource
import subprocess

from support import BIN, MEMORY_FACTOR, Answer, Case, Provider, main, reply, result

MEMORY_KIB = 300 * 1024 * MEMORY_FACTOR
MEGA = 1 << 20
# Exit codes of the contract; a signal or an abort is none of them.
CODES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 130}

EVIL_NAMES = [
    "../../../../tmp/batchdesk-evil", "..", ".", "/etc/batchdesk-evil", "a/../../b", "..\\..\\c", "C:\\evil",
    "CON", "nul.txt", "trailing.", "trailing ", "-rf", "--output=x", "~root", "$HOME", "`id`", "$(id)", "a;b",
    "new\nline", "tab\there", "bell\x07", "\u202egnp.exe", "\u2066iso\u2069", "zero\u200bwidth", "x" * 300,
    "\u00e9" * 200, "\U0001f600" * 100, "%2e%2e%2fescaped", "file:///etc/passwd", "http://127.0.0.1/x", "?", "*", "|",
    "<img src=x onerror=1>", "=1+1", "'", '"', "''", "\\", "a\\u0000b", "\ufeffmark", "\x7f", "COM1.jsonl", ".hidden",
    "a" * 255 + "/" + "b", "..%c0%af..", "....//....//x", "nul\x01l", " ", "\t",
]


def request(custom_id, content="Hi", model="fake-mini"):
    return {"custom_id": custom_id, "method": "POST", "url": "/v1/chat/completions",
            "body": {"model": model, "messages": [{"role": "user", "content": content}]}}


def raw(custom_id='"x"', content='"Hi"'):
    return (b'{"custom_id":%s,"method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":'
            b'[{"role":"user","content":%s}]}}' % (custom_id.encode() if isinstance(custom_id, str) else custom_id,
                                                   content.encode() if isinstance(content, str) else content))


def hostile_files():
    """Name, bytes, exit code of check, and where one line is at fault its number."""
    good = raw('"good"')
    deep = b"[" * 10**6 + b"]" * 10**6
    return [
        ("million deep array", good + b"\n" + raw(content=deep) + b"\n", 0, None),
        ("million deep object", good + b"\n" + b'{"a":' * 10**6 + b"1" + b"}" * 10**6 + b"\n", 1, 2),
        ("million open", good + b"\n" + b"[" * 10**6 + b"\n", 1, 2),
        ("NUL inside", good + b"\n" + raw(content=b'"a\0b"') + b"\n", 1, 2),
        ("lone surrogate", raw(content='"\\ud800"') + b"\n", 0, None),
        ("overlong UTF-8", good + b"\n" + raw(content=b'"\xc0\xaf"') + b"\n", 1, 2),
        ("surrogate in UTF-8", good + b"\n" + raw(content=b'"\xed\xa0\x80"') + b"\n", 1, 2),
        ("Latin-1", good + b"\n" + raw(content=b'"f\xfcr"') + b"\n", 1, 2),
        ("separators", raw(content='"a\u2028b\u2029c\u0085"'.encode()) + b"\n", 0, None),
        ("mark", b"\xef\xbb\xbf" + good + b"\n", 0, None),
        ("two marks", b"\xef\xbb\xbf\xef\xbb\xbf" + good + b"\n", 1, 1),
        ("CR only", good + b"\r" + good + b"\r", 1, 1),
        ("UTF-16", (good.decode() + "\n").encode("utf-16"), None, None),
        ("page", b"<!doctype html>\n<html><h1>502</h1></html>\n", 1, 1),
        ("number too large", raw(content='1e400') + b"\n", 0, None),
        ("id twice", b'{"custom_id":"a","custom_id":"b","body":{"model":"m"}}\n', 1, 1),
        ("id of 1 MB", raw(b'"' + b"i" * MEGA + b'"') + b"\n", 0, None),
        ("line of 20 MB", raw(content=b'"' + b"t" * 20 * MEGA + b'"') + b"\n", 0, None),
        ("20 MB without an end", b'{"custom_id":"' + b"x" * 20 * MEGA, 1, 1),
        ("20 MB of backslashes", b'"' + b"\\" * 20 * MEGA + b"\n", 1, 1),
        ("a million blank lines", b"\n" * 10**6 + good + b"\n", 0, None),
        ("a million broken lines", b"{\n" * 10**6, 1, 1),
        ("200,000 members", b'{"custom_id":"x"' + b"".join(b',"k%d":1' % n for n in range(200_000)) + b"}\n", 1, 1),
        ("a model on each line", b"".join(
            b'{"custom_id":"%d","body":{"model":"m%d"}}\n' % (n, n) for n in range(100_000)), 0, None),
        ("NULs", b"\0" * 4 * MEGA, 2, None),
        ("nothing", b"", 1, None),
        ("one brace", b"{", 1, 1),
    ]


class Hostile(Case):
    def measured(self, *arguments, timeout=120):
        """Runs batchctl and its peak memory with it."""
        process = subprocess.Popen(
            [str(BIN / "batchctl"), "--json", *map(str, arguments)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.env)
        try:
            process.stdout_bytes, process.stderr_bytes = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            self.fail(f"hangs: {arguments}")
        done = subprocess.CompletedProcess([], process.returncode, process.stdout_bytes, process.stderr_bytes)
        return Answer(done)

    def tree(self, folder):
        return {path.relative_to(folder).as_posix() for path in pathlib.Path(folder).rglob("*")}

    def test_files(self):
        for name, content, code, line in hostile_files():
            with self.subTest(name):
                path = self.write("in.jsonl", content)
                answer = self.measured("check", path)
                self.assertIn(answer.code, CODES)
                if code is not None:
                    self.assertEqual(answer.code, code, answer)
                if answer.code == 2:
                    self.assertTrue(answer.error["message"], answer)
                if line is not None:
                    errors = [f for f in answer.last["findings"] if f["severity"] == "error"]
                    self.assertTrue(any(line in f["lines"] and f["message"] for f in errors), answer)
                repaired = self.measured("repair", path, "-o", self.folder / "out.jsonl")
                self.assertIn(repaired.code, CODES, repaired)
                (self.folder / "out.jsonl").unlink(missing_ok=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"peak memory of batchctl: {peak // 1024} MiB", flush=True)
        self.assertLess(peak, MEMORY_KIB)

    def answered_by(self, lines, requests):
        """A run whose provider gives these bytes as its results."""
        provider = Provider()
        self.addCleanup(provider.stop)
        provider.on("GET /v1/files/file-out-[^/]+/content",
                    (200, {"Content-Type": "application/jsonl"}, lines))
        self.connect(provider)
        path = self.write("in.jsonl", "".join(json.dumps(r) + "\n" for r in requests))
        return self.measured("submit", path, "--connection", "fake", "--wait")

    def test_hostile_results(self):
        good = json.dumps(result("good", "yes")).encode()
        evil = [
            b"", b"{", b"[]", b"null", b"\0" * 1000, b"\xff\xfe", b"<html></html>", b'{"custom_id":null}',
            b'{"custom_id":"a","response":' + b"[" * 10**6 + b"]" * 10**6 + b"}",
            b'{"custom_id":"b","response":{"status_code":1e400,"body":"\\ud800"}}',
            b'{"custom_id":"c","response":{"status_code":200,"body":{"choices":{}}}}',
            b'{"custom_id":"d","error":"' + b"e" * MEGA + b'"}', b'{"custom_id":"' + b"i" * MEGA + b'","error":1}',
            json.dumps(result("e", "t" * 20 * MEGA)).encode(),
            json.dumps(result("../../etc/passwd", "x")).encode(), json.dumps(result("good", "no")).encode()[:-30],
            b'{"custom_id":"a","custom_id":"good","response":null,"error":null}',
        ]
        ids = ["good", "a", "b", "c", "d", "e", "missing"]
        answer = self.answered_by(b"\n".join([*evil, good]) + b"\n", [request(i) for i in ids])
        self.assertIn(answer.code, CODES, answer)
        run = self.ctl("runs", code=0).last["run"]
        certificate = self.measured("certificate", run).last
        self.assertTrue(certificate["balanced"], certificate)
        self.assertEqual(sum(certificate["outcomes"].values()), len(ids), certificate)
        rows = self.measured("results", run).objects
        self.assertEqual({row["custom_id"]: row["outcome"] for row in rows if "custom_id" in row}["good"], "answered")
        for form in ("csv", "jsonl"):
            target = self.folder / f"out.{form}"
            self.assertEqual(self.measured("export", run, "--format", form, "-o", target).code, 0)
            self.assertTrue(target.exists())
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"peak memory of batchctl: {peak // 1024} MiB", flush=True)
        self.assertLess(peak, MEMORY_KIB)

    def test_a_terminal_is_given_no_orders(self):
        """What people read holds no control character of a provider's, also where it refuses."""
        order = "\x1b]0;owned\x07\x1b[2J\r\x7f\x9b31m"
        ids = [f"q{order}", "plain", f"lost{order}"]
        lines = [result(ids[0], f"an{order}swer"), result(f"un{order}known", "x")]
        lines.append({"custom_id": "plain", "response": None, "error": {"code": "bad", "message": f"no{order}pe"}})
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        self.answered_by(text.encode(), [request(i) for i in ids])
        run = self.ctl("runs", code=0).last["run"]
        said = [self.spoken("results", run), self.spoken("results", run, "--unknown"), self.spoken("runs"),
                self.spoken("certificate", run), self.spoken("show", run), self.spoken("remote", "--connection", "fake")]
        refusing = Provider()
        self.addCleanup(refusing.stop)
        refusing.on("POST /v1/batches", reply(400, {"error": {"message": f"no{order}thing"}}))
        self.connect(refusing, "refusing")
        said.append(self.spoken("submit", self.requests("other.jsonl", 2), "--connection", "refusing"))
        pictures = "\u241b]0;owned\u2407\u241b[2J\u240d\u2421\ufffd31m"
        for sentence in (f"an{pictures}swer", "\u2421\ufffd31mknown", f"no{pictures}pe", f"q{pictures}", f"no{pictures}thing"):
            self.assertTrue(any(sentence in text for text in said), f"{sentence!r} is not shown in {said}")
        for text in said:
            orders = {c for c in text if (ord(c) < 0x20 or 0x7f <= ord(c) < 0xa0) and c not in "\n\t"}
            self.assertEqual(orders, set(), text)

    def spoken(self, *arguments):
        """What batchctl says to people."""
        done = subprocess.run([str(BIN / "batchctl"), *map(str, arguments)], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.env, timeout=120)
        self.assertIn(done.returncode, CODES)
        return (done.stdout + done.stderr).decode()

    def test_pages_instead_of_answers(self):
        """A portal answers everything with a page: nothing is taken for a batch or a result."""
        page = b"<!doctype html><html><body><form action=http://portal></form></body></html>"
        bodies = [page, b"", b"[" * 10**6, b"null", b"\0" * 4096, b'{"id":7,"status":[]}', b"{}" * 10**6,
                  b'{"id":"' + b"x" * 9 * MEGA + b'"}']
        for number, body in enumerate(bodies):
            with self.subTest(number):
                provider = Provider()
                self.addCleanup(provider.stop)
                name = f"portal-{number}"
                self.connect(provider, name)
                provider.on("POST /v1/batches", (200, {"Content-Type": "text/html"}, body))
                path = self.requests("in.jsonl", 2)
                answer = self.measured("submit", path, "--connection", name, "--again")
                self.assertIn(answer.code, {3, 4, 5}, answer)
                self.assertEqual(provider.count("POST /v1/batches"), 1, "a paid call was repeated")
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MEMORY_KIB)

    def test_names_never_become_paths(self):
        """Ids and names of the provider and of the user, as evil as they get: every file that is made is in
        the library, under a name of ours."""
        outside = self.folder / "outside"
        outside.mkdir()
        provider = Provider()
        self.addCleanup(provider.stop)
        self.connect(provider)
        requests = [request(name) for name in dict.fromkeys(EVIL_NAMES)]
        path = self.write("in.jsonl", "".join(json.dumps(r) + "\n" for r in requests))
        good_create = provider.good

        def evil_ids(method, plain, body):
            status, headers, content = good_create(method, plain, body)
            if (method, plain) == ("POST", "/v1/batches"):
                made = json.loads(content)
                provider.batches[made["id"]]["output_file_id"] = evil_ids.file
                provider.files[evil_ids.file] = provider.files[f"file-out-{made['id']}"]
            return status, headers, content

        provider.good = evil_ids
        before = {entry for entry in self.tree(self.folder)}
        for number, name in enumerate(EVIL_NAMES):
            evil_ids.file = name
            answer = self.traced(outside, "submit", path, "--connection", "fake", f"--name={name}", "--wait", "--again",
                                 number=number)
            self.assertIn(answer.code, {0, 1}, f"{name!r} {answer}")
        self.assertEqual(self.tree(outside), set())
        new = {entry for entry in self.tree(self.folder) - before if not entry.startswith("trace")}
        stray = {entry for entry in new if not entry.startswith(("library", "data", "config", "outside", ".cache"))}
        self.assertEqual(stray, set())
        for entry in new:
            name = pathlib.PurePosixPath(entry).name
            self.assertRegex(name, r"\A[A-Za-z0-9._-]+\Z", "a name from outside became a file's")

    def traced(self, folder, *arguments, number):
        """Runs batchctl in a folder of its own; where strace is there, every file that it makes is looked at."""
        trace = self.folder / f"trace-{number}"
        strace = ["strace", "-f", "-qq", "-e", "trace=open,openat,creat,mkdir,mkdirat,rename,renameat2,link,symlink",
                  "-o", str(trace)] if number < 6 and os.path.exists("/usr/bin/strace") else []
        done = subprocess.run([*strace, str(BIN / "batchctl"), "--json", *map(str, arguments)],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=self.env, cwd=folder, timeout=120)
        allowed = (str(self.library), str(self.folder), "/dev/", "/proc/", "/tmp/batchdesk", "/dev/shm")
        for call in trace.read_text(errors="replace").splitlines() if trace.exists() else []:
            makes = "O_CREAT" in call or any(f" {name}(" in call for name in ("mkdir", "rename", "link", "symlink"))
            if makes and " = -1" not in call and '"' in call:
                made = call.split('"')[1]
                self.assertTrue(made.startswith(allowed), call)
                self.assertNotIn("..", made.split("/"), call)
        return Answer(done)

    def test_ten_thousand_cells_are_read_back(self):
        """What the exporter writes, Python's csv reads: no cell is a formula, none is changed once the
        guards are off."""
        starts = ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\u00a0+",
                  "\u3000-", "\u200b@", "\ufeff=", "'", "'=", "''=", "' =", "\"", "\"=", ",", ";", "a", "", " ", "1",
                  "-1", "+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", "\x00=", "\u202e=", "\U0001f600"]
        ends = ["", "1+1", "\"", "\"\"", ",", "\n", "\r\n", "a\rb", "'", " ", "\t", "x" * 50, "\u2028", "\\", "é"]
        cells = []
        while len(cells) < 10_000:
            n = len(cells)
            text = starts[n % len(starts)] + ends[n // len(starts) % len(ends)]
            cells.append(text + (f"#{n}" if n // len(starts) // len(ends) else ""))
        ids = [f"q-{n}" for n in range(len(cells))]
        lines = b"".join(json.dumps(result(i, text)).encode() + b"\n" for i, text in zip(ids, cells))
        answer = self.answered_by(lines, [request(i) for i in ids])
        run = answer.last["run"]
        target = self.folder / "out.csv"
        report = self.ctl("export", run, "-o", target, "--columns", "custom_id,content", code=0).last
        with target.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        self.assertEqual(len(rows), len(cells))
        signs = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"

        def runs(text):
            bare = text.lstrip("".join(c for c in map(chr, range(0x3001)) if c.isspace() and c not in signs)
                               + "\ufeff\u200b")
            return bare[:1] != "" and bare[0] in signs

        formulas = [row for row in rows if runs(row[1])]
        self.assertEqual(formulas, [])
        bare = [row[1][1:] if row[1].startswith("'") and runs(row[1].lstrip("'")) else row[1] for row in rows]
        changed = [(was, now) for was, now in zip(cells, bare) if was != now]
        self.assertEqual(changed, [])
        guarded = sum(1 for row, text in zip(rows, cells) if row[1] != text)
        self.assertEqual(report["guarded_cells"], guarded)
        print(f"{len(cells)} cells, {guarded} guarded, {len(formulas)} formulas, {len(changed)} changed", flush=True)


if __name__ == "__main__":
    main()
