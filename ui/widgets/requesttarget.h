// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <expected>

class Services;
struct Run;

/// Where one request of a run can be sent by itself, without the key.
struct RequestTarget {
    QUrl base;
    QString endpoint; ///< for requests that name no url; empty: the usual one
    HttpRequest request; ///< auth and headers
    QByteArray keyVariable; ///< environment variable that is to hold the key
};

/// Where requests of this run go, or why one cannot be sent by itself, translated.
[[nodiscard]] std::expected<RequestTarget, QString> requestTarget(Services &services,
                                                                  const Run &run);
