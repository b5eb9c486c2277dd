// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/reply.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace practice {

struct UploadTask {
    QByteArray body;
    QByteArray contentType;
    QString path; ///< where the file's bytes go
};
struct Upload {
    qint64 bytes = 0;
    QString name;
    qint64 lifeSeconds = 0; ///< 0: not said
};
using UploadResult = std::expected<Upload, OpenAiFault>;

/// Reads the form of POST /v1/files and writes its file into place: purpose batch, a name that
/// ends in .jsonl, the text fields before the file, and nothing else. Any thread.
[[nodiscard]] UploadResult keepUpload(const UploadTask &task);

} // namespace practice
