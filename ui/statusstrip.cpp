// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusstrip.h"

#include "models/runmodel.h"
#include "models/timewords.h"

#include <QEvent>

using namespace std::chrono_literals;

StatusStrip::StatusStrip(const RunModel &runs, const Clock &clock, QWidget *parent)
    : QLabel(parent), m_runs(runs), m_clock(clock)
{
    setContentsMargins(10, 3, 10, 5);
    m_second.setInterval(1s);
    m_soon.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, &StatusStrip::update);
    connect(&m_soon, &QTimer::timeout, this, &StatusStrip::update);
    // Where seconds are told, each second is soon enough. Else news wake it, all of one go together.
    const auto news = [this] {
        if (!m_second.isActive() && isVisible())
            m_soon.start(0s);
    };
    connect(&runs, &QAbstractItemModel::rowsInserted, this, news);
    connect(&runs, &QAbstractItemModel::rowsRemoved, this, news);
    connect(&runs, &QAbstractItemModel::dataChanged, this, news);
    update();
}

bool StatusStrip::event(QEvent *event)
{
    const bool done = QLabel::event(event);
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate)
        update();
    return done;
}

void StatusStrip::update()
{
    const int underWay = m_runs.underWay();
    if (underWay == 0) {
        setText(tr("Nothing is under way"));
        m_second.stop();
        return;
    }
    // Where nobody sees it, what it says is told when somebody does.
    if (!isVisible() || window()->isMinimized())
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    const QString count = tr("%Ln run(s) under way", nullptr, underWay);
    const QString next = timewords::ahead(m_runs.nextCheckAt(), m_clock.now());
    //: %1 is such as "3 runs under way", %2 such as "in 12 s"
    setText(next.isEmpty() ? count : tr("%1 · next check %2").arg(count, next));
}

#include "moc_statusstrip.cpp"
