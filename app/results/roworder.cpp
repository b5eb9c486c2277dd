// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/roworder.h"

#include "results/rowparts.h"
#include "results/rowvalues.h"
#include "results/sortinparts.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>

namespace {

constexpr std::size_t firstBytes = sizeof(quint64);
constexpr std::size_t mostCompared = 512;
constexpr std::size_t shortestStride = 16;
constexpr std::size_t smallestArena = 1U << 20;
constexpr quint32 noSlot = std::numeric_limits<quint32>::max();
constexpr quint64 noValue = std::numeric_limits<quint64>::max(); ///< of rows that stand last

/// Twelve bytes, so that ten million rows are 120 MB.
struct Entry {
    quint32 high;
    quint32 low;
    quint32 row;
    [[nodiscard]] quint64 key() const { return quint64(high) << 32U | low; }
};

/// Everything that workers gather goes through merge(), which one of them does at a time.
class Sorter {
public:
    Sorter(const RunResults::Data &data, RowOrder order, const OrderCalls &calls)
        : m_data(data), m_order(order), m_calls(calls), m_parts(data)
    {}
    [[nodiscard]] Result<RowList> sorted();

private:
    class FirstWorker;
    class NextWorker;
    /// Rows that are alike so far, and not to their end.
    struct Tie {
        quint32 begin;
        quint32 size;
    };

    [[nodiscard]] bool isDescending() const { return m_order.direction == Qt::DescendingOrder; }
    template <class Worker>
    [[nodiscard]] Result<> readAll();
    void tell(qint64 done, qint64 of);
    [[nodiscard]] Result<> sortByFirst();
    [[nodiscard]] Result<> sortTies();
    void gatherSlots();
    [[nodiscard]] std::string_view slotKey(quint32 slot) const
    {
        return std::string_view(m_arena).substr(slot * m_stride, m_stride);
    }
    [[nodiscard]] quint64 firstKey(std::string_view sortKey) const;
    [[nodiscard]] quint64 firstKey(std::optional<qint64> number) const;

