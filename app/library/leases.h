// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "library/processidentity.h"

#include <QList>

#include <chrono>

class QSqlDatabase;

/// Which program drives which connection: the table leases. All of it inside a writing
/// transaction, so that two programs never both believe they have one.
namespace Leases {

inline constexpr std::chrono::seconds lifetime{15};
inline constexpr std::chrono::seconds renewal{5};

/// True: ours now. It is free where there is none, where its owner surely is gone, and where its
/// heartbeat is older than the lifetime: by the clock since boot on this computer, by the wall
/// clock (also where it is from the future, more than a minute) on another one.
[[nodiscard]] Result<bool> take(const QSqlDatabase &database, ConnectionId connection,
                                const ProcessIdentity &me);
/// Those of the given that another program has taken meanwhile.
[[nodiscard]] Result<QList<ConnectionId>> renew(const QSqlDatabase &database,
                                                const QList<ConnectionId> &connections,
                                                const ProcessIdentity &me);
[[nodiscard]] Result<> giveUp(const QSqlDatabase &database, ConnectionId connection,
                              const ProcessIdentity &me);
[[nodiscard]] Result<bool> isHeldElsewhere(const QSqlDatabase &database, ConnectionId connection,
                                           const ProcessIdentity &me);

} // namespace Leases
