// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// A name for a file that is proposed to a person, made from a name of theirs or of a provider: no
/// folder, no sign that a file system or a shell minds, nothing hidden, none of the names that
/// Windows keeps for devices, at most 150 bytes. otherwise: where nothing of it can be used.
[[nodiscard]] QString safeFileName(const QString &name, const QString &otherwise);
