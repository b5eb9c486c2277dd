// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/calmstyle.h"

#include "theme/calmpaint.h"
#include "theme/grounds.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace {

constexpr auto primaryProperty = "isPrimary";
constexpr int arrowRoom = 14; // of a button with a menu

bool isPrimary(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return (button && (button->features & QStyleOptionButton::DefaultButton))
        || (widget && widget->property(primaryProperty).toBool());
}

calmpaint::Kind kindOf(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if ((button && (button->features & QStyleOptionButton::Flat))
        || (option->state & QStyle::State_AutoRaise))
        return calmpaint::Kind::Flat;
    return isPrimary(option, widget) ? calmpaint::Kind::Primary : calmpaint::Kind::Plain;
}

/// Text and picture in the colour that can be read on the accent.
template <class Option>
void inkForAccent(Option &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return;
    option.palette.setColor(QPalette::ButtonText,
                            option.palette.color(QPalette::Active, QPalette::HighlightedText));
    if (!option.icon.isNull())
        option.icon = QIcon(option.icon.pixmap(option.iconSize, QIcon::Selected));
}

bool hasOwnArrow(const QStyleOptionToolButton &button)
{
    return (button.features & QStyleOptionToolButton::HasMenu)
        && !(button.features & QStyleOptionToolButton::MenuButtonPopup);
}

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(u"fusion"_s) {}

void CalmStyle::install()
{
    // Without a desktop's own style Qt falls back to Fusion by itself; the bare Windows style is no
    // style to meet a person with.
    const QString name = QApplication::style()->name();
    if (name == u"fusion" || name == u"windows")
        QApplication::setStyle(new CalmStyle);
}

void makePrimary(QAbstractButton &button)
{
    button.setProperty(primaryProperty, true);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    const QColor ink = colours::text(colours::Tone::Subtle, option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool: return calmpaint::button(*painter, *option, kindOf(option, widget));
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return calmpaint::field(*painter, *option);
        break;
    case PE_Frame: return calmpaint::frame(*painter, *option, widget);
    case PE_FrameTabWidget: return calmpaint::frame(*painter, *option, nullptr);
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1,
                          colours::line(colours::Line::Hair, option->palette));
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        return calmpaint::mark(*painter, *option, element == PE_IndicatorRadioButton);
    case PE_FrameFocusRect: return calmpaint::focusRing(*painter, *option);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QRect place(option->rect); // Fusion has it at the upper edge
            if (widget && header->orientation == Qt::Horizontal)
                place.moveCenter({place.center().x(), widget->height() / 2});
            calmpaint::arrow(*painter, place,
                             header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow
                                                                                 : Qt::DownArrow,
                             ink);
        }
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_IndicatorArrowUp: return calmpaint::arrow(*painter, option->rect, Qt::UpArrow, ink);
    case PE_IndicatorArrowDown: return calmpaint::arrow(*painter, option->rect, Qt::DownArrow, ink);
    case PE_IndicatorArrowLeft: return calmpaint::arrow(*painter, option->rect, Qt::LeftArrow, ink);
    case PE_IndicatorArrowRight:
        return calmpaint::arrow(*painter, option->rect, Qt::RightArrow, ink);
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        if (option->state & State_Selected) {
            const auto group = option->state & State_Active ? QPalette::Active : QPalette::Inactive;
            if (element == PE_PanelItemViewItem)
                painter->fillRect(option->rect, colours::chosen(option->palette, group));
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const QColor window = option->palette.color(QPalette::Window);
    switch (element) {
    case CE_ToolBar:
        if (widget && !qobject_cast<const QMainWindow *>(widget->parentWidget()))
            return; // one of a page
        painter->fillRect(option->rect, window);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1,
                          colours::line(colours::Line::Hair, option->palette));
        return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, window); return;
    case CE_MenuBarItem: painter->fillRect(option->rect, window); [[fallthrough]];
    case CE_MenuItem: return drawMenuItem(option, painter, widget);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        return calmpaint::headerSection(
            *painter, *option,
            element == CE_HeaderEmptyArea || !header || header->position == QStyleOptionHeader::End
                || header->position == QStyleOptionHeader::OnlyOneSection);
    }
    case CE_HeaderLabel: return drawHeaderLabel(option, painter, widget);
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            calmpaint::tab(*painter, *tab);
        return;
    case CE_TabBarTabLabel: return drawTabLabel(option, painter, widget);
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
        // One without an end moves; the style below knows how.
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->maximum > bar->minimum)
            return element == CE_ProgressBarGroove ? calmpaint::progressTrough(*painter, *bar)
                                                   : calmpaint::progressDone(*painter, *bar);
        break;
    case CE_PushButton: return drawPushButton(option, painter, widget);
    case CE_ItemViewItem: return drawItem(option, painter, widget);
    case CE_Splitter: return calmpaint::grip(*painter, *option);
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

