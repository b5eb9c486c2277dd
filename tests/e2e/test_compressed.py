# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Compressed request files: read as they are, and never half of one taken for the whole."""

import gzip
import io
import json
import os
import shutil
import signal
import subprocess
import tarfile
import time

from support import BIN, Case, Provider, main

ZSTD = shutil.which("zstd")
# Each way to pack some bytes, by the name of its files.
WAYS = {".gz": lambda content: gzip.compress(content, 6)}
if ZSTD:
    WAYS[".zst"] = lambda content: subprocess.run([ZSTD, "-qc"], input=content, stdout=subprocess.PIPE, check=True).stdout


class Compressed(Case):
    def packed(self):
        """Each way, with the requests of a plain file, its name and its content."""
        if not ZSTD:
            print("skipped for zstd: there is no program of that name")
        plain = self.requests("plain.jsonl", 300).read_bytes()
        for suffix, pack in WAYS.items():
            with self.subTest(suffix):
                yield suffix, pack, plain

    def refused(self, path, *words):
        before = path.read_bytes()
        answer = self.ctl("check", path, code=2)
        self.assertEqual(answer.stdout, "")
        for word in (path.name, *words):
            self.assertIn(word, answer.error["message"])
        self.assertEqual(answer.stderr.count("\n"), 1, answer.stderr)
        self.assertEqual(path.read_bytes(), before, "the file was changed")
        self.assertEqual(self.left(), [], "something was left behind")

    def left(self):
        """Files of ours that are not in the library."""
        return [path for path in (self.folder / "cache").rglob("*") if path.is_file()]

    def test_a_check_says_the_same(self):
        for suffix, pack, plain in self.packed():
            plain += b"{oops\n\n" + plain.splitlines()[0]
            expected = self.ctl("check", self.write("in.jsonl", plain), code=1).last
            self.assertEqual(self.ctl("check", self.write("in.jsonl" + suffix, pack(plain)), code=1).last, expected)
            half = len(plain) // 2
            parts = pack(plain[:half]) + pack(b"") + pack(plain[half:])
            self.assertEqual(self.ctl("check", self.write("parts.jsonl" + suffix, parts), code=1).last, expected)
            self.assertEqual(self.ctl("check", self.write("no-suffix", pack(plain)), code=1).last, expected)
            self.assertEqual(self.ctl("check", self.write("wrong.jsonl" + suffix, plain), code=1).last, expected)
            self.assertEqual(self.ctl("check", self.write("e" + suffix, pack(b"")), code=1).last["findings"][0]["kind"],
                             "no_requests")

    def test_what_is_cut_is_refused(self):
        for suffix, pack, plain in self.packed():
            whole = pack(plain)
            for size in [*range(64, len(whole), 64 if len(whole) < 2000 else 640), len(whole) - 1]:
                self.refused(self.write("cut.jsonl" + suffix, whole[:size]), "ends in the middle", "Copy or download")

    def test_what_is_damaged_is_refused(self):
        for suffix, pack, plain in self.packed():
            whole = bytearray(pack(plain))
            whole[len(whole) // 2] ^= 0x55
            self.refused(self.write("damaged.jsonl" + suffix, bytes(whole)), "is damaged")
            whole = bytearray(pack(plain))
            whole[-5 if suffix == ".gz" else -1] ^= 0x55  # of the checksum
            self.refused(self.write("checksum.jsonl" + suffix, bytes(whole)), "is damaged")
            self.refused(self.write("garbage.jsonl" + suffix, pack(plain) + b"\0\0garbage"), "is damaged")

    def test_what_is_packed_twice_is_refused(self):
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w") as tar:
            tar.add(self.requests("plain.jsonl", 3), "plain.jsonl")
        for suffix, pack, plain in self.packed():
            self.refused(self.write("twice.jsonl" + suffix, pack(gzip.compress(plain))), "Unpack it once")
            self.refused(self.write("archive.tar" + suffix, pack(archive.getvalue())), "Unpack it once")

    def test_ten_gigabytes_of_nothing(self):
        megabytes = gzip.compress(bytes(64 << 20), 9) * 160
        path = self.write("zeros.jsonl.gz", megabytes)
        began = time.monotonic()
        self.refused(path, "binary data")
        self.assertLess(time.monotonic() - began, 10)
        # As text: far more than there may be, and there is a way to stop it.
        path = self.write("bomb.jsonl.gz", gzip.compress(b"\n" * (64 << 20), 9) * 160)
        process = subprocess.Popen([str(BIN / "batchctl"), "check", str(path)], env=self.env,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        unpacked = f"/proc/{process.pid}/fd"
        while process.poll() is None and not any(self.is_unpacked(fd) for fd in self.listed(unpacked)):
            time.sleep(0.01)
        self.assertIsNone(process.poll(), "it ended before it could be stopped")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(self.left(), [])

    @staticmethod
    def listed(folder):
        try:
            return list(os.scandir(folder))
        except OSError:
            return []

    @staticmethod
    def is_unpacked(fd):
        try:
            target = os.readlink(fd.path)
            return ".unpacked." in target and os.stat(fd.path).st_size > (8 << 20)
        except OSError:
            return False

    def test_a_killed_check_leaves_nothing(self):
        path = self.write("large.jsonl.gz", gzip.compress(b'{"a":1}\n' * (8 << 20), 1) * 4)
        process = subprocess.Popen([str(BIN / "batchctl"), "check", str(path)], env=self.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and not any(
                self.is_unpacked(fd) for fd in self.listed(f"/proc/{process.pid}/fd")):
            time.sleep(0.01)
        self.assertIsNone(process.poll())
        process.kill()
        process.wait()
        self.assertEqual(self.left(), [])

    def provider(self, name):
        provider = Provider()
        self.addCleanup(provider.stop)
        self.connect(provider, name)
        return provider

    def inputs(self):
        return [path.read_bytes() for path in (self.library / "inputs").glob("*")]

    def test_the_text_is_what_is_sent(self):
        for suffix, pack, plain in self.packed():
            name = "to" + suffix
            provider = self.provider(name)
            path = self.write("tasks.jsonl" + suffix, pack(plain))
            run = self.ctl("submit", path, "--connection", name, code=0).last
            self.assertEqual(run["name"], "tasks")
            self.assertIn(plain, self.inputs())
            sent = [json.loads(line) for line in provider.files["file-1"].splitlines() if line]
            self.assertEqual(sent, [json.loads(line) for line in plain.splitlines()])
            # The same requests, packed or not, are the same.
            answer = self.ctl("submit", self.write("plain.jsonl", plain), "--connection", name)
            self.assertNotEqual(answer.code, 0)
            self.assertEqual(answer.error["code"], "same_run")
            self.assertEqual(provider.count("POST /v1/batches"), 1)

    def test_a_cut_file_is_not_sent(self):
        for suffix, pack, plain in self.packed():
            name = "to" + suffix
            provider = self.provider(name)
            path = self.write("cut.jsonl" + suffix, pack(plain)[:-3])
            answer = self.ctl("submit", path, "--connection", name, code=2)
            self.assertIn("ends in the middle", answer.error["message"])
            self.assertEqual(provider.hits, [])
            self.assertEqual(self.inputs(), [])

    def test_a_mended_copy_is_plain(self):
        for suffix, pack, plain in self.packed():
            path = self.write("in.jsonl" + suffix, pack(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")))
            out = self.folder / "out.jsonl"
            self.assertEqual(self.ctl("repair", path, "-o", out, code=0).last["written"], 300)
            self.assertEqual(out.read_bytes(), plain)
            answer = self.ctl("repair", path, "-o", self.folder / ("out.jsonl" + suffix), code=2)
            self.assertIn("not compressed", answer.error["message"])

    def test_saved_results_are_read(self):
        line = b'{"custom_id":"a","response":{"status_code":200,"body":{"choices":[]}},"error":null}\n'
        for suffix, pack, _ in self.packed():
            plain = self.ctl("read", "output_lines", self.write("out.jsonl", line), "--profile", "meshapi", code=0)
            path = self.write("out.jsonl" + suffix, pack(line))
            self.assertEqual(self.ctl("read", "output_lines", path, "--profile", "meshapi", code=0).last, plain.last)


if __name__ == "__main__":
    main()
