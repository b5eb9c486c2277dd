# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the end-to-end tests share: a library of their own, batchctl, and a provider that misbehaves.

Nothing here knows the program's code: only its command line, exit codes and JSON.
"""

import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback
import unittest

BIN = pathlib.Path(os.environ["BATCHDESK_BIN"])
SOURCE = pathlib.Path(__file__).resolve().parents[2]
# How much more memory a program takes that a sanitizer watches.
MEMORY_FACTOR = 6 if "BATCHDESK_SANITIZED" in os.environ else 1
SHARED = pathlib.Path(os.environ.get("BATCHDESK_SHARED", SOURCE.parent / "shared"))


class Answer:
    """What one call of batchctl gave."""

    def __init__(self, process):
        self.code = process.returncode
        self.stdout = process.stdout.decode("utf-8")
        self.stderr = process.stderr.decode("utf-8")

    @property
    def objects(self):
        return [json.loads(line) for line in self.stdout.split("\n") if line]

    @property
    def last(self):
        return self.objects[-1]

    @property
    def error(self):
        for line in self.stderr.splitlines():
            if line.startswith('{"error"'):
                return json.loads(line)["error"]
        return None

    def __str__(self):
        return f"exit {self.code}\nstdout: {self.stdout[:2000]}\nstderr: {self.stderr[:2000]}"


class Case(unittest.TestCase):
    """A test with a fresh library, time running a hundred times faster and no desktop."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="batchdesk-e2e-"))
        self.library = self.folder / "library"
        self.env = {
            key: value
            for key, value in os.environ.items()
            if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
        }
        # With a sanitizer in them the programs would catch the signals.
        hands_off = "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_abort=0"
        self.env["ASAN_OPTIONS"] = f"{self.env.get('ASAN_OPTIONS', '')}:{hands_off}".strip(":")
        self.env.update(
            HOME=str(self.folder),
            XDG_RUNTIME_DIR=str(self.folder),
            XDG_DATA_HOME=str(self.folder / "data"),
            XDG_CONFIG_HOME=str(self.folder / "config"),
            XDG_CACHE_HOME=str(self.folder / "cache"),
            BATCHDESK_LIBRARY=str(self.library),
            BATCHDESK_TIME_SCALE="0.05",
        )
        self.addCleanup(self.remove)

    def remove(self):
        port = self.library / "practice" / "port.json"
        try:
            os.kill(json.loads(port.read_text())["pid"], 15)
        except (OSError, ValueError, KeyError):
            pass
        shutil.rmtree(self.folder, ignore_errors=True)

    def ctl(self, *arguments, stdin=b"", code=None, timeout=120, env=None):
        process = subprocess.run(
            [str(BIN / "batchctl"), "--json", *map(str, arguments)],
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.env if env is None else env,
            timeout=timeout,
        )
        answer = Answer(process)
        if code is not None:
            self.assertEqual(answer.code, code, f"batchctl {' '.join(map(str, arguments))}\n{answer}")
        return answer

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def requests(self, name, count, **body):
        lines = [
            json.dumps(
                {
                    "custom_id": f"q-{n}",
                    "method": "POST",
                    "url": "/v1/chat/completions",
                    "body": {
                        "model": "practice-mini",
                        "messages": [{"role": "user", "content": f"Shorten this, please: text number {n}."}],
                        **body,
                    },
                }
            )
            for n in range(1, count + 1)
        ]
        return self.write(name, "\n".join(lines) + "\n")

    def connect(self, provider, name="fake", profile="openai-compatible", *more):
        self.env["FAKE_KEY"] = "canary-key-0123456789"
        return self.ctl(
            "connection", "add", name, "--profile", profile, "--base-url", provider.url,
            "--key-env", "FAKE_KEY", "--poll", "0.1,0.3", *more, code=0)

    def shared(self, *parts):
        path = SHARED.joinpath(*parts)
        if not path.exists():
            self.skipTest(f"{path.name} is not here: the shared reference data is absent")
        return path


