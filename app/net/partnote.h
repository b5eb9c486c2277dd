// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

struct HttpReply;

/// What is known of a part of a file: enough to ask for the rest and to see whether it fits. Kept
/// beside the part, as JSON.
struct PartNote {
    QByteArray source; ///< digest of whose content it is; no address, for those may hold secrets
    QByteArray etag; ///< a strong one, with its quotes
    QByteArray lastModified; ///< only where there is no ETag, and old enough to be a strong one
    qint64 total = -1; ///< of the whole file; -1: not told
    qint64 bytes = 0; ///< so many are surely on the disk, also after a power cut
    QByteArray boot; ///< of the computer, when the part was written

    /// Of the answer that brings a file from its start. RFC 9110, 8.8.
    [[nodiscard]] static PartNote of(const HttpReply &head, const QByteArray &source);

    /// What a part must still have to be of use; empty: the file cannot be gone on with.
    [[nodiscard]] const QByteArray &validator() const
    {
        return etag.isEmpty() ? lastModified : etag;
    }
    /// True where an answer does not say that it is of something else.
    [[nodiscard]] bool agrees(const HttpReply &head) const;

    bool operator==(const PartNote &) const = default;
};

[[nodiscard]] std::optional<PartNote> readPartNote(const QString &path);
[[nodiscard]] Result<> writePartNote(const QString &path, const PartNote &note);

/// The header Content-Range: "bytes 5-9/10", "bytes 5-9/*" or, with a 416, "bytes */10".
struct ContentRange {
    qint64 first = -1;
    qint64 last = -1; ///< included; first and last are -1 in the form of the 416
    qint64 total = -1; ///< -1: not told
    bool operator==(const ContentRange &) const = default;
};
[[nodiscard]] std::optional<ContentRange> readContentRange(const QByteArray &text);

/// What the body of an answer will have, where that is told; chunked ones are silent.
[[nodiscard]] qint64 contentLength(const HttpReply &head);
