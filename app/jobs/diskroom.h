// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QString>

#include <functional>
#include <optional>

struct StepContext;

/// As freeSpaceAt() of net/diskfile.h; tests have disks of their own.
using FreeSpace = std::function<qint64(const QString &folder)>;

/// Room that the results of so many bytes of requests may need. Nobody can tell beforehand how much
/// a model writes; three times its requests is more than results of chats have come to, and below 64
/// MiB the database, its journal and an index beside the results count for more than they do.
[[nodiscard]] qint64 roomForResults(qint64 requestBytes);

/// Why a batch of so many bytes may not be sent now: what it would bring, together with what all
/// others of the library that are under way will, may not fit on the disk. Asked before anything is
/// paid for. code is noSpaceCode.
[[nodiscard]] std::optional<Error> lackOfRoom(const StepContext &context, BatchId batch,
                                              qint64 requestBytes);

/// Why a download may not go on now: so many bytes are still to come.
[[nodiscard]] std::optional<Error> lackOfRoomFor(const StepContext &context, qint64 bytes);
