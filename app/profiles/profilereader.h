// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "profiles/profile.h"

#include <QByteArray>
#include <QString>

/// One file of resources/profiles (its README.md has all fields). Strict: a field that is not
/// known, missing, or of a wrong type or value is BadInput that names file and field.
[[nodiscard]] Result<Profile> readProfile(const QByteArray &json, const QString &fileName);

// The words that files and settings share. Nothing where the word is none.
[[nodiscard]] std::optional<AuthScheme> authFromName(QStringView name);
[[nodiscard]] std::optional<TextOperations> textOperationsFromName(QStringView name);
[[nodiscard]] bool isBodyType(QStringView type); ///< of a body that is JSONL
[[nodiscard]] std::optional<Support> supportFromName(QStringView name);
[[nodiscard]] std::optional<ReconcileStrength> strengthFromName(QStringView name);
[[nodiscard]] bool isStartMode(QStringView name);
/// The calls a path can be given for.
[[nodiscard]] const QStringList &callNames();
