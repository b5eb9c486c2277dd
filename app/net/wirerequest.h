// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/httprequest.h"
#include "secrets/secrets.h"

#include <QNetworkRequest>

/// The address that is asked: with the query where url has none of its own, and never with a user
/// name, a password or a fragment.
[[nodiscard]] QUrl wireUrl(const HttpRequest &request);

/// The header that holds the key; empty: none does.
[[nodiscard]] QByteArray keyHeader(AuthScheme scheme);

/// Why a request may not be sent as it is: its address, or a line break in a header or in the key.
[[nodiscard]] Result<> checkRequest(const HttpRequest &request, const SecretBytes &key);

enum class Audience : quint8 {
    Origin, ///< gets the key and the caller's headers
    Foreign, ///< where a redirect has left the origin: gets neither
};

/// Everything about a request but its body. The one place where the key leaves its wrapping.
[[nodiscard]] QNetworkRequest wireRequest(const HttpRequest &request, const QUrl &url,
                                          const SecretBytes &key, Audience audience);
