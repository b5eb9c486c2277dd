// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

class QFile;

/// The code of a Disk error that is over as soon as there is room on the disk again.
inline constexpr QLatin1StringView noSpaceCode("no_space");

/// Why a file could not be written, as an error of kind Disk.
[[nodiscard]] Error diskError(const QString &file, const QString &reason);
/// The same of the last thing done to a file.
[[nodiscard]] Error diskError(const QFile &file);

/// What was written is on the disk, not only on its way there.
[[nodiscard]] Result<> syncFile(const QFile &file);
/// The names in a folder are on the disk, as after a rename.
[[nodiscard]] Result<> syncFolder(const QString &folder);

/// Free bytes where a folder is; -1 where that cannot be told.
[[nodiscard]] qint64 freeSpaceAt(const QString &folder);

/// Unlike QFile::rename this replaces what is there, in one step.
[[nodiscard]] Result<> replaceFile(const QString &from, const QString &to);
