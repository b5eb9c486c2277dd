// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/celldelegate.h"

#include "models/columns.h"
#include "models/visibletext.h"
#include "theme/colours.h"
#include "theme/fonts.h"
#include "theme/grounds.h"
#include "theme/icons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(EmphasisRole).toBool())
        option->font.setBold(true);
    if (index.data(LinkRole).toBool())
        option->font.setUnderline(true);
    // An active window's selection keeps its colour when another widget has the focus: the row that
    // the actions are about stays easy to see.
    if (option->state & QStyle::State_Selected && option->widget
        && option->widget->isActiveWindow())
        option->state |= QStyle::State_Active;
    option->textElideMode = Qt::ElideRight;
}

QString CellDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    return visibletext::brief(QStyledItemDelegate::displayText(value, locale));
}

int CellDelegate::margin(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    return style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 5;
}

QColor CellDelegate::ground(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Selected))
        return option.palette.color(QPalette::Base);
    return colours::chosen(option.palette,
                           option.state & QStyle::State_Active ? QPalette::Active
                                                               : QPalette::Inactive);
}

QColor CellDelegate::colour(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!(option.state & QStyle::State_Enabled))
        return option.palette.color(QPalette::Disabled, QPalette::Text);
    return colours::textOn(ground(option), static_cast<colours::Tone>(index.data(ToneRole).toInt()),
                           option.palette);
}

void CellDelegate::paintPanel(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, ground(option));
        // Where the row begins, so that it is found by more than a faint ground.
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const bool leftToRight = option.direction == Qt::LeftToRight;
        const int end = view ? view->viewport()->width() - 1 : option.rect.right();
        if (leftToRight ? option.rect.left() <= 0 : option.rect.right() >= end)
            painter->fillRect(QRect(leftToRight ? option.rect.left() : option.rect.right() - 2,
                                    option.rect.top(), 3, option.rect.height()),
                              colours::fill(colours::Tone::Active, option.palette));
        return;
    }
    QStyleOptionViewItem panel(option);
    panel.text.clear();
    panel.icon = {};
    panel.features &= ~QStyleOptionViewItem::HasDecoration;
    // The row is what is chosen; a frame around one cell of it says nothing.
    panel.state &= ~QStyle::State_HasFocus;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &panel, painter, option.widget);
}

void CellDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                             const QRect &rect)
{
    painter->setFont(option.font);
    const QString text
        = QFontMetrics(option.font).elidedText(option.text, option.textElideMode, rect.width());
    // The side is that of the window, the direction that of the text: a sign at the end of an id stays
    // at its end in a window that reads from the right.
    const Qt::Alignment side
        = QStyle::visualAlignment(option.direction, option.displayAlignment) | Qt::AlignAbsolute;
    painter->setLayoutDirection(option.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(rect, static_cast<int>(side) | Qt::TextSingleLine, text);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    paintPanel(painter, option);

    painter->save();
    QRect rect = option.rect.adjusted(margin(option), 0, -margin(option), 0);
    const QColor ink = colour(option, index);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const int size = fonts::pictureBeside(option.fontMetrics);
    const QRect place(leftToRight ? rect.left() : rect.right() - size + 1,
                      rect.center().y() - size / 2 + 1, size, size);
    const int taken = size + 6;
    if (const QString icon = index.data(IconRole).toString(); !icon.isEmpty()) {
        painter->drawPixmap(place.topLeft(),
                            icons::tinted(icon, ink, size, painter->device()->devicePixelRatioF()));
        rect.adjust(leftToRight ? taken : 0, 0, leftToRight ? 0 : -taken, 0);
    } else if (const QColor mark
               = colours::swatch(index.data(SwatchRole).toString(), option.palette);
               mark.isValid()) {
        icons::paintSwatch(*painter, place, mark);
        rect.adjust(leftToRight ? taken : 0, 0, leftToRight ? 0 : -taken, 0);
    } else if (!option.icon.isNull()) {
        option.icon.paint(painter, place);
        rect.adjust(leftToRight ? taken : 0, 0, leftToRight ? 0 : -taken, 0);
    }
    painter->setPen(ink);
    paintText(painter, option, rect);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const QFontMetrics metrics(option.font);
    const bool bare
        = index.data(IconRole).toString().isEmpty() && index.data(SwatchRole).toString().isEmpty();
    const int icon = bare ? 0 : fonts::pictureBeside(metrics) + 6;
    return {metrics.horizontalAdvance(option.text) + icon + 2 * margin(option) + 2,
            metrics.height() + 10};
}

#include "moc_celldelegate.cpp"
