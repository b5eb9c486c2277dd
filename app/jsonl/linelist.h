// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"
#include "core/result.h"
#include "jsonl/lineindex.h"
#include "jsonl/linereader.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// Lines of a file in any choice and order, with others between: what a draft is made of. Lines of the
/// file that follow each other cost nothing. Built once, then frozen and shared.
class LineList {
public:
    /// index: null where there is no file.
    LineList(QString path, std::shared_ptr<const LineIndex> index)
        : m_path(std::move(path)), m_index(std::move(index))
    {}
    void addRow(qint64 fileRow);
    void addLine(const QByteArray &bytes);

    [[nodiscard]] qint64 count() const { return m_count; }
    /// Reads lines; nothing where the list has none of a file. FileChanged, Disk.
    [[nodiscard]] Result<std::optional<LineReader>> open() const;
    /// The lines first .. first + count - 1 in their order, from what open() gave. Any thread, several
    /// at a time. FileChanged, Disk.
    using Visit = std::function<void(qint64 row, PaddedLine line)>;
    [[nodiscard]] Result<> visit(const std::optional<LineReader> &reader, qint64 first,
                                 qint64 count, const Visit &visit) const;

private:
    struct Run {
        qint64 row = 0; ///< its first one in the list
        qint64 fileRow = -1; ///< of its first line; -1: one line of its own
        QByteArray bytes;
    };
    [[nodiscard]] qint64 endOf(std::size_t run) const;

    QString m_path;
    std::shared_ptr<const LineIndex> m_index;
    std::vector<Run> m_runs;
    qint64 m_count = 0;
};