/// What is under the pointer is tinted, and its text keeps its colour.
void CalmStyle::drawMenuItem(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    QStyleOptionMenuItem calm(*item);
    const bool isChosen = (calm.state & State_Selected) && (calm.state & State_Enabled)
        && calm.menuItemType != QStyleOptionMenuItem::Separator;
    calm.state &= ~(State_Selected | State_Sunken);
    const bool isOfBar = qobject_cast<const QMenuBar *>(widget);
    if (isChosen)
        calmpaint::tint(*painter, option->rect.adjusted(2, 1, -2, -1), *option, 0.10);
    if (!isOfBar)
        return QProxyStyle::drawControl(CE_MenuItem, &calm, painter, widget);
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!proxy()->styleHint(SH_UnderlineShortcut, option, widget))
        flags |= Qt::TextHideMnemonic;
    proxy()->drawItemText(painter, calm.rect, flags, calm.palette, calm.state & State_Enabled,
                          calm.text, QPalette::WindowText);
}

void CalmStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const auto draw = [&](auto calm) {
        calm.palette.setColor(QPalette::ButtonText,
                              colours::text(colours::Tone::Subtle, option->palette));
        QProxyStyle::drawControl(CE_HeaderLabel, &calm, painter, widget);
    };
    // What it does about a title too long for its column is in the newer form.
    if (const auto *newer = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
        draw(QStyleOptionHeaderV2(*newer));
    else
        draw(QStyleOptionHeader(*header));
}

void CalmStyle::drawTabLabel(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    QStyleOptionTab calm(*tab);
    calm.state &= ~State_HasFocus; // its shape has the ring
    if (!(calm.state & State_Selected) && (calm.state & State_Enabled))
        for (const auto role : {QPalette::WindowText, QPalette::ButtonText})
            calm.palette.setColor(
                role, colours::text(colours::Tone::Subtle, option->palette, QPalette::Window));
    QProxyStyle::drawControl(CE_TabBarTabLabel, &calm, painter, widget);
}

void CalmStyle::drawPushButton(const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    proxy()->drawControl(CE_PushButtonBevel, button, painter, widget);
    QStyleOptionButton label(*button);
    label.rect = proxy()->subElementRect(SE_PushButtonContents, button, widget);
    if (kindOf(option, widget) == calmpaint::Kind::Primary)
        inkForAccent(label);
    proxy()->drawControl(CE_PushButtonLabel, &label, painter, widget);
}

void CalmStyle::drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item || !(item->state & State_Selected))
        return QProxyStyle::drawControl(CE_ItemViewItem, option, painter, widget);
    proxy()->drawPrimitive(PE_PanelItemViewItem, item, painter, widget);
    QStyleOptionViewItem calm(*item);
    calm.state &= ~(State_Selected | State_HasFocus); // a ring around its words says nothing more
    calm.backgroundBrush = {};
    QProxyStyle::drawControl(CE_ItemViewItem, &calm, painter, widget);
}

void CalmStyle::drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    const calmpaint::Kind kind = kindOf(option, widget);
    calmpaint::button(*painter, *button, kind);
    QStyleOptionToolButton label(*button);
    label.state &= ~State_HasFocus;
    const bool leftToRight = option->direction == Qt::LeftToRight;
    if (label.toolButtonStyle != Qt::ToolButtonIconOnly)
        label.rect.adjust(leftToRight ? 8 : 0, 0, leftToRight ? 0 : -8, 0); // Fusion adds behind it
    if (kind == calmpaint::Kind::Primary)
        inkForAccent(label);
    QRect place = proxy()->subControlRect(CC_ToolButton, option, SC_ToolButtonMenu, widget);
    const bool isSplit = button->subControls & SC_ToolButtonMenu;
    if (hasOwnArrow(*button)) {
        label.rect.adjust(leftToRight ? 0 : arrowRoom - 2, 0, leftToRight ? 2 - arrowRoom : 0, 0);
        place = QRect(leftToRight ? option->rect.right() - arrowRoom - 1 : option->rect.left() + 2,
                      option->rect.top(), arrowRoom, option->rect.height());
    } else if (isSplit) {
        label.rect = proxy()->subControlRect(CC_ToolButton, option, SC_ToolButton, widget);
    }
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
    if (hasOwnArrow(*button) || isSplit)
        calmpaint::arrow(*painter, place, Qt::DownArrow, label.palette.color(QPalette::ButtonText));
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto place
        = [&](SubControl sub) { return proxy()->subControlRect(control, option, sub, widget); };
    if (control == CC_ToolButton)
        return drawToolButton(option, painter, widget);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return calmpaint::scrollBar(*painter, *bar, place(SC_ScrollBarSlider), widget);
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box && control == CC_ComboBox && box->frame)
        return calmpaint::comboBox(*painter, *box, place(SC_ComboBoxArrow));
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox && spin->frame)
        return calmpaint::spinBox(*painter, *spin, place(SC_SpinBoxUp), place(SC_SpinBoxDown));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}
