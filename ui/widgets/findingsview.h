// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"

#include <QTreeWidget>

/// What preflight found: a line for each kind, below it the lines of the file; activating one asks
/// to go there. Ctrl+C copies the list.
class FindingsView final : public QTreeWidget {
    Q_OBJECT
public:
    explicit FindingsView(QWidget *parent = nullptr);
    void setFindings(const QList<Finding> &findings);
    /// Of the row that is chosen, or of the one it belongs to; empty: none is.
    [[nodiscard]] QString currentKind() const;
    void select(const QString &kind);
    void copy() const;

Q_SIGNALS:
    void lineWanted(qint64 physicalLine);
    void moreWanted(const QString &kind); ///< the lines behind those that are named

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addLines(QTreeWidgetItem *item, const Finding &finding);
    void activate(const QTreeWidgetItem *item);

    QList<Finding> m_findings;
};
