// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/runresultsdata.h"

#include <algorithm>

/// The rows of a run in parts of about two MiB of usual results, for workers that look at all of them:
/// first those with a result, in the order of the files, then those without. For results/ alone.
class RowParts {
public:
    explicit RowParts(const RunResults::Data &data)
        : m_data(data), m_fileParts(partsOf(std::ssize(data.fileOrder)))
    {}
    [[nodiscard]] qint64 count() const { return m_fileParts + partsOf(m_data.count()); }
    [[nodiscard]] bool isOfFiles(qint64 part) const { return part < m_fileParts; }

    /// Calls take(row) for each row of a part; one that a later result took over may come twice.
    template <class Take>
    void visit(qint64 part, Take take) const
    {
        const bool ofFiles = isOfFiles(part);
        const qint64 first = (ofFiles ? part : part - m_fileParts) * rowsAPart;
        const qint64 size = ofFiles ? std::ssize(m_data.fileOrder) : m_data.count();
        for (qint64 i = first; i < std::min(size, first + rowsAPart); ++i) {
            const qint64 row = ofFiles ? qint64(m_data.fileOrder[static_cast<std::size_t>(i)]) : i;
            if (m_data.places[static_cast<std::size_t>(row)].isNone() != ofFiles)
                take(row);
        }
    }

private:
    static constexpr qint64 rowsAPart = 1536;
    static qint64 partsOf(qint64 rows) { return (rows + rowsAPart - 1) / rowsAPart; }

    const RunResults::Data &m_data;
    qint64 m_fileParts;
};
