// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/runsummary.h"

#include "jobs/driver.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void addTo(std::optional<qint64> &sum, const std::optional<qint64> &part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

/// The earlier (or later) of two times, of which either may be unknown.
QDateTime pick(const QDateTime &a, const QDateTime &b, bool later)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return (a < b) == later ? b : a;
}

void take(RunSummary &summary, const Batch &batch, bool first)
{
    const BatchFacts &facts = batch.facts;
    addTo(summary.done, facts.counts.done());
    addTo(summary.succeeded, facts.counts.succeeded);
    addTo(summary.failed, facts.counts.failed);
    summary.rawStatus = first || summary.rawStatus == facts.rawStatus ? facts.rawStatus : QString();
    summary.unknownStatus = summary.unknownStatus || facts.unknownStatus;
    if (summary.reason.isEmpty())
        summary.reason = facts.reason;
    if (!summary.error)
        summary.error = facts.error;
    if (summary.model.isEmpty())
        summary.model = facts.model;
    if (!facts.remoteId.isEmpty())
        summary.remoteIds += (summary.remoteIds.isEmpty() ? QString() : u", "_s) + facts.remoteId;
    summary.resultsHere = summary.resultsHere || !batch.resultFiles.isEmpty();
    summary.resultsComplete = (first || summary.resultsComplete) && facts.resultsComplete;
    summary.submittedAt = pick(summary.submittedAt, batch.submittedAt, false);
    summary.checkedAt = pick(summary.checkedAt, batch.checkedAt, false);
    summary.nextCheckAt = pick(summary.nextCheckAt, batch.nextCheckAt, false);
    summary.endedAt = pick(summary.endedAt, facts.endedAt, true);
}

/// How far a staged batch has been filled; others say nothing of it.
void takeAdding(RunSummary &summary, const Run &run, const Batch &batch)
{
    const BatchFacts &facts = batch.facts;
    if (!isLive(facts.state) || facts.state == BatchState::Cancelling
        || facts.addedRequests + facts.addingRequests == 0)
        return;
    const bool isWhole = facts.addedRequests >= batch.requests;
    if (!isWhole)
        addTo(summary.added, facts.addedRequests);
    summary.waitsForStart = summary.waitsForStart
        || (isWhole && run.hold && !facts.startAnswered && facts.state == BatchState::Queued);
    summary.addingInDoubt
        = summary.addingInDoubt || (facts.addingRequests > 0 && !facts.reason.isEmpty());
}

QString haystackOf(const RunSummary &run, const QString &fileName)
{
    return QStringList{run.name,      run.id.toString(), run.connection, run.model,
                       run.remoteIds, run.stateWords(),  fileName,       run.tags.join(u'\n')}
        .join(u'\n')
        .toCaseFolded();
}

} // namespace

RunSummary summarise(const Library &library, const Run &run, const Driver *driver)
{
    const std::vector<const Batch *> batches = library.batches(run.id);
    RunSummary summary;
    summary.id = run.id;
    summary.name = run.name;
    summary.state = runState(batches);
    summary.requests = run.requests;
    summary.connectionId = run.connection;
    summary.createdAt = run.createdAt;
    summary.unread = run.unread;
    summary.tags = run.tags;
    summary.model = run.models.join(u", "_s);
    if (const Connection *connection = library.connection(run.connection)) {
        summary.connection = connection->name;
        summary.colour = connection->colour;
    }
    bool first = true;
    for (const Batch *batch : batches) {
        take(summary, *batch, first);
        takeAdding(summary, run, *batch);
        first = false;
        if (driver && !summary.transfer)
            summary.transfer = driver->transferProgress(batch->id);
    }
    if (isTerminal(summary.state))
        summary.nextCheckAt = {};
    summary.haystack = haystackOf(summary, QFileInfo(run.originPath).fileName());
    return summary;
}

