#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A library on a disk that is full: nothing is paid for that could not be kept, a download waits.

The disk is a small tmpfs in a name space of its own; where the system allows none, all is skipped.
"""

import ctypes
import os

import support

LIBC = ctypes.CDLL(None, use_errno=True)
REMOUNT = 32
DETACH = 2


def mount(folder, megabytes, flags=0):
    size = f"size={megabytes}m".encode()
    return LIBC.mount(b"none", os.fsencode(folder), b"tmpfs", ctypes.c_ulong(flags), size) == 0


def may_mount():
    """Goes into a name space in which this process may mount what it likes."""
    user, group = os.getuid(), os.getgid()
    try:
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNS)
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
    except (AttributeError, OSError):
        return False
    with support.tempfile.TemporaryDirectory() as folder:
        if not mount(folder, 1):
            return False
        LIBC.umount2(os.fsencode(folder), DETACH)
    return True


MAY_MOUNT = may_mount()


@support.unittest.skipUnless(MAY_MOUNT, "no small disk can be mounted here")
class DiskFull(support.Case):
    def disk(self, megabytes):
        self.library.mkdir()
        self.assertTrue(mount(self.library, megabytes))
        self.addCleanup(LIBC.umount2, os.fsencode(self.library), DETACH)

    def fill(self, leave):
        """A file that takes all room but so many bytes."""
        space = os.statvfs(self.library)
        ballast = self.library / "ballast"
        with ballast.open("wb") as file:
            left = space.f_bavail * space.f_frsize - leave
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))
        return ballast

    def provider(self):
        provider = support.Provider()
        self.addCleanup(provider.stop)
        self.connect(provider)
        return provider

    def test_refuses_before_it_pays(self):
        self.disk(40)
        provider = self.provider()
        answer = self.ctl("submit", self.requests("in.jsonl", 3), "--connection", "fake", code=6)
        self.assertEqual(answer.error["kind"], "disk", answer)
        self.assertEqual(provider.count("POST /v1/.*"), 0)
        self.assertEqual(self.ctl("runs", code=0).last["state"], "failed")

        self.assertTrue(mount(self.library, 100, REMOUNT))
        self.ctl("submit", self.folder / "in.jsonl", "--connection", "fake", "--wait", code=0)
        self.assertEqual(provider.count("POST /v1/batches"), 1)

    def test_a_download_waits_for_room(self):
        self.disk(90)
        provider = self.provider()
        running = support.reply(200, {"id": "batch-1", "object": "batch", "status": "in_progress"})
        provider.on("GET /v1/batches/batch-1", running)
        run = self.ctl("submit", self.requests("in.jsonl", 40), "--connection", "fake", code=0).last["run"]
        lines = [support.json.dumps(support.result(f"q-{n}", "x" * 150_000)) for n in range(1, 41)]
        body = ("\n".join(lines) + "\n").encode()
        asked = []

        def content(_method, _path, _body):
            headers = provider.hits[-1][2]
            asked.append(headers.get("range"))
            common = {"Content-Type": "application/jsonl", "ETag": '"v1"'}
            if headers.get("range") and headers.get("if-range") == '"v1"':
                start = int(headers["range"][6:-1])
                told = f"bytes {start}-{len(body) - 1}/{len(body)}"
                return 206, {**common, "Content-Range": told}, body[start:]
            return 200, common, body

        provider.on("GET /v1/files/file-out-batch-1/content", content)
        ballast = self.fill(leave=3_000_000)
        del provider.answers["GET /v1/batches/batch-1"]
        self.ctl("watch", run, "--timeout", "8", code=1)
        self.assertEqual(asked[:1], [None])
        shown = self.ctl("show", run, code=0).last["batches"][0]
        self.assertEqual(shown["error"]["kind"], "disk", shown)
        parts = list(self.library.glob("results/*/*.part"))
        self.assertEqual(len(parts), 1, "what has come is kept")
        kept = parts[0].read_bytes()
        self.assertGreater(len(kept), 500_000)
        self.assertTrue(body.startswith(kept))
        before = len(asked)
        self.assertLessEqual(before, 2, "nobody is asked for what cannot be kept")

        ballast.unlink()
        self.ctl("watch", run, "--timeout", "60", code=0)
        self.assertEqual(asked[before:], [f"bytes={len(kept)}-"])
        self.assertEqual(self.ctl("certificate", run, code=0).last["outcomes"]["answered"], 40)
        self.assertEqual([path.name for path in self.library.glob("results/*/*")], ["output.jsonl"])


if __name__ == "__main__":
    support.main()
