// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/daystrip.h"

#include "core/clock.h"
#include "models/runmodel.h"
#include "theme/icons.h"
#include "widgets/chartcard.h"
#include "widgets/daychart.h"
#include "widgets/settings.h"

#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int shownDays = 28;
constexpr int leastRuns = 3;
constexpr auto unfoldedKey = "runs/byDay"_L1;

RunDay sumOf(const QList<RunDay> &days)
{
    RunDay sum;
    for (const RunDay &day : days) {
        sum.well += day.well;
        sum.problems += day.problems;
        sum.uncertain += day.uncertain;
    }
    return sum;
}

} // namespace

DayStrip::DayStrip(const RunModel &runs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_days(new RunDays(runs, this))
    , m_unfold(new QToolButton(this))
    , m_chart(new DayChart)
    , m_card(new ChartCard(tr("Runs by day"), m_chart, this))
{
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setFocusPolicy(Qt::StrongFocus);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_unfold, 0, Qt::AlignLeading);
    column->addWidget(m_card);
    m_unfold->setChecked(
        QSettings(settingsFile(), QSettings::IniFormat).value(unfoldedKey).toBool());
    fold(isFolded());
    connect(m_unfold, &QToolButton::toggled, this, [this](bool unfolded) {
        fold(!unfolded);
        QSettings(settingsFile(), QSettings::IniFormat).setValue(unfoldedKey, unfolded);
    });
    hide(); // until there is something to show

    // Many runs may end at once; and the first picture of the window is not kept waiting.
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DayStrip::refresh);
    connect(m_days, &RunDays::changed, this, &DayStrip::refreshSoon);
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &DayStrip::refresh);
    m_soon.start(0ms);
}

bool DayStrip::isFolded() const
{
    return !m_unfold->isChecked();
}

void DayStrip::fold(bool folded)
{
    // No arrow of the button: beside a text, styles do not mirror it.
    const QString onwards = isRightToLeft() ? u"go-previous"_s : u"go-next"_s;
    m_unfold->setIcon(icons::named(folded ? onwards : u"pan-down"_s));
    m_unfold->setToolTip(folded ? tr("Show the runs of each day")
                                : tr("Hide the runs of each day"));
    m_card->setVisible(!folded);
}

void DayStrip::toggle()
{
    if (!obstacle().isEmpty())
        return;
    const bool isHere = focusWidget() && focusWidget()->hasFocus();
    m_unfold->setChecked(isFolded() || !isHere);
    if (isFolded())
        Q_EMIT left();
    else
        m_chart->setFocus(Qt::ShortcutFocusReason);
}

QString DayStrip::obstacle() const
{
    return m_count >= leastRuns ? QString()
                                : tr("Fewer than three runs have ended in the last four weeks");
}

void DayStrip::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start(200ms);
}

void DayStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(); // another day may have begun meanwhile
}

void DayStrip::refresh()
{
    const QDateTime now = m_clock.now().toLocalTime();
    m_midnight.start(
        std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay()) + 1000));
    const QList<RunDay> days = m_days->until(now.date(), shownDays);
    if (days == m_shown)
        return;
    m_shown = days;
    const RunDay sum = sumOf(days);
    const int before = std::exchange(m_count, sum.total());
    //: %1 is a list such as "12 ended well, 3 with problems"
    const QString summary = tr("Last four weeks: %1").arg(DayChart::told(sum));
    m_unfold->setText(summary);
    m_chart->setDays(days, summary);
    m_card->setSummary({});
    setVisible(m_count >= leastRuns);
    if ((before >= leastRuns) != (m_count >= leastRuns))
        Q_EMIT obstacleChanged();
}

#include "moc_daystrip.cpp"
