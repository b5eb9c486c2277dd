// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accessfaults.h"

#include "models/columns.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTableView>
#include <QTextEdit>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 40; ///< of a table: the rest is of the same kind

/// The widget in words that find it in the code.
QString placeOf(const QWidget &widget)
{
    QString place = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty())
        place += u' ' + widget.objectName();
    for (const QWidget *up = widget.parentWidget(); up; up = up->parentWidget()) {
        const QString name = QString::fromLatin1(up->metaObject()->className());
        if (name.startsWith(u'Q') && !up->isWindow())
            continue;
        return place + u" in "_s + name;
    }
    return place;
}

bool hasLetter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber(); });
}

/// A spin box or combo box speaks for the line edit in it; what Qt made for itself has its own words.
bool isPart(const QWidget &widget)
{
    return widget.focusProxy() || widget.objectName().startsWith(u"qt_")
        || qobject_cast<const QComboBox *>(widget.parentWidget())
        || qobject_cast<const QAbstractSpinBox *>(widget.parentWidget());
}

QString nameFault(const QAccessibleInterface &interface)
{
    const QString name = interface.text(QAccessible::Name);
    if (name.isEmpty())
        return u"has no name"_s;
    return hasLetter(name) ? QString() : u"is named by signs alone: "_s + name;
}

/// On Linux Qt gives what is chosen for the name of a combo box; what it is about has to stand in the
/// label before it or in its description.
QString purposeFault(const QWidget &widget, const QAccessibleInterface &interface)
{
    if (!qobject_cast<const QComboBox *>(&widget) || !widget.accessibleDescription().isEmpty()
        || !interface.relations(QAccessible::Label).isEmpty())
        return {};
    return u"does not tell what is chosen by it: "_s + interface.text(QAccessible::Name);
}

QString roleFault(const QWidget &widget, const QAccessibleInterface &interface)
{
    if (qobject_cast<const QLabel *>(&widget)) // a text that can be selected and copied
        return {};
    switch (interface.role()) {
    case QAccessible::NoRole:
    case QAccessible::Client:
    case QAccessible::StaticText:
    case QAccessible::LayeredPane: return u"can have the focus and is no control"_s;
    default: return {};
    }
}

QString valueFault(QWidget &widget, QAccessibleInterface &interface)
{
    if (const auto *box = qobject_cast<QComboBox *>(&widget); box && box->currentIndex() >= 0
        && !box->currentText().isEmpty() && interface.text(QAccessible::Value).isEmpty())
        return u"does not tell what is chosen"_s;
    if (qobject_cast<QAbstractSpinBox *>(&widget) && interface.text(QAccessible::Value).isEmpty())
        return u"does not tell its number"_s;
    const bool isText = qobject_cast<QLineEdit *>(&widget)
        || qobject_cast<QPlainTextEdit *>(&widget) || qobject_cast<QTextEdit *>(&widget);
    if (isText && !interface.textInterface())
        return u"does not tell its text"_s;
    return {};
}

QString titlesFault(QAbstractItemView &view)
{
    const auto *table = qobject_cast<QTableView *>(&view);
    const auto *tree = qobject_cast<QTreeView *>(&view);
    const QHeaderView *header = table ? table->horizontalHeader() : tree ? tree->header() : nullptr;
    if (!header || header->isHidden() || !view.model())
        return {};
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        const auto says = [&](int role) {
            return hasLetter(view.model()->headerData(column, Qt::Horizontal, role).toString());
        };
        if (!header->isSectionHidden(column) && !says(Qt::DisplayRole)
            && !says(Qt::AccessibleTextRole))
            return u"has no title over column "_s + QString::number(column);
    }
    return {};
}

QString cellFault(QAbstractItemView &view)
{
    const QAbstractItemModel *model = view.model();
    if (!model)
        return {};
    for (int row = 0; row < std::min(mostRows, model->rowCount(view.rootIndex())); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex cell = model->index(row, column, view.rootIndex());
            const bool isPainted = !cell.data(IconRole).toString().isEmpty()
                || cell.data(Qt::DecorationRole).isValid() || cell.data(ProgressRole).isValid();
            if (isPainted && cell.data(Qt::DisplayRole).toString().isEmpty()
                && cell.data(Qt::AccessibleTextRole).toString().isEmpty())
                return u"shows row %1, column %2 as a picture alone"_s.arg(row).arg(column);
        }
    }
    return {};
}

QStringList faultsOf(QWidget &widget)
{
    QStringList faults;
    const auto add = [&](const QString &fault) {
        if (!fault.isEmpty())
            faults.append(placeOf(widget) + u' ' + fault);
    };
    const bool isControl = widget.focusPolicy() != Qt::NoFocus && !isPart(widget);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    if (isControl && !interface) {
        add(u"is not there for a screen reader"_s);
    } else if (isControl) {
        add(nameFault(*interface));
        add(purposeFault(widget, *interface));
        add(roleFault(widget, *interface));
        add(valueFault(widget, *interface));
    }
    if (qobject_cast<QProgressBar *>(&widget) && interface)
        add(nameFault(*interface));
    if (auto *view = qobject_cast<QAbstractItemView *>(&widget);
        view && !qobject_cast<QHeaderView *>(&widget)) {
        add(titlesFault(*view));
        add(cellFault(*view));
    }
    if (const auto *form = qobject_cast<QFormLayout *>(widget.layout())) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem *field = form->itemAt(row, QFormLayout::FieldRole);
            const auto *text = label ? qobject_cast<QLabel *>(label->widget()) : nullptr;
            const QWidget *control = field ? field->widget() : nullptr;
            if (text && control && control->focusPolicy() & Qt::TabFocus && !text->buddy())
                add(u"has a label that is nobody's: "_s + text->text());
        }
    }
    if (const auto *label = qobject_cast<QLabel *>(&widget);
        label && label->textFormat() != Qt::RichText && !label->buddy()) {
        // In a label without a field a "&" is no key but a sign too much.
        static const QRegularExpression key(u"&\\p{L}"_s);
        if (label->text().endsWith(u':') && key.match(label->text()).hasMatch())
            add(u"has a key and no field: "_s + label->text());
    }
    return faults;
}

} // namespace

QStringList accessfaults::in(QWidget &top)
{
    QStringList faults = faultsOf(top);
    if (top.isWindow() && top.windowTitle().isEmpty())
        faults.append(placeOf(top) + u" has no title"_s);
    for (const QList<QWidget *> widgets = top.findChildren<QWidget *>(); QWidget * widget : widgets)
        if (widget->isVisibleTo(&top))
            faults += faultsOf(*widget);
    return faults;
}
