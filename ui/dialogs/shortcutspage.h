// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialogs/preferencepage.h"

#include <QKeySequence>
#include <QList>

class Actions;
class QAction;
class QKeySequenceEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

/// The keys of all actions: each can be given another one, or none. Two actions never have the same.
class ShortcutsPage final : public PreferencePage {
    Q_OBJECT
public:
    explicit ShortcutsPage(Actions &actions, QWidget *parent = nullptr);

    void showKept() override;
    void showUsual() override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QFuture<Result<>> keep() override;

private:
    struct Row {
        QAction *action;
        QList<QKeySequence> keys;
    };
    void fill();
    void showRow(qsizetype row);
    void choose();
    void change(const QKeySequence &key);
    [[nodiscard]] qsizetype current() const; ///< -1: none
    /// The other action that has this key, or one that is its beginning; -1: none.
    [[nodiscard]] qsizetype holder(const QKeySequence &key, qsizetype exceptFor) const;
    void updateState();

    Actions &m_actions;
    QList<Row> m_rows;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_key;
    QPushButton *m_none;
    QPushButton *m_usual;
    QLabel *m_conflict;
};
