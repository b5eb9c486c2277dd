-- SPDX-FileCopyrightText: 2026 Batchdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A digest of each row as it is stored, with its version and, of a batch, with its history and
-- result files (library/fingerprint.h). A byte that has changed on the disk leaves SQLite's own
-- structure whole; here it shows. All rows have one once meta holds "sealed".
ALTER TABLE connections ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batches ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wishes ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
