// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/remotelisting.h"
#include "widgets/statepane.h"

class QAction;

/// What a person may do about it.
struct RemoteWaysOut {
    QAction *refresh;
    QAction *connections;
    QAction *back;
    QAction *newRun;
    QAction *anyStatus; ///< shows batches of every status
};

/// What the page of a provider says while it has no rows to show.
[[nodiscard]] StatePane::Content remoteState(const RemoteListing &listing,
                                             const QString &connectionName,
                                             const RemoteWaysOut &waysOut);
