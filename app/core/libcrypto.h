// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Has libcrypto left as it is when the process ends. By itself it frees, from a handler of exit(),
/// what it keeps for each thread; but QThread::wait() returns before the storage of the thread is
/// gone, so that a thread that was waited for may be freeing the same just then (an abort behind a
/// test that had passed; with a delay in libcrypto's lock the thread goes on behind the cleaning).
///
/// Has to come before the first use, by us or by Qt: the programs call it first of all, and what
/// uses libcrypto in a test calls it too. Any thread, any number of times.
void leaveLibcryptoAtExit();
