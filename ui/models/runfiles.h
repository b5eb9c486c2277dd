// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/run.h"

#include <QList>
#include <QString>

#include <vector>

/// A file that belongs to a run, here or at its provider.
struct RunFile {
    enum class Kind : quint8 { Input, Sent, Results, Errors };
    enum class Where : quint8 {
        Here, ///< complete
        There, ///< at the provider, not fetched yet
        Gone, ///< should be here and is not
        Changed ///< is here with another size than it was written with
    };

    Kind kind = Kind::Input;
    Where where = Where::Here;
    BatchId batch; ///< null: of the run
    QString path; ///< absolute; empty where it is not here
    QString remoteId;
    qint64 bytes = -1; ///< -1: not known
    qint64 lines = -1;
    QByteArray sha256;
    bool operator==(const RunFile &) const = default;
};

[[nodiscard]] QString kindText(RunFile::Kind kind); ///< translated
[[nodiscard]] QString whereText(const RunFile &file);

/// All of them in the order in which a run goes. Looks at no disk.
[[nodiscard]] QList<RunFile> filesOf(const Run &run, const std::vector<const Batch *> &batches,
                                     const QString &libraryFolder);
/// The same once the disk was asked for those that should be here. For a worker.
[[nodiscard]] QList<RunFile> looked(QList<RunFile> files);
/// Of the file that a person looks for: what came back, before that what was sent; or empty.
[[nodiscard]] QString newestPath(const QList<RunFile> &files);
/// Differs when joining the results again would give something else.
[[nodiscard]] QByteArray resultsMark(const std::vector<const Batch *> &batches);
