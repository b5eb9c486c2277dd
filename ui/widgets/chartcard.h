// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/chart.h"

class KMessageWidget;
class QLabel;
class QStackedWidget;
class QTableWidget;
class QToolButton;

/// A picture with its heading and what it says in one sentence; it can be read as a table instead,
/// copied and saved. Where there is nothing to show, it says why. GUI thread.
class ChartCard final : public QWidget {
    Q_OBJECT
public:
    /// Takes over the chart.
    ChartCard(const QString &heading, Chart *chart, QWidget *parent = nullptr);

    /// The figures are others: summary in one sentence.
    void setSummary(const QString &summary);
    /// Words in the place of the picture.
    void setNothing(const QString &why);
    [[nodiscard]] QString nothing() const;
    void saveAs(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *newButton(const QString &icon, const QString &name);
    void fillTable();
    void showTable(bool shown);
    void copy();
    void askWhere();
    void tell(const QString &text, bool isError);

    Chart *m_chart;
    QLabel *m_heading;
    QLabel *m_summary;
    QLabel *m_nothing;
    QTableWidget *m_table;
    QStackedWidget *m_stack;
    KMessageWidget *m_message;
    QToolButton *m_asTable;
    QToolButton *m_copy;
    QToolButton *m_save;
};