    const RunResults::Data &m_data;
    RowOrder m_order;
    const OrderCalls &m_calls;
    RowParts m_parts;
    std::vector<Entry> m_entries;
    RowList m_rows;
    std::vector<Tie> m_ties;
    std::size_t m_compared = firstBytes;
    int m_passes = 0;
    int m_told = -1;
    // Of a pass over the ties; a slot is a place in them, counted through.
    std::size_t m_stride = 0;
    std::vector<quint32> m_slotOf; ///< by row
    RowList m_rowOf; ///< by slot
    std::vector<quint32> m_tieOf; ///< by slot
    std::string m_arena; ///< a stride of sort key for each slot
};

class Sorter::FirstWorker final : public OrderedWorker {
public:
    explicit FirstWorker(Sorter &sorter)
        : m_sorter(sorter), m_values(sorter.m_data, sorter.m_order.key)
    {}
    Result<> work(qint64 part) override
    {
        m_rows.clear();
        m_found.clear();
        m_sorter.m_parts.visit(part, [this](qint64 row) { m_rows.push_back(row); });
        const auto take = [this](qint64 row, const auto &value) {
            m_found.emplace_back(row, m_sorter.firstKey(value));
        };
        return RowValues::isText(m_sorter.m_order.key) ? m_values.texts(m_rows, firstBytes, take)
                                                       : m_values.numbers(m_rows, take);
    }
    Result<> merge(qint64 part) override
    {
        for (const auto &[row, key] : m_found) {
            Entry &entry = m_sorter.m_entries[static_cast<std::size_t>(row)];
            entry.high = static_cast<quint32>(key >> 32U);
            entry.low = static_cast<quint32>(key);
        }
        m_sorter.tell(part, m_sorter.m_parts.count());
        return {};
    }

private:
    Sorter &m_sorter;
    RowValues m_values;
    std::vector<qint64> m_rows;
    std::vector<std::pair<qint64, quint64>> m_found;
};

class Sorter::NextWorker final : public OrderedWorker {
public:
    explicit NextWorker(Sorter &sorter)
        : m_sorter(sorter), m_values(sorter.m_data, sorter.m_order.key)
    {}
    Result<> work(qint64 part) override
    {
        m_rows.clear();
        m_slots.clear();
        m_keys.clear();
        m_sorter.m_parts.visit(part, [this](qint64 row) {
            if (m_sorter.m_slotOf[static_cast<std::size_t>(row)] != noSlot)
                m_rows.push_back(row);
        });
        const std::size_t from = m_sorter.m_compared;
        return m_values.texts(
            m_rows, from + m_sorter.m_stride, [this, from](qint64 row, std::string_view key) {
                m_slots.push_back(m_sorter.m_slotOf[static_cast<std::size_t>(row)]);
                const std::size_t begin = m_keys.size();
                m_keys += key.substr(std::min(from, key.size()), m_sorter.m_stride);
                m_keys.resize(begin + m_sorter.m_stride, '\0');
            });
    }
    Result<> merge(qint64 part) override
    {
        const std::size_t stride = m_sorter.m_stride;
        for (std::size_t i = 0; i < m_slots.size(); ++i)
            std::memcpy(m_sorter.m_arena.data() + m_slots[i] * stride, m_keys.data() + i * stride,
                        stride);
        m_sorter.tell(part, m_sorter.m_parts.count());
        return {};
    }

private:
    Sorter &m_sorter;
    RowValues m_values;
    std::vector<qint64> m_rows;
    std::vector<quint32> m_slots;
    std::string m_keys;
};

/// How many passes there will be shows in the last one only: each is half of what is left.
void Sorter::tell(qint64 done, qint64 of)
{
    if (!m_calls.progressed)
        return;
    double left = 1000;
    for (int pass = 0; pass < m_passes; ++pass)
        left /= 2;
    const double share = RowValues::isText(m_order.key) ? left / 2 : left;
    const int permille = static_cast<int>(
        1000 - left + share * static_cast<double>(done) / static_cast<double>(of));
    if (permille != std::exchange(m_told, permille))
        m_calls.progressed(permille);
}

quint64 Sorter::firstKey(std::string_view sortKey) const
{
    if (sortKey.empty())
        return noValue;
    quint64 key = 0;
    for (std::size_t i = 0; i < firstBytes; ++i)
        key = key << 8U | (i < sortKey.size() ? static_cast<unsigned char>(sortKey[i]) : 0U);
    return isDescending() ? ~key : key;
}

quint64 Sorter::firstKey(std::optional<qint64> number) const
{
    if (!number)
        return noValue;
    constexpr quint64 sign = 1ULL << 63U;
    const quint64 key = static_cast<quint64>(*number) ^ sign;
    return std::min(isDescending() ? ~key : key, noValue - 1);
}

template <class Worker>
Result<> Sorter::readAll()
{
    const qint64 parts = m_parts.count();
    std::vector<std::unique_ptr<OrderedWorker>> workers;
    for (int left = workersFor(parts); left > 0; --left)
        workers.push_back(std::make_unique<Worker>(*this));
    return workInOrder(parts, workers, m_calls.isCancelled);
}

Result<> Sorter::sortByFirst()
{
    m_entries.resize(static_cast<std::size_t>(m_data.count()));
    for (std::size_t row = 0; row < m_entries.size(); ++row)
        m_entries[row] = {.high = noSlot, .low = noSlot, .row = static_cast<quint32>(row)};
    if (RowValues::needsNoFile(m_data, m_order.key)) {
        for (Entry &entry : m_entries) {
            const quint64 key = firstKey(RowValues::known(m_data, m_order.key, entry.row));
            entry.high = static_cast<quint32>(key >> 32U);
            entry.low = static_cast<quint32>(key);
        }
    } else if (const Result<> read = readAll<FirstWorker>(); !read) {
        return read;
    }
    const auto less = [](const Entry &a, const Entry &b) {
        return a.key() != b.key() ? a.key() < b.key() : a.row < b.row;
    };
    if (const Result<> done = sortinparts::sort(m_entries, less, m_calls.isCancelled); !done)
        return done;
    m_rows.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        m_rows.push_back(entry.row);
    const unsigned char end = isDescending() ? 0xFF : 0;
    for (std::size_t begin = 0, next = 0; begin < m_entries.size(); begin = next) {
        const quint64 key = m_entries[begin].key();
        for (next = begin + 1; next < m_entries.size() && m_entries[next].key() == key;)
            ++next;
        if (next - begin > 1 && key != noValue && static_cast<unsigned char>(key) != end)
            m_ties.push_back({static_cast<quint32>(begin), static_cast<quint32>(next - begin)});
    }
    m_entries = {};
    return {};
}

void Sorter::gatherSlots()
{
    m_slotOf.assign(m_rows.size(), noSlot);
    m_rowOf.clear();
    m_tieOf.clear();
    for (std::size_t tie = 0; tie < m_ties.size(); ++tie) {
        for (quint32 i = 0; i < m_ties[tie].size; ++i) {
            const quint32 row = m_rows[m_ties[tie].begin + i];
            m_slotOf[row] = static_cast<quint32>(m_rowOf.size());
            m_rowOf.push_back(row);
            m_tieOf.push_back(static_cast<quint32>(tie));
        }
    }
    // The fewer there are, the more of each is read at once.
    const std::size_t arena = std::max(shortestStride * m_rows.size(), smallestArena);
    m_stride
        = std::min(std::max(arena / m_rowOf.size(), shortestStride), mostCompared - m_compared);
    m_arena.assign(m_rowOf.size() * m_stride, '\0');
}

/// One pass: compares the next bytes of the rows that were alike so far.
Result<> Sorter::sortTies()
{
    gatherSlots();
    if (const Result<> read = readAll<NextWorker>(); !read)
        return read;
    std::vector<quint32> order(m_rowOf.size());
    std::iota(order.begin(), order.end(), 0U);
    const bool down = isDescending();
    const auto less = [this, down](quint32 a, quint32 b) {
        if (m_tieOf[a] != m_tieOf[b])
            return m_tieOf[a] < m_tieOf[b];
        const int differ = slotKey(a).compare(slotKey(b));
        return differ != 0 ? (down ? differ > 0 : differ < 0) : a < b;
    };
    if (const Result<> done = sortinparts::sort(order, less, m_calls.isCancelled); !done)
        return done;
    std::vector<Tie> ties;
    std::size_t slot = 0;
    for (const Tie &tie : m_ties) {
        for (quint32 i = 0; i < tie.size; ++i)
            m_rows[tie.begin + i] = m_rowOf[order[slot + i]];
        for (quint32 begin = 0, next = 0; begin < tie.size; begin = next) {
            const std::string_view key = slotKey(order[slot + begin]);
            for (next = begin + 1; next < tie.size && slotKey(order[slot + next]) == key;)
                ++next;
            if (next - begin > 1 && key.back() != '\0')
                ties.push_back({tie.begin + begin, next - begin});
        }
        slot += tie.size;
    }
    m_ties = std::move(ties);
    m_compared += m_stride;
    return {};
}

Result<RowList> Sorter::sorted()
{
    if (const Result<> done = sortByFirst(); !done)
        return Failure(done.error());
    if (!RowValues::isText(m_order.key))
        return std::move(m_rows);
    for (m_passes = 1; !m_ties.empty() && m_compared < mostCompared; ++m_passes)
        if (const Result<> done = sortTies(); !done)
            return Failure(done.error());
    return std::move(m_rows);
}

} // namespace

