// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/progresschart.h"

#include "models/timewords.h"
#include "theme/colours.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

ProgressChart::ProgressChart(QWidget *parent) : Chart(parent) {}

void ProgressChart::setContent(const Content &content)
{
    m_content = content;
    setAccessibleName(tr("Progress over time"));
    const int last = places() - 1;
    QStringList said;
    if (last >= 0)
        said.append(words(last));
    if (m_content.expectedEnd.isValid())
        said.append(tr("Likely done %1").arg(timewords::exact(m_content.expectedEnd)));
    setAccessibleDescription(said.join(". "_L1));
    figuresChanged();
}

ChartTable ProgressChart::table() const
{
    const QLocale locale;
    ChartTable table{.headings = {tr("Time"), tr("Done"), tr("Failed"), tr("Of")}, .rows = {}};
    for (const ProgressPoint &point : m_content.line.points())
        table.rows.append({timewords::exact(point.at), locale.toString(point.done),
                           locale.toString(point.failed), locale.toString(m_content.total)});
    return table;
}

double ProgressChart::greatest() const
{
    qint64 most = m_content.total;
    for (const ProgressPoint &point : m_content.line.points())
        most = std::max(most, point.done);
    return double(most);
}

QString ProgressChart::timeWords(const QDateTime &time) const
{
    const QDateTime start = m_content.line.points().first().at.toLocalTime();
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    if (start.date() == end().toLocalTime().date())
        return start.secsTo(end()) < 300
            ? locale.toString(local.time(), QLocale::LongFormat).section(u' ', 0, 0)
            : locale.toString(local.time(), QLocale::ShortFormat);
    return locale.toString(local, QLocale::ShortFormat);
}

QString ProgressChart::words(int place) const
{
    const ProgressPoint &point = m_content.line.points()[place];
    const QLocale locale;
    //: a point of a picture: time, requests done, of all, failed
    return tr("%1: %2 of %3 done, %4 failed")
        .arg(timewords::exact(point.at), locale.toString(point.done),
             locale.toString(m_content.total), locale.toString(point.failed));
}

QDateTime ProgressChart::end() const
{
    const QDateTime &last = m_content.line.points().last().at;
    return m_content.expectedEnd.isValid() ? std::max(last, m_content.expectedEnd) : last;
}

double ProgressChart::along(const QDateTime &time) const
{
    const QDateTime &start = m_content.line.points().first().at;
    const auto whole = double(std::max<qint64>(1, start.msecsTo(end())));
    return double(start.msecsTo(time)) / whole;
}

double ProgressChart::centre(int place) const
{
    return along(m_content.line.points()[place].at);
}

double ProgressChart::height(int place) const
{
    return double(m_content.line.points()[place].done);
}

void ProgressChart::paintLine(QPainter &painter, qint64 ProgressPoint::*figure, const QColor &ink,
                              Qt::PenStyle style)
{
    QPolygonF line;
    for (const ProgressPoint &point : m_content.line.points())
        line.append(QPointF(x(along(point.at)), y(double(point.*figure))));
    QPainterPath area;
    area.addPolygon(line);
    area.lineTo(line.last().x(), plot().bottom());
    area.lineTo(line.first().x(), plot().bottom());
    QColor pale = ink;
    pale.setAlphaF(0.18F);
    painter.fillPath(area, pale);
    painter.setPen(QPen(ink, 2, style, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

void ProgressChart::paintTotal(QPainter &painter)
{
    const double level = y(double(m_content.total));
    painter.setPen(QPen(faint(), 1, Qt::DashLine));
    painter.drawLine(QPointF(plot().left(), level), QPointF(plot().right(), level));
    if (!m_content.expectedEnd.isValid())
        return;
    const ProgressPoint &last = m_content.line.points().last();
    painter.setPen(
        QPen(colours::fill(colours::Tone::Active, palette()), 2, Qt::DotLine, Qt::RoundCap));
    painter.drawLine(QPointF(x(along(last.at)), y(double(last.done))), QPointF(x(1), level));
}

/// What is what, above the picture: a piece of each line with its words.
void ProgressChart::paintKey(QPainter &painter)
{
    if (current() >= 0)
        return;
    struct Entry {
        QString text;
        QColor ink;
        Qt::PenStyle style;
    };
    QList<Entry> entries{
        {tr("Done"), colours::fill(colours::Tone::Active, palette()), Qt::SolidLine}};
    const auto isFailed = [](const ProgressPoint &point) { return point.failed > 0; };
    if (std::ranges::any_of(m_content.line.points(), isFailed))
        entries.append({tr("Failed"), colours::fill(colours::Tone::Bad, palette()), Qt::DashLine});
    if (m_content.expectedEnd.isValid())
        entries.append({tr("Likely done %1").arg(timeWords(m_content.expectedEnd)),
                        colours::fill(colours::Tone::Active, palette()), Qt::DotLine});
    const double line = fontMetrics().height();
    double at = isRightToLeft() ? plot().right() : plot().left();
    const double way = isRightToLeft() ? -1 : 1;
    for (const Entry &entry : entries) {
        painter.setPen(QPen(entry.ink, 2, entry.style, Qt::RoundCap));
        painter.drawLine(QPointF(at, line * 0.6), QPointF(at + way * line * 1.4, line * 0.6));
        at += way * line * 1.8;
        const double width = fontMetrics().horizontalAdvance(entry.text) + 2;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(way < 0 ? at - width : at, 0, width, line * 1.2), Qt::AlignCenter,
                         entry.text);
        at += way * (width + line);
    }
}

void ProgressChart::paintFigures(QPainter &painter)
{
    paintTotal(painter);
    paintLine(painter, &ProgressPoint::done, colours::fill(colours::Tone::Active, palette()),
              Qt::SolidLine);
    const auto isFailed = [](const ProgressPoint &point) { return point.failed > 0; };
    if (std::ranges::any_of(m_content.line.points(), isFailed))
        paintLine(painter, &ProgressPoint::failed, colours::fill(colours::Tone::Bad, palette()),
                  Qt::DashLine);
    paintKey(painter);
}

void ProgressChart::paintScale(QPainter &painter)
{
    const QDateTime &start = m_content.line.points().first().at;
    const QRectF first = paintLabel(painter, x(0), timeWords(start));
    const QRectF last = paintLabel(painter, x(1), timeWords(end()));
    const QDateTime middle = start.addMSecs(start.msecsTo(end()) / 2);
    const double room = fontMetrics().horizontalAdvance(timeWords(middle)) * 0.7;
    if (std::abs(first.center().x() - last.center().x()) / 2 > room + first.width() / 2)
        paintLabel(painter, x(0.5), timeWords(middle));
}

#include "moc_progresschart.cpp"
