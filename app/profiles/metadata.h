// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "profiles/profile.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

/// Whether a provider takes this metadata: BadInput with the key as field where it is surely too
/// much or too long, a key is empty, ours or there twice, or the provider has no metadata at all.
/// Values are raw JSON, as in Run::metadata; null leaves a pair out. The mark that Batchdesk adds
/// counts as one pair.
[[nodiscard]] Result<> checkMetadata(const QList<std::pair<QString, QByteArray>> &metadata,
                                     const Profile &profile);
