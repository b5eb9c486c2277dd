// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowmatcher.h"

#include "dialects/dialect.h"
#include "jsonl/jsonscan.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using What = RowCondition::What;
using Test = RowCondition::Test;

bool holdsNumber(const RowCondition &condition, std::optional<qint64> number)
{
    if (!number)
        return false;
    const auto value = static_cast<double>(*number);
    switch (condition.test) {
    case Test::Less: return value < condition.number;
    case Test::More: return value > condition.number;
    case Test::Contains:
    case Test::Equals: break;
    }
    return value == condition.number;
}

} // namespace

RowMatcher::RowMatcher(const RunResults::Data &data, const RowQuery &query)
    : m_data(data), m_query(query)
{
    for (const RowCondition &condition : query.conditions)
        m_pointers.push_back(JsonPointer::parse(condition.pointer).value_or(JsonPointer()));
    if (!query.text.isEmpty())
        m_text.emplace(query);
}

bool RowMatcher::matches(qint64 row, std::optional<PaddedLine> result,
                         std::optional<PaddedLine> request)
{
    Row one{.row = row, .result = result, .request = request};
    if (!m_query.text.isEmpty() && !hasText(one))
        return false;
    for (std::size_t i = 0; i < m_query.conditions.size(); ++i)
        if (!holds(m_query.conditions[i], m_pointers[i].tokens, one))
            return false;
    return true;
}

bool RowMatcher::hasText(Row &row)
{
    using Where = RowQuery::Where;
    if (m_query.where != Where::Requests && isInAnswer(row))
        return true;
    if (m_query.where == Where::Answers || !row.request)
        return false;
    return m_text->isInJson(row.request->bytes);
}

bool RowMatcher::isInAnswer(Row &row)
{
    const ContentPlace &place = m_data.contents[static_cast<std::size_t>(row.row)];
    if (!row.result || !place.isKnown()) {
        const ResultLine &line = read(row);
        const bool isError = line.content.isEmpty() && m_query.withErrors;
        const QString &text = isError ? line.errorMessage : line.content;
        return m_text->isIn(text);
    }
    const std::string_view raw = row.result->bytes.substr(place.offset, place.length);
    if (!place.hasEscapes)
        return m_text->isIn(raw);
    return m_text->isInEscaped(
        raw, {.hasUnicode = place.hasUnicode != 0, .hasAsciiUnicode = place.hasAsciiUnicode != 0});
}

bool RowMatcher::holds(const RowCondition &condition, const std::vector<std::string> &path,
                       Row &row)
{
    switch (condition.what) {
    case What::ResultPath:
    case What::RequestPath: {
        const std::optional<PaddedLine> &line
            = condition.what == What::ResultPath ? row.result : row.request;
        const std::optional<JsonCell> cell
            = line ? m_fields.at(*line, JsonPointer{path}) : std::nullopt;
        return cell && holdsText(condition, cell->text);
    }
    case What::CustomId: return holdsText(condition, readShort(row).customId.value_or(QString()));
    case What::Error: {
        const ResultLine &line = readShort(row);
        return (!line.errorCode.isEmpty() && holdsText(condition, line.errorCode))
            || (!line.errorMessage.isEmpty() && holdsText(condition, line.errorMessage));
    }
    case What::FinishReason: return holdsText(condition, readShort(row).finishReason);
    case What::Model: return holdsText(condition, readShort(row).model);
    case What::HttpStatus: {
        const int status = readShort(row).httpStatus;
        return holdsNumber(condition, status == 0 ? std::nullopt : std::optional<qint64>(status));
    }
    case What::InputTokens: return holdsNumber(condition, readShort(row).inputTokens);
    case What::OutputTokens: return holdsNumber(condition, readShort(row).outputTokens);
    case What::TotalTokens: return holdsNumber(condition, tokens(row));
    }
    Q_UNREACHABLE_RETURN(false);
}

bool RowMatcher::needsNoFile(const RunResults::Data &data, const RowQuery &query)
{
    if (!query.readsFiles())
        return true;
    const auto isOfTokens
        = [](const RowCondition &condition) { return condition.what == What::TotalTokens; };
    return query.text.isEmpty() && std::ranges::all_of(query.conditions, isOfTokens)
        && std::ranges::all_of(data.totalTokens, &TokenCount::isKnown);
}

std::optional<qint64> RowMatcher::tokens(Row &row)
{
    const TokenCount known = m_data.totalTokens[static_cast<std::size_t>(row.row)];
    return known.isKnown() ? known.value() : readShort(row).totalTokens;
}

/// All but the text of the answer and its body, which most conditions do not ask for: a line in the
/// usual shape is read several times faster so.
const ResultLine &RowMatcher::readShort(Row &row)
{
    if (row.line)
        return *row.line;
    const ResultGlance *const seen = row.result && m_data.files.dialect->hasUsualResults
        ? m_glancer.read(*row.result)
        : nullptr;
    if (!seen)
        return read(row);
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    };
    row.line = ResultLine{.customId = text(seen->customId),
                          .outcome = seen->outcome,
                          .httpStatus = seen->httpStatus,
                          .requestId = {},
                          .model = text(seen->model),
                          .finishReason = text(seen->finishReason),
                          .inputTokens = seen->inputTokens,
                          .outputTokens = seen->outputTokens,
                          .totalTokens = seen->totalTokens};
    row.isShort = true;
    return *row.line;
}

const ResultLine &RowMatcher::read(Row &row)
{
    if (row.line && !std::exchange(row.isShort, false))
        return *row.line;
    if (row.result) {
        row.line = m_data.files.dialect->readResult(*row.result);
        if (m_data.files.dialect->hasTextAnswers)
            checkTextAnswer(*row.line, m_data.operationOf(*row.line, row.row));
    } else {
        row.line = m_data.withoutResult(row.row);
        // A row without a result has its id from its request.
        if (row.request)
            row.line->customId = LineFields().customId(*row.request);
    }
    return *row.line;
}