Result<RowList> orderRows(const RunResults &results, RowOrder order, const OrderCalls &calls)
{
    return Sorter(results.data(), order, calls).sorted();
}

QFuture<Result<std::shared_ptr<const RowList>>> orderRows(QThreadPool &pool,
                                                          std::shared_ptr<const RunResults> results,
                                                          RowOrder order)
{
    using Shared = std::shared_ptr<const RowList>;
    return runOnPool<Shared>(
        pool, [results = std::move(results), order](QPromise<Result<Shared>> &promise) {
            promise.setProgressRange(0, 1000);
            const OrderCalls calls{
                .isCancelled = [&promise] { return promise.isCanceled(); },
                .progressed = [&promise](int permille) { promise.setProgressValue(permille); }};
            Result<RowList> rows = orderRows(*results, order, calls);
            if (rows)
                promise.addResult(std::make_shared<const RowList>(std::move(*rows)));
            else
                promise.addResult(Failure(rows.error()));
        });
}

std::vector<qint64> inOrder(const RowList &all, const std::vector<qint64> &rows)
{
    std::vector<bool> isWanted(all.size());
    for (const qint64 row : rows)
        isWanted[static_cast<std::size_t>(row)] = true;
    std::vector<qint64> ordered;
    ordered.reserve(rows.size());
    for (const quint32 row : all)
        if (isWanted[row])
            ordered.push_back(row);
    return ordered;
}
