// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/chart.h"

#include "theme/colours.h"
#include "widgets/accessrole.h"

#include <QAccessible>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

Failure cannotWrite(const QString &path)
{
    return Failure(
        Error{.kind = ErrorKind::Disk, .message = Chart::tr("%1 cannot be written.").arg(path)});
}

} // namespace

QString ChartTable::toText() const
{
    QStringList lines{headings.join(u'\t')};
    for (const QStringList &row : rows)
        lines.append(row.join(u'\t'));
    return lines.join(u'\n') + u'\n';
}

Chart::Chart(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    accessrole::set(*this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

std::vector<double> Chart::ticks(double most, int limit)
{
    if (most <= 0)
        return {0, 1};
    double step = 1;
    constexpr std::array steps{2.0, 2.5, 2.0}; // 1, 2, 5, 10
    for (std::size_t i = 0; most / step > limit; i = (i + 1) % 3)
        step *= steps.at(i);
    std::vector<double> all{0};
    while (all.back() < most)
        all.push_back(all.back() + step);
    return all;
}

QSize Chart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * (9 + scaleLines())};
}

QSize Chart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

void Chart::figuresChanged()
{
    m_ticks = ticks(greatest(), 4);
    m_axisWidth = 0;
    for (const double tick : m_ticks)
        m_axisWidth = std::max<double>(
            m_axisWidth, fontMetrics().horizontalAdvance(QLocale().toString(tick, 'f', 0)));
    if (m_current >= places())
        lookAt(-1);
    update();
}

QRectF Chart::plot() const
{
    const double line = fontMetrics().height();
    const double axis = m_axisWidth + line * 0.6;
    const QRectF inside
        = QRectF(rect()).adjusted(2, line * 1.5, -2, -(line * 1.15) * scaleLines() - 6);
    return isRightToLeft() ? inside.adjusted(line * 0.4, 0, -axis, 0)
                           : inside.adjusted(axis, 0, -line * 0.4, 0);
}

double Chart::x(double along) const
{
    const QRectF area = plot();
    return isRightToLeft() ? area.right() - along * area.width()
                           : area.left() + along * area.width();
}

double Chart::y(double number) const
{
    const QRectF area = plot();
    return area.bottom() - number / (m_ticks.empty() ? 1 : m_ticks.back()) * area.height();
}

QColor Chart::faint() const
{
    return colours::text(colours::Tone::Subtle, palette());
}

QRectF Chart::paintLabel(QPainter &painter, double middle, const QString &text, int line)
{
    const double width = fontMetrics().horizontalAdvance(text) + 2;
    const double height = fontMetrics().height();
    const double left = std::clamp(middle - width / 2, 0.0, std::max(0.0, this->width() - width));
    const QRectF place(left, plot().bottom() + 4 + line * height * 1.15, width, height);
    painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, text);
    return place;
}

void Chart::paintAxis(QPainter &painter)
{
    const QRectF area = plot();
    QColor line = palette().color(QPalette::Text);
    const double height = fontMetrics().height();
    for (const double tick : m_ticks) {
        line.setAlphaF(tick == 0 ? 0.5F : 0.13F);
        painter.setPen(QPen(line, 1));
        const double level = std::round(y(tick)) + 0.5;
        painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level));
        painter.setPen(faint());
        const QRectF place = isRightToLeft()
            ? QRectF(area.right() + height * 0.4, level - height / 2, m_axisWidth + 2, height)
            : QRectF(0, level - height / 2, area.left() - height * 0.4, height);
        painter.drawText(place,
                         (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         QLocale().toString(tick, 'f', 0));
    }
}

/// A line at the place that is looked at, and above the figures what they are.
void Chart::paintCurrent(QPainter &painter)
{
    if (m_current < 0)
        return;
    const QRectF area = plot();
    const double middle = x(centre(m_current));
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
    painter.drawLine(QPointF(middle, area.top()), QPointF(middle, area.bottom()));
    painter.setPen(QPen(palette().color(QPalette::Base), 2));
    painter.setBrush(palette().color(QPalette::Text));
    painter.drawEllipse(QPointF(middle, y(height(m_current))), 4.5, 4.5);

    const QString text = words(m_current);
    const double line = fontMetrics().height();
    const double width = fontMetrics().horizontalAdvance(text) + line;
    const double left
        = std::clamp(middle - width / 2, 1.0, std::max(1.0, this->width() - width - 1));
    const QRectF box(left, 0.5, width, line * 1.3);
    painter.setPen(faint());
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
}

void Chart::paintAll(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    paintAxis(painter);
    painter.setPen(faint());
    paintScale(painter);
    paintFigures(painter);
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (places() == 0)
        return;
    paintAll(painter);
    paintCurrent(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours::fill(colours::Tone::Active, palette()), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

Result<> Chart::save(const QString &path)
{
    if (QFileInfo(path).suffix().compare("svg"_L1, Qt::CaseInsensitive) == 0) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return cannotWrite(path);
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setTitle(accessibleName());
        svg.setDescription(accessibleDescription());
        svg.setSize(size());
        svg.setViewBox(rect());
        QPainter painter(&svg);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        paintAll(painter);
        painter.end();
        return file.flush() && file.error() == QFile::NoError ? Result<>() : cannotWrite(path);
    }
    constexpr double sharp = 2; // for a slide or a paper
    QImage image(size() * sharp, QImage::Format_RGB32);
    image.setDevicePixelRatio(sharp);
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    paintAll(painter);
    painter.end();
    return image.save(path, "PNG") ? Result<>() : cannotWrite(path);
}

void Chart::lookAt(int place)
{
    if (place == m_current)
        return;
    m_current = place;
    update();
    if (place >= 0) {
        QAccessibleAnnouncementEvent said(this, words(place));
        QAccessible::updateAccessibility(&said);
    }
    Q_EMIT currentChanged(place);
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    int nearest = -1;
    double least = width();
    for (int i = 0; i < places(); ++i) {
        const double away = std::abs(x(centre(i)) - event->position().x());
        if (away < least) {
            least = away;
            nearest = i;
        }
    }
    lookAt(nearest);
}

void Chart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        lookAt(-1);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    lookAt(-1);
    update();
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int backward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int last = places() - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    if (event->key() == forward)
        lookAt(std::min(m_current + 1, last));
    else if (event->key() == backward)
        lookAt(std::max(m_current - 1, 0));
    else if (event->key() == Qt::Key_Home)
        lookAt(0);
    else if (event->key() == Qt::Key_End)
        lookAt(last);
    else if (event->key() == Qt::Key_Escape && m_current >= 0)
        lookAt(-1);
    else
        QWidget::keyPressEvent(event);
}

#include "moc_chart.cpp"
