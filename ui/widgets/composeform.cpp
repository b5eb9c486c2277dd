// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composeform.h"

#include "widgets/composewords.h"
#include "widgets/exacttext.h"
#include "widgets/faultnote.h"
#include "widgets/namedtexttable.h"
#include "widgets/undokeys.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

void put(QLineEdit &field, const QString &text)
{
    if (field.text() != text)
        field.setText(text);
}

void put(QPlainTextEdit &field, const QString &text)
{
    // Line ends are of one sort in a text widget; the request keeps its own until it is edited.
    if (exactText(field) == QString(text).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n'))
        return;
    const QSignalBlocker blocker(&field);
    field.setPlainText(text);
}

} // namespace

ComposeForm::ComposeForm(QWidget *parent)
    : QScrollArea(parent)
    , m_body(new QWidget(this))
    , m_layout(new QFormLayout(m_body))
    , m_reason(new QLabel(m_body))
    , m_kind(new QComboBox(m_body))
    , m_list(nullptr)
    , m_undoKeys(new UndoKeys(this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_body);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->addRow(m_reason);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_kind->setAccessibleName(tr("Kind of request"));
    for (const RequestKind kind : allRequestKinds)
        m_kind->addItem(composewords::kind(kind), int(kind));
    m_layout->addRow(tr("&Kind:"), m_kind);
    m_model = addLine(tr("M&odel:"), tr("Model"), FormField::Model, &RequestForm::model);
    m_system = addText(tr("S&ystem:"), tr("System message"), FormField::Instruction,
                       &RequestForm::instruction);
    m_text = addText(tr("&User:"), tr("User message"), FormField::Text, &RequestForm::text);
    addList();
    m_instruction = addText(tr("&Instruction:"), tr("Instruction"), FormField::Instruction,
                            &RequestForm::instruction);
    m_temperature = addLine(tr("&Temperature:"), tr("Temperature"), FormField::Temperature,
                            &RequestForm::temperature);
    m_maxTokens = addLine(tr("Ma&x tokens:"), tr("Most tokens of an answer"), FormField::MaxTokens,
                          &RequestForm::maxTokens);
    for (QLineEdit *field : {m_temperature, m_maxTokens})
        field->setPlaceholderText(tr("as the provider has it"));
    for (QPlainTextEdit *field : {m_system, m_instruction}) {
        field->setPlaceholderText(tr("none"));
        field->setFixedHeight(fontMetrics().height() * 5); // the room is for the text
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    m_text->setMinimumHeight(fontMetrics().height() * 6);

    connect(m_kind, &QComboBox::activated, this, &ComposeForm::chooseKind);
    connect(m_undoKeys, &UndoKeys::undoPressed, this, &ComposeForm::undoPressed);
    connect(m_undoKeys, &UndoKeys::redoPressed, this, &ComposeForm::redoPressed);
    m_undoKeys->watch(*m_kind);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(400));
    connect(&m_pause, &QTimer::timeout, this, &ComposeForm::commit);
    clear();
}

QLineEdit *ComposeForm::addLine(const QString &label, const QString &name, FormField field,
                                QString RequestForm::*member)
{
    auto *input = new QLineEdit(m_body);
    input->setAccessibleName(name);
    addRow(label, input, field);
    m_undoKeys->watch(*input);
    connect(input, &QLineEdit::textEdited, this, [this, member](const QString &text) {
        m_form.*member = text;
        touched();
    });
    return input;
}

QPlainTextEdit *ComposeForm::addText(const QString &label, const QString &name, FormField field,
                                     QString RequestForm::*member)
{
    auto *input = new QPlainTextEdit(m_body);
    input->setAccessibleName(name);
    input->setTabChangesFocus(true);
    input->setMinimumHeight(fontMetrics().height() * 3);
    addRow(label, input, field);
    m_undoKeys->watch(*input);
    connect(input, &QPlainTextEdit::textChanged, this, [this, input, member] {
        m_form.*member = exactText(*input);
        touched();
    });
    return input;
}

void ComposeForm::addList()
{
    m_list = new NamedTextTable(m_body);
    addRow(QString(), m_list, FormField::List);
    m_undoKeys->watch(m_list->table());
    connect(m_list, &NamedTextTable::edited, this, [this] {
        m_form.list = m_list->entries();
        touched();
    });
}

