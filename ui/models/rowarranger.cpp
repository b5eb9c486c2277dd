// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rowarranger.h"

#include <QMutex>

namespace {

using List = std::shared_ptr<const RowList>;

constexpr std::chrono::milliseconds firstTick{5};
constexpr std::chrono::milliseconds usualTick{50};

RowArranger::Rows arrangedBy(const List &list, RowArranger::Rows rows)
{
    using Numbers = std::vector<qint64>;
    if (!list)
        return rows;
    return std::make_shared<const Numbers>(rows ? inOrder(*list, *rows)
                                                : Numbers(list->begin(), list->end()));
}

} // namespace

/// Between a search's worker and the timer that looks at it.
struct RowArranger::Shared {
    QMutex mutex;
    Rows shown; ///< new since it was looked at
    qint64 looked = 0;
    List list; ///< changed while the search goes on
};

RowArranger::RowArranger(QThreadPool &pool, QObject *parent) : QObject(parent), m_pool(pool)
{
    m_tick.setInterval(usualTick);
    connect(&m_tick, &QTimer::timeout, this, &RowArranger::look);
}

RowArranger::~RowArranger() = default;

std::optional<int> RowArranger::ordered() const
{
    return m_sorting.isRunning() ? std::optional(m_sorting.future().progressValue() / 10)
                                 : std::nullopt;
}

void RowArranger::setResults(std::shared_ptr<const RunResults> results)
{
    // An order of as many rows is one of these too, until theirs is there.
    if (!results || (m_list && std::ssize(*m_list) != results->count()))
        m_list.reset();
    m_results = std::move(results);
    m_found.reset();
    m_searching = {};
    m_shared.reset();
    arrange();
    sort();
    search();
}

void RowArranger::setQuery(RowQuery query)
{
    if (query == m_query)
        return;
    m_query = std::move(query);
    search();
}

void RowArranger::setOrder(RowOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    sort();
}

void RowArranger::search()
{
    m_searching = {};
    m_shared.reset();
    m_searched.reset();
    if (m_query.isAll() || !m_results) {
        m_found.reset();
        if (std::exchange(m_isNarrowed, false))
            arrange();
        Q_EMIT progressed();
        return;
    }
    m_isNarrowed = true;
    m_arranging = {};
    ++m_arrangement;
    m_shared = std::make_shared<Shared>();
    m_shared->list = m_list;
    m_searched = 0;
    m_tick.start(firstTick); // what is found first is waited for
    const auto soFar = [shared = m_shared](FoundRows found) {
        List list;
        {
            const QMutexLocker lock(&shared->mutex);
            list = shared->list;
        }
        Rows shown
            = arrangedBy(list, std::make_shared<const std::vector<qint64>>(std::move(found.rows)));
        const QMutexLocker lock(&shared->mutex);
        shared->shown = std::move(shown);
        shared->looked = found.looked;
    };
    m_searching = TaskHandle(runOnPool<Found>(
        m_pool,
        [results = m_results, query = m_query, shared = m_shared,
         soFar](QPromise<Result<Found>> &promise) {
            Result<FoundRows> found
                = findRows(*results, query, [&promise] { return promise.isCanceled(); }, soFar);
            if (!found) {
                promise.addResult(Failure(found.error()));
                return;
            }
            List list;
            {
                const QMutexLocker lock(&shared->mutex);
                list = shared->list;
            }
            const Rows rows = std::make_shared<const std::vector<qint64>>(std::move(found->rows));
            promise.addResult(Found{.rows = rows, .shown = arrangedBy(list, rows), .list = list});
        }));
    m_searching.future().then(this, [this, shared = m_shared](const Result<Found> &found) {
        if (shared == m_shared)
            searchEnded(found);
    });
}

void RowArranger::searchEnded(const Result<Found> &found)
{
    m_shared.reset();
    m_searched.reset();
    if (!found) {
        Q_EMIT failed(found.error());
    } else {
        m_found = found->rows;
        if (found->list == m_list)
            Q_EMIT arranged(found->shown);
        else
            arrange();
    }
    Q_EMIT progressed();
}

void RowArranger::sort()
{
    const quint64 wish = ++m_sort;
    m_sorting = {};
    if (m_order.isOriginal() || !m_results) {
        if (std::exchange(m_list, nullptr))
            arrange();
        Q_EMIT progressed();
        return;
    }
    m_sorting = TaskHandle(orderRows(m_pool, m_results, m_order));
    if (!m_tick.isActive())
        m_tick.start(usualTick);
    m_sorting.future().then(this, [this, wish](const Result<List> &list) {
        if (wish == m_sort)
            sorted(list);
    });
    Q_EMIT progressed();
}

void RowArranger::sorted(const Result<List> &list)
{
    m_sorting = {};
    if (list) {
        m_list = *list;
        arrange();
    } else {
        Q_EMIT failed(list.error());
    }
    Q_EMIT progressed();
}

/// Rows that are known are put into the order that is known, by a worker where there is one.
void RowArranger::arrange()
{
    const quint64 wish = ++m_arrangement;
    m_arranging = {};
    if (m_shared) {
        const QMutexLocker lock(&m_shared->mutex);
        m_shared->list = m_list; // the search does it
        return;
    }
    if (!m_list) {
        Q_EMIT arranged(m_found);
        return;
    }
    m_arranging = TaskHandle(QtConcurrent::run(&m_pool, arrangedBy, m_list, m_found));
    m_arranging.future().then(this, [this, wish](const Rows &rows) {
        if (wish == m_arrangement)
            Q_EMIT arranged(rows);
    });
}

void RowArranger::look()
{
    if (!m_shared && !m_sorting.isRunning())
        m_tick.stop();
    Rows shown;
    if (m_shared) {
        const QMutexLocker lock(&m_shared->mutex);
        shown = std::exchange(m_shared->shown, nullptr);
        m_searched = m_shared->looked;
    }
    if (shown) {
        m_tick.setInterval(usualTick);
        Q_EMIT arranged(shown);
    } else if (m_tick.intervalAsDuration() == firstTick && m_sinceLook.isValid()
               && m_sinceLook.durationElapsed() < usualTick) {
        return;
    }
    m_sinceLook.start();
    Q_EMIT progressed();
}

#include "moc_rowarranger.cpp"
