// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QMenuBar;

/// Every action of the window, once: text, shortcut, picture. Pages and menus share them; the main
/// window says what they do and when they can be used. An action that cannot be used says why in its
/// tool tip and status tip.
class Actions final : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget *window);

    QAction *newRun, *openFiles, *drafts, *exportRun, *quit;
    QAction *openRun, *cancelRun, *checkNow, *fetchPartial, *submitAgain, *submitProblems,
        *deleteRun, *copyId, *tags;
    QAction *startRun, *addRequests; ///< of staged runs
    QAction *atProvider, *followBatch, *followWithFile, *refreshList;
    QAction *runsByDay;
    QAction *find, *back, *cyclePanes, *previousPane, *connections, *about;
    QAction *commandPalette, *preferences, *shortcutsHelp;

    void addMenus(QMenuBar *bar) const;
    [[nodiscard]] QList<QAction *> all() const; ///< in the order they were made

    /// Keys that a person chose, or those it was made with, shown wherever the action is.
    static void setKeys(QAction *action, const QList<QKeySequence> &keys);
    [[nodiscard]] static QList<QKeySequence> usualKeys(const QAction *action);
    /// What it does, whether it can be used or not.
    [[nodiscard]] static QString usualTip(const QAction *action);

    /// Reason empty: the action can be used.
    static void setUsable(QAction *action, const QString &reasonNot);

private:
    void addRemote();
    void addWindow();
    QAction *add(const QString &name, const QString &text, const QString &icon, const QString &tip,
                 const QList<QKeySequence> &keys = {});
};
