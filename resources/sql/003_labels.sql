-- SPDX-FileCopyrightText: 2026 Batchdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a person tells runs and connections apart by, and of what they were warned (JSON lists of
-- texts). Digests are made anew after each migration.
ALTER TABLE runs ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE runs ADD COLUMN warned TEXT NOT NULL DEFAULT '[]';
ALTER TABLE connections ADD COLUMN colour TEXT NOT NULL DEFAULT '';
