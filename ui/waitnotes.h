// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

class MessageArea;
class Services;

/// Says of each connection, once, that its provider has not answered for a while, and since when. A
/// short trouble is not worth a line: it goes by itself. GUI thread.
class WaitNotes final : public QObject {
    Q_OBJECT
public:
    WaitNotes(Services &services, MessageArea &messages, QObject *parent = nullptr);

private:
    struct Note {
        QDateTime since; ///< of the outage it is about
        QDateTime from; ///< when it is to be said
        bool isSaid = false; ///< a person may have closed it
    };

    void update();
    /// True where this connection has something that is still to be said.
    bool look(ConnectionId connection);
    void say(ConnectionId connection, const QString &name, Note &note);
    void tryNow(ConnectionId connection);

    Services &m_services;
    MessageArea &m_messages;
    QHash<ConnectionId, Note> m_notes; ///< of providers that do not answer
    QTimer m_timer; ///< runs only while something is still to be said
};
