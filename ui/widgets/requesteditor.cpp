// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/requesteditor.h"

#include "models/draftmodel.h"
#include "theme/colours.h"
#include "widgets/composeform.h"
#include "widgets/composewords.h"
#include "widgets/jsoneditor.h"

#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

RequestEditor::RequestEditor(DraftModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_note(new QLabel(this))
    , m_views(new QTabWidget(this))
    , m_form(new ComposeForm(this))
    , m_json(new JsonEditor(this))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_views->setDocumentMode(true);
    m_views->addTab(m_form, tr("Form"));
    m_views->addTab(m_json, tr("&JSON"));
    m_views->tabBar()->setAccessibleName(tr("Edit the request as"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_views, 1);
    column->addWidget(m_note);
    connect(m_views, &QTabWidget::currentChanged, this, &RequestEditor::viewChosen);
    connect(m_form, &ComposeForm::edited, this, [this](const RequestForm &form) {
        if (m_row.isValid())
            write(withForm(m_model.line(m_row.row()), form));
    });
    connect(m_json, &JsonEditor::edited, this, &RequestEditor::write);
    connect(m_json, &JsonEditor::validityChanged, this, &RequestEditor::validityChanged);
    connect(m_form, &ComposeForm::undoPressed, this, &RequestEditor::undoPressed);
    connect(m_form, &ComposeForm::redoPressed, this, &RequestEditor::redoPressed);
    connect(m_json, &JsonEditor::undoPressed, this, &RequestEditor::undoPressed);
    connect(m_json, &JsonEditor::redoPressed, this, &RequestEditor::redoPressed);
}

void RequestEditor::setRow(int row)
{
    if (m_row.isValid() && m_row.row() == row) {
        refresh();
        return;
    }
    commit();
    const bool isRow = row >= 0 && row < m_model.rowCount();
    m_row = isRow ? QPersistentModelIndex(m_model.index(row, 0)) : QPersistentModelIndex();
    m_json->clear();
    m_isShown = false;
    refresh();
}

void RequestEditor::refresh()
{
    const QByteArray line = m_row.isValid() ? m_model.line(m_row.row()) : QByteArray();
    m_kind.reset();
    if (line.isEmpty()) { // none, or it is still being read
        m_json->clear();
        m_form->clear();
        m_note->hide();
        return;
    }
    m_json->setJson(line);
    const FormReading reading
        = m_json->isWhole() ? readForm(line) : FormReading{.reason = NoForm::TooLarge};
    m_form->setReading(reading);
    if (reading.form)
        m_kind = reading.form->kind;
    m_note->setVisible(!reading.form && m_json->isValid());
    m_note->setText(tr("JSON only: %1").arg(composewords::noForm(reading)));
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText,
                   colours::text(colours::Tone::Subtle, faint, QPalette::Window));
    m_note->setPalette(faint);
    if (!m_isShown)
        chooseView();
    m_isShown = true;
}

/// The view that a person wants, as far as this request has it. Not while one types.
void RequestEditor::chooseView()
{
    const bool wanted = m_wantsForm;
    m_views->setCurrentWidget(wanted && m_kind ? static_cast<QWidget *>(m_form) : m_json);
    m_wantsForm = wanted;
}

void RequestEditor::viewChosen()
{
    m_wantsForm = m_views->currentWidget() == m_form;
    commit();
}

void RequestEditor::write(const QByteArray &line)
{
    if (m_row.isValid())
        m_model.setLine(m_row.row(), line);
}

void RequestEditor::commit()
{
    m_form->commit();
    m_json->commit();
}

bool RequestEditor::isValid() const
{
    return m_json->isValid();
}

void RequestEditor::setChatModel(const QString &model)
{
    m_form->setChatModel(model);
}

void RequestEditor::focusInput()
{
    if (m_views->currentWidget() == m_form)
        m_form->focusText();
    else
        m_json->setFocus();
}

#include "moc_requesteditor.cpp"
