// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitnotes.h"

#include "services.h"
#include "widgets/messagearea.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds worthSaying = 15s;

QString keyOf(ConnectionId connection)
{
    return u"wait-"_s + connection.toString();
}

} // namespace

WaitNotes::WaitNotes(Services &services, MessageArea &messages, QObject *parent)
    : QObject(parent), m_services(services), m_messages(messages)
{
    m_timer.setInterval(std::max(services.clock().scaled(worthSaying) / 3, 20ms));
    connect(&m_timer, &QTimer::timeout, this, &WaitNotes::update);
    connect(&services.driver(), &Driver::connectionTroubleChanged, this, &WaitNotes::update);
    update();
}

void WaitNotes::update()
{
    bool hasMore = false;
    const QList<ConnectionId> connections = m_services.library().connectionIds();
    for (const ConnectionId connection : connections)
        hasMore = look(connection) || hasMore;
    if (!hasMore)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

bool WaitNotes::look(ConnectionId id)
{
    const Connection *connection = m_services.library().connection(id);
    const std::optional<ConnectionWait> wait = m_services.driver().connectionWait(id);
    // Where a provider asked for patience, the runs themselves say so.
    if (!connection || !wait || !wait->since.isValid()) {
        if (m_notes.remove(id))
            m_messages.withdraw(keyOf(id));
        return false;
    }
    const QDateTime now = m_services.clock().now();
    Note &note = m_notes[id];
    if (note.since != wait->since)
        note = {.since = wait->since,
                .from = wait->since.addMSecs(m_services.clock().scaled(worthSaying).count())};
    if (!note.isSaid && now >= note.from)
        say(id, connection->name, note);
    return !note.isSaid;
}

void WaitNotes::say(ConnectionId id, const QString &name, Note &note)
{
    note.isSaid = true;
    const QString since = QLocale().toString(note.since.toLocalTime().time(), QLocale::ShortFormat);
    //: %1 is the name of a connection, %2 a time of day
    m_messages.show({.key = keyOf(id),
                     .text = tr("“%1” has not answered since %2. Its runs wait here and lose "
                                "nothing; it is tried again every few minutes.")
                                 .arg(name, since),
                     .kind = MessageArea::Kind::Warning,
                     .buttons = {{tr("Try Now"), u"view-refresh"_s, [this, id] { tryNow(id); }}},
                     .stays = true});
}

/// Its line has gone with the press, and comes back if that was of no use.
void WaitNotes::tryNow(ConnectionId id)
{
    if (const auto note = m_notes.find(id); note != m_notes.end()) {
        note->isSaid = false;
        note->from
            = m_services.clock().now().addMSecs(m_services.clock().scaled(worthSaying).count());
    }
    m_services.driver().networkCame();
    update();
}

#include "moc_waitnotes.cpp"
