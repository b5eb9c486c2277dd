// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/progressline.h"
#include "widgets/chart.h"

/// How a run came along: requests done and failed over time, up to all of them; where it is going
/// on a dashed line to when it will be done.
class ProgressChart final : public Chart {
    Q_OBJECT
public:
    struct Content {
        ProgressLine line;
        qint64 total = 0;
        QDateTime expectedEnd; ///< invalid: not known
    };
    explicit ProgressChart(QWidget *parent = nullptr);

    void setContent(const Content &content);
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] int places() const override { return int(m_content.line.points().size()); }
    [[nodiscard]] double greatest() const override;
    [[nodiscard]] QString words(int place) const override;
    [[nodiscard]] double centre(int place) const override;
    [[nodiscard]] double height(int place) const override;
    void paintFigures(QPainter &painter) override;
    void paintScale(QPainter &painter) override;

private:
    [[nodiscard]] QDateTime end() const;
    [[nodiscard]] double along(const QDateTime &time) const;
    [[nodiscard]] QString timeWords(const QDateTime &time) const;
    void paintLine(QPainter &painter, qint64 ProgressPoint::*figure, const QColor &ink,
                   Qt::PenStyle style);
    void paintTotal(QPainter &painter);
    void paintKey(QPainter &painter);

    Content m_content;
};
