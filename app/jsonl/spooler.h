// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/task.h"
#include "dialects/dialect.h"
#include "jsonl/pass.h"

#include <QByteArray>
#include <QString>

/// The exact bytes of one batch's body, written once.
struct SpooledBody {
    qint64 bytes = 0;
    qint64 requests = 0;
    QByteArray sha256;
};

/// Writes the body of a batch on the pool: framing.before, each request of the input by the
/// dialect's writeLine with framing.between, framing.after; then syncs and renames. Byte order
/// mark, CR and blank lines are left out, a request's body is untouched. run, batch and profile are
/// copied. input and target are absolute paths; an existing target is replaced only by a whole one.
[[nodiscard]] QFuture<Result<SpooledBody>> spool(QThreadPool &pool, const Dialect &dialect, Run run,
                                                 Batch batch, Profile profile, QString input,
                                                 QString target);

/// The same on the caller's thread.
[[nodiscard]] Result<SpooledBody> spoolBody(const Dialect &dialect, const BatchView &view,
                                            const QString &input, const QString &target,
                                            const Pass &pass = {});
