// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/run.h"
#include "library/library.h"
#include "profiles/profile.h"

#include <QStringList>

/// Metadata from the command line: KEY=VALUE pairs (text) and a file with a JSON object, whose
/// values stay the bytes they are. BadInput where the provider surely takes none of it, or not this
/// (profiles/metadata.h), or wants text only.
[[nodiscard]] Result<QList<std::pair<QString, QByteArray>>> readMetadata(const QStringList &pairs,
                                                                         const QString &file,
                                                                         const Profile &profile);

/// The refusal of sending the same twice; names the earlier run.
[[nodiscard]] Error sameRunError(const Library &library, RunId earlier);
