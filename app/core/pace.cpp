// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace.h"

#include "core/progressline.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr std::size_t mostKept = 40; // of a connection and model: older ones say little of today
constexpr std::size_t fewest = 3;
constexpr qint64 alike = 4; // times larger or smaller

QDateTime begunAt(const Batch &batch)
{
    return batch.facts.createdAt.isValid() ? batch.facts.createdAt : batch.submittedAt;
}

qint64 sizeOf(const Batch &batch)
{
    return batch.requests > 0 ? batch.requests : batch.facts.counts.total.value_or(0);
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// As it came along until it was looked at last.
std::optional<TimeLeft> leftByItself(const Batch &batch)
{
    constexpr qint64 share = 20; // less than a twentieth says little
    const qint64 size = sizeOf(batch);
    const qint64 done = batch.facts.counts.done().value_or(0);
    if (batch.facts.state != BatchState::Running || !batch.facts.startedAt.isValid()
        || !batch.checkedAt.isValid() || done * share < size)
        return std::nullopt;
    ProgressLine line;
    line.add({.at = batch.facts.startedAt});
    line.add({.at = batch.checkedAt, .done = done});
    const std::optional<QDateTime> end = line.expectedEnd(size);
    if (!end)
        return std::nullopt;
    return TimeLeft{.left = std::chrono::seconds(batch.checkedAt.secsTo(*end)), .batches = 0};
}

} // namespace

void PaceBook::add(const Batch &batch)
{
    const QDateTime begun = begunAt(batch);
    const QDateTime ended = batch.facts.endedAt;
    const qint64 requests = sizeOf(batch);
    if (batch.facts.state != BatchState::Completed || !begun.isValid() || !ended.isValid()
        || requests <= 0 || begun >= ended)
        return;
    const Past past{.id = batch.id,
                    .ended = ended,
                    .requests = requests,
                    .seconds = static_cast<double>(begun.msecsTo(ended)) / 1000};
    add({batch.connection, QString()}, past);
    if (!batch.facts.model.isEmpty())
        add({batch.connection, batch.facts.model}, past);
}

void PaceBook::add(const Key &key, const Past &past)
{
    std::vector<Past> &pasts = m_pasts[key];
    std::erase_if(pasts, [&](const Past &known) { return known.id == past.id; });
    pasts.insert(std::ranges::upper_bound(pasts, past.ended, {}, &Past::ended), past);
    if (pasts.size() > mostKept)
        pasts.erase(pasts.begin());
}

std::optional<TimeLeft> PaceBook::left(const Batch &batch, const QDateTime &now) const
{
    using enum BatchState;
    if (batch.facts.state != Validating && batch.facts.state != Queued
        && batch.facts.state != Running)
        return std::nullopt;
    for (const QString &model : {batch.facts.model, QString()}) {
        const auto it = m_pasts.constFind({batch.connection, model});
        if (it == m_pasts.constEnd())
            continue;
        if (const std::optional<TimeLeft> told = leftBy(*it, batch, now))
            return told;
    }
    return leftByItself(batch);
}

std::optional<TimeLeft> PaceBook::leftBy(const std::vector<Past> &pasts, const Batch &batch,
                                         const QDateTime &now) const
{
    if (pasts.size() < fewest)
        return std::nullopt;
    const auto rounded = [](double seconds, std::size_t of) {
        return TimeLeft{.left = std::chrono::seconds(std::llround(std::max(seconds, 0.0))),
                        .batches = static_cast<int>(of)};
    };
    const qint64 size = sizeOf(batch);
    const qint64 done = batch.facts.counts.done().value_or(0);
    if (done > 0 && size > 0) {
        std::vector<double> rates;
        for (const Past &past : pasts)
            rates.push_back(static_cast<double>(past.requests) / past.seconds);
        const auto open = static_cast<double>(std::max<qint64>(size - done, 0));
        return rounded(open / medianOf(rates), rates.size());
    }
    std::vector<double> times;
    for (const Past &past : pasts)
        if (past.requests <= size * alike && size <= past.requests * alike)
            times.push_back(past.seconds);
    const QDateTime begun = begunAt(batch);
    if (times.size() < fewest || !begun.isValid())
        return std::nullopt;
    const double elapsed = static_cast<double>(begun.msecsTo(now)) / 1000;
    return rounded(medianOf(times) - elapsed, times.size());
}
