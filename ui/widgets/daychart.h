// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rundays.h"
#include "widgets/chart.h"

#include <array>

/// The runs of some days in a row, a bar for each: below those that ended well, above them those
/// with problems and those in doubt, told apart by their pattern too.
class DayChart final : public Chart {
    Q_OBJECT
public:
    explicit DayChart(QWidget *parent = nullptr);

    /// summary: the same in one sentence.
    void setDays(const QList<RunDay> &days, const QString &summary);
    [[nodiscard]] ChartTable table() const override;
    /// "12 ended well, 3 with problems, 1 uncertain"; of what there is none nothing is said.
    [[nodiscard]] static QString told(const RunDay &runs);

protected:
    [[nodiscard]] int places() const override { return int(m_days.size()); }
    [[nodiscard]] double greatest() const override;
    [[nodiscard]] QString words(int place) const override;
    [[nodiscard]] double centre(int place) const override;
    [[nodiscard]] double height(int place) const override { return m_days[place].total(); }
    void paintFigures(QPainter &painter) override;
    void paintScale(QPainter &painter) override;

private:
    /// One part of the bars.
    struct Part {
        int RunDay::*figure;
        QString name;
        QColor ink;
        Qt::BrushStyle pattern;
    };
    [[nodiscard]] std::array<Part, 3> parts() const;
    static void paintPart(QPainter &painter, const QRectF &body, const Part &part);
    void paintKey(QPainter &painter);

    QList<RunDay> m_days;
};
