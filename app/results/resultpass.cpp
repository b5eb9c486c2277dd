// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/resultpass.h"

#include "dialects/dialect.h"

void ResultWorker::take(const ScannedLine &line)
{
    if (line.isBlank)
        return;
    ResultEntry &entry = m_entries.emplace_back();
    entry.start = line.start;
    entry.length = static_cast<quint32>(line.line.bytes.size());
    if (!line.isOverlong)
        read(line.line, entry);
}

void ResultWorker::read(PaddedLine line, ResultEntry &entry)
{
    const ResultGlance *const glance = m_dialect.hasUsualResults ? m_glancer.read(line) : nullptr;
    if (glance) {
        entry.id = hashOfId(glance->customId);
        entry.outcome = glance->outcome;
        entry.totalTokens = TokenCount(glance->totalTokens);
        if (const std::optional<ContentSpan> span = m_glancer.locateContent(line)) {
            // A line is at most 256 MiB long, so that the length fits.
            entry.content = {.offset = span->offset,
                             .length = span->length & 0x1FFF'FFFFU,
                             .hasEscapes = span->hasEscapes ? 1U : 0U,
                             .hasUnicode = span->hasUnicode ? 1U : 0U,
                             .hasAsciiUnicode = span->hasAsciiUnicode ? 1U : 0U};
        }
        return;
    }
    ResultLine result = m_dialect.readResult(line);
    if (result.customId)
        entry.id = hashOfId(idBytes(*result.customId));
    entry.outcome = result.outcome;
    entry.totalTokens = TokenCount(result.totalTokens);
    if (m_dialect.hasTextAnswers)
        entry.line = std::make_unique<ResultLine>(std::move(result));
}

Result<> ResultWorker::merge(std::string_view, qint64)
{
    m_take(m_entries);
    return {};
}
