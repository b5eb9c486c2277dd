// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"

#include "theme/colours.h"
#include "theme/icons.h"

#include <QAccessible>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 200;
constexpr int entryRole = Qt::UserRole;

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || (!text.at(at - 1).isLetterOrNumber() && text.at(at).isLetterOrNumber());
}

/// All letters in their order; where asked to, the beginning of a word is worth going on for.
std::optional<int> lettersScore(QStringView wanted, QStringView text, bool seekWords)
{
    int score = 0;
    qsizetype last = -1;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        qsizetype found = text.indexOf(letter, last + 1);
        if (found < 0)
            return std::nullopt;
        for (qsizetype at = found; seekWords && at >= 0 && found != last + 1;
             at = text.indexOf(letter, at + 1))
            if (beginsWord(text, at)) {
                found = at;
                break;
            }
        score += found == last + 1 ? 12 : beginsWord(text, found) ? 10 : 1;
        last = found;
    }
    return score - static_cast<int>(std::min<qsizetype>(text.size(), 100)) / 20;
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    const QString small = text.toString().toLower();
    const QString wanted = typed.toString().toLower().simplified();
    if (const qsizetype whole = small.indexOf(wanted); whole >= 0 && !wanted.isEmpty())
        return 1000 + (beginsWord(small, whole) ? 500 : 0)
            - static_cast<int>(std::min<qsizetype>(whole, 200));
    const std::optional<int> byWords = lettersScore(wanted, small, true);
    return byWords ? byWords : lettersScore(wanted, small, false);
}

CommandPalette::CommandPalette(QWidget &window)
    : QFrame(&window)
    , m_window(window)
    , m_line(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_nothing(new QLabel(tr("Nothing fits"), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    setAutoFillBackground(true);
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setBackgroundRole(QPalette::Base);
    auto *shadow = new QGraphicsDropShadowEffect(this); // it lies above the window
    shadow->setBlurRadius(36);
    shadow->setOffset(0, 8);
    QColor faint = palette().color(QPalette::Shadow);
    faint.setAlphaF(0.4F);
    shadow->setColor(faint);
    setGraphicsEffect(shadow);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_line->setAccessibleName(tr("Command, run, connection or draft"));
    m_line->setPlaceholderText(tr("Command, run, connection or draft"));
    m_line->addAction(icons::named(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it, and moves the choice
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::carryOut);
    window.installEventFilter(this);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    if (!isVisible())
        m_before = m_window.focusWidget();
    m_line->clear();
    filter();
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
    announce();
}

void CommandPalette::putAway()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    // First away with the focus: hiding what has it would hand it to anybody.
    if (hadFocus && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    hide();
    m_entries.clear();
    m_list->clear();
}

void CommandPalette::filter()
{
    struct Fit {
        int score;
        std::size_t entry;
    };
    const QString typed = m_line->text();
    std::vector<Fit> fits;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (const std::optional<int> score = fuzzyScore(typed, m_entries[i].name))
            // What can be done comes before what cannot.
            fits.push_back({*score - (m_entries[i].reasonNot.isEmpty() ? 0 : 5), i});
    if (!typed.trimmed().isEmpty())
        std::ranges::stable_sort(fits, std::ranges::greater(), &Fit::score);
    m_list->clear();
    const QColor faint = colours::text(colours::Tone::Subtle, palette());
    for (const Fit &fit : fits) {
        if (m_list->topLevelItemCount() == mostShown)
            break;
        const PaletteEntry &entry = m_entries[fit.entry];
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, entry.name);
        item->setIcon(0, entry.icon);
        item->setText(1, entry.reasonNot.isEmpty() ? entry.detail : entry.reasonNot);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, entryRole, static_cast<qulonglong>(fit.entry));
        item->setToolTip(0, entry.name);
        item->setToolTip(1, item->text(1));
        if (!entry.reasonNot.isEmpty())
            for (const int column : {0, 1})
                item->setForeground(column, faint);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setVisible(!fits.empty());
    m_nothing->setVisible(fits.empty());
    if (isVisible())
        announce();
}

void CommandPalette::announce()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QLocale locale;
    const QString at = locale.toString(m_list->indexOfTopLevelItem(m_list->currentItem()) + 1);
    const QString count = locale.toString(m_list->topLevelItemCount());
    const QString words = !item ? tr("Nothing fits")
        : item->text(1).isEmpty()
        //: an entry of a list, then its place in it
        ? tr("%1, %2 of %3").arg(item->text(0), at, count)
        //: an entry of a list with what is said of it, then its place in it
        : tr("%1, %2, %3 of %4").arg(item->text(0), item->text(1), at, count);
    m_line->setAccessibleDescription(words);
    QAccessibleAnnouncementEvent said(m_line, words);
    QAccessible::updateAccessibility(&said);
}

void CommandPalette::move(int rows)
{
    const int count = m_list->topLevelItemCount();
    if (count == 0)
        return;
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row + rows, 0, count - 1)));
    announce();
}

void CommandPalette::carryOut()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const PaletteEntry &entry
        = m_entries[static_cast<std::size_t>(item->data(0, entryRole).toULongLong())];
    if (!entry.reasonNot.isEmpty())
        return announce(); // it says why, and stays
    const std::function<void()> run = entry.run; // the entries go
    putAway();
    run();
}

void CommandPalette::place()
{
    const int width = std::min(m_window.width() - 40, fontMetrics().averageCharWidth() * 96);
    const int height = std::min(m_window.height() - 80, fontMetrics().height() * 26);
    setGeometry((m_window.width() - width) / 2, 40, width, height);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_line)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            QMetaObject::invokeMethod(this, &CommandPalette::putAway, Qt::QueuedConnection);
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int page
        = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape: putAway(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: carryOut(); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(page); return true;
    case Qt::Key_PageUp: move(-page); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // there is nowhere to go
    default: return QFrame::eventFilter(watched, event);
    }
}

#include "moc_commandpalette.cpp"
