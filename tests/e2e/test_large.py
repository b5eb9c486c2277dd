# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""100,000 requests of 1 kB: the whole job, with flat memory."""

import json
import resource
import time

from support import MEMORY_FACTOR, Case, main

COUNT = 100_000
LIMIT_KIB = 150 * 1024 * MEMORY_FACTOR


class Large(Case):
    def generate(self):
        path = self.folder / "large.jsonl"
        filler = "the quick brown fox jumps over the lazy dog and looks back once more. " * 12
        with path.open("w", encoding="utf-8") as file:
            for n in range(COUNT):
                file.write(json.dumps({
                    "custom_id": f"row-{n:06d}", "method": "POST", "url": "/v1/chat/completions",
                    "body": {"model": "practice-mini", "messages": [{"role": "user", "content": f"{n}: {filler}"}]},
                }) + "\n")
        return path

    def test_whole_job(self):
        path = self.generate()
        for connection in ("practice-files", "practice-inline"):
            with self.subTest(connection):
                started = time.monotonic()
                answer = self.ctl("submit", path, "--connection", connection, "--wait", "-o", self.folder / "out.csv",
                                  code=0, timeout=280)
                print(f"{connection}: {COUNT} requests in {time.monotonic() - started:.1f} s", flush=True)
                certificate = self.ctl("certificate", answer.last["run"], code=0).last
                self.assertTrue(certificate["balanced"] and certificate["agrees"])
                self.assertEqual(certificate["outcomes"]["answered"], COUNT)
        # The largest of all programs that this test waited for; the practice provider is not one.
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"peak memory of batchctl: {peak // 1024} MiB", flush=True)
        self.assertLess(peak, LIMIT_KIB)


if __name__ == "__main__":
    main()
