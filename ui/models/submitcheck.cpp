// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/submitcheck.h"

#include "profiles/metadata.h"
#include "services.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

Result<> maySubmit(const Run &run, Services &services)
{
    const Library &library = services.library();
    if (const Connection *connection = library.connection(run.connection)) {
        const Result<Profile> profile = services.profiles().effective(*connection);
        if (!profile)
            return Failure(profile.error());
        if (const Result<> takes = checkMetadata(run.metadata, *profile); !takes)
            return takes;
    }
    const std::optional<RunId> same = run.again ? std::nullopt : library.findSame(run);
    if (!same)
        return {};
    const Run *earlier = library.run(*same);
    return Failure(Error{
        .kind = ErrorKind::Rejected,
        .message = QCoreApplication::translate(
                       "Draft", "The same requests went to this connection before, as \"%1\"")
                       .arg(earlier ? earlier->name : QString()),
        .code = u"same_run"_s,
        .field = same->toString(),
    });
}
