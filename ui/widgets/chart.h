// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QPainter;

/// The figures of a picture as a table, for those who would rather read.
struct ChartTable {
    QStringList headings;
    QList<QStringList> rows;
    [[nodiscard]] QString toText() const; ///< with tabs, as a spreadsheet takes it in
};

/// A picture of figures with an axis of numbers, painted from the palette alone. One place in it
/// after the other can be looked at, under the pointer or with the arrow keys, Home and End; its
/// figures are said beside it and to a screen reader. Whatever goes from left to right goes from
/// right to left where writing does. GUI thread.
class Chart : public QWidget {
    Q_OBJECT
public:
    explicit Chart(QWidget *parent = nullptr);

    [[nodiscard]] virtual ChartTable table() const = 0;
    [[nodiscard]] int current() const { return m_current; } ///< the place looked at; -1: none
    /// SVG or PNG by its suffix, as large as it is shown.
    [[nodiscard]] Result<> save(const QString &path);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Round steps for an axis from 0 to this or a little more: 0, 20, 40, 60.
    [[nodiscard]] static std::vector<double> ticks(double most, int limit);

Q_SIGNALS:
    void currentChanged(int place);

protected:
    /// What a chart is made of, in its own words.
    [[nodiscard]] virtual int places() const = 0;
    [[nodiscard]] virtual double greatest() const = 0; ///< number that the axis has to reach
    [[nodiscard]] virtual QString words(int place) const = 0; ///< one line of figures
    [[nodiscard]] virtual double centre(int place) const = 0; ///< along the axis, 0 to 1
    /// How high the place reaches, as numbers of the axis.
    [[nodiscard]] virtual double height(int place) const = 0;
    virtual void paintFigures(QPainter &painter) = 0;
    virtual void paintScale(QPainter &painter) = 0; ///< below the figures
    [[nodiscard]] virtual int scaleLines() const { return 1; } ///< of text below the figures

    /// To be called when the figures are others.
    void figuresChanged();
    [[nodiscard]] QRectF plot() const; ///< where the figures are
    [[nodiscard]] double x(double along) const; ///< mirrored where writing is
    [[nodiscard]] double y(double number) const;
    [[nodiscard]] QColor faint() const;
    /// A text below the figures, whole within the picture; says where it came to lie.
    QRectF paintLabel(QPainter &painter, double middle, const QString &text, int line = 0);

    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintAll(QPainter &painter);
    void paintAxis(QPainter &painter);
    void paintCurrent(QPainter &painter);
    void lookAt(int place);

    std::vector<double> m_ticks;
    double m_axisWidth = 0;
    int m_current = -1;
};
