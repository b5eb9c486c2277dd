// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/resultglance.h"
#include "results/linefields.h"
#include "results/rowquery.h"
#include "results/runresultsdata.h"
#include "results/textmatch.h"

#include <optional>
#include <vector>

/// Says whether rows are what a query looks for. One thread. For results/ alone.
class RowMatcher {
public:
    RowMatcher(const RunResults::Data &data, const RowQuery &query);

    /// True where what is asked of the rows lies in memory.
    [[nodiscard]] static bool needsNoFile(const RunResults::Data &data, const RowQuery &query);
    /// result: none for a row that has none; request: only where the query reads them.
    [[nodiscard]] bool matches(qint64 row, std::optional<PaddedLine> result,
                               std::optional<PaddedLine> request);

private:
    /// A row at hand; what is costly to read is read when it is asked for.
    struct Row {
        qint64 row = 0;
        std::optional<PaddedLine> result;
        std::optional<PaddedLine> request;
        std::optional<ResultLine> line = {};
        bool isShort = false; ///< line has no content
    };
    [[nodiscard]] bool hasText(Row &row);
    [[nodiscard]] bool isInAnswer(Row &row);
    [[nodiscard]] bool holds(const RowCondition &condition, const std::vector<std::string> &path,
                             Row &row);
    [[nodiscard]] std::optional<qint64> tokens(Row &row);
    const ResultLine &read(Row &row);
    const ResultLine &readShort(Row &row);

    const RunResults::Data &m_data;
    const RowQuery &m_query;
    LineFields m_fields;
    ResultGlancer m_glancer;
    std::vector<JsonPointer> m_pointers; ///< of the conditions
    std::optional<TextMatch> m_text; ///< none: no text is looked for
};
