// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "jobs/intake.h"
#include "widgets/messagearea.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class Services;

/// Follows batches that were made elsewhere: asks for the input file where one is wanted, says how it
/// went, and offers the way to the run. GUI thread; never waits.
class RemoteCommands final : public QObject {
    Q_OBJECT
public:
    /// As Driver::adopt.
    using Adopt = std::function<QFuture<Result<RunId>>(ConnectionId, const QString &,
                                                       std::optional<TakenIn>)>;
    RemoteCommands(Services &services, Adopt adopt, MessageArea &messages,
                   QObject *parent = nullptr);

    void follow(ConnectionId connection, const QStringList &remoteIds);
    /// Asks for the file in a dialog over dialogParent.
    void followWithFile(ConnectionId connection, const QString &remoteId, QWidget *dialogParent);
    void followWith(ConnectionId connection, const QString &remoteId, const QString &file);

Q_SIGNALS:
    void runWanted(RunId run);

private:
    void followed(const QString &remoteId, const Result<RunId> &run);
    void compare(RunId run, const TakenIn &input);

    Services &m_services;
    Adopt m_adopt;
    MessageArea &m_messages;
};
