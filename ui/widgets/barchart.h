// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/chart.h"

#include <QList>

class Histogram;

/// Bars side by side: how many there are of each kind, in an order that means something.
class BarChart final : public Chart {
    Q_OBJECT
public:
    struct Bar {
        QString name; ///< for the table and for what is said of it: "20 to 29"
        QString tick; ///< below its middle, as far as there is room; may be empty
        QString edge; ///< below its beginning instead
        qint64 count = 0;
        bool isApart = false; ///< not of the same width as the others: painted in another tone
    };
    /// name: of what the bars are; counted: of what there are so many, such as "Rows".
    struct Words {
        QString name;
        QString counted;
        QString summary; ///< what a person would say of the whole
    };
    explicit BarChart(QWidget *parent = nullptr);

    void setBars(QList<Bar> bars, const Words &words);
    /// The bars of a histogram; unit such as "Tokens".
    void setHistogram(const Histogram &histogram, const Words &words);
    [[nodiscard]] const QList<Bar> &bars() const { return m_bars; }
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] int places() const override { return int(m_bars.size()); }
    [[nodiscard]] double greatest() const override;
    [[nodiscard]] QString words(int place) const override;
    [[nodiscard]] double centre(int place) const override;
    [[nodiscard]] double height(int place) const override { return double(m_bars[place].count); }
    void paintFigures(QPainter &painter) override;
    void paintScale(QPainter &painter) override;

private:
    [[nodiscard]] qint64 total() const;
    [[nodiscard]] QString shareOf(qint64 count) const;

    QList<Bar> m_bars;
    Words m_words;
};
