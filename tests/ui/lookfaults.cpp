// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lookfaults.h"

#include "models/columns.h"
#include "theme/colours.h"
#include "widgets/card.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int slack = 1; ///< a pixel is nobody's fault
constexpr int mostRows = 40;

QString placeOf(const QWidget &widget, const QString &text)
{
    QString place = QString::fromLatin1(widget.metaObject()->className()) + u" “"_s
        + QString(text).left(60) + u'”';
    for (const QWidget *up = widget.parentWidget(); up; up = up->parentWidget())
        if (const QString name = QString::fromLatin1(up->metaObject()->className());
            !name.startsWith(u'Q') || up->isWindow())
            return place + u" in "_s + name;
    return place;
}

QString sizes(const QSize &has, const QSize &needs)
{
    return u" has %1 × %2 and needs %3 × %4"_s.arg(has.width())
        .arg(has.height())
        .arg(needs.width())
        .arg(needs.height());
}

QString labelFault(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    const QSize needs = label.wordWrap()
        ? QSize(label.minimumSizeHint().width(), label.heightForWidth(label.width()))
        : label.minimumSizeHint(); // less than its size hint: what is left out is told by dots
    return label.width() + slack < needs.width() || label.height() + slack < needs.height()
        ? sizes(label.size(), needs)
        : QString();
}

QString buttonFault(const QAbstractButton &button)
{
    if (button.text().isEmpty())
        return {};
    // A frame that grows with the letters may be pressed together; the text may not.
    const QSize hint = button.hasHeightForWidth() ? QSize(0, button.heightForWidth(button.width()))
                                                  : button.sizeHint();
    const QSize needs = hint - QSize(4, 4);
    return button.width() < needs.width() || button.height() < needs.height()
        ? sizes(button.size(), hint)
        : QString();
}

QString comboFault(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const int room
        = box.style()
              ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box)
              .width();
    const int needs = box.fontMetrics().horizontalAdvance(box.currentText());
    return room + slack < needs ? sizes({room, box.height()}, {needs, box.height()}) : QString();
}

/// A column that is not told to take what is left begins with room for its title.
QStringList headerFaults(const QHeaderView &header)
{
    QStringList faults;
    for (int section = 0; section < header.count(); ++section) {
        const QString title = header.model()->headerData(section, header.orientation()).toString();
        if (header.isSectionHidden(section) || title.isEmpty())
            continue;
        const int needs = header.sectionSizeHint(section);
        if (header.orientation() == Qt::Horizontal && header.sectionSize(section) + slack < needs
            && header.sectionResizeMode(section) != QHeaderView::Stretch
            && !(header.stretchLastSection() && section == header.count() - 1))
            faults.append(placeOf(header, title)
                          + sizes({header.sectionSize(section), 0}, {needs, 0}));
    }
    return faults;
}

/// What is in a viewport may be larger than it.
bool isScrolled(const QWidget &widget)
{
    const auto *area = widget.parentWidget()
        ? qobject_cast<QAbstractScrollArea *>(widget.parentWidget()->parentWidget())
        : nullptr;
    return area && area->viewport() == widget.parentWidget();
}

QColor behind(const QWidget &widget)
{
    for (const QWidget *each = &widget; each; each = each->parentWidget()) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(each);
            button && !button->property("flat").toBool() && !button->property("autoRaise").toBool())
            return each->palette().color(QPalette::Button);
        if (qobject_cast<const Card *>(each))
            return each->palette().color(QPalette::Base);
        if (each->autoFillBackground() || each->isWindow()
            || qobject_cast<const QAbstractScrollArea *>(each))
            return each->palette().color(each->backgroundRole());
    }
    return widget.palette().color(QPalette::Window);
}

QString contrastFault(const QColor &ink, const QColor &ground)
{
    const double found = colours::contrast(ink, ground);
    return found + 0.005 < 4.5
        ? u" has %1 to 1: %2 on %3"_s.arg(found, 0, 'f', 2).arg(ink.name(), ground.name())
        : QString();
}

QStringList paleCells(const QAbstractItemView &view)
{
    QStringList faults;
    const QAbstractItemModel *model = view.model();
    const QPalette palette = view.palette();
    QList<QColor> grounds{palette.color(QPalette::Base)};
    if (view.alternatingRowColors())
        grounds.append(palette.color(QPalette::AlternateBase));
    for (int row = 0; model && row < std::min(mostRows, model->rowCount()); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(row, column);
            const auto tone = static_cast<colours::Tone>(cell.data(ToneRole).toInt());
            for (const QColor &ground : std::as_const(grounds))
                if (const QString fault = contrastFault(colours::text(tone, palette), ground);
                    !fault.isEmpty())
                    faults.append(placeOf(view, cell.data().toString()) + fault);
        }
    }
    return faults;
}

} // namespace

QStringList lookfaults::clipped(QWidget &top)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // a text may be new
    QStringList faults;
    for (const QList<QWidget *> widgets = top.findChildren<QWidget *>();
         QWidget * widget : widgets) {
        if (!widget->isVisibleTo(&top) || widget->visibleRegion().isEmpty())
            continue;
        QString fault, text;
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            fault = labelFault(*label);
            text = label->text();
        } else if (const auto *button = qobject_cast<QAbstractButton *>(widget)) {
            const auto *tool = qobject_cast<const QToolButton *>(button);
            if (!tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly)
                fault = buttonFault(*button);
            text = button->text();
        } else if (const auto *box = qobject_cast<QComboBox *>(widget)) {
            fault = comboFault(*box);
            text = box->currentText();
        } else if (const auto *header = qobject_cast<QHeaderView *>(widget);
                   header && header->model()) {
            faults += headerFaults(*header);
        }
        if (!fault.isEmpty())
            faults.append(placeOf(*widget, text) + fault);
        if (!text.isEmpty() && !isScrolled(*widget)
            && !widget->parentWidget()->rect().adjusted(-2, -2, 2, 2).contains(widget->geometry()))
            faults.append(placeOf(*widget, text) + u" sticks out of its parent"_s);
    }
    return faults;
}

QStringList lookfaults::pale(QWidget &top)
{
    QStringList faults;
    for (const QList<QWidget *> widgets = top.findChildren<QWidget *>();
         QWidget * widget : widgets) {
        if (!widget->isVisibleTo(&top) || !widget->isEnabledTo(&top))
            continue;
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget)) {
            faults += paleCells(*view);
            continue;
        }
        const auto *label = qobject_cast<QLabel *>(widget);
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (text.isEmpty())
            continue;
        if (const QString fault
            = contrastFault(widget->palette().color(widget->foregroundRole()), behind(*widget));
            !fault.isEmpty())
            faults.append(placeOf(*widget, text) + fault);
    }
    return faults;
}
