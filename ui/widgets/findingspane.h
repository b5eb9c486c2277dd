// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"

#include <QWidget>

class FindingsView;
class QAction;
class QLabel;

/// What preflight found in a draft, and what can be done about it: go from line to line, show the lines
/// of one kind alone, copy the list, repair. Its keys work in the whole of the parent.
class FindingsPane final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPane(QWidget *parent);

    void setFindings(const QList<Finding> &findings);
    /// Marks a kind, for the line that was gone to.
    void select(const QString &kind);
    [[nodiscard]] bool isRepairable() const;

Q_SIGNALS:
    void lineWanted(qint64 physicalLine);
    void stepWanted(int by); ///< to the next line with a finding, or the one before
    void onlyWanted(const QString &kind); ///< show the lines of this kind alone
    void repairWanted();

private:
    void build();
    void update();
    QAction *newAction(const QString &text, const QString &icon, const QKeySequence &key);

    QList<Finding> m_list;
    QLabel *m_title;
    FindingsView *m_view;
    QAction *m_repair;
    QAction *m_only;
    QAction *m_previous;
    QAction *m_next;
    QAction *m_copy;
};
