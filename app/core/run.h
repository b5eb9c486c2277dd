// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

/// What a user composes and follows: one set of requests, its settings, and all that came of it.
/// A value; lives in the library, one row. Its state follows from its batches.
struct Run {
    RunId id;
    QString name;
    QString description;
    ConnectionId connection; ///< null while a draft has none
    QString endpoint; ///< such as /v1/chat/completions; taken from the file where not set
    QString window; ///< completion window such as 24h; empty: the profile's default or none
    /// In the user's order; each value is raw JSON ("\"text\"", "1", "{...}").
    QList<std::pair<QString, QByteArray>> metadata;
    QString
        inputFile; ///< relative to the library folder; write-once; empty for an adopted run without input
    QString originPath; ///< where the user's file was; a label, never opened by itself
    qint64 requests = 0; ///< non-blank lines of the input
    qint64 bytes = 0;
    QByteArray sha256; ///< of the user's input bytes
    QStringList models;
    QStringList tags; ///< a person's own words for it, to find it by; no two alike
    bool hold = false; ///< staged: create and add, do not start
    bool again = false; ///< the user asked for sending the same once more
    bool unread = false; ///< ended, and nobody has looked yet
    bool deleted = false; ///< in the bin; its files are still there
    QStringList warned; ///< of what a person was told by a notification (core/harm.h), once each
    QDateTime createdAt;

    bool operator==(const Run &) const = default;
};
