// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonl/inputfile.h"
#include "jsonl/preflight.h"

#include <QString>

#include <chrono>
#include <optional>

class OutputFile;

/// What preflight found in large files, kept in the cache for the next time that one is opened, by
/// this program or another one of ours. Any thread, any number of programs at once: an entry appears
/// whole or not at all.
///
/// An entry holds for one path, one state of the file (device, inode, size, both times of change,
/// and the digest of its first and last 64 KiB), the rules that it was checked by, and this version
/// of the checks. An entry that is another's, cut or damaged is none, and is written again. It tells
/// what a person sees; what is sent is copied and hashed each time (copyAndCheck()).
class KeptReports {
public:
    /// Everything that a check finds in some bytes depends on it: raise it with each change of that.
    static constexpr int findingsVersion = 1;
    struct Limits {
        qint64 leastBytes = qint64(1) << 20; ///< smaller files are read in no time
        qint64 mostBytes = qint64(256) << 20; ///< of all entries; the oldest go first
        /// A file that was changed later than this before now may be changed again without another
        /// time of change.
        std::chrono::milliseconds settled{2'000};
    };
    /// Without a folder nothing is found and nothing is kept.
    explicit KeptReports(QString folder) : KeptReports(std::move(folder), Limits()) {}
    KeptReports(QString folder, Limits limits);

    [[nodiscard]] std::optional<PreflightReport> find(const InputFile &file,
                                                      const PreflightRules &rules) const;
    /// file: as it was opened, and unchanged since. Trouble is no error: it is read again, then.
    void keep(const InputFile &file, const PreflightRules &rules,
              const PreflightReport &report) const;

private:
    [[nodiscard]] QString pathOf(const InputFile &file, const PreflightRules &rules) const;
    [[nodiscard]] bool isSettled(const InputFile &file, const OutputFile &now) const;
    void makeRoom() const;

    QString m_folder;
    Limits m_limits;
};

/// What is known of a file without reading it through, on the pool; nothing for a packed one, whose
/// lines cannot be read where it is. With its digest.
[[nodiscard]] QFuture<Result<std::optional<PreflightReport>>> knownReport(QThreadPool &pool,
                                                                          QString path,
                                                                          PreflightRules rules);
