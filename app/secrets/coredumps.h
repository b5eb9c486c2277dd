// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// A crash must not leave keys behind: a core dump holds all memory, is kept by the system for days
/// and is often sent to somebody. This process and those it starts leave none from now on. Called
/// first of all in main().
void leaveNoCoreDumps();
