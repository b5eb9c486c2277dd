// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "models/columns.h"
#include "models/rowarranger.h"
#include "models/windowqueue.h"
#include "results/runresults.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// The rows of a run with their answers; all of them or those that a query finds, in the order of the
/// requests or of a column. Rows are read on the pool in windows as they come into view; data() never
/// touches a file, and a million rows cost no more than ten. GUI thread.
class ResultModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        IdColumn,
        OutcomeColumn,
        AnswerColumn,
        TokensColumn,
        FinishColumn,
        ColumnCount
    };
    enum Role {
        OutcomeRole = Qt::UserRole + 100, ///< Outcome as int; behind those of ModelRole
        RowRole, ///< qint64, row of the run from 0
    };

    explicit ResultModel(QThreadPool &pool, QObject *parent = nullptr);
    ~ResultModel() override;

    void setResults(std::shared_ptr<const RunResults> results);
    /// Shows the rows that this finds. They are looked for on the pool; the newest wish wins, and
    /// what was found so far is shown while it goes on.
    void setQuery(RowQuery query);
    /// Shows them in this order, once a worker has found it: until then in the former one.
    void setOrder(RowOrder order);
    /// The order of a column; -1: that of the requests.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] static RowOrder::Key keyOf(Column column);
    [[nodiscard]] RowOrder order() const { return m_arranger.order(); } ///< that is wanted
    /// Rows of the run that were looked at so far; none: the search has ended.
    [[nodiscard]] std::optional<qint64> searched() const { return m_arranger.searched(); }
    /// How far sorting is, in percent; none: it has ended.
    [[nodiscard]] std::optional<int> sorted() const { return m_arranger.ordered(); }
    /// The rows that are shown, as they are shown; null: all there are in the order of the requests.
    [[nodiscard]] const RowArranger::Rows &shownRows() const { return m_rows; }
    /// Where a row of the run is shown, -1: nowhere.
    [[nodiscard]] int placeOf(qint64 runRow) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] qint64 runRow(int row) const; ///< row of the run from 0

Q_SIGNALS:
    void readFailed(const Error &error);
    void progressed(); ///< of searched() or sorted(), also to their end

private:
    [[nodiscard]] const ResultRow *shownRow(int row) const;
    void request(qint64 window) const;
    void readNext() const;
    void show(RowArranger::Rows rows);
    void forget(RowArranger::Rows rows);

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    RowArranger m_arranger;
    RowArranger::Rows m_rows;
    mutable QCache<qint64, std::vector<ResultRow>> m_windows; ///< of shown rows
    mutable WindowQueue m_wanted;
    quint64 m_generation = 0;
};
