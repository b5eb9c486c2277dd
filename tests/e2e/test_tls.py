# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A connection with a CA file of its own: who is trusted, and what is said where it cannot be used."""

import shutil
import ssl
import subprocess

from support import BIN, Case, Provider, main

SERVER = """[req]
prompt=no
distinguished_name=dn
x509_extensions=x
[dn]
CN=Test
[x]
subjectAltName=IP:127.0.0.1
"""


class CaFile(Case):
    def setUp(self):
        super().setUp()
        if shutil.which("openssl") is None:
            self.skipTest("openssl is not installed")
        self.pem = self.certificate("server")
        self.provider = Provider()
        self.addCleanup(self.provider.stop)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.pem, self.folder / "server.key")
        self.provider.server.socket = context.wrap_socket(self.provider.server.socket, server_side=True)
        self.provider.url = self.provider.url.replace("http:", "https:")

    def certificate(self, name):
        config = self.write(f"{name}.conf", SERVER)
        path = self.folder / f"{name}.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-config", config, "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-keyout",
             self.folder / f"{name}.key", "-out", path],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return path

    def test_a_run_goes_through_by_the_connections_own_ca(self):
        self.connect(self.provider, "own", "openai-compatible", "--set", f"ca_file={self.pem}")
        self.assertTrue(self.ctl("connection", "test", "own", code=0).last["works"]["reach"])
        done = self.ctl("submit", self.requests("in.jsonl", 3), "--connection", "own", "--wait", code=0)
        self.assertEqual(done.last["state"], "completed")
        # Nobody else trusts it.
        self.connect(self.provider, "plain")
        before = len(self.provider.hits)
        self.ctl("connection", "test", "plain", code=4)
        held = self.ctl("submit", self.requests("other.jsonl", 2), "--connection", "plain")
        self.assertIn(held.code, (1, 4), held)
        self.assertEqual(len(self.provider.hits), before)

    def test_a_file_that_cannot_be_used_is_refused_at_once(self):
        key = self.folder / "server.key"
        for path in (self.folder / "gone.pem", self.folder, self.write("empty.pem", ""), key):
            with self.subTest(path=path.name):
                refused = self.ctl(
                    "connection", "add", "bad", "--profile", "openai-compatible", "--base-url",
                    self.provider.url, "--no-key", "--set", f"ca_file={path}", code=2)
                self.assertEqual((refused.error["kind"], refused.error["field"]), ("bad_input", "ca_file"))
                self.assertIn(str(path), refused.error["message"])
        self.assertNotIn("bad", [each["connection"] for each in self.ctl("connection", "list").objects])

    def test_a_file_that_goes_later_sends_nothing(self):
        other = shutil.copy(self.pem, self.folder / "copy.pem")
        self.connect(self.provider, "own", "openai-compatible", "--set", f"ca_file={other}")
        self.ctl("connection", "test", "own", code=0)
        before = len(self.provider.hits)
        (self.folder / "copy.pem").unlink()
        tested = self.ctl("connection", "test", "own", code=4)
        self.assertIn("copy.pem", tested.stderr)
        held = self.ctl("submit", self.requests("in.jsonl", 2), "--connection", "own")
        self.assertIn(held.code, (1, 4), held)
        self.assertEqual(len(self.provider.hits), before)

    def test_a_relative_path_is_kept_whole(self):
        added = subprocess.run(
            [BIN / "batchctl", "connection", "add", "own", "--profile", "openai-compatible",
             "--base-url", self.provider.url, "--no-key", "--set", "ca_file=server.pem"],
            env=self.env, cwd=self.folder, capture_output=True, check=False)
        self.assertEqual(added.returncode, 0, added.stderr)
        self.ctl("connection", "test", "own", code=0)


if __name__ == "__main__":
    main()
