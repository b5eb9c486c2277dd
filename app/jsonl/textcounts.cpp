// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/textcounts.h"

#include <algorithm>

namespace {

constexpr std::size_t maxTexts = 10'000;

} // namespace

void TextCounts::add(std::string_view text, qint64 count)
{
    if (!m_last || m_last->first != text) {
        auto found = m_counts.find(text);
        if (found == m_counts.end()) {
            if (m_counts.size() >= maxTexts)
                return;
            found = m_counts.emplace(std::string(text), 0).first;
        }
        m_last = &*found;
    }
    m_last->second += count;
}

QList<std::pair<QString, qint64>> TextCounts::list() const
{
    QList<std::pair<QString, qint64>> all;
    for (const auto &[text, count] : m_counts)
        all.emplaceBack(QString::fromStdString(text), count);
    std::ranges::sort(all, [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return all;
}
