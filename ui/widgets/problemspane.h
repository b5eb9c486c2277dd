// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "results/runfigures.h"
#include "widgets/statepane.h"

#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QStackedWidget;
class QTableWidget;
class TextViewer;

/// Why rows of a run have no proper answer: each reason once, the most frequent first, with what
/// leads to its rows; and, last, the results that answer no request of the run. GUI thread; what is
/// not in the figures is read on the pool.
class ProblemsPane final : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPane(QThreadPool &pool, QWidget *parent = nullptr);

    void showReading(); ///< they are being counted
    void showFailure(const Error &error);
    void showProblems(std::shared_ptr<const RunResults> results,
                      std::shared_ptr<const RunFigures> figures);

    /// What is said, and offered, where the run has no rows at all.
    void setNothing(const StatePane::Content &nothing);
    /// Why requests cannot be sent once more now; empty: they can.
    void setRepeatObstacle(const QString &reason);

Q_SIGNALS:
    /// Requests of these rows are to be sent once more; without rows: all that have a problem.
    void repeatWanted(const std::optional<std::vector<quint32>> &rows);
    void searchWanted(const QString &search); ///< a person wants to see these rows
    void told(const QString &text); ///< something was done
    void failed(const Error &error);

private:
    void build();
    void fill();
    void say(const QString &icon, const QString &heading, const QString &words, bool isBusy);
    void showCurrent();
    void showUsable();
    void copyIds();
    void showExtras();
    [[nodiscard]] bool isAtExtras() const; ///< the row of results that answer no request
    [[nodiscard]] const Problem *current() const;

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    std::shared_ptr<const RunFigures> m_figures;
    TaskHandle<Result<QStringList>> m_copying;
    TaskHandle<Result<QByteArrayList>> m_reading; ///< the results that answer no request
    QStackedWidget *m_stack;
    StatePane *m_state;
    QWidget *m_filled;
    QTableWidget *m_table;
    TextViewer *m_message;
    QAction *m_showRows;
    QAction *m_copyIds;
    QAction *m_repeat;
    QAction *m_repeatAll;
    QString m_repeatObstacle;
    StatePane::Content m_nothing;
};
