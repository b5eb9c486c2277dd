// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/daychart.h"

#include "theme/colours.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

DayChart::DayChart(QWidget *parent) : Chart(parent) {}

void DayChart::setDays(const QList<RunDay> &days, const QString &summary)
{
    m_days = days;
    setAccessibleName(tr("Runs by day"));
    setAccessibleDescription(summary);
    figuresChanged();
}

ChartTable DayChart::table() const
{
    const QLocale locale;
    ChartTable table{.headings
                     = {tr("Day"), tr("Ended well"), tr("With problems"), tr("Uncertain")},
                     .rows = {}};
    // The newest first: nobody reads four weeks to come to today.
    for (auto day = m_days.crbegin(); day != m_days.crend(); ++day)
        table.rows.append({locale.toString(day->day, QLocale::ShortFormat),
                           locale.toString(day->well), locale.toString(day->problems),
                           locale.toString(day->uncertain)});
    return table;
}

double DayChart::greatest() const
{
    const auto most = std::ranges::max_element(m_days, {}, &RunDay::total);
    return most == m_days.end() ? 0 : most->total();
}

QString DayChart::words(int place) const
{
    const RunDay &day = m_days[place];
    //: a place in a picture: a day, then how its runs ended
    return tr("%1: %2").arg(QLocale().toString(day.day, tr("ddd d MMM", "a day in a picture")),
                            day.total() == 0 ? tr("no runs") : told(day));
}

QString DayChart::told(const RunDay &runs)
{
    QStringList parts;
    const int well = runs.well;
    const int problems = runs.problems;
    const int uncertain = runs.uncertain;
    if (well > 0)
        parts.append(tr("%Ln ended well", nullptr, well));
    if (problems > 0)
        parts.append(tr("%Ln with problems", nullptr, problems));
    if (uncertain > 0)
        parts.append(tr("%Ln uncertain", nullptr, uncertain));
    return parts.join(u", "_s);
}

double DayChart::centre(int place) const
{
    return (place + 0.5) / double(m_days.size());
}

std::array<DayChart::Part, 3> DayChart::parts() const
{
    return {{{.figure = &RunDay::well,
              .name = tr("Ended well"),
              .ink = colours::fill(colours::Tone::Good, palette()),
              .pattern = Qt::SolidPattern},
             {.figure = &RunDay::problems,
              .name = tr("With problems"),
              .ink = colours::fill(colours::Tone::Bad, palette()),
              .pattern = Qt::BDiagPattern},
             {.figure = &RunDay::uncertain,
              .name = tr("Uncertain"),
              .ink = colours::fill(colours::Tone::Warning, palette()),
              .pattern = Qt::Dense4Pattern}}};
}

void DayChart::paintPart(QPainter &painter, const QRectF &body, const Part &part)
{
    painter.setPen(part.pattern == Qt::SolidPattern ? QPen(Qt::NoPen) : QPen(part.ink, 1));
    painter.setBrush(QBrush(part.ink, part.pattern));
    painter.drawRect(body);
}

void DayChart::paintFigures(QPainter &painter)
{
    const double each = plot().width() / double(m_days.size());
    const double width = std::min(each - std::min(each * 0.25, 6.0), fontMetrics().height() * 2.0);
    for (int i = 0; i < m_days.size(); ++i) {
        double bottom = 0;
        for (const Part &part : parts()) {
            const int count = m_days[i].*part.figure;
            if (count == 0)
                continue;
            // One among a thousand is a line that can be seen.
            const double foot = y(bottom);
            const double top = std::min(y(bottom + count), foot - 2);
            paintPart(painter, QRectF(x(centre(i)) - width / 2, top, width, foot - top), part);
            bottom += count;
        }
    }
    if (current() < 0)
        paintKey(painter);
}

/// What is what, above the picture; of what there is none nothing is said.
void DayChart::paintKey(QPainter &painter)
{
    const double line = fontMetrics().height();
    const double way = isRightToLeft() ? -1 : 1;
    double at = isRightToLeft() ? plot().right() : plot().left();
    for (const Part &part : parts()) {
        if (std::ranges::all_of(m_days, [&](const RunDay &day) { return day.*part.figure == 0; }))
            continue;
        const double width = fontMetrics().horizontalAdvance(part.name) + 2;
        const double end = at + way * (line * 1.1 + width);
        if (end < 0 || end > this->width())
            return; // half a word says nothing; under the pointer each is named
        const double side = line * 0.7;
        paintPart(painter, QRectF(way < 0 ? at - side : at, line * 0.25, side, side), part);
        at += way * line * 1.1;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(way < 0 ? at - width : at, 0, width, line * 1.2), Qt::AlignCenter,
                         part.name);
        at += way * (width + line);
    }
}

/// The day of each week on which the last one is, so that the last is always named.
void DayChart::paintScale(QPainter &painter)
{
    const QLocale locale;
    const QString format = tr("d MMM", "a day below a picture");
    const double widest
        = fontMetrics().horizontalAdvance(locale.toString(QDate(2026, 9, 30), format));
    const double week = plot().width() * 7 / double(std::max<qsizetype>(7, m_days.size()));
    const int step = 7 * std::max(1, int(std::ceil(widest * 1.4 / std::max(1.0, week))));
    for (int i = int(m_days.size()) - 1; i >= 0; i -= step)
        paintLabel(painter, x(centre(i)), locale.toString(m_days[i].day, format));
}

#include "moc_daychart.cpp"
