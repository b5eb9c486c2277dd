// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// A place at which tests let the program die, beside each step that is stored. In a release it is
/// nothing, and its name is not in the program. In a debug build the environment tells:
///
///     BATCHDESK_CRASH_AT=name[:n]   the process kills itself the n-th time it comes by, first: 1
///     BATCHDESK_CRASH_LIST=file     each name that is passed is added to the file, one a line
///
/// From any thread. tests/e2e/test_crashpoints.py goes through all names, so each one is written
/// here as a literal, once in the whole program.
#ifdef NDEBUG
inline void crashPoint(const char *) {}
#else
void crashPoint(const char *name);
#endif
