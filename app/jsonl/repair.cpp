// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repair.h"

#include "core/task.h"
#include "jsonl/repairpass.h"
#include "jsonl/requesttext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kinds = {
    "bom"_L1,
    "crlf"_L1,
    "blank_line"_L1,
    "not_utf8"_L1,
    "lone_surrogate"_L1,
    "stream_set"_L1,
    "missing_max_tokens"_L1,
    "wrong_url"_L1,
    "bad_method"_L1,
    "missing_custom_id"_L1,
    "empty_custom_id"_L1,
    "bad_custom_id"_L1,
    "duplicate_custom_id"_L1,
    "mixed_urls"_L1,
    "mixed_models"_L1,
    "unusable"_L1,
};

Result<> checkOptions(const QString &source, const RepairOptions &options)
{
    const QStringList known = repairKinds();
    for (const QString &kind : options.only + options.skip)
        if (!known.contains(kind))
            return Failure(Error{.kind = ErrorKind::BadInput,
                                 .message = QCoreApplication::translate(
                                                "Repair", "“%1” cannot be mended; there are %2")
                                                .arg(kind, known.join(", "_L1))});
    const QFileInfo target(options.target);
    if (target.exists() && target.canonicalFilePath() == QFileInfo(source).canonicalFilePath())
        return Failure(
            Error{.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate(
                      "Repair", "The mended copy needs another name: your file stays as it is")});
    return {};
}

} // namespace

QStringList repairKinds()
{
    return {kinds.begin(), kinds.end()};
}

Result<RepairReport> repairFile(const QString &source, const RepairOptions &options,
                                const Pass &pass)
{
    if (const Result<> checked = checkOptions(source, options); !checked)
        return Failure(checked.error());
    Result<InputFile> file = openText(source, options.rules.cache, firstHalf(pass));
    if (!file)
        return Failure(file.error());
    const Pass second = secondHalf(pass);
    return RepairPass(std::move(*file), options, second).run();
}

QFuture<Result<RepairReport>> repair(QThreadPool &pool, QString source, RepairOptions options)
{
    return runOnPool<RepairReport>(
        pool,
        [source = std::move(source),
         options = std::move(options)](QPromise<Result<RepairReport>> &promise) {
            promise.addResult(repairFile(source, options, passOf(promise)));
        });
}
