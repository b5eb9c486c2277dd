// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/requestform.h"

#include <QSplitter>

class DraftModel;
class QAction;
class QLabel;
class QTableView;
class QUndoStack;
class RequestEditor;

/// The requests of a draft: the list, what can be done with it, and the editor of the current one.
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

Q_SIGNALS:
    void validityChanged();

private:
    void buildTable();
    void buildToolBar(QWidget *side);
    QAction *addAction(const QString &text, const QString &icon, const QKeySequence &key,
                       void (RequestsPane::*slot)());
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
    QTableView *m_table;
    QLabel *m_empty;
    RequestEditor *m_editor;
    QList<QAction *> m_needSelection;
    QList<RequestKind> m_kinds;
    QString m_chatModel;
    bool m_isStepping = false;
};