class Provider:
    """An OpenAI-shaped provider in a few lines whose every answer a test can replace.

    answers maps "METHOD /path" (a regular expression) to a list of (status, headers, body bytes) or
    a function of the request; the last one of a list stays. What was asked is kept in hits.
    """

    def __init__(self):
        self.hits = []
        self.answers = {}
        self.files = {}
        self.batches = {}
        self.asking = threading.local()  # .port: of the client that this thread answers
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def handle_any(self):
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length)
                sent = {key.lower(): value for key, value in self.headers.items()}
                owner.hits.append((self.command, self.path, sent, body))
                owner.asking.port = self.client_address[1]
                status, headers, content = owner.answer(self.command, self.path, body)
                if status is None:  # no answer at all
                    self.close_connection = True
                    return
                self.send_response(status)
                for key, value in headers.items():
                    self.send_header(key, value)
                if "content-length" not in {key.lower() for key in headers}:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
                # An answer that is cut short: its end is the end of the connection.
                promised = {key.lower(): value for key, value in headers.items()}.get("content-length")
                if promised is not None and int(promised) > len(content):
                    self.close_connection = True

            do_GET = do_POST = do_DELETE = handle_any

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = self.broken
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @staticmethod
    def broken(_request, _client):
        """A program that ends in the middle of a call is no fault of a test."""
        if not isinstance(sys.exception(), ConnectionError):
            traceback.print_exc()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def on(self, call, *answers):
        self.answers[call] = list(answers)

    def count(self, call):
        method, path = call.split(" ")
        return sum(1 for hit in self.hits if hit[0] == method and re.fullmatch(path, hit[1].split("?")[0]))

    def answer(self, method, path, body):
        plain = path.split("?")[0]
        for call, answers in self.answers.items():
            wanted, pattern = call.split(" ")
            if wanted == method and re.fullmatch(pattern, plain):
                answer = answers.pop(0) if len(answers) > 1 else answers[0]
                if callable(answer):
                    answer = answer(method, path, body)
                if answer is not None:
                    return answer
        return self.good(method, plain, body)

    def good(self, method, path, body):
        if (method, path) == ("POST", "/v1/files"):
            name = f"file-{len(self.files) + 1}"
            start = body.index(b'{"custom_id"')
            end = body.rindex(b"\r\n--")
            self.files[name] = body[start:end]
            return reply(200, {"id": name, "object": "file", "bytes": len(self.files[name]), "status": "processed"})
        if (method, path) == ("POST", "/v1/batches"):
            asked = json.loads(body)
            number = f"batch-{len(self.batches) + 1}"
            lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines() if line.strip()]
            output = f"file-out-{number}"
            self.files[output] = b"".join(
                json.dumps(result(line["custom_id"], f"answer to {line['custom_id']}")).encode() + b"\n"
                for line in reversed(lines))
            self.batches[number] = {
                "id": number, "object": "batch", "status": "completed", "endpoint": asked["endpoint"],
                "input_file_id": asked["input_file_id"], "output_file_id": output, "error_file_id": None,
                "metadata": asked.get("metadata"),
                "request_counts": {"total": len(lines), "completed": len(lines), "failed": 0},
            }
            return reply(200, {**self.batches[number], "status": "validating", "output_file_id": None})
        if (method, path) == ("GET", "/v1/batches"):
            return reply(200, {"object": "list", "data": list(self.batches.values()), "has_more": False})
        found = re.fullmatch(r"/v1/batches/([^/]+)", path)
        if method == "GET" and found and found[1] in self.batches:
            return reply(200, self.batches[found[1]])
        found = re.fullmatch(r"/v1/batches/([^/]+)/cancel", path)
        if method == "POST" and found and found[1] in self.batches:
            self.batches[found[1]]["status"] = "cancelled"
            return reply(200, {"id": found[1], "status": "cancelling"})
        found = re.fullmatch(r"/v1/files/([^/]+)/content", path)
        if method == "GET" and found and found[1] in self.files:
            return 200, {"Content-Type": "application/jsonl"}, self.files[found[1]]
        return reply(404, {"error": {"message": "no such thing", "code": "not_found"}})


def reply(status, body, **headers):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return status, {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}, content


def result(custom_id, content, finish="stop"):
    return {
        "id": f"res-{custom_id}",
        "custom_id": custom_id,
        "response": {
            "status_code": 200,
            "request_id": f"rq-{custom_id}",
            "body": {
                "id": "chatcmpl-1", "object": "chat.completion", "model": "fake-mini",
                "choices": [{"index": 0, "finish_reason": finish,
                             "message": {"role": "assistant", "content": content}}],
                "usage": {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12},
            },
        },
        "error": None,
    }


def main():
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
