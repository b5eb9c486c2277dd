// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/resultglance.h"
#include "results/linefields.h"
#include "results/roworder.h"
#include "results/runresultsdata.h"

#include <functional>
#include <optional>
#include <span>
#include <string>

/// Reads of rows what they are ordered by. One thread. For results/ alone.
class RowValues {
public:
    RowValues(const RunResults::Data &data, RowOrder::Key key) : m_data(data), m_key(key) {}

    /// The key is a text; else a number.
    [[nodiscard]] static bool isText(RowOrder::Key key);
    /// What is needed for it lies in memory.
    [[nodiscard]] static bool needsNoFile(const RunResults::Data &data, RowOrder::Key key);
    /// Of a key for which no file is needed.
    [[nodiscard]] static std::optional<qint64> known(const RunResults::Data &data,
                                                     RowOrder::Key key, qint64 row);

    using TakeText = std::function<void(qint64 row, std::string_view sortKey)>;
    using TakeNumber = std::function<void(qint64 row, std::optional<qint64> number)>;
    /// Calls take for each of these rows, which all have a result or all have none, with at least
    /// most bytes of its sort key. Disk, FileChanged.
    [[nodiscard]] Result<> texts(std::span<const qint64> rows, std::size_t most,
                                 const TakeText &take);
    [[nodiscard]] Result<> numbers(std::span<const qint64> rows, const TakeNumber &take);

private:
    [[nodiscard]] std::string textKey(qint64 row, PaddedLine line, std::size_t most);
    [[nodiscard]] std::string answerKey(std::string_view raw, std::size_t most) const;
    [[nodiscard]] std::optional<qint64> number(qint64 row, PaddedLine line);
    [[nodiscard]] ResultLine read(qint64 row, PaddedLine line) const;
    [[nodiscard]] const ResultGlance *glance(PaddedLine line);

    const RunResults::Data &m_data;
    RowOrder::Key m_key;
    ResultGlancer m_glancer;
    LineFields m_fields;
    ReadBuffer m_buffer;
};
