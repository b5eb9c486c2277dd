// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace {

/// Of one level. All but the first level use nine tenths of theirs: finer than any picture shows.
constexpr qint64 binCount = 4096;
constexpr qint64 widerBy = 10;

/// Fewer than this and each one counts: none of them is put away as far behind the others.
constexpr qint64 enoughForUsual = 200;
constexpr double usualShare = 0.99;

/// The last number of a bar, which the greatest number there is may cut short.
qint64 lastOf(qint64 from, qint64 width)
{
    constexpr qint64 greatest = std::numeric_limits<qint64>::max();
    return from > greatest - (width - 1) ? greatest : from + (width - 1);
}

struct Level {
    std::size_t number = 0;
    qint64 width = 1;
};

Level levelOf(qint64 value)
{
    Level level;
    while (value / level.width >= binCount) {
        level.width *= widerBy;
        ++level.number;
    }
    return level;
}

} // namespace

template <class Take>
void Histogram::eachBin(Take take) const
{
    qint64 width = 1;
    for (const std::vector<qint64> &bins : m_levels) {
        for (std::size_t i = 0; i < bins.size(); ++i)
            if (bins[i] > 0 && !take(static_cast<qint64>(i) * width, bins[i]))
                return;
        width *= widerBy;
    }
}

void Histogram::add(qint64 value)
{
    if (value < 0)
        return;
    const auto [level, width] = levelOf(value);
    if (m_levels.size() <= level)
        m_levels.resize(level + 1);
    if (m_levels[level].empty())
        m_levels[level].resize(binCount);
    ++m_levels[level][static_cast<std::size_t>(value / width)];
    m_least = m_count == 0 ? value : std::min(m_least, value);
    m_most = std::max(m_most, value);
    m_sum += static_cast<double>(value);
    ++m_count;
}

double Histogram::mean() const
{
    return isEmpty() ? 0 : m_sum / static_cast<double>(m_count);
}

std::optional<qint64> Histogram::quantile(double share) const
{
    if (isEmpty())
        return std::nullopt;
    const auto wanted
        = std::max<qint64>(1, static_cast<qint64>(std::ceil(share * static_cast<double>(m_count))));
    qint64 passed = 0;
    qint64 found = m_most;
    eachBin([&](qint64 from, qint64 count) {
        passed += count;
        if (passed < wanted)
            return true;
        found = std::clamp(from, m_least, m_most);
        return false;
    });
    return found;
}

qint64 Histogram::usualMost() const
{
    if (m_count < enoughForUsual)
        return m_most;
    const qint64 usual = *quantile(usualShare);
    // A tail that is as long again as all the rest would make needles of the bars.
    return m_most / 2 > usual ? usual : m_most;
}

std::vector<Histogram::Bar> Histogram::bars(int most) const
{
    if (isEmpty())
        return {};
    const qint64 high = usualMost();
    // Bins up to the end of the last bar are no wider than it, and none lies across two bars.
    qint64 width = levelOf(high).width;
    constexpr std::array steps{2.0, 2.5, 2.0}; // 1, 2, 5, 10
    const auto isTooNarrow = [&] {
        return high / width - m_least / width >= most
            || levelOf(lastOf(high / width * width, width)).width > width;
    };
    for (std::size_t step = 0; isTooNarrow(); step = (step + 1) % 3)
        width = static_cast<qint64>(static_cast<double>(width) * steps.at(step));
    std::vector<Bar> all;
    const qint64 first = m_least / width;
    for (qint64 i = first; i <= high / width; ++i)
        all.push_back({.from = i * width, .to = lastOf(i * width, width)});
    Bar tail{.to = m_most, .hasNoEnd = true};
    eachBin([&](qint64 from, qint64 count) {
        const qint64 place = from / width - first;
        (place < std::ssize(all) ? all[static_cast<std::size_t>(place)] : tail).count += count;
        return true;
    });
    if (tail.count > 0) {
        tail.from = all.back().to + 1;
        all.push_back(tail);
    }
    return all;
}
