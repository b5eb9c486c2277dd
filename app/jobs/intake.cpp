// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/intake.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

void takeRequests(Run &run, const QString &inputFile, const PreflightReport &report)
{
    run.inputFile = inputFile;
    run.requests = report.requests;
    run.bytes = report.bytes;
    run.sha256 = report.sha256;
    run.models.clear();
    for (const auto &[model, count] : report.models)
        run.models.append(model);
    if (run.endpoint.isEmpty() && !report.endpoints.isEmpty())
        run.endpoint = report.endpoints.first().first;
}

QFuture<Result<TakenIn>> takeInJoined(QThreadPool &pool, QStringList files, QString libraryFolder,
                                      QString relativeTarget, PreflightRules rules)
{
    const auto work = [files = std::move(files), folder = std::move(libraryFolder),
                       target = std::move(relativeTarget),
                       rules = std::move(rules)](QPromise<Result<TakenIn>> &promise) {
        QStringList sources;
        for (const QString &file : files)
            sources.append(folder + u'/' + file);
        Result<PreflightReport> report
            = joinAndCheck(sources, folder + u'/' + target, rules, passOf(promise));
        promise.addResult(
            report ? Result<TakenIn>(TakenIn{.inputFile = target, .report = std::move(*report)})
                   : Result<TakenIn>(Failure(report.error())));
    };
    return runOnPool<TakenIn>(pool, work);
}

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
