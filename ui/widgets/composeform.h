// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compose/formfaults.h"
#include "compose/requestform.h"

#include <QScrollArea>
#include <QTimer>

#include <map>

class FaultNote;
class NamedTextTable;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class UndoKeys;

/// One request as a form: the fields of its kind, each with its fault below it. Knows nothing of
/// JSON. What a person types is told when typing pauses, or at once by commit().
class ComposeForm final : public QScrollArea {
    Q_OBJECT
public:
    explicit ComposeForm(QWidget *parent = nullptr);

    /// Shows a request; where it has no form, what was there stays, disabled, with the reason.
    /// Fields that show this already are not touched, so that typing is not disturbed.
    void setReading(const FormReading &reading);
    void clear(); ///< no request
    void commit();
    void setChatModel(const QString &model); ///< for a request that becomes chat
    void focusText();

Q_SIGNALS:
    void edited(const RequestForm &form);
    void undoPressed();
    void redoPressed();

private:
    QLineEdit *addLine(const QString &label, const QString &name, FormField field,
                       QString RequestForm::*member);
    QPlainTextEdit *addText(const QString &label, const QString &name, FormField field,
                            QString RequestForm::*member);
    void addList();
    QLabel *addRow(const QString &label, QWidget *input, FormField field);
    void touched();
    void chooseKind();
    void showKind();
    void showValues();
    void showFaults();

    QWidget *m_body;
    QFormLayout *m_layout;
    QLabel *m_reason;
    QComboBox *m_kind;
    QLineEdit *m_model;
    QPlainTextEdit *m_system; ///< chat has its instruction above the text, the others below
    QPlainTextEdit *m_text;
    NamedTextTable *m_list;
    QPlainTextEdit *m_instruction;
    QLineEdit *m_temperature;
    QLineEdit *m_maxTokens;
    std::map<FormField, FaultNote *> m_notes;
    std::map<QWidget *, QLabel *> m_labels;
    UndoKeys *m_undoKeys;
    QTimer m_pause;
    RequestForm m_form;
    QString m_chatModel;
    bool m_dirty = false;
};
