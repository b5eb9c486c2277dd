// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figurespane.h"

#include "widgets/barchart.h"
#include "widgets/chartcard.h"
#include "widgets/statepane.h"

#include <QGridLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// "Half are 23 or less; 25.1 on average, from 1 to 412, 2,392 together."
QString summaryOf(const Histogram &histogram)
{
    const QLocale locale;
    if (histogram.least() == histogram.most())
        return FiguresPane::tr("All of %1 rows have %2.")
            .arg(locale.toString(histogram.count()), locale.toString(histogram.least()));
    return FiguresPane::tr("Half are %1 or less, the mean is %2; from %3 to %4, %5 together.")
        .arg(locale.toString(*histogram.quantile(0.5)), locale.toString(histogram.mean(), 'f', 1),
             locale.toString(histogram.least()), locale.toString(histogram.most()),
             locale.toString(histogram.sum(), 'f', 0));
}

} // namespace

FiguresPane::FiguresPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePane(this))
    , m_scroll(new QScrollArea(this))
    , m_grid(nullptr)
    , m_input(newPicture(tr("Tokens in a request")))
    , m_output(newPicture(tr("Tokens in an answer")))
    , m_lengths(newPicture(tr("Length of an answer")))
{
    auto *inside = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 10, 0, 10);
    m_grid = new QGridLayout;
    m_grid->setSpacing(12);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    place();
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_scroll);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_stack);
    showReading();
}

FiguresPane::Picture FiguresPane::newPicture(const QString &heading)
{
    auto *chart = new BarChart;
    return {.chart = chart, .card = new ChartCard(heading, chart)};
}

/// Side by side where there is room for two.
void FiguresPane::place()
{
    const int columns = width() > fontMetrics().averageCharWidth() * 130 ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int number = 0;
    for (const Picture &picture : {m_input, m_output, m_lengths}) {
        m_grid->addWidget(picture.card, number / columns, number % columns);
        ++number;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns - 1);
}

void FiguresPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void FiguresPane::say(const QString &icon, const QString &heading, const QString &words,
                      bool isBusy)
{
    m_state->say({.icon = icon, .heading = heading, .words = words, .isBusy = isBusy});
    m_stack->setCurrentWidget(m_state);
}

void FiguresPane::showReading()
{
    say(u"edit-find"_s, tr("Looking through the results…"),
        tr("Each row is read once, to count tokens and letters."), true);
}

void FiguresPane::showFailure(const Error &error)
{
    say(u"dialog-error"_s, tr("The results cannot be read"), userText(error), false);
}

void FiguresPane::show(const Picture &picture, const Histogram &histogram, const QString &unit,
                       const QString &nothing)
{
    const QString summary = histogram.isEmpty() ? QString() : summaryOf(histogram);
    picture.chart->setHistogram(histogram,
                                {.name = unit, .counted = tr("Rows"), .summary = summary});
    if (histogram.isEmpty())
        picture.card->setNothing(nothing);
    else
        picture.card->setSummary(summary);
}

void FiguresPane::showFigures(const std::shared_ptr<const RunFigures> &figures)
{
    if (figures->inputTokens.isEmpty() && figures->outputTokens.isEmpty()
        && figures->answerLengths.isEmpty()) {
        say(u"outcome-pending"_s, tr("No figures yet"),
            tr("Once answers are here, this shows how long they are and how many tokens they "
               "took."),
            false);
        return;
    }
    const QString untold = tr("The provider does not tell.");
    show(m_input, figures->inputTokens, tr("Tokens in a request"), untold);
    show(m_output, figures->outputTokens, tr("Tokens in an answer"), untold);
    show(m_lengths, figures->answerLengths, tr("Characters in an answer"),
         tr("No answer has a text."));
    m_stack->setCurrentWidget(m_scroll);
}

#include "moc_figurespane.cpp"
