// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/rowcopy.h"

#include <QTableView>

#include <vector>

class QMenu;
class ResultModel;

/// The rows of a run. A click on a title sorts by its column: upwards, downwards, and as the requests
/// stand; so does a menu, which a key opens. Any number of rows can be chosen, to be copied or exported.
class ResultsTable final : public QTableView {
    Q_OBJECT
public:
    explicit ResultsTable(ResultModel &model, QWidget *parent = nullptr);

    /// Rows that are chosen.
    [[nodiscard]] int chosenCount() const;
    /// Rows of the run from 0 that are chosen, in the order that is shown.
    [[nodiscard]] std::vector<qint64> chosenRows() const;
    void showOrder(); ///< the sign above a column, when the order was set otherwise
    /// For another run: in the order of its requests again.
    void clearOrder();

Q_SIGNALS:
    void copyWanted(CopyAs as);
    void exportWanted();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void build();
    void addActions();
    QAction *addKey(const QString &text, const QString &icon, const QKeySequence &key);
    void fillSortMenu();
    [[nodiscard]] std::vector<std::pair<int, int>> chosenRanges() const;

    ResultModel &m_model;
    QMenu *m_sortMenu;
    std::vector<QAction *> m_needChosen; ///< of no use while no row is chosen
};
