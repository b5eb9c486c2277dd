// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>

namespace practice {

/// The body of MeshAPI's POST /v1/batches, read in one pass; its requests go to a file, a line each.
struct InlineBody {
    QString window = QStringLiteral("24h");
    QJsonValue metadata;
    QString endpoint;
    QString model;
    qint64 requests = 0;
    QJsonArray details; ///< what is wrong with it, as FastAPI lists it; at most 100
};

/// Any thread. An Error only for the disk; the file is in place only where details is empty.
[[nodiscard]] Result<InlineBody> readInlineBody(const QByteArray &body, const QString &linesPath);

} // namespace practice
