// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/textviewer.h"

#include "core/jsontext.h"
#include "models/visibletext.h"
#include "theme/appearance.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 256 * 1024;
constexpr qsizetype layOutHere = 64 * 1024;
/// A text widget lays out a line as a whole, and one without blanks, or in Chinese, in a time that
/// grows with the square of its length: 256 KB take from half a second to twenty (measured). Lines of
/// this length are laid out as they come into view.
constexpr qsizetype mostInLine = 1'000;
/// Marks a line end that is not in the text. It takes no room, and copying leaves both out.
constexpr QChar brokenHere(0x200B);

/// Where a line that is too long may end best: behind a blank near its end, not within a character.
qsizetype breakOf(QStringView line)
{
    for (qsizetype at = mostInLine; at > mostInLine / 2; --at)
        if (line[at - 1].isSpace())
            return at;
    return line[mostInLine].isLowSurrogate() ? mostInLine - 1 : mostInLine;
}

QString inShortLines(const QString &text)
{
    QString out;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        QStringView line = QStringView(text).sliced(begin, end - begin);
        while (line.size() > mostInLine) {
            const qsizetype at = breakOf(line);
            out += line.first(at);
            out += brokenHere;
            out += u'\n';
            line.slice(at);
        }
        out += line;
        if (end < text.size())
            out += u'\n';
        begin = end + 1;
    }
    return out;
}

QByteArray layOut(const QByteArray &json)
{
    return jsontext::indented(json, mostShown);
}

} // namespace

TextViewer::TextViewer(QThreadPool &pool, const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent), m_pool(pool)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(accessibleName);
}

TextViewer::~TextViewer() = default;

void TextViewer::setJson(const QByteArray &json)
{
    if (!m_highlighter) {
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document());
        m_highlighter->setDefinition(m_repository->definitionForName(u"JSON"_s));
        appearance::useFixedFont(*this);
        setLineWrapMode(NoWrap);
        followTheme();
    }
    if (json == m_json && !json.isEmpty())
        return;
    m_json = json;
    if (json.size() <= layOutHere) {
        m_layout = {};
        show(layOut(json), json.size());
        return;
    }
    setPlainText(tr("Laying out %1…").arg(QLocale().formattedDataSize(json.size())));
    m_layout = TaskHandle(QtConcurrent::run(&m_pool, layOut, json));
    m_layout.future().then(this, [this, json](const QByteArray &text) {
        if (json == m_json)
            show(text, json.size());
    });
}

void TextViewer::show(const QByteArray &laidOut, qsizetype whole)
{
    QString text = QString::fromUtf8(laidOut.first(std::min(laidOut.size(), mostShown)));
    if (whole > mostShown)
        text += u"\n\n"_s
            + tr("… the beginning of %1; copy or export for the whole")
                  .arg(QLocale().formattedDataSize(whole));
    showText(text);
}

void TextViewer::showText(const QString &text)
{
    setPlainText(inShortLines(visibletext::marked(text)));
}

void TextViewer::setProse(const QString &text)
{
    m_layout = {};
    m_json.clear();
    const QString shown = text.size() <= mostShown ? text
                                                   : text.first(mostShown) + u"\n\n"_s
            + tr("… the beginning of %Ln character(s)", nullptr, int(text.size()));
    setLineWrapMode(WidgetWidth);
    showText(shown);
}

QMimeData *TextViewer::createMimeDataFromSelection() const
{
    QString text = textCursor().selectedText();
    text.remove(QString(brokenHere) + QChar(QChar::ParagraphSeparator));
    text.replace(QChar(QChar::ParagraphSeparator), u'\n');
    auto *copied = new QMimeData;
    copied->setText(text);
    return copied;
}

void TextViewer::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (m_highlighter
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ThemeChange))
        followTheme();
}

void TextViewer::followTheme()
{
    m_highlighter->setTheme(m_repository->themeForPalette(palette()));
    m_highlighter->rehighlight();
}

#include "moc_textviewer.cpp"