QLabel *ComposeForm::addRow(const QString &label, QWidget *input, FormField field)
{
    auto *words = new QLabel(label, m_body);
    words->setBuddy(input);
    auto *box = new QWidget(m_body);
    auto *note = new FaultNote(field == FormField::List ? m_list->table() : *input, box);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(input);
    column->addWidget(note);
    m_notes.try_emplace(field, note);
    m_labels[input] = words;
    m_layout->addRow(words, box);
    return words;
}

void ComposeForm::setReading(const FormReading &reading)
{
    m_pause.stop();
    m_dirty = false;
    const bool hasForm = reading.form.has_value();
    m_layout->setRowVisible(m_reason, !hasForm);
    if (!hasForm)
        m_reason->setText(
            tr("This request can be edited as JSON only. %1").arg(composewords::noForm(reading)));
    m_reason->setAccessibleName(m_reason->text());
    for (QWidget *child : m_body->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        child->setEnabled(hasForm || child == m_reason);
    if (!hasForm)
        return;
    m_form = *reading.form;
    if (!m_form.model.isEmpty())
        m_chatModel = m_form.model;
    showKind();
    showValues();
    showFaults();
}

void ComposeForm::clear()
{
    setReading({.form = RequestForm()});
    m_body->setEnabled(true);
    for (const auto &[field, note] : m_notes)
        note->setText({});
    for (QWidget *child : m_body->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        child->setEnabled(false);
}

void ComposeForm::setChatModel(const QString &model)
{
    m_chatModel = model;
}

void ComposeForm::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void ComposeForm::touched()
{
    m_dirty = true;
    m_pause.start();
    showFaults();
}

void ComposeForm::commit()
{
    m_pause.stop();
    if (!m_dirty)
        return;
    m_dirty = false;
    Q_EMIT edited(m_form);
}

void ComposeForm::chooseKind()
{
    const auto kind = RequestKind(m_kind->currentData().toInt());
    if (kind == m_form.kind)
        return;
    commit();
    RequestForm form = m_form;
    form.kind = kind;
    form.model = form.hasModel() ? m_chatModel : QString();
    form.temperature.clear();
    if (!form.hasMaxTokens())
        form.maxTokens.clear();
    if (!form.hasList())
        form.list.clear();
    Q_EMIT edited(form);
}

void ComposeForm::showKind()
{
    const RequestKind kind = m_form.kind;
    const bool isChat = kind == RequestKind::Chat;
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    const auto setVisible = [this](QWidget *input, bool isVisible) {
        m_layout->setRowVisible(m_labels.at(input), isVisible);
    };
    setVisible(m_model, m_form.hasModel());
    setVisible(m_system, isChat);
    setVisible(m_list, m_form.hasList());
    setVisible(m_instruction, !isChat);
    setVisible(m_temperature, m_form.hasTemperature());
    setVisible(m_maxTokens, m_form.hasMaxTokens());
    m_labels.at(m_text)->setText(isChat ? tr("&User:") : tr("&Text:"));
    m_text->setAccessibleName(isChat ? tr("User message") : tr("Text"));
    if (kind == RequestKind::Extract) {
        m_labels.at(m_list)->setText(tr("&Look for:"));
        m_list->setWords(tr("Entities to look for"), {tr("Entity"), tr("Description")});
    } else if (kind == RequestKind::Classify) {
        m_labels.at(m_list)->setText(tr("&Labels:"));
        m_list->setWords(tr("Labels to choose from"), {tr("Label"), tr("When it fits")});
    }
    const bool isPrompt = kind == RequestKind::Classify;
    m_labels.at(m_instruction)->setText(isPrompt ? tr("S&ystem:") : tr("&Instruction:"));
    m_instruction->setAccessibleName(isPrompt ? tr("System prompt") : tr("Instruction"));
}

void ComposeForm::showValues()
{
    put(*m_model, m_form.model);
    put(*m_text, m_form.text);
    const bool isChat = m_form.kind == RequestKind::Chat;
    put(*m_system, isChat ? m_form.instruction : QString());
    put(*m_instruction, isChat ? QString() : m_form.instruction);
    put(*m_temperature, m_form.temperature);
    put(*m_maxTokens, m_form.maxTokens);
    m_list->setEntries(m_form.list);
}

void ComposeForm::showFaults()
{
    std::map<FormField, QString> words;
    for (const FieldFault &fault : formFaults(m_form))
        words[fault.field] = composewords::fault(fault, m_form.kind);
    for (const auto &[field, note] : m_notes)
        if (note->text() != words[field])
            note->setText(words[field]);
}

#include "moc_composeform.cpp"
