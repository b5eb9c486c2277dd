// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/jsoneditor.h"

#include "core/jsontext.h"
#include "dialects/scan.h"
#include "theme/appearance.h"
#include "widgets/exacttext.h"
#include "widgets/shortlines.h"
#include "widgets/undokeys.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 256 * 1024;

/// Signs that nobody sees, one of which no request has.
constexpr QChar marks[] = {QChar(0x200B), QChar(0x2060), QChar(0xFEFF), QChar(0x2063)};

/// The first that is not in the text; null: the text has them all, and stays as it is.
QChar markFor(const QString &text)
{
    const auto *const mark
        = std::ranges::find_if(marks, [&text](QChar one) { return !text.contains(one); });
    return mark == std::end(marks) ? QChar() : *mark;
}

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
    appearance::useFixedFont(*m_text);
    m_text->setLayoutDirection(Qt::LeftToRight); // as JSON is everywhere
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
    auto *keys = new UndoKeys(this);
    keys->watch(*m_text);
    m_text->installEventFilter(this);
    m_text->setUndoRedoEnabled(false);
    connect(keys, &UndoKeys::undoPressed, this, &JsonEditor::undoPressed);
    connect(keys, &UndoKeys::redoPressed, this, &JsonEditor::redoPressed);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_touched = true;
        m_pause.start();
    });
    clear();
}

JsonEditor::~JsonEditor() = default;

void JsonEditor::setJson(const QByteArray &line)
{
    if (line == m_set && m_text->isEnabled())
        return;
    m_pause.stop();
    m_set = line;
    const bool whole = line.size() <= mostShown;
    const QByteArray shown = whole ? line : line.first(mostShown);
    const int place = m_text->textCursor().position();
    const int scrolled = m_text->verticalScrollBar()->value();
    {
        const QSignalBlocker blocker(m_text);
        const QString laidOut = QString::fromUtf8(jsontext::indented(shown));
        m_mark = markFor(laidOut);
        m_text->setPlainText(m_mark.isNull() ? laidOut : shortlines::broken(laidOut, m_mark));
    }
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(std::min(place, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
    m_text->verticalScrollBar()->setValue(scrolled);
    m_text->setReadOnly(!whole);
    m_text->setEnabled(true);
    m_touched = false;
    if (whole) {
        m_shown = text();
        validate(m_shown.toUtf8());
        return;
    }
    m_shown.clear();
    m_valid = true;
    m_state->show();
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
    m_text->setReadOnly(false);
    m_touched = false;
    m_state->hide();
    if (!std::exchange(m_valid, true))
        Q_EMIT validityChanged();
}

bool JsonEditor::isWhole() const
{
    return !m_text->isReadOnly();
}

void JsonEditor::commit()
{
    m_pause.stop();
    if (!m_touched || m_text->isReadOnly())
        return;
    const QString now = this->text();
    // Colours are changes of a document, too. What a person left alone keeps its bytes.
    if (now == m_shown) {
        m_touched = false;
        return;
    }
    const QByteArray text = now.toUtf8();
    validate(text);
    // A line end inside a string that is not closed yet would make two lines of one.
    const QByteArray line = jsontext::compact(text).replace('\n', ' ').replace('\r', ' ');
    if (line.isEmpty())
        return; // no request has no text: what was there stays
    m_touched = false;
    m_shown = now;
    if (line == m_set)
        return;
    m_set = line;
    Q_EMIT edited(line);
}

void JsonEditor::validate(const QByteArray &text)
{
    const std::string_view bytes(text.constData(), std::size_t(text.size()));
    const bool isJson = scan::isJson(bytes);
    const bool valid = isJson && scan::isObject(scan::trimmed(bytes));
    m_state->setVisible(!valid);
    if (!isJson) {
        // Only to say where: it refuses numbers that are none of ours to refuse.
        QJsonParseError error;
        QJsonDocument::fromJson(text, &error);
        m_state->setText(
            error.error == QJsonParseError::NoError
                ? tr("Not valid JSON")
                : tr("Not valid JSON, line %1: %2")
                      .arg(QString::number(lineOf(text, error.offset)), error.errorString()));
    } else if (!valid) {
        m_state->setText(tr("A request is a JSON object: { … }"));
    }
    if (valid != m_valid) {
        m_valid = valid;
        Q_EMIT validityChanged();
    }
}

QString JsonEditor::text() const
{
    const QString text = exactText(*m_text);
    return m_mark.isNull() ? text : shortlines::whole(text, m_mark);
}

/// A key that deletes meets the letter beyond a break, not the break.
void JsonEditor::stepOverBreak(Qt::Key key)
{
    QTextCursor cursor = m_text->textCursor();
    if (m_mark.isNull() || cursor.hasSelection())
        return;
    const QTextDocument &document = *m_text->document();
    const bool isBack = key == Qt::Key_Backspace;
    int at = cursor.position();
    const auto isBreak = [&](int place) {
        return document.characterAt(place) == m_mark
            || (document.characterAt(place) == QChar(QChar::ParagraphSeparator) && place > 0
                && document.characterAt(place - 1) == m_mark);
    };
    while (isBack ? at > 0 && isBreak(at - 1) : isBreak(at))
        at += isBack ? -1 : 1;
    cursor.setPosition(at);
    m_text->setTextCursor(cursor);
}

/// What is typed or put in goes before a mark: behind it, the line end would be one of the text.
void JsonEditor::stepBeforeMark()
{
    QTextCursor cursor = m_text->textCursor();
    const int at = cursor.position();
    if (m_mark.isNull() || cursor.hasSelection() || at == 0
        || m_text->document()->characterAt(at - 1) != m_mark)
        return;
    cursor.setPosition(at - 1);
    m_text->setTextCursor(cursor);
}

bool JsonEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const auto key = Qt::Key(press->key());
        if (key == Qt::Key_Backspace || key == Qt::Key_Delete)
            stepOverBreak(key);
        else if (!press->text().isEmpty())
            stepBeforeMark();
    } else if (watched == m_text && event->type() == QEvent::InputMethod) {
        stepBeforeMark();
    }
    return QWidget::eventFilter(watched, event);
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
