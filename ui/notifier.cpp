// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notifier.h"

#include "library/library.h"
#include "models/runsummary.h"
#include "theme/icons.h"
#include "widgets/messagearea.h"

#include <KNotification>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLocale>
#include <QSystemTrayIcon>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Those that were sent together end together, but not at once: results are fetched one by one.
constexpr auto quiet = 1s;
constexpr auto longest = 10s;

} // namespace

Notifier::Notifier(const Library &library, MessageArea &messages, QWidget &window, QObject *parent)
    : QObject(parent), m_library(library), m_messages(messages), m_window(window)
{
    m_gather.setSingleShot(true);
    connect(&m_gather, &QTimer::timeout, this, &Notifier::tell);
}

Notifier::~Notifier() = default;

void Notifier::runsEnded(const QList<RunId> &ids)
{
    for (const RunId id : ids)
        if (!m_ended.contains(id))
            m_ended.append(id);
    if (!m_gather.isActive())
        m_latest.setRemainingTime(longest);
    // Each that comes moves it, but a steady trickle is told of, too.
    m_gather.start(std::min<std::chrono::milliseconds>(
        quiet, std::chrono::milliseconds(m_latest.remainingTime())));
}

Notifier::News Notifier::news() const
{
    News news;
    QStringList names;
    qsizetype well = 0;
    for (const RunId id : m_ended) {
        const Run *run = m_library.run(id);
        if (!run)
            continue;
        const RunSummary summary = summarise(m_library, *run);
        if (summary.state == BatchState::Completed && summary.failed.value_or(0) == 0)
            ++well;
        names.append(run->name);
        news.run = id;
        const QLocale locale;
        news.title = tr("%1: %2").arg(run->name, stateText(summary.state));
        news.text = summary.succeeded
            ? tr("%1 of %2 requests answered")
                  .arg(locale.toString(*summary.succeeded), locale.toString(run->requests))
            : tr("%Ln request(s)", nullptr, static_cast<int>(run->requests));
    }
    news.allWell = well == names.size();
    if (const int ended = static_cast<int>(names.size()); ended > 1) {
        const int more = ended - 3;
        news.run = {};
        news.title = tr("%Ln run(s) have ended", nullptr, ended);
        const QString some
            = QStringList(names.first(std::min<qsizetype>(names.size(), 3))).join(u", "_s);
        news.text = more > 0 ? tr("%1 and %Ln more", nullptr, more).arg(some) : some;
    }
    return news;
}

void Notifier::tell()
{
    const News found = news();
    m_ended.clear();
    if (found.title.isEmpty())
        return;
    if (m_window.isActiveWindow()) {
        tellInline(found);
        return;
    }
    // Asked of the bus, without waiting: is there anybody who shows notifications, or can be started?
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        if (!tellTray(found))
            tellInline(found);
        return;
    }
    QDBusMessage ask = QDBusMessage::createMethodCall(
        u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
        u"org.freedesktop.Notifications"_s, u"GetServerInformation"_s);
    auto *asked = new QDBusPendingCallWatcher(bus.asyncCall(ask, 3'000), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this,
            [this, found](QDBusPendingCallWatcher *watcher) {
                watcher->deleteLater();
                if (!watcher->isError())
                    tellDesktop(found);
                else if (!tellTray(found))
                    tellInline(found);
            });
}

void Notifier::tellInline(const News &news)
{
    MessageArea::Message message{.text = tr("%1. %2").arg(news.title, news.text),
                                 .kind = news.allWell ? MessageArea::Kind::Good
                                                      : MessageArea::Kind::Warning,
                                 // In a window that nobody looks at it waits until somebody does.
                                 .stays = !m_window.isActiveWindow()};
    if (!news.run.isNull())
        message.buttons = {{tr("Show"), u"view-list-details"_s,
                            [this, run = news.run] { Q_EMIT runWanted(run); }}};
    m_messages.show(message);
}

void Notifier::tellDesktop(const News &news)
{
    auto *notification
        = new KNotification(u"runEnded"_s, KNotification::CloseWhenWindowActivated, this);
    notification->setComponentName(u"batchdesk"_s);
    notification->setTitle(news.title);
    notification->setText(news.text.toHtmlEscaped());
    notification->setIconName(u"io.github.batchdesk.Batchdesk"_s);
    KNotificationAction *open = notification->addDefaultAction(tr("Show"));
    connect(open, &KNotificationAction::activated, this,
            [this, run = news.run] { Q_EMIT runWanted(run); });
    notification->sendEvent();
}

bool Notifier::tellTray(const News &news)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(icons::application());
        const auto wanted = [this] {
            m_tray->hide();
            Q_EMIT runWanted(m_trayRun);
        };
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, wanted);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, wanted);
    }
    m_trayRun = news.run;
    m_tray->setToolTip(news.title);
    m_tray->show();
    m_tray->showMessage(news.title, news.text, icons::application());
    return true;
}

#include "moc_notifier.cpp"
