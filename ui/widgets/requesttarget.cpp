// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/requesttarget.h"

#include "core/run.h"
#include "services.h"

#include <QCoreApplication>

namespace {

struct Target {
    Q_DECLARE_TR_FUNCTIONS(RequestTarget)
};

} // namespace

std::expected<RequestTarget, QString> requestTarget(Services &services, const Run &run)
{
    const Connection *connection = services.library().connection(run.connection);
    if (!connection)
        return std::unexpected(Target::tr("The run has no connection"));
    const Result<Profile> profile = services.profiles().effective(*connection);
    if (!profile)
        return std::unexpected(userText(profile.error()));
    // It is at another address each time.
    if (profile->isPractice)
        return std::unexpected(Target::tr("The practice provider answers batches alone"));
    RequestTarget target{.base
                         = connection->baseUrl.isEmpty() ? profile->baseUrl : connection->baseUrl,
                         .endpoint = run.endpoint,
                         .request = {},
                         .keyVariable = connection->keySource == KeySource::Environment
                             ? connection->keyVariable.toUtf8()
                             : QByteArray()};
    if (target.base.isEmpty())
        return std::unexpected(Target::tr("Its connection has no address"));
    target.request.auth = profile->auth;
    target.request.headers = profile->headers;
    return target;
}
