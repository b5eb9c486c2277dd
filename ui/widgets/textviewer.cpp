// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/textviewer.h"

#include "core/jsontext.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QFontDatabase>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

/// Measured: one unbroken line of this size takes a text widget a fifth of a second without
/// wrapping, and many seconds with it.
constexpr qsizetype mostShown = 256 * 1024;
constexpr qsizetype layOutHere = 64 * 1024;
constexpr qsizetype mostUnbroken = 2'000;

bool hasLongWord(const QString &text)
{
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > mostUnbroken)
            return true;
    }
    return false;
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
        setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
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
    setPlainText(text);
}

void TextViewer::setProse(const QString &text)
{
    m_layout = {};
    m_json.clear();
    const QString shown = text.size() <= mostShown ? text
                                                   : text.first(mostShown) + u"\n\n"_s
            + tr("… the beginning of %Ln character(s)", nullptr, int(text.size()));
    // Before the text is there: wrapping one long word is what freezes.
    setLineWrapMode(hasLongWord(shown) ? NoWrap : WidgetWidth);
    setPlainText(shown);
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
