// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/barchart.h"

#include "results/histogram.h"
#include "theme/colours.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostBars = 24;
}

BarChart::BarChart(QWidget *parent) : Chart(parent) {}

void BarChart::setBars(QList<Bar> bars, const Words &words)
{
    m_bars = std::move(bars);
    m_words = words;
    setAccessibleName(words.name);
    setAccessibleDescription(words.summary);
    figuresChanged();
}

void BarChart::setHistogram(const Histogram &histogram, const Words &words)
{
    const QLocale locale;
    QList<Bar> bars;
    for (const Histogram::Bar &one : histogram.bars(mostBars)) {
        const QString from = locale.toString(one.from);
        const bool isOne = one.from == one.to && !one.hasNoEnd;
        bars.append({.name = one.hasNoEnd ? tr("%1 and more").arg(from)
                         : isOne          ? from
                                 //: a span of numbers, both included
                                 : tr("%1 to %2").arg(from, locale.toString(one.to)),
                     .tick = isOne ? from : QString(),
                     .edge = isOne ? QString() : from,
                     .count = one.count,
                     .isApart = one.hasNoEnd});
    }
    setBars(std::move(bars), words);
}

qint64 BarChart::total() const
{
    qint64 all = 0;
    for (const Bar &bar : m_bars)
        all += bar.count;
    return all;
}

QString BarChart::shareOf(qint64 count) const
{
    const qint64 all = std::max<qint64>(1, total());
    return tr("%1 %").arg(QLocale().toString(100.0 * double(count) / double(all), 'f', 1));
}

ChartTable BarChart::table() const
{
    ChartTable table{.headings = {m_words.name, m_words.counted, tr("Share")}, .rows = {}};
    for (const Bar &bar : m_bars)
        table.rows.append({bar.name, QLocale().toString(bar.count), shareOf(bar.count)});
    return table;
}

double BarChart::greatest() const
{
    const auto most = std::ranges::max_element(m_bars, {}, &Bar::count);
    return most == m_bars.end() ? 0 : double(most->count);
}

QString BarChart::words(int place) const
{
    const Bar &bar = m_bars[place];
    //: of one bar: what it is of, how many, and their share: "20 to 29: 412 (12.5 %)"
    return tr("%1: %2 (%3)").arg(bar.name, QLocale().toString(bar.count), shareOf(bar.count));
}

double BarChart::centre(int place) const
{
    return (place + 0.5) / double(m_bars.size());
}

void BarChart::paintFigures(QPainter &painter)
{
    const double each = plot().width() / double(m_bars.size());
    const double gap = each > 8 ? std::min(each * 0.12, 6.0) : 0;
    // A lone bar is no wall.
    const double width = std::min(each - gap, fontMetrics().height() * 5.0);
    painter.setClipRect(plot());
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars[i];
        if (bar.count == 0)
            continue;
        QColor fill
            = colours::fill(bar.isApart ? colours::Tone::Subtle : colours::Tone::Active, palette());
        if (current() >= 0 && current() != i)
            fill.setAlphaF(0.6F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        // One among a million is a line that can be seen.
        const double top = std::min(y(double(bar.count)), plot().bottom() - 2);
        const QRectF body(x(centre(i)) - width / 2, top, width, plot().bottom() - top);
        // Round above alone: what is below the plot is cut off.
        const double round = std::min(3.0, width / 4);
        painter.drawRoundedRect(body.adjusted(0, 0, 0, round), round, round);
    }
    painter.setClipping(false);
}

/// Each one, or every second, third ...: as many as have room, in even steps.
void BarChart::paintScale(QPainter &painter)
{
    const auto textOf = [](const Bar &bar) { return bar.edge.isEmpty() ? bar.tick : bar.edge; };
    double widest = 0;
    for (const Bar &bar : m_bars)
        widest = std::max<double>(widest, fontMetrics().horizontalAdvance(textOf(bar)));
    const double each = plot().width() / double(m_bars.size());
    const double needed = widest + fontMetrics().averageCharWidth() * 1.5;
    const int step = std::max(1, int(std::ceil(needed / std::max(1.0, each))));
    for (int i = 0; i < m_bars.size(); i += step) {
        const Bar &bar = m_bars[i];
        const double along = bar.edge.isEmpty() ? centre(i) : double(i) / double(m_bars.size());
        paintLabel(painter, x(along), textOf(bar));
    }
}

#include "moc_barchart.cpp"
