// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/task.h"
#include "models/columns.h"
#include "models/windowqueue.h"
#include "results/rowfinder.h"
#include "results/runresults.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

/// The rows of a run with their answers, in the order of the requests; all of them or those with
/// those that a query finds. Rows are read on the pool in windows as they come into view; data() never
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
    /// Rows of the run that were looked at so far; none: the search has ended.
    [[nodiscard]] std::optional<qint64> searched() const { return m_searched; }
    /// The rows that are shown, for an export of them; none: all there are.
    [[nodiscard]] const std::optional<std::vector<qint64>> &shownRows() const { return m_rows; }
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
    void searchEnded();

private:
    [[nodiscard]] const ResultRow *shownRow(int row) const;
    void request(qint64 window) const;
    void readNext() const;
    struct News;
    void filter();
    void show(std::optional<std::vector<qint64>> rows);
    void showNews();

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    RowQuery m_query;
    std::optional<std::vector<qint64>> m_rows; ///< none: all
    mutable QCache<qint64, std::vector<ResultRow>> m_windows; ///< of shown rows
    mutable WindowQueue m_wanted;
    quint64 m_generation = 0;
    TaskHandle<Result<FoundRows>> m_filtering;
    std::shared_ptr<News> m_news; ///< of the search that goes on; null: none does
    std::optional<qint64> m_searched;
    QTimer m_newsTimer;
};
