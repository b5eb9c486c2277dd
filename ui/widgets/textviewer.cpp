// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/textviewer.h"

#include "core/jsontext.h"
#include "models/visibletext.h"
#include "theme/appearance.h"
#include "widgets/foldmargin.h"
#include "widgets/shortlines.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QAction>
#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 256 * 1024;
constexpr qsizetype layOutHere = 64 * 1024;
/// Marks a line end that is not in the text. It takes no room, and copying leaves both out.
constexpr QChar brokenHere(0x200B);

QByteArray layOut(const QByteArray &json)
{
    return jsontext::indented(json, mostShown);
}

} // namespace

TextViewer::TextViewer(QThreadPool &pool, const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent), m_pool(pool), m_folds(*document(), brokenHere)
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
        followTheme();
        addFolding();
    }
    setLineWrapMode(NoWrap);
    setLayoutDirection(Qt::LeftToRight); // as JSON is everywhere
    if (json == m_json && !json.isEmpty())
        return;
    m_json = json;
    if (json.size() <= layOutHere) {
        m_layout = {};
        show(layOut(json), json.size());
        return;
    }
    m_laidOut.clear();
    m_folds.clear();
    setPlainText(tr("Laying out %1…").arg(QLocale().formattedDataSize(json.size())));
    m_layout = TaskHandle(QtConcurrent::run(&m_pool, layOut, json));
    m_layout.future().then(this, [this, json](const QByteArray &text) {
        if (json == m_json)
            show(text, json.size());
    });
}

void TextViewer::show(const QByteArray &laidOut, qsizetype whole)
{
    m_laidOut = laidOut.first(std::min(laidOut.size(), mostShown));
    QString text = QString::fromUtf8(m_laidOut);
    if (whole > mostShown)
        text += u"\n\n"_s
            + tr("… the beginning of %1; copy or export for the whole")
                  .arg(QLocale().formattedDataSize(whole));
    showText(text);
    m_folds.read();
    foldsChanged();
}

void TextViewer::showText(const QString &text)
{
    setPlainText(shortlines::broken(visibletext::marked(text), brokenHere));
}

void TextViewer::setProse(const QString &text)
{
    m_layout = {};
    m_json.clear();
    m_laidOut.clear();
    m_folds.clear();
    foldsChanged();
    unsetLayoutDirection();
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

void TextViewer::addFolding()
{
    m_margin = new FoldMargin(*this);
    addFoldAction(tr("&Fold"), {QKeySequence(tr("Ctrl+-"))}, &TextViewer::foldHere);
    addFoldAction(tr("&Unfold"), {QKeySequence(tr("Ctrl++")), QKeySequence(tr("Ctrl+="))},
                  &TextViewer::unfoldHere);
    addFoldAction(tr("Fold &All"), {QKeySequence(tr("Ctrl+Shift+-")), QKeySequence(u"Ctrl+_"_s)},
                  &TextViewer::foldAll);
    addFoldAction(tr("Unfold A&ll"), {QKeySequence(tr("Ctrl+Shift++"))}, &TextViewer::unfoldAll);
    m_margin->setToolTip(tr("Fold and unfold (%1, %2)")
                             .arg(m_foldActions[0]->shortcut().toString(QKeySequence::NativeText),
                                  m_foldActions[1]->shortcut().toString(QKeySequence::NativeText)));
    connect(this, &QPlainTextEdit::updateRequest, m_margin, qOverload<>(&QWidget::update));
    // The cursor is never where nobody can see it.
    connect(this, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_folds.reveal(textCursor().blockNumber()); });
}

void TextViewer::addFoldAction(const QString &text, const QList<QKeySequence> &keys,
                               void (TextViewer::*act)())
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_foldActions.append(action);
}

void TextViewer::foldsChanged()
{
    if (!m_margin)
        return;
    for (QAction *action : m_foldActions)
        action->setEnabled(m_folds.hasAny());
    m_margin->setVisible(m_folds.hasAny());
    setViewportMargins(m_folds.hasAny() ? m_margin->sizeHint().width() : 0, 0, 0, 0);
    placeMargin();
}

void TextViewer::placeMargin()
{
    if (!m_margin)
        return;
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), m_margin->sizeHint().width(),
                          viewport()->height());
}

void TextViewer::setFolded(int line, bool isFolded)
{
    // Out of what is to be hidden, so that it is not unfolded at once.
    if (isFolded && m_folds.isInside(textCursor().blockNumber(), line))
        setTextCursor(QTextCursor(document()->findBlockByNumber(line)));
    m_folds.setFolded(line, isFolded);
}

void TextViewer::foldHere()
{
    int line = m_folds.beginOf(textCursor().blockNumber());
    while (m_folds.isFolded(line)) // once more: what that is in
        line = m_folds.parentOf(line);
    if (line >= 0)
        setFolded(line, true);
}

void TextViewer::unfoldHere()
{
    m_folds.setFolded(textCursor().blockNumber(), false);
}

void TextViewer::foldAll()
{
    setTextCursor(QTextCursor(document()));
    m_folds.foldAll();
}

void TextViewer::unfoldAll()
{
    m_folds.unfoldAll();
    ensureCursorVisible();
}

std::optional<JsonPlace> TextViewer::place() const
{
    if (m_laidOut.isEmpty())
        return std::nullopt;
    qsizetype line = 0;
    for (QTextBlock block = document()->begin(); block != textCursor().block();
         block = block.next())
        line += block.text().endsWith(brokenHere) ? 0 : 1;
    if (line > m_laidOut.count('\n'))
        return std::nullopt;
    return jsonPlaceAt(m_laidOut, line);
}

std::vector<TextViewer::FoldMark> TextViewer::foldMarks() const
{
    std::vector<FoldMark> marks;
    QTextBlock block = firstVisibleBlock();
    qreal top
        = block.isValid() ? blockBoundingGeometry(block).translated(contentOffset()).top() : 0;
    for (; block.isValid() && top < viewport()->height(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const qreal height = blockBoundingRect(block).height();
        if (m_folds.canFold(block.blockNumber()))
            marks.push_back({.line = block.blockNumber(),
                             .top = int(top),
                             .height = int(height),
                             .isFolded = m_folds.isFolded(block.blockNumber())});
        top += height;
    }
    return marks;
}

/// Behind a line that something is folded behind stands how that ends.
void TextViewer::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (const FoldMark &mark : foldMarks()) {
        if (!mark.isFolded)
            continue;
        const QTextBlock block = document()->findBlockByNumber(mark.line);
        const QRectF line = block.layout()->lineAt(0).naturalTextRect();
        const int left = int(line.right() + contentOffset().x());
        painter.drawText(left, mark.top, viewport()->width(), mark.height,
                         Qt::AlignLeft | Qt::AlignVCenter, u" … "_s + m_folds.endOf(mark.line));
    }
}

void TextViewer::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void TextViewer::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setToolTipsVisible(true); // they say why something cannot be done
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_json.isEmpty()) {
        menu->addSeparator();
        menu->addActions(actions());
    }
    menu->popup(event->globalPos());
}

void TextViewer::followTheme()
{
    m_highlighter->setTheme(m_repository->themeForPalette(palette()));
    m_highlighter->rehighlight();
}

#include "moc_textviewer.cpp"
