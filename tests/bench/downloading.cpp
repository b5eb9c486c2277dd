// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/downloading.h"

#include "bench/givenbatch.h"
#include "bench/heartbeat.h"
#include "jsonl/preflight.h"
#include "mainwindow.h"
#include "models/resultmodel.h"
#include "services.h"

#include <QFileInfo>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// Lines with something in them.
qint64 linesOf(const QString &file)
{
    const Result<PreflightReport> report = checkFile(file, {.withDigest = false});
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return report->requests;
}

ConnectionId connectionTo(Services &services, const QUrl &url)
{
    qputenv("BATCHDESK_BENCH_KEY", "any");
    const Result<ConnectionId> id
        = services.library().add(Connection{.id = {},
                                            .name = u"Near by"_s,
                                            .profile = u"openai-compatible"_s,
                                            .baseUrl = url,
                                            .keySource = KeySource::Environment,
                                            .keyVariable = u"BATCHDESK_BENCH_KEY"_s,
                                            .pollMin = std::chrono::milliseconds(200)});
    if (!id)
        qFatal("%s", qPrintable(id.error().message));
    return *id;
}

/// Under way at the provider, as it is the last time that anybody looked.
RunId liveRun(Services &services, ConnectionId connection, const QString &requests, qint64 lines)
{
    Run run;
    run.name = u"Many requests"_s;
    run.connection = connection;
    run.endpoint = u"/v1/chat/completions"_s;
    run.inputFile = QFileInfo(requests).absoluteFilePath();
    run.requests = lines;
    run.bytes = QFileInfo(requests).size();
    run.createdAt = services.clock().now();
    Batch batch;
    batch.run = services.library().add(run);
    batch.connection = connection;
    batch.requests = lines;
    batch.submittedAt = batch.checkedAt = run.createdAt;
    batch.facts.state = BatchState::Running;
    batch.facts.intent = u"bench"_s;
    batch.facts.remoteId = GivenBatch::id();
    static_cast<void>(services.library().add(batch));
    return batch.run;
}

} // namespace

QJsonObject benchDownload(const QString &requests, const QString &results)
{
    const QTemporaryDir folder(QFileInfo(results).absolutePath() + u"/library-XXXXXX"_s);
    const auto services = Services::make({.libraryFolder = folder.path()}).value();
    const GivenBatch provider(results, linesOf(results));
    const RunId run
        = liveRun(*services, connectionTo(*services, provider.url()), requests, linesOf(requests));
    MainWindow window(*services);
    window.resize(1400, 900);
    window.show();
    window.showRun(run);
    const auto outcomeOfFirst = [&window] {
        const auto *table = window.findChild<QTableView *>(u"results"_s);
        const QVariant outcome = table->model()->index(0, 0).data(ResultModel::OutcomeRole);
        return outcome.isValid() ? std::optional(Outcome(outcome.toInt())) : std::nullopt;
    };
    until([&] { return outcomeOfFirst() == Outcome::Pending; });
    idleFor(500);

    QJsonObject told;
    QElapsedTimer timer;
    timer.start();
    {
        const Heartbeat heart;
        services->driver().start();
        until([&] { return services->library().batches(run).front()->facts.resultsComplete; });
        told[u"downloaded"_s] = milliseconds(timer);
        told[u"download gap"_s] = heart.longest();
    }
    const Heartbeat heart;
    timer.start();
    until([&] { return outcomeOfFirst().value_or(Outcome::Pending) != Outcome::Pending; });
    told[u"joined and shown"_s] = milliseconds(timer);
    told[u"join gap"_s] = heart.longest();
    services->driver().stop();
    return told;
}
