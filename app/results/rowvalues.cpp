// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowvalues.h"

#include "dialects/dialect.h"
#include "jsonl/jsonscan.h"
#include "results/sortkey.h"

#include <algorithm>

namespace {

using Key = RowOrder::Key;

std::string keyOf(const QString &text, std::size_t most)
{
    // No letter is less than a byte of the key, but for white space and zeros in front of numbers.
    const auto enough = static_cast<qsizetype>(most) + 256;
    if (text.size() > enough) {
        const std::string key = sortKey(text.first(enough).toUtf8().toStdString(), most);
        if (key.size() >= most)
            return key;
    }
    return sortKey(text.toUtf8().toStdString(), most);
}

const QString &answerOf(const ResultLine &line)
{
    return line.content.isEmpty() ? line.errorMessage : line.content;
}

std::optional<qint64> lengthOf(std::string_view utf8)
{
    const auto isBegin = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return utf8.empty() ? std::nullopt : std::optional(std::ranges::count_if(utf8, isBegin));
}

} // namespace

bool RowValues::isText(Key key)
{
    return key == Key::CustomId || key == Key::Answer || key == Key::FinishReason;
}

bool RowValues::needsNoFile(const RunResults::Data &data, Key key)
{
    if (key == Key::TotalTokens)
        return std::ranges::all_of(data.totalTokens, &TokenCount::isKnown);
    return key == Key::Number || key == Key::Outcome;
}

std::optional<qint64> RowValues::known(const RunResults::Data &data, Key key, qint64 row)
{
    const auto at = static_cast<std::size_t>(row);
    switch (key) {
    case Key::Outcome: return static_cast<qint64>(data.outcomes[at]);
    case Key::TotalTokens: return data.totalTokens[at].value();
    default: return row;
    }
}

const ResultGlance *RowValues::glance(PaddedLine line)
{
    return m_data.files.dialect->hasUsualResults ? m_glancer.read(line) : nullptr;
}

ResultLine RowValues::read(qint64 row, PaddedLine line) const
{
    ResultLine read = m_data.files.dialect->readResult(line);
    if (m_data.files.dialect->hasTextAnswers)
        checkTextAnswer(read, m_data.operationOf(read, row));
    return read;
}

/// Of a text as it stands between its quotes: of a long one only the beginning is decoded.
std::string RowValues::answerKey(std::string_view raw, std::size_t most) const
{
    const std::size_t enough = 6 * most + 768; // a letter takes six bytes at most: \u0041
    if (raw.size() > enough) {
        std::string key = sortKey(decodedJson(raw.substr(0, enough)), most);
        if (key.size() >= most)
            return key;
    }
    return sortKey(decodedJson(raw), most);
}

std::string RowValues::textKey(qint64 row, PaddedLine line, std::size_t most)
{
    if (m_key == Key::Answer) {
        const ContentPlace &place = m_data.contents[static_cast<std::size_t>(row)];
        if (place.isKnown() && place.length > 0) {
            const std::string_view raw = line.bytes.substr(place.offset, place.length);
            return place.hasEscapes ? answerKey(raw, most) : sortKey(raw, most);
        }
        return keyOf(answerOf(read(row, line)), most);
    }
    if (const ResultGlance *const seen = glance(line))
        return sortKey(m_key == Key::CustomId ? seen->customId : seen->finishReason, most);
    const ResultLine full = read(row, line);
    return keyOf(m_key == Key::CustomId ? full.customId.value_or(QString()) : full.finishReason,
                 most);
}

std::optional<qint64> RowValues::number(qint64 row, PaddedLine line)
{
    const ResultGlance *const seen = glance(line);
    if (m_key == Key::TotalTokens)
        return seen ? seen->totalTokens : read(row, line).totalTokens;
    if (seen && !seen->content.empty())
        return lengthOf(seen->content);
    return lengthOf(answerOf(read(row, line)).toUtf8().toStdString());
}

Result<> RowValues::texts(std::span<const qint64> rows, std::size_t most, const TakeText &take)
{
    if (rows.empty())
        return {};
    if (!m_data.places[static_cast<std::size_t>(rows.front())].isNone())
        return m_data.visitResults(rows, m_buffer, [&](std::size_t i, PaddedLine line) {
            take(rows[i], textKey(rows[i], line, most));
        });
    if (m_key != Key::CustomId) {
        for (const qint64 row : rows) {
            const ResultLine line = m_data.withoutResult(row);
            take(row, keyOf(m_key == Key::Answer ? answerOf(line) : line.finishReason, most));
        }
        return {};
    }
    return m_data.visitRequests(
        rows, [](std::size_t) { return true; },
        [&](std::size_t i, PaddedLine line) {
            take(rows[i], keyOf(m_fields.customId(line).value_or(QString()), most));
        });
}

Result<> RowValues::numbers(std::span<const qint64> rows, const TakeNumber &take)
{
    if (rows.empty())
        return {};
    if (!m_data.places[static_cast<std::size_t>(rows.front())].isNone())
        return m_data.visitResults(rows, m_buffer, [&](std::size_t i, PaddedLine line) {
            take(rows[i], number(rows[i], line));
        });
    for (const qint64 row : rows) {
        const ResultLine line = m_data.withoutResult(row);
        take(row,
             m_key == Key::TotalTokens ? line.totalTokens
                                       : lengthOf(answerOf(line).toUtf8().toStdString()));
    }
    return {};
}
