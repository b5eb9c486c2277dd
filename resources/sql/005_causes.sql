-- SPDX-FileCopyrightText: 2026 Batchdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who or what brought a batch into a state (StateCause), in which program, and the words of an
-- error or a wait. What was stored before says none of it. Digests are made anew.
ALTER TABLE history ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN program TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN words TEXT NOT NULL DEFAULT '';
-- The program in which a person had the wish.
ALTER TABLE wishes ADD COLUMN program TEXT NOT NULL DEFAULT '';
