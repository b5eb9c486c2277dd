// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

/// Where a library's database lies: what tells a copy from the original.
struct Place {
    QString path; ///< of the database, canonical
    qint64 device = 0;
    qint64 inode = 0;
    qint64 born = 0; ///< when the file was made, in milliseconds; 0: not known here
    QString machine; ///< an id of the computer; empty: not known
    QString host; ///< its name, for people

    [[nodiscard]] static Place ofFile(const QString &path);
    bool operator==(const Place &) const = default;
};

/// What has become of a library since it was last opened.
enum class Passage : quint8 {
    Same, ///< the same file at the same place
    Moved, ///< the same file elsewhere: moved, mounted or carried there
    PutBack, ///< another file at the same place: of a back-up, maybe an old one
    Copied, ///< another file elsewhere: the original may be in use
};

/// A file is the same where it was made at the same moment, or has the same number where the moment
/// is not known: copying makes a new file, moving does not. A snapshot keeps both, so the place that
/// it came from is looked at, too.
[[nodiscard]] Passage passageBetween(const Place &before, const Place &now);

[[nodiscard]] QByteArray storedPlace(const Place &place);
[[nodiscard]] Place loadedPlace(const QByteArray &bytes);
