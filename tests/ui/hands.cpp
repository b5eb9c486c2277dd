// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/hands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QWindow>

namespace {

QString plain(QString text)
{
    return text.remove(u'&');
}

/// Whether a press at this place of a widget comes to it, not to another that covers it.
bool isOnTop(const QWidget &widget, const QPoint &place)
{
    const QWidget *there = widget.window()->childAt(widget.mapTo(widget.window(), place));
    return there == &widget || (there && widget.isAncestorOf(there));
}

/// In the middle of what can be seen of it.
QPoint placeOf(const QAbstractItemView &view, const QModelIndex &index)
{
    return view.visualRect(index).intersected(view.viewport()->rect()).center();
}

} // namespace

QAbstractButton *hands::button(const QWidget &top, const QString &text)
{
    for (const QList<QAbstractButton *> all = top.findChildren<QAbstractButton *>();
         QAbstractButton * each : all)
        if (each->isVisible() && plain(each->text()) == text)
            return each;
    return nullptr;
}

QString hands::texts(const QWidget &top)
{
    QStringList texts;
    for (const QList<QLabel *> all = top.findChildren<QLabel *>(); const QLabel *each : all)
        if (each->isVisible() && !each->text().isEmpty())
            texts.append(each->text());
    return texts.join(u'\n');
}

bool hands::click(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    // What has just come has its place after the next layout.
    if (!QTest::qWaitFor([widget] { return isOnTop(*widget, widget->rect().center()); }))
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

bool hands::click(QAbstractItemView *view, const QModelIndex &index)
{
    if (!view || !view->isVisible() || !view->isEnabled() || !index.isValid())
        return false;
    view->scrollTo(index);
    const QPoint place = placeOf(*view, index);
    if (!view->viewport()->rect().contains(place) || !isOnTop(*view->viewport(), place))
        return false;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    return true;
}

bool hands::pressTwice(QAbstractItemView *view, const QModelIndex &index)
{
    if (!click(view, index))
        return false;
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, placeOf(*view, index));
    return true;
}

bool hands::clickTab(QTabWidget *tabs, const QString &text)
{
    if (!tabs || !tabs->isVisible())
        return false;
    for (int i = 0; i < tabs->count(); ++i)
        if (tabs->isTabVisible(i) && plain(tabs->tabText(i)) == text) {
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {},
                              tabs->tabBar()->tabRect(i).center());
            return tabs->currentIndex() == i;
        }
    return false;
}

bool hands::choose(QComboBox *box, const QString &text)
{
    if (!click(box) || !QTest::qWaitFor([box] { return box->view()->isVisible(); }))
        return false;
    const int row = box->findText(text);
    if (row < 0)
        return false;
    // A press right after the list has come is taken for the one that opened it, so it is repeated.
    QAbstractItemView *list = box->view();
    return QTest::qWaitFor([&] {
               return !click(list, box->model()->index(row, box->modelColumn()))
                   && !list->isVisible();
           })
        && box->currentIndex() == row;
}

bool hands::type(QWidget *field, const QString &text)
{
    if (!click(field))
        return false;
    QTest::keySequence(field, QKeySequence(QKeySequence::SelectAll));
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    return true;
}

bool hands::tabTo(QWidget *widget)
{
    constexpr int most = 100;
    for (int i = 0; widget && i < most && !widget->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget()
                                                    : widget->window(),
                        Qt::Key_Tab);
    return widget && widget->hasFocus();
}

bool hands::drop(QWidget &window, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint middle = window.rect().center();
    const QPoint beside = middle + QPoint(15, 10);
    const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(middle, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.windowHandle(), &enter);
    QDragMoveEvent move(beside, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.windowHandle(), &move);
    if (!move.isAccepted() || move.dropAction() != Qt::CopyAction)
        return false;
    QDropEvent drop(beside, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.windowHandle(), &drop);
    // A move would let the sender delete its files.
    return drop.isAccepted() && drop.dropAction() == Qt::CopyAction;
}
