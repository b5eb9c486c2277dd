// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/jsoneditor.h"

#include "core/jsontext.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// More than this in one unbroken line freezes a text widget.
constexpr qsizetype mostShown = 256 * 1024;

/// Line (from 1) of a byte offset.
qsizetype lineOf(const QByteArray &text, int offset)
{
    return text.first(std::min<qsizetype>(offset, text.size())).count('\n') + 1;
}

} // namespace

JsonEditor::JsonEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
    , m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(m_text->document()))
{
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Request as JSON"));
    m_text->setPlaceholderText(tr("Choose a request to see and edit it"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_highlighter->setDefinition(m_repository->definitionForName(u"JSON"_s));
    followTheme();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_text);
    column->addWidget(m_state);
    m_state->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(400));
    connect(&m_pause, &QTimer::timeout, this, &JsonEditor::commit);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_touched = true;
        m_pause.start();
    });
    clear();
}

JsonEditor::~JsonEditor() = default;

void JsonEditor::setJson(const QByteArray &line)
{
    if (line == m_set && !m_touched)
        return;
    commit();
    m_set = line;
    const bool whole = line.size() <= mostShown;
    const QSignalBlocker blocker(m_text);
    m_text->setPlainText(
        QString::fromUtf8(jsontext::indented(whole ? line : line.first(mostShown))));
    m_text->setReadOnly(!whole);
    m_text->setEnabled(true);
    m_touched = false;
    m_valid = true;
    m_state->setVisible(!whole);
    if (!whole)
        m_state->setText(tr("The beginning of a request of %1; too large to edit here.")
                             .arg(QLocale().formattedDataSize(line.size())));
    Q_EMIT validityChanged();
}

void JsonEditor::clear()
{
    const QSignalBlocker blocker(m_text);
    m_pause.stop();
    m_set.clear();
    m_text->clear();
    m_text->setEnabled(false);
    m_touched = false;
    m_valid = true;
    m_state->hide();
}

QByteArray JsonEditor::json() const
{
    return jsontext::compact(m_text->toPlainText().toUtf8());
}

void JsonEditor::commit()
{
    m_pause.stop();
    if (!m_touched || m_text->isReadOnly())
        return;
    validate();
    if (!m_valid)
        return;
    const QByteArray line = json();
    m_touched = false;
    if (line == m_set)
        return;
    m_set = line;
    Q_EMIT edited(line);
}

void JsonEditor::validate()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    const bool valid = document.isObject();
    m_state->setVisible(!valid);
    if (error.error != QJsonParseError::NoError)
        m_state->setText(
            tr("Not valid JSON, line %1: %2")
                .arg(QString::number(lineOf(text, error.offset)), error.errorString()));
    else if (!valid)
        m_state->setText(tr("A request is a JSON object: { … }"));
    if (valid != m_valid) {
        m_valid = valid;
        Q_EMIT validityChanged();
    }
}

void JsonEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ThemeChange)
        followTheme();
}

void JsonEditor::followTheme()
{
    if (!m_highlighter)
        return;
    const KSyntaxHighlighting::Theme theme = m_repository->themeForPalette(palette());
    m_highlighter->setTheme(theme);
    m_highlighter->rehighlight();
}

#include "moc_jsoneditor.cpp"
