// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jsonl/linelist.h"

#include <QByteArray>
#include <QList>
#include <QPromise>
#include <QString>

#include <memory>

/// The files that a draft writes and reads, on a worker. For models/draft.cpp alone.
namespace draftfiles {

/// Writes a draft as JSONL: lines of the file as they are, others as typed, each with LF.
void write(QPromise<Result<>> &promise, const std::shared_ptr<const LineList> &lines,
           const QString &path);
/// letters.jsonl becomes letters.repaired.jsonl; what was packed is not packed again.
[[nodiscard]] QString repairedName(const QString &name);
/// The lines of a scratch file, which goes.
[[nodiscard]] Result<QList<QByteArray>> takeLines(const QString &path);

} // namespace draftfiles
