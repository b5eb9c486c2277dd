// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "results/runresults.h"

#include <QWidget>

class AnswerView;
class QLabel;
class QTabWidget;
class QTableView;
class ResultFilter;
class ResultModel;
class TextViewer;

/// The rows of a run: a table, and for the chosen one its request beside its answer: in parts where
/// it is one of a text operation, as text, and as it came.
class ResultsPane final : public QWidget {
    Q_OBJECT
public:
    explicit ResultsPane(QThreadPool &pool, QWidget *parent = nullptr);
    void setResults(std::shared_ptr<const RunResults> results);
    void showOutcome(Outcome outcome);
    void focusSearch();
    /// The rows that are shown where a search leaves some out.
    [[nodiscard]] const std::optional<std::vector<qint64>> &shownRows() const;
    void clear();

Q_SIGNALS:
    void readFailed(const Error &error);
    void shownRowsChanged();

private:
    void build();
    void showRow();
    void showNothing();
    void showCount();
    void rowsReset();

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    ResultModel *m_model;
    ResultFilter *m_filter;
    QTableView *m_table;
    QLabel *m_empty;
    TextViewer *m_request;
    QTabWidget *m_answers;
    AnswerView *m_answer;
    TextViewer *m_text; ///< of an answer that is shown in parts
    TextViewer *m_raw;
    qint64 m_shown = -1; ///< row of the run whose answer is below the table
    qint64 m_chosen
        = -1; ///< row of the run that a person went to; kept while a search leaves it out
    bool m_showsNothing = true;
};
