// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"
#include "results/runresults.h"

#include <QByteArrayList>
#include <QTemporaryDir>

/// A library folder with one run in it, for tests of results.
class RunFixture {
public:
    RunFixture();

    /// The run's input; bytes are taken as they are.
    void setInput(const QByteArray &bytes);
    void setRequests(const QStringList &customIds);
    /// A batch over these requests; the first one covers all unless said otherwise.
    Batch &addBatch(BatchState state, qint64 first = 0, qint64 count = -1);
    void addResults(const QByteArray &bytes, size_t batch = 0,
                    const QString &source = QStringLiteral("output"));

    /// So many requests, an ended batch over them, and mixedResults() of it.
    void addMixed(int count);

    [[nodiscard]] RunFiles &files() { return m_files; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Result<std::shared_ptr<const RunResults>> join();

private:
    QTemporaryDir m_folder;
    RunFiles m_files;
    qint64 m_count = 0;
};

/// Lines of request and result files as the files dialect has them, without line end.
[[nodiscard]] QByteArray requestLine(const QString &customId);
[[nodiscard]] QByteArray answerLine(const QString &customId, const QString &content,
                                    const QString &finish = QStringLiteral("stop"));
[[nodiscard]] QByteArray errorLine(const QString &customId, int status, const QString &code,
                                   const QString &message);
[[nodiscard]] QByteArray lines(const QByteArrayList &all);

[[nodiscard]] QStringList manyIds(int count); ///< row-0, row-1 ...
/// One result of each kind in turn; every seventh request gets none.
[[nodiscard]] QByteArrayList mixedResults(const QStringList &ids);

/// "row custom_id outcome content-or-error" of every row, for comparing whole joins.
[[nodiscard]] QStringList printed(const RunResults &results);
/// "answered 3, missing 1": the outcomes of which there are any.
[[nodiscard]] QString printed(const Certificate &certificate);
