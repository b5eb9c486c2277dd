// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QUrl>
#include <QWidget>

class QAbstractButton;
class QAbstractItemView;
class QComboBox;
class QModelIndex;
class QTabWidget;

/// What a person does at a window: looks for what is visible and presses on it, types, drops. All of
/// it goes through events; what is hidden, disabled or covered cannot be used, and false comes back.
namespace hands {

/// The visible widget that a screen reader calls so; null: there is none.
template <class Widget = QWidget>
[[nodiscard]] Widget *named(const QWidget &top, const QString &accessibleName)
{
    for (const QList<Widget *> all = top.findChildren<Widget *>(); Widget * each : all)
        if (each->isVisible() && each->accessibleName() == accessibleName)
            return each;
    return nullptr;
}

/// The visible button with this text (without the marks of its keys).
[[nodiscard]] QAbstractButton *button(const QWidget &top, const QString &text);
/// All visible texts of labels, one a line.
[[nodiscard]] QString texts(const QWidget &top);

[[nodiscard]] bool click(QWidget *widget);
[[nodiscard]] bool click(QAbstractItemView *view, const QModelIndex &index);
[[nodiscard]] bool pressTwice(QAbstractItemView *view, const QModelIndex &index);
[[nodiscard]] bool clickTab(QTabWidget *tabs, const QString &text);
/// Opens the list and presses on the entry.
[[nodiscard]] bool choose(QComboBox *box, const QString &text);
/// Puts the text in the place of what is in a field.
[[nodiscard]] bool type(QWidget *field, const QString &text);
/// Goes on with Tab until this has the focus.
[[nodiscard]] bool tabTo(QWidget *widget);

/// Drags these over the window's middle and drops them there. False: the window did not want them.
[[nodiscard]] bool drop(QWidget &window, const QList<QUrl> &urls);

} // namespace hands
