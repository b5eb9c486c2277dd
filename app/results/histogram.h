// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <optional>
#include <vector>

/// How often whole numbers occur, in flat memory whatever they are: small ones have a bin each, and
/// the further out a number is the wider its bin, so that a single far one blurs no other. What
/// comes out depends on the numbers alone and not on their order, and no number is ever counted in a
/// bar that does not hold it. A value.
class Histogram {
public:
    /// Negative numbers are none of anything that is counted here and are left out.
    void add(qint64 value);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] double mean() const;
    [[nodiscard]] qint64 least() const { return m_least; }
    [[nodiscard]] qint64 most() const { return m_most; }
    /// The least number that this share of all is not above, as exact as the bins are (one in four
    /// hundred); 0.5 is the median. Nothing where there is nothing.
    [[nodiscard]] std::optional<qint64> quantile(double share) const;

    struct Bar {
        qint64 from = 0;
        qint64 to = 0; ///< included; of the last one the greatest number where it has no end
        qint64 count = 0;
        bool hasNoEnd = false; ///< the few that are far behind the others
        bool operator==(const Bar &) const = default;
    };
    /// At most so many bars (2 or more), and perhaps one without an end, as wide as 1, 2 or 5 times
    /// a power of ten, without gaps between them; their counts add up to count().
    [[nodiscard]] std::vector<Bar> bars(int most) const;

private:
    /// Calls take(from, count) for the bins that are not empty, in their order, until it says false.
    template <class Take>
    void eachBin(Take take) const;
    [[nodiscard]] qint64 usualMost() const;

    /// By level: bins from 0 of 1, 10, 100 ... numbers each; a number is in the first level that
    /// reaches as far.
    std::vector<std::vector<qint64>> m_levels;
    qint64 m_count = 0;
    qint64 m_least = 0;
    qint64 m_most = 0;
    double m_sum = 0;
};
