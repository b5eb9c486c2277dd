// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusstrip.h"

#include "models/runmodel.h"
#include "models/timewords.h"

using namespace std::chrono_literals;

StatusStrip::StatusStrip(const RunModel &runs, const Clock &clock, QWidget *parent)
    : QLabel(parent), m_runs(runs), m_clock(clock)
{
    setContentsMargins(8, 3, 8, 3);
    connect(&m_second, &QTimer::timeout, this, &StatusStrip::update);
    m_second.start(1s);
    update();
}

void StatusStrip::update()
{
    const int underWay = m_runs.underWay();
    if (underWay == 0) {
        setText(tr("Nothing is under way"));
        return;
    }
    const QString count = tr("%Ln run(s) under way", nullptr, underWay);
    const QString next = timewords::ahead(m_runs.nextCheckAt(), m_clock.now());
    //: %1 is such as "3 runs under way", %2 such as "in 12 s"
    setText(next.isEmpty() ? count : tr("%1 · next check %2").arg(count, next));
}

#include "moc_statusstrip.cpp"
