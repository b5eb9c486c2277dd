// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notifier.h"

#include "library/library.h"
#include "models/runsummary.h"
#include "theme/icons.h"
#include "widgets/messagearea.h"
#include "widgets/preferences.h"

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
    gather();
}

void Notifier::needsYou(const Need &need)
{
    m_needs.append(need);
    gather();
}

void Notifier::gather()
{
    if (!m_gather.isActive())
        m_latest.setRemainingTime(longest);
    // Each that comes moves it, but a steady trickle is told of, too.
    m_gather.start(std::min<std::chrono::milliseconds>(
        quiet, std::chrono::milliseconds(m_latest.remainingTime())));
}

Notifier::News Notifier::endedNews(Which which) const
{
    const Preferences preferences = Preferences::load();
    News news;
    QStringList names;
    qsizetype well = 0;
    for (const RunId id : m_ended) {
        const Run *run = m_library.run(id);
        if (!run)
            continue;
        const RunSummary summary = summarise(m_library, *run);
        const bool isWell
            = summary.state == BatchState::Completed && summary.failed.value_or(0) == 0;
        const bool isFailure = summary.state == BatchState::Failed;
        if (which == Which::Wanted && !(isFailure ? preferences.tellFailed : preferences.tellEnded))
            continue;
        well += isWell ? 1 : 0;
        names.append(run->name);
        news.event = isFailure ? Event::Failed : Event::Ended;
        news.run = id;
        news.hasResults = summary.resultsHere;
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
        news.event = Event::Ended;
        news.title = tr("%Ln run(s) have ended", nullptr, ended);
        const QString some
            = QStringList(names.first(std::min<qsizetype>(names.size(), 3))).join(u", "_s);
        news.text = more > 0 ? tr("%1 and %Ln more", nullptr, more).arg(some) : some;
    }
    return news;
}

Notifier::News Notifier::needNews() const
{
    News news;
    news.event = Event::NeedsYou;
    news.allWell = false;
    if (m_needs.isEmpty() || !Preferences::load().tellNeedsYou)
        return news;
    const int count = static_cast<int>(m_needs.size());
    if (count == 1) {
        const Need &only = m_needs.first();
        news.title = only.title;
        news.text = only.text;
        news.run = only.run;
        news.connection = only.connection;
        return news;
    }
    news.title = tr("%Ln thing(s) need you", nullptr, count);
    QStringList titles;
    for (const Need &need : m_needs)
        if (!titles.contains(need.title) && titles.size() < 3)
            titles.append(need.title);
    news.text = titles.join(u'\n');
    return news;
}

void Notifier::tell()
{
    const bool isWatched = m_window.isActiveWindow();
    const bool isOutside = !isWatched || !Preferences::load().onlyUnwatched;
    const News all = endedNews(Which::All);
    const News wanted = endedNews(Which::Wanted);
    const News need = needNews();
    m_ended.clear();
    m_needs.clear();
    if (!all.title.isEmpty() && (isWatched || wanted.title.isEmpty()))
        tellInline(all);
    if (isOutside && !wanted.title.isEmpty())
        tellOutside(wanted);
    if (isOutside && !need.title.isEmpty())
        tellOutside(need);
}

void Notifier::tellOutside(const News &news)
{
    // What could not be told outside has been told inside already, or is told there now.
    const auto otherwise = [this](const News &untold) {
        if (!tellTray(untold) && untold.event != Event::NeedsYou && !m_window.isActiveWindow())
            tellInline(untold);
    };
    // Asked of the bus, without waiting: is there anybody who shows notifications, or can be started?
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return otherwise(news);
    QDBusMessage ask = QDBusMessage::createMethodCall(
        u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
        u"org.freedesktop.Notifications"_s, u"GetServerInformation"_s);
    auto *asked = new QDBusPendingCallWatcher(bus.asyncCall(ask, 3'000), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this,
            [this, news, otherwise](QDBusPendingCallWatcher *watcher) {
                watcher->deleteLater();
                if (watcher->isError())
                    otherwise(news);
                else
                    tellDesktop(news);
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

void Notifier::pressed(const News &news)
{
    if (!news.connection.isNull())
        Q_EMIT connectionWanted(news.connection);
    else
        Q_EMIT runWanted(news.run);
}

void Notifier::tellDesktop(const News &news)
{
    const QString event = news.event == Event::NeedsYou ? u"needsYou"_s
        : news.event == Event::Failed                   ? u"runFailed"_s
                                                        : u"runEnded"_s;
    auto *notification = new KNotification(event, KNotification::CloseWhenWindowActivated, this);
    notification->setComponentName(u"batchdesk"_s);
    notification->setTitle(news.title);
    notification->setText(news.text.toHtmlEscaped());
    notification->setIconName(u"io.github.batchdesk.Batchdesk"_s);
    if (news.event == Event::NeedsYou)
        notification->setUrgency(KNotification::HighUrgency);
    const auto press = [this, news] { pressed(news); };
    connect(notification->addDefaultAction(tr("Show")), &KNotificationAction::activated, this,
            press);
    // Not every desktop lets one press on the notification itself.
    connect(notification->addAction(tr("Open")), &KNotificationAction::activated, this, press);
    if (!news.run.isNull() && news.hasResults)
        connect(notification->addAction(tr("Export…")), &KNotificationAction::activated, this,
                [this, run = news.run] { Q_EMIT exportWanted(run); });
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
            pressed(m_trayNews);
        };
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, wanted);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, wanted);
    }
    m_trayNews = news;
    m_tray->setToolTip(news.title);
    m_tray->show();
    m_tray->showMessage(news.title, news.text, icons::application());
    return true;
}

#include "moc_notifier.cpp"
