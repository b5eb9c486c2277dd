// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QIcon>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QTreeWidget;

/// One thing that can be found by its name and done.
struct PaletteEntry {
    QString name;
    QString detail; ///< keys, or what else tells it apart
    QString reasonNot; ///< why it cannot be done now; empty: it can
    QIcon icon;
    std::function<void()> run;
};

/// How well a text fits what was typed: all its letters in this order, the more of them together and
/// at the beginnings of words the better. Nothing: it does not fit. Case does not count.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView text);

/// A line and a list over the top of a window: finds a command, a run, a connection, a draft. Enter
/// does it; Escape, or a press elsewhere, puts it away, and the focus goes back to where it was.
/// What is chosen in the list is announced, for the focus stays in the line. GUI thread.
class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget &window);

    void open(std::vector<PaletteEntry> entries);
    void putAway();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void move(int rows);
    void carryOut();
    void announce();
    void place();

    QWidget &m_window;
    QLineEdit *m_line;
    QTreeWidget *m_list;
    QLabel *m_nothing; ///< in place of an empty list
    std::vector<PaletteEntry> m_entries;
    QPointer<QWidget> m_before; ///< what had the focus
};
