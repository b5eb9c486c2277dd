-- SPDX-FileCopyrightText: 2026 Batchdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the provider counted at each look that brought something new, a few hundred of a batch at
-- most (library/observations.h). NULL: it did not say. Each row has a digest of its own: it can be
-- left out, and is in no record.
--   SELECT datetime(at / 1000, 'unixepoch'), done, failed FROM observations WHERE batch_id = 1;
CREATE TABLE observations (
    batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    raw_status TEXT NOT NULL DEFAULT '',
    done INTEGER,
    failed INTEGER,
    total INTEGER,
    digest INTEGER NOT NULL,
    PRIMARY KEY (batch_id, at)
) STRICT, WITHOUT ROWID;
