// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/task.h"
#include "results/rowcopy.h"
#include "results/runresults.h"
#include "widgets/requesttarget.h"
#include "widgets/statepane.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class ResultFilter;
class ResultModel;
class ResultsTable;
class RowDetails;

/// The rows of a run: a table with a line that searches, and for one row its request beside its answer.
class ResultsPane final : public QWidget {
    Q_OBJECT
public:
    explicit ResultsPane(QThreadPool &pool, QWidget *parent = nullptr);
    void setResults(std::shared_ptr<const RunResults> results);
    void showOutcome(Outcome outcome);
    /// Shows what this finds, as if a person had typed it.
    void showSearch(const QString &search);
    void focusSearch();
    /// The rows that are shown where a search leaves some out, for an export: in the order of the
    /// requests, however they are sorted.
    [[nodiscard]] std::optional<std::vector<qint64>> shownRows() const;
    [[nodiscard]] std::vector<qint64> chosenRows() const; ///< in that order too
    /// Where a request of this run could be sent by itself, for a command that does it.
    void setTarget(std::expected<RequestTarget, QString> target);
    /// What is said, and offered, where the run has no rows at all.
    void setNothing(const StatePane::Content &nothing);
    void clear();

Q_SIGNALS:
    void readFailed(const Error &error);
    void exportChosenWanted();
    void told(const QString &text); ///< something that a person should know

private:
    void build();
    void showRow();
    void showCount();
    void showNothing();
    void tellFound();
    [[nodiscard]] QString countText() const;
    void rowsReset();
    void copy(CopyAs as);
    [[nodiscard]] std::vector<qint64> inRunOrder(std::vector<qint64> rows) const;

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    StatePane::Content m_nothing;
    QStackedWidget *m_stack;
    StatePane *m_state;
    ResultModel *m_model;
    ResultFilter *m_filter;
    ResultsTable *m_table;
    QLabel *m_empty;
    RowDetails *m_details;
    qint64 m_shown = -1; ///< row of the run whose answer is below the table
    qint64 m_chosen
        = -1; ///< row of the run that a person went to; kept while a search leaves it out
    TaskHandle<Result<CopiedRows>> m_copying;
    quint64 m_copies = 0; ///< number of the newest wish
    QTimer m_copyTick;
    QString m_told; ///< what a screen reader heard of the search
};
