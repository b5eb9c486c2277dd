// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "results/requestfinder.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class DraftModel;

/// The requests of a draft, all or those that a query finds. They are looked for on the pool; the newest
/// wish wins, and what was found so far is shown while it goes on. Rows that are added are shown, and
/// a row that is changed stays, until the next query. GUI thread.
class ShownRequests final : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit ShownRequests(DraftModel &model, QObject *parent = nullptr);
    ~ShownRequests() override;

    /// kept: a row that is shown in any case, for somebody works on it; -1: none.
    void setQuery(RequestQuery query, int kept = -1);
    [[nodiscard]] const RequestQuery &query() const { return m_query; }
    /// Rows that were looked at so far; none: the search has ended.
    [[nodiscard]] std::optional<qint64> searched() const { return m_searched; }
    /// Where a row of the draft is shown, -1: nowhere.
    [[nodiscard]] int placeOf(int row) const;
    [[nodiscard]] int rowOf(int place) const; ///< of the draft, -1: none

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxy) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &source) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &) const override { return {}; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void searchEnded();
    void searchFailed(const Error &error);

private:
    struct News;
    void followSource();
    void inserted(int first, int last);
    void aboutToRemove(int first, int last);
    void removed(int first, int last);
    void search();
    void show(std::optional<std::vector<qint64>> rows);
    void showNews();

    DraftModel &m_model;
    RequestQuery m_query;
    std::optional<std::vector<qint64>> m_rows; ///< none: all
    qint64 m_kept = -1;
    TaskHandle<Result<FoundRows>> m_finding;
    std::shared_ptr<News> m_news; ///< of the search that goes on; null: none does
    std::optional<qint64> m_searched;
    QTimer m_newsTimer;
};
