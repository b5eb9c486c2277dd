// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/connection.h"

/// What the proxy's password is kept under: no connection of a library has this id.
inline constexpr ConnectionId proxyAccountId{-1};

/// The proxy's password as Secrets knows keys.
[[nodiscard]] inline Connection proxyAccount()
{
    return Connection{.id = proxyAccountId,
                      .name = QStringLiteral("proxy"),
                      .profile = {},
                      .baseUrl = {},
                      .keySource = KeySource::Keychain,
                      .keyVariable = {}};
}
