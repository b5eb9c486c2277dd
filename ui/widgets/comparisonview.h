// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/countcomparison.h"

#include <QWidget>

class QGridLayout;

/// What the provider counts beside what is counted here. Where the two differ stands a sign, how
/// much, and the colour of what is bad. GUI thread.
class ComparisonView final : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonView(QWidget *parent = nullptr);
    void showCounts(const std::vector<CountComparison> &counts);
    /// The figures in words, one sentence each.
    [[nodiscard]] const QStringList &spoken() const { return m_spoken; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(QGridLayout &grid, const CountComparison &count);
    void addNote(QGridLayout &grid, int row, const QString &note);

    std::vector<CountComparison> m_counts;
    QStringList m_spoken;
    QWidget *m_inside = nullptr;
};
