// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/requestform.h"
#include "core/finding.h"
#include "core/result.h"
#include "jsonl/findingrows.h"

#include <QSplitter>

#include <memory>

class DraftModel;
class QAction;
class QLabel;
class QTableView;
class QUndoStack;
class RequestEditor;
class RequestFilter;
class ShownRequests;

/// The requests of a draft: the list, what of it is shown and what can be done with it, and the editor of
/// the current one. Rows that it tells and takes are those of the model.
class RequestsPane final : public QSplitter {
    Q_OBJECT
public:
    explicit RequestsPane(DraftModel &model, QWidget *parent = nullptr);
    ~RequestsPane() override;

    void commit(); ///< takes what was typed now, instead of when typing pauses
    [[nodiscard]] bool isValid() const; ///< what is in the editor
    /// What a new request can be, the most usual first, and the model to begin with.
    void setKinds(const QList<RequestKind> &kinds, const QString &chatModel);
    void setEmptyTextVisible(bool isVisible);
    void goToRow(int row);
    [[nodiscard]] int currentRow() const; ///< of the model, -1: none

    /// What the filter offers; which rows they are is asked for when it is wanted.
    void setFindings(const QList<Finding> &findings);
    void setFindingRows(std::shared_ptr<const FindingRows> rows); ///< null: not known now
    void showOnly(const QString &kind); ///< the rows with this finding
    void focusSearch();

Q_SIGNALS:
    void validityChanged();
    void findingRowsWanted();
    void searchFailed(const Error &error);

private:
    void buildTable();
    void buildToolBar(QWidget *side);
    QAction *addAction(const QString &text, const QString &icon, const QKeySequence &key,
                       void (RequestsPane::*slot)());
    void filter(int kept); ///< kept: a row that is shown in any case
    void rowsReset();
    void showCount();
    void choose(int row);
    void addRequest();
    void duplicateRequests();
    void deleteRequests();
    void paste();
    void undo();
    void redo();
    void step(void (QUndoStack::*way)());
    void follow(int row);
    void showRow();
    [[nodiscard]] QList<int> selectedRows() const;

    DraftModel &m_model;
    ShownRequests *m_shown;
    RequestFilter *m_filter;
    QTableView *m_table;
    QLabel *m_nothing; ///< why no row is shown
    QLabel *m_empty;
    RequestEditor *m_editor;
    QList<QAction *> m_needSelection;
    QList<RequestKind> m_kinds;
    QString m_chatModel;
    bool m_isStepping = false;
    std::shared_ptr<const FindingRows> m_findingRows; ///< null: not known
    int m_chosen = -1; ///< that a person went to; kept while a search leaves it out
    bool m_isEmptyWanted = false;
};
