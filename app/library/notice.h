// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// Something that happened to the library itself and that a person should know of. Kept in the
/// library until somebody has seen it (Library::dismissNotices).
struct LibraryNotice {
    enum class Kind : quint8 {
        Rebuilt, ///< the database was damaged: kept under another name, and made anew
        Remade, ///< there was no database any more: made anew
        Completed, ///< the database knew less than the records
        PutBack, ///< another file lies in its place, as of a back-up
        TakenOver, ///< a copy has taken the place of its original
    };
    Kind kind = Kind::Rebuilt;
    QDateTime at;
    QString keptAs; ///< name of the damaged file
    qint64 runs = 0;
    qint64 batches = 0;
    QStringList uncertain; ///< batches that may or may not have been created
    QStringList unreadable; ///< records that nothing could be made of

    bool operator==(const LibraryNotice &) const = default;
};

/// The sentences for people.
[[nodiscard]] QString noticeText(const LibraryNotice &notice);

// The stored form.
[[nodiscard]] QByteArray storedNotices(const QList<LibraryNotice> &notices);
[[nodiscard]] QList<LibraryNotice> loadedNotices(const QByteArray &bytes);
