// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "results/rowfinder.h"
#include "results/roworder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

/// Which rows of a run are to be shown and in which order: a search and an order, each done on the
/// pool, each of the newest wish alone. What a search has found so far is told while it goes on; while
/// rows are put into another order the old one stays. GUI thread.
class RowArranger final : public QObject {
    Q_OBJECT
public:
    /// Rows of the run from 0, as they are to be shown; null: all in their own order.
    using Rows = std::shared_ptr<const std::vector<qint64>>;

    explicit RowArranger(QThreadPool &pool, QObject *parent = nullptr);
    ~RowArranger() override;

    void setResults(std::shared_ptr<const RunResults> results);
    void setQuery(RowQuery query);
    void setOrder(RowOrder order);
    [[nodiscard]] const RowQuery &query() const { return m_query; }
    [[nodiscard]] RowOrder order() const { return m_order; } ///< that is wanted
    /// Rows of the run that were looked at so far; none: no search goes on.
    [[nodiscard]] std::optional<qint64> searched() const { return m_searched; }
    /// How far putting into order is, in percent; none: it does not go on.
    [[nodiscard]] std::optional<int> ordered() const;

Q_SIGNALS:
    void arranged(RowArranger::Rows rows);
    void progressed(); ///< of searched() or ordered(), also to their end
    void failed(const Error &error);

private:
    struct Shared;
    /// What a search found.
    struct Found {
        Rows rows; ///< in the order of the run
        Rows shown; ///< the same as they are to be shown
        std::shared_ptr<const RowList> list; ///< by which shown was made
    };
    void search();
    void searchEnded(const Result<Found> &found);
    void sort();
    void sorted(const Result<std::shared_ptr<const RowList>> &order);
    void arrange();
    void look();

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    RowQuery m_query;
    RowOrder m_order;
    std::shared_ptr<const RowList> m_list; ///< all rows in the order that is shown; null: their own
    Rows m_found; ///< by the last search that has ended, in the order of the run
    bool m_isNarrowed = false; ///< there is something that is looked for
    std::shared_ptr<Shared> m_shared; ///< of the search that goes on; null: none does
    std::optional<qint64> m_searched;
    quint64 m_sort = 0; ///< number of the newest wish
    quint64 m_arrangement = 0; ///< number of the newest wish
    TaskHandle<Result<Found>> m_searching;
    TaskHandle<Result<std::shared_ptr<const RowList>>> m_sorting;
    TaskHandle<Rows> m_arranging;
    QTimer m_tick;
    QElapsedTimer m_sinceLook;
};
