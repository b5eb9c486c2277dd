// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/runresults.h"
#include "widgets/requesttarget.h"

#include <QSplitter>

#include <memory>
#include <optional>

class AnswerView;
class JsonActions;
class QTabWidget;
class QThreadPool;
class TextViewer;

/// One row, whole: its request beside its answer, which is in parts where it is one of a text
/// operation, as text, and as it came. GUI thread; rows are read on the pool.
class RowDetails final : public QSplitter {
    Q_OBJECT
public:
    explicit RowDetails(QThreadPool &pool, QWidget *parent = nullptr);

    void setResults(std::shared_ptr<const RunResults> results);
    void showRow(qint64 row); ///< of the run; shown already: nothing happens
    void showNothing();
    /// Where a request of this run could be sent by itself; none: nowhere that is known.
    void setTarget(std::expected<RequestTarget, QString> target);

Q_SIGNALS:
    void findWanted(const QString &condition); ///< for the line that searches

private:
    struct Bytes;
    static void readParts(const ResultLine &line, Bytes &bytes);
    static Bytes read(const std::shared_ptr<const RunResults> &results, qint64 row);
    void show(const Bytes &bytes);

    QThreadPool &m_pool;
    std::shared_ptr<const RunResults> m_results;
    TextViewer *m_request;
    QTabWidget *m_answers;
    AnswerView *m_answer;
    TextViewer *m_text; ///< of an answer that is shown in parts
    TextViewer *m_raw;
    JsonActions *m_requestActions;
    qint64 m_shown = -1;
};
