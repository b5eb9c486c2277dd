// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QUrl>

/// True for localhost, 127.0.0.0/8 and ::1: the only hosts that may be asked without encryption.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// Same scheme, host and port: the boundary that a key never crosses.
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

/// Why an address may not be asked: BadInput where it is none, Tls for plain http that would leave
/// this computer.
[[nodiscard]] Result<> checkAddress(const QUrl &url);

/// Where a redirect from one address leads, without user, password and fragment. Nothing that was
/// sent away from this computer is led back to it, and nothing that was encrypted goes on in clear.
[[nodiscard]] Result<QUrl> redirectTarget(const QUrl &from, const QByteArray &location);