std::optional<double> RunSummary::fraction() const
{
    if (state == BatchState::Uploading || (isTerminal(state) && !resultsComplete))
        return transfer;
    if (added && requests > 0)
        return std::clamp(static_cast<double>(*added) / static_cast<double>(requests), 0.0, 1.0);
    if (!isLive(state) || !done || requests <= 0 || (*done == 0 && state != BatchState::Running))
        return std::nullopt;
    return std::clamp(static_cast<double>(*done) / static_cast<double>(requests), 0.0, 1.0);
}

QString RunSummary::progressText() const
{
    const auto tr
        = [](const char *text) { return QCoreApplication::translate("RunSummary", text); };
    const QLocale locale;
    const auto counted = [&] {
        return tr(QT_TRANSLATE_NOOP("RunSummary", "%1 of %2"))
            .arg(locale.toString(*done), locale.toString(requests));
    };
    if (added)
        //: %1 and %2 are numbers
        return tr(QT_TRANSLATE_NOOP("RunSummary", "%1 of %2 requests added"))
            .arg(locale.toString(*added), locale.toString(requests));
    if (waitsForStart)
        return tr(QT_TRANSLATE_NOOP("RunSummary", "Waits for you to start it"));
    switch (state) {
    case BatchState::Draft: return tr(QT_TRANSLATE_NOOP("RunSummary", "Not sent"));
    case BatchState::Uploading:
        //: %1 is a percentage
        return transfer ? tr(QT_TRANSLATE_NOOP("RunSummary", "Sending, %1"))
                              .arg(locale.toString(qFloor(*transfer * 100)) + u" %"_s)
                        : tr(QT_TRANSLATE_NOOP("RunSummary", "Sending"));
    case BatchState::Held:
        return reason.isEmpty() ? tr(QT_TRANSLATE_NOOP("RunSummary", "Waits")) : reason;
    case BatchState::Creating: return tr(QT_TRANSLATE_NOOP("RunSummary", "Being handed over"));
    case BatchState::Unknown: return tr(QT_TRANSLATE_NOOP("RunSummary", "Looking for it"));
    case BatchState::Validating: return tr(QT_TRANSLATE_NOOP("RunSummary", "Being checked there"));
    case BatchState::Queued:
        return done && *done > 0 ? counted() : tr(QT_TRANSLATE_NOOP("RunSummary", "Waiting there"));
    case BatchState::Running:
        return done ? counted() : tr(QT_TRANSLATE_NOOP("RunSummary", "Being answered"));
    case BatchState::Finalizing:
        return tr(QT_TRANSLATE_NOOP("RunSummary", "Results are being made"));
    case BatchState::Cancelling:
        return done ? counted() : tr(QT_TRANSLATE_NOOP("RunSummary", "Stopping"));
    case BatchState::Completed:
    case BatchState::Failed:
    case BatchState::Expired:
    case BatchState::Cancelled: break;
    }
    if (!resultsComplete && !remoteIds.isEmpty() && !error)
        return tr(QT_TRANSLATE_NOOP("RunSummary", "Fetching results"));
    return done                       ? counted()
        : state == BatchState::Failed ? tr(QT_TRANSLATE_NOOP("RunSummary", "Nothing came back"))
                                      : QString();
}

QString RunSummary::stateWords() const
{
    if (unknownStatus && !rawStatus.isEmpty())
        //: our word for the state, then the provider's own word that we do not know
        return QCoreApplication::translate("RunSummary", "%1 (“%2”)")
            .arg(stateText(state), rawStatus);
    if (added)
        return addingInDoubt ? QCoreApplication::translate("RunSummary", "Adding is in doubt")
                             : QCoreApplication::translate("RunSummary", "Being filled");
    if (waitsForStart)
        return QCoreApplication::translate("RunSummary", "Not started");
    return stateText(state);
}

bool RunSummary::needsAttention() const
{
    return state == BatchState::Unknown || state == BatchState::Failed
        || state == BatchState::Expired || addingInDoubt
        || (error.has_value() && !(isTerminal(state) && resultsComplete));
}

bool RunSummary::isUnderWay() const
{
    return !isTerminal(state) && state != BatchState::Draft;
}
