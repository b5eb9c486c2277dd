// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"

#include <QTreeWidget>

/// What preflight found: a line for each kind, below it the lines of the file; activating one asks
/// to go there.
class FindingsView final : public QTreeWidget {
    Q_OBJECT
public:
    explicit FindingsView(QWidget *parent = nullptr);
    void setFindings(const QList<Finding> &findings);

Q_SIGNALS:
    void lineWanted(qint64 physicalLine);

private:
    void activate(const QTreeWidgetItem *item);
};
