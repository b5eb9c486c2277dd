// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "profiles/profile.h"

#include <QString>

/// Lays one setting of a connection (--set KEY=VALUE, resources/profiles/README.md has the keys)
/// over a profile. BadInput with the key as field where there is no such setting, or the value is
/// out of range; the profile is untouched then.
[[nodiscard]] Result<> applySetting(const QString &key, const QString &value, Profile &profile);
