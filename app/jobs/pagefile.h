// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"
#include "net/sink.h"

#include <QSet>
#include <QString>
#include <QStringList>

/// Many pages of rows as one file of results: each row once, by its own id and that of its request,
/// in the order they came. What is in memory is a page's rows one at a time and 16 bytes for each
/// row of all. The file appears only when it is whole. On a worker; one call at a time.
class PageFile {
public:
    /// With isRest: only rows that failed, and of requests that are in none of the earlier files.
    struct Options {
        QString path; ///< absolute; its folder is there
        const Dialect *dialect = nullptr;
        bool isRest = false;
        QStringList earlier; ///< absolute paths
    };
    explicit PageFile(Options options);

    /// Takes a page over, one row a line, and removes its file.
    [[nodiscard]] Result<PageRows> append(const QString &page);
    /// Fills in the file fields of a reply.
    [[nodiscard]] Result<> commit(HttpReply &reply);

private:
    using Digest = std::pair<quint64, quint64>;
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> take(const QByteArray &line, PageRows &rows);
    [[nodiscard]] bool isWanted(const PageRow &row) const;

    Options m_options;
    FileSink m_file;
    bool m_isOpen = false;
    QSet<Digest> m_seen;
    QSet<Digest> m_answered; ///< requests of the earlier files
};
