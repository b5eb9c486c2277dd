// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/driver.h"
#include "jobs/intake.h"
#include "jobs/stepcontext.h"

#include <QFuture>
#include <QObject>

#include <optional>

/// What is at a provider, whoever made it: the list, and taking one batch over. Part of Driver.
class RemoteBatches : public QObject {
    Q_OBJECT
public:
    explicit RemoteBatches(const Driver::Needs &needs, QObject *parent = nullptr);

    /// See Driver::list.
    [[nodiscard]] QFuture<Result<ListPage>> list(ConnectionId connection, const ListQuery &query);
    /// See Driver::requests.
    [[nodiscard]] QFuture<Result<RequestPage>> requests(RunId run, const RequestQuery &query);
    /// See Driver::adopt.
    [[nodiscard]] QFuture<Result<RunId>> adopt(ConnectionId connection, const QString &remoteId,
                                               std::optional<TakenIn> input);

private:
    [[nodiscard]] QFuture<Result<RunId>> keep(Batch batch, const RemoteBatch &remote,
                                              const StepContext &context,
                                              const std::optional<TakenIn> &input);

    Driver::Needs m_needs;
};

/// Our run at this connection whose batch has this id there. None: a null id.
[[nodiscard]] RunId runOfRemote(const Library &library, ConnectionId connection,
                                const QString &remoteId);
