# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A key that is looked for wherever it must not be, and a provider that throws it back.

Nothing here trusts the program: the key is searched in all that was written and said, and in the
command lines and environments of all processes, by a search that knows how text gets quoted.
"""

import base64
import http.client
import http.server
import json
import os
import pathlib
import random
import re
import string
import threading
import time
import zipfile

SAFE = string.ascii_letters + string.digits
MARK = "BATCHDESK_TEST_MARK"


def base64_cores(key, alphabet=None):
    """What is the same of a Base64 text whatever stands before and behind the key."""
    for before in range(3):
        text = base64.b64encode(b"\0" * before + key, alphabet)
        first = (before * 8 + 5) // 6
        yield text[first:(before + len(key)) * 8 // 6]


class Canary:
    """A random key with a character for each kind of escape, and all its disguises."""

    def __init__(self):
        pick = random.SystemRandom().choice
        head = "".join(pick(SAFE) for _ in range(8))
        self.text = head + "/aB+3f=&" + "".join(pick(SAFE) for _ in range(24))
        self.key = self.text.encode()
        self.head = head.encode()
        self.forms = {
            "as it is": self.key,
            "its first 8 characters": self.head,
            "percent": self.percent().encode(),
            "percent, small": re.sub("%..", lambda found: found[0].lower(), self.percent()).encode(),
            "percent, all": "".join(f"%{byte:02X}" for byte in self.key).encode(),
            "JSON": json.dumps(self.text)[1:-1].replace("/", "\\/").encode(),
            "JSON, all": "".join(f"\\u{byte:04x}" for byte in self.key).encode(),
            "hexadecimal": self.key.hex().encode(),
            "UTF-16": self.head.decode().encode("utf-16-le"),
            "UTF-16, the other way": self.head.decode().encode("utf-16-be"),
        }
        for number, core in enumerate(base64_cores(self.key)):
            self.forms[f"Base64 at {number}"] = core
        for number, core in enumerate(base64_cores(self.key, b"-_")):
            self.forms[f"Base64 for addresses at {number}"] = core

    def percent(self):
        return "".join(c if c in SAFE else f"%{ord(c):02X}" for c in self.text)

    def find(self, data):
        return [name for name, form in self.forms.items() if form in data]

    def echo(self, form):
        """As servers quote what they do not like."""
        return {
            "plain": self.text,
            "base64": base64.b64encode(self.key).decode(),
            "basic": base64.b64encode(b"user:" + self.key + b":x").decode(),
            "percent": self.percent(),
            "percent twice": self.percent().replace("%", "%25"),
            "json": "".join(f"\\u{byte:04x}" for byte in self.key),
            "slash": self.text.replace("/", "\\/"),
            "html": "".join(f"&#{byte};" for byte in self.key),
            "masked": self.text[:8] + "*" * 20,
            "beginning": self.text[:12] + "...",
        }[form]

    ECHOES = ("plain", "base64", "basic", "percent", "percent twice", "json", "slash", "html",
              "masked", "beginning")

    def search_tree(self, folder):
        """(file, form) of all below; archives are looked into."""
        hits = []
        for path in sorted(pathlib.Path(folder).rglob("*")):
            hits += [(str(path.name), f"{form}, in a name") for form in self.find(str(path).encode())]
            if path.is_symlink() or not path.is_file():
                continue
            data = path.read_bytes()
            hits += [(str(path), form) for form in self.find(data)]
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    for member in archive.namelist():
                        hits += [(f"{path}:{member}", form) for form in self.find(archive.read(member))]
        return hits


class Watcher:
    """Looks at the command lines and environments of the test's processes, all the time.

    Ours are those with the mark in their environment. Whoever was given the key in a variable has
    it there: the programs that the test itself starts (given()).
    """

    def __init__(self, canary):
        self.canary = canary
        self.mark = f"{MARK}={random.SystemRandom().randrange(1 << 60):x}"
        self.hits = set()
        self.seen = set()
        self.allowed = set()
        self.commands = {pathlib.Path("/proc/self/cmdline").read_bytes()}
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def given(self, process):
        self.allowed.add(process.pid)
        self.commands.add(b"".join(os.fsencode(part) + b"\0" for part in process.args))

    def run(self):
        while not self.stopped.wait(0.03):
            self.look()

    def look(self):
        for entry in os.scandir("/proc"):
            if not entry.name.isdigit():
                continue
            try:
                environment = pathlib.Path(entry.path, "environ").read_bytes()
                if self.mark.encode() not in environment:
                    continue
                command = pathlib.Path(entry.path, "cmdline").read_bytes()
            except OSError:
                continue
            pid = int(entry.name)
            self.seen.add((pid, command))
            for form in self.canary.find(command):
                self.hits.add((command.replace(b"\0", b" ")[:80], f"{form}, in a command line"))
            if pid not in self.allowed:
                for form in self.canary.find(environment):
                    self.hits.add((pid, command, f"{form}, in an environment"))

    def stop(self):
        self.stopped.set()
        self.thread.join()

    def faults(self):
        """What was seen. A process between its fork and its exec is still the one that it was."""
        return [hit for hit in self.hits
                if len(hit) == 2 or (hit[0] not in self.allowed and hit[1] not in self.commands)]


class Parrot:
    """Stands before a provider, hands everything on, and now and then answers with the key.

    A fault is (stage, kind, form, how often). Stages: first, post, get, content. Kinds: a status,
    or redirect, away, reset, cut, stall, reason, headers.
    """

    def __init__(self, canary, upstream):
        self.canary = canary
        self.upstream = upstream
        self.faults = []
        self.asked = 0
        self.stalling = threading.Event()
        self.foreign = []  # what arrived at another origin
        owner = self

        class Here(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                owner.asked += 1
                if not owner.misbehave(self):
                    owner.hand_on(self, body)

            do_GET = do_POST = do_DELETE = do_PUT = handle_any

        class Elsewhere(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def handle_any(self):
                length = int(self.headers.get("content-length") or 0)
                owner.foreign.append(self.raw_requestline + bytes(str(self.headers), "latin-1") + self.rfile.read(length))
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            do_GET = do_POST = do_DELETE = do_PUT = handle_any

        self.servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind) for kind in (Here, Elsewhere)]
        for server in self.servers:
            server.daemon_threads = True
            server.handle_error = lambda *_: None  # programs that are killed in the middle
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url, self.other = (f"http://127.0.0.1:{server.server_address[1]}" for server in self.servers)

    def stop(self):
        self.stalling.set()
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def plan(self, stage, kind, form="plain", times=2):
        self.faults.append([stage, kind, form, times])

    def misbehave(self, handler):
        path = handler.path.split("?")[0]
        stages = {"first", handler.command.lower()}
        if path.endswith(("/content", "/results", "/output")):
            stages.add("content")
        for fault in self.faults:
            stage, kind, form, times = fault
            if stage in stages and times > 0:
                fault[3] -= 1
                self.answer(handler, kind, form)
                return True
        return False

    def answer(self, handler, kind, form):
        text = self.canary.echo(form)
        inner = text if form in ("json", "slash") else json.dumps(text)[1:-1]
        body = (f'{{"error":{{"message":"Incorrect API key provided: {inner}. Ask for another.",'
                f'"code":"bad_{inner}","type":"{inner}","param":"{inner}"}},"detail":"{inner}",'
                f'"request_id":"{inner}"}}').encode()
        if kind in ("reset", "stall"):
            if kind == "stall":
                self.stalling.wait(30)
            handler.close_connection = True
            return
        status, location = kind, None
        if kind == "redirect":
            status, location = 307, f"{self.other}/v1/x?key={text}"
        elif kind == "away":
            status, location = 302, f"{self.other}/v1/x"
        elif kind in ("reason", "headers", "cut"):
            status = 401
        handler.send_response(status, f"Bad {text}" if kind == "reason" else None)
        handler.send_header("Content-Type", "application/json" if form != "html" else "text/html")
        handler.send_header("Content-Length", str(len(body) * (2 if kind == "cut" else 1)))
        for name in ("X-Request-Id", "WWW-Authenticate", "Retry-After") if kind == "headers" else ("X-Request-Id",):
            handler.send_header(name, text)
        if location:
            handler.send_header("Location", location)
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = kind == "cut"

    def hand_on(self, handler, body):
        there = http.client.HTTPConnection(*self.upstream[1])
        sent = {k: v for k, v in handler.headers.items() if k.lower() not in ("host", "connection")}
        there.request(handler.command, self.upstream[0] + handler.path, body, sent)
        answer = there.getresponse()
        content = answer.read()
        handler.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)
        there.close()


def wait_for(true, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False
