// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

/// A whole answer, as a value: every status, 2xx or not, is a reply. What could not be completed
/// (no connection, cut short, timeout) is an Error instead.
struct HttpReply {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body; ///< what the memory part of the sink holds; error bodies always, capped
    qint64 fileBytes = 0; ///< what went into the sink's file
    qint64 fileLines = 0;
    QByteArray fileSha256; ///< 32 raw bytes
    QString file; ///< absolute path of the committed file, empty where there is none

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers)
            if (key == name)
                return value;
        return {};
    }
};
