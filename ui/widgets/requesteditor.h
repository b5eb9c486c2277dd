// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/requestform.h"

#include <QPersistentModelIndex>
#include <QWidget>

class ComposeForm;
class DraftModel;
class JsonEditor;
class QLabel;
class QTabWidget;

/// One request of a draft, as a form and as JSON: two views of the line in the model. Each change
/// goes into the model, where it can be undone; what is not JSON (yet) does so too, as one line, so
/// that nothing typed is lost by leaving it.
class RequestEditor final : public QWidget {
    Q_OBJECT
public:
    explicit RequestEditor(DraftModel &model, QWidget *parent = nullptr);

    void setRow(int row); ///< takes what was typed for another one first; -1: none
    void refresh(); ///< the model has something else for the row
    void commit(); ///< takes what was typed now, instead of when typing pauses
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] std::optional<RequestKind> kind() const { return m_kind; }
    void setChatModel(const QString &model);
    void focusInput();

Q_SIGNALS:
    void validityChanged();
    void undoPressed();
    void redoPressed();

private:
    void chooseView();
    void viewChosen();
    void write(const QByteArray &line);

    DraftModel &m_model;
    QPersistentModelIndex m_row;
    QLabel *m_note;
    QTabWidget *m_views;
    ComposeForm *m_form;
    JsonEditor *m_json;
    std::optional<RequestKind> m_kind;
    bool m_isShown = false; ///< the row was there to be read
    bool m_wantsForm = true;
};
