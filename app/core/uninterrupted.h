// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cerrno>

/// Makes a system call again for as long as it is only interrupted by a signal, which is no fault
/// that anybody should hear of. Not for close(), which must not be repeated.
template <class Call>
[[nodiscard]] auto uninterrupted(Call &&call) -> decltype(call())
{
    decltype(call()) result;
    do
        result = call();
    while (result == -1 && errno == EINTR);
    return result;
}
