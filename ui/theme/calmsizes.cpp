// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How large CalmStyle makes things and where their parts are.

#include "theme/calmstyle.h"

#include "theme/fonts.h"

#include <QApplication>
#include <QListView>
#include <QStyleOption>
#include <QTreeView>

#include <algorithm>

namespace {

constexpr int arrowRoom = 14; // of a button with a menu
constexpr int fieldPadding = 4; // beyond Fusion's, at each end of a text

QRect inwards(QRect place, const QStyleOption *option)
{
    place.adjust(option->direction == Qt::LeftToRight ? fieldPadding : 0, 0,
                 option->direction == Qt::LeftToRight ? 0 : -fieldPadding, 0);
    return place;
}

QRect sliderPart(const QStyleOptionSlider &bar, QStyle::SubControl sub, int least)
{
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int whole = isUpright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int handle = range <= 0
        ? whole
        : int(std::clamp<qint64>(qint64(bar.pageStep) * whole / (range + bar.pageStep),
                                 std::min(least, whole), whole));
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      whole - handle, bar.upsideDown);
    const auto part = [&](int from, int length) {
        const QRect place = isUpright ? QRect(0, from, bar.rect.width(), length)
                                      : QRect(from, 0, length, bar.rect.height());
        return QStyle::visualRect(bar.direction, bar.rect, place.translated(bar.rect.topLeft()));
    };
    switch (sub) {
    case QStyle::SC_ScrollBarSlider: return part(start, handle);
    case QStyle::SC_ScrollBarSubPage: return part(0, start);
    case QStyle::SC_ScrollBarAddPage: return part(start + handle, whole - start - handle);
    case QStyle::SC_ScrollBarGroove: return bar.rect;
    default: return {}; // it has no arrows to press
    }
}

} // namespace

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return fonts::pictureBeside(widget ? widget->fontMetrics()
                                           : QFontMetrics(QApplication::font()));
    case PM_HeaderMargin: return 7; // as much as CellDelegate leaves around a text
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 30;
    case PM_SplitterWidth: return 8;
    case PM_ToolBarItemMargin: return 2;
    case PM_ToolBarItemSpacing: return 4;
    case PM_TabBarTabHSpace: return 26;
    case PM_TabBarTabVSpace: return 14;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin: return 12;
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 10;
    case PM_FocusFrameHMargin:
        if (qobject_cast<const QTreeView *>(widget) || qobject_cast<const QListView *>(widget))
            return 6;
        break;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    // Pictures of Qt's own, in colours of their own, are of another hand than ours.
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
        ? 0
        : QProxyStyle::styleHint(hint, option, widget, data);
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    // Large letters bring room of their own, and leave none to give away.
    const int letters = option ? option->fontMetrics.height() : 0;
    const bool isLarge = letters > 26;
    const int pressable = isLarge ? 0 : letters + 12;
    switch (type) {
    case CT_PushButton: whole = {whole.width() + 6, std::max(whole.height(), pressable)}; break;
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        whole = {whole.width() + 2 * fieldPadding, std::max(whole.height(), pressable)};
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            if (button->toolButtonStyle != Qt::ToolButtonIconOnly)
                whole.rwidth() += 8;
            whole.rheight() = std::max(whole.height(), pressable);
            if (!isLarge)
                whole.rwidth() = std::max(whole.width(), whole.height());
            if ((button->features & QStyleOptionToolButton::HasMenu)
                && !(button->features & QStyleOptionToolButton::MenuButtonPopup))
                whole.rwidth() += arrowRoom - 4;
        }
        break;
    case CT_ItemViewItem:
        if (qobject_cast<const QTreeView *>(widget) || qobject_cast<const QListView *>(widget))
            whole.rheight() += 8;
        break;
    case CT_MenuItem: whole += QSize(8, 4); break;
    case CT_MenuBarItem: whole += isLarge ? QSize(0, 0) : QSize(4, 4); break;
    default: break;
    }
    return whole;
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    QRect place = QProxyStyle::subElementRect(element, option, widget);
    if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        frame && element == SE_LineEditContents && frame->lineWidth > 0)
        place.adjust(fieldPadding, 0, -fieldPadding, 0);
    return place;
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl sub, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return sliderPart(*bar, sub, proxy()->pixelMetric(PM_ScrollBarSliderMin, option, widget));
    const QRect place = QProxyStyle::subControlRect(control, option, sub, widget);
    const bool isText = (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        || (control == CC_SpinBox && sub == SC_SpinBoxEditField);
    return isText ? inwards(place, option) : place;
}
