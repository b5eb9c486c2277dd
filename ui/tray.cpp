// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tray.h"

#include "actions.h"
#include "core/clock.h"
#include "models/runmodel.h"
#include "models/timewords.h"
#include "theme/icons.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostRuns = 8;

/// When a run ends if it goes on as it did; nothing while too little is known.
std::optional<QDateTime> endOf(const RunSummary &run, const QDateTime &now)
{
    const std::optional<double> fraction = run.fraction();
    if (!fraction || *fraction < 0.02 || *fraction >= 1 || !run.submittedAt.isValid())
        return std::nullopt;
    const auto passed = static_cast<double>(run.submittedAt.msecsTo(now));
    return now.addMSecs(static_cast<qint64>(passed * (1 - *fraction) / *fraction));
}

} // namespace

Tray::Tray(const RunModel &runs, const Clock &clock, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_clock(clock)
    , m_actions(actions)
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->setWindowTitle(u"Batchdesk"_s);
    connect(m_menu.get(), &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&m_often, &QTimer::timeout, this, [this] {
        if (m_icon)
            m_icon->setToolTip(words());
    });
    fillMenu();
}

Tray::~Tray() = default;

void Tray::setWanted(bool isWanted)
{
    if (isWanted == (m_icon != nullptr))
        return;
    m_often.stop();
    m_icon.reset();
    if (!isWanted)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(icons::application());
    m_icon->setToolTip(words());
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    Q_EMIT windowWanted();
            });
    m_icon->show(); // where there is no tray yet, it comes with the tray
    m_often.start(10s);
}

bool Tray::isShown() const
{
    return m_icon && m_icon->isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

QString Tray::words() const
{
    const int underWay = m_runs.underWay();
    if (underWay == 0)
        return tr("Batchdesk: nothing is under way");
    const QString count = tr("Batchdesk: %Ln run(s) under way", nullptr, underWay);
    const QDateTime now = m_clock.now();
    std::optional<QDateTime> nearest;
    QString name;
    for (int row = 0; row < m_runs.rowCount(); ++row) {
        const RunSummary *run = m_runs.summaryAt(row);
        if (!run || !run->isUnderWay())
            continue;
        const std::optional<QDateTime> end = endOf(*run, now);
        if (end && (!nearest || *end < *nearest)) {
            nearest = end;
            name = run->name;
        }
    }
    if (!nearest)
        return count;
    //: %1 such as "Batchdesk: 3 runs under way", %2 the name of a run, %3 such as "in 5 min"
    return tr("%1\n“%2” ends first, about %3").arg(count, name, timewords::ahead(*nearest, now));
}

void Tray::fillMenu()
{
    m_menu->clear();
    const QStringList lines = words().split(u'\n');
    for (const QString &line : lines)
        m_menu->addAction(line)->setEnabled(false);
    m_menu->addSeparator();
    int shown = 0;
    for (int row = 0; row < m_runs.rowCount() && shown < mostRuns; ++row) {
        const RunSummary *run = m_runs.summaryAt(row);
        if (!run || !run->isUnderWay())
            continue;
        ++shown;
        QString name = run->name;
        //: %1 is the name of a run, %2 such as "64 of 104"
        QAction *action
            = m_menu->addAction(icons::forState(run->state),
                                tr("%1: %2").arg(name.replace(u'&', u"&&"_s), run->progressText()));
        connect(action, &QAction::triggered, this, [this, id = run->id] { Q_EMIT runWanted(id); });
    }
    if (const int more = m_runs.underWay() - shown; more > 0)
        m_menu->addAction(tr("and %Ln more", nullptr, more))->setEnabled(false);
    if (shown > 0)
        m_menu->addSeparator();
    connect(m_menu->addAction(icons::named(u"view-list-details"_s), tr("Show &Window")),
            &QAction::triggered, this, &Tray::windowWanted);
    m_menu->addActions({m_actions.newRun, m_actions.preferences, m_actions.quit});
}

#include "moc_tray.cpp"
