// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/intake.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

QFuture<Result<TakenIn>> takeIn(QThreadPool &pool, QString file, QString libraryFolder,
                                QString relativeTarget, PreflightRules rules)
{
    const auto work = [file = std::move(file), folder = std::move(libraryFolder),
                       target = std::move(relativeTarget),
                       rules = std::move(rules)](QPromise<Result<TakenIn>> &promise) {
        Result<PreflightReport> report
            = copyAndCheck(file, folder + u'/' + target, rules, passOf(promise));
        if (!report) {
            promise.addResult(Failure(report.error()));
            return;
        }
        promise.addResult(TakenIn{.inputFile = target,
                                  .originPath = QFileInfo(file).absoluteFilePath(),
                                  .report = std::move(*report)});
    };
    return runOnPool<TakenIn>(pool, work);
}
