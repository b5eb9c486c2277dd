// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "core/result.h"
#include "core/task.h"
#include "jsonl/lineindex.h"
#include "jsonl/pass.h"
#include "profiles/profile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

struct Dialect;

/// What preflight found in a request file.
struct PreflightReport {
    qint64 requests = 0; ///< non-blank lines
    qint64 bytes = 0;
    qint64 blankLines = 0;
    QList<std::pair<QString, qint64>> models; ///< most frequent first
    QList<std::pair<QString, qint64>> endpoints;
    QList<Finding> findings; ///< errors first, then by first line
    std::shared_ptr<const LineIndex> index;
    qint64 faultyLines = 0; ///< lines with at least one error of their own
    qint64 repeatedIds = 0; ///< lines whose only error is that an earlier one has the same id
    QByteArray sha256; ///< of the file's bytes; empty where the rules did not ask for it

    [[nodiscard]] bool hasErrors() const;
};

/// What a file is checked against. Without a profile no limit applies, and models may be mixed.
struct PreflightRules {
    const Dialect *dialect = nullptr;
    std::optional<Profile> profile;
    bool withDigest = true; ///< makes PreflightReport::sha256, a third of the time of a check
    /// A folder of ours, for text that is unpacked and for what was found in a file before
    /// (jsonl/keptreports.h); empty: /tmp, and nothing is kept.
    QString cache;
};

/// Checks every line of a request file on the pool, in one pass of 2 MiB blocks, on as many
/// threads as there are cores, with memory that grows by some bytes a line alone. A packed file
/// (jsonl/unpack.h) is unpacked first: lines, bytes and digest are those of its text.
/// BadInput where the file cannot be opened or used as lines of text at all (a directory, vanished,
/// binary data: NUL bytes in the first block and not one JSON line); all else is findings. The
/// file is only read. Progress: bytes read of bytes, by the future's progress values (in KiB).
[[nodiscard]] QFuture<Result<PreflightReport>> preflight(QThreadPool &pool, QString path,
                                                         PreflightRules rules);

/// The same on the caller's thread.
[[nodiscard]] Result<PreflightReport> checkFile(const QString &path, const PreflightRules &rules,
                                                const Pass &pass = {});

/// Copies a file, or the text of a packed one, and checks the copy, on the caller's thread. The target, an absolute path, appears
/// only when it is whole, synced and has been checked (findings do not hinder); it must not be there
/// before. On error nothing is left behind. The source is only read.
[[nodiscard]] Result<PreflightReport> copyAndCheck(const QString &source, const QString &target,
                                                   const PreflightRules &rules,
                                                   const Pass &pass = {});

/// The same with several files one behind the other, each beginning a line of its own; a byte order
/// mark stays only at the very front.
[[nodiscard]] Result<PreflightReport> joinAndCheck(const QStringList &sources,
                                                   const QString &target,
                                                   const PreflightRules &rules,
                                                   const Pass &pass = {});

/// The translated sentence of a finding kind: what it is and what to do.
[[nodiscard]] QString findingText(QStringView kind, const Profile *profile = nullptr);
