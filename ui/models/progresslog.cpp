// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/progresslog.h"

#include "library/library.h"

#include <QSet>

#include <algorithm>

namespace {

/// What the batches of a run say together; nothing where one of them does not say how many.
std::optional<ProgressPoint> pointOf(const std::vector<const Batch *> &batches)
{
    ProgressPoint point;
    for (const Batch *batch : batches) {
        const RequestCounts &counts = batch->facts.counts;
        const std::optional<qint64> done = counts.done();
        if (!done && isLive(batch->facts.state))
            return std::nullopt;
        point.done += done.value_or(0);
        point.failed += counts.failed.value_or(0);
        const QDateTime seen
            = batch->facts.endedAt.isValid() ? batch->facts.endedAt : batch->checkedAt;
        if (seen.isValid() && (!point.at.isValid() || seen > point.at))
            point.at = seen;
    }
    return point.at.isValid() ? std::optional(point) : std::nullopt;
}

QDateTime submittedAt(const std::vector<const Batch *> &batches)
{
    QDateTime first;
    for (const Batch *batch : batches)
        if (batch->submittedAt.isValid() && (!first.isValid() || batch->submittedAt < first))
            first = batch->submittedAt;
    return first;
}

} // namespace

ProgressLog::ProgressLog(const Library &library, QObject *parent)
    : QObject(parent), m_library(library)
{
    connect(&library, &Library::batchesChanged, this, [this](const QList<BatchId> &ids) {
        QSet<RunId> runs;
        for (const BatchId id : ids)
            if (const Batch *batch = m_library.batch(id))
                runs.insert(batch->run);
        for (const RunId run : std::as_const(runs))
            look(run);
    });
    for (const RunId run : library.runIds())
        if (!isTerminal(runState(library.batches(run))))
            look(run);
}

void ProgressLog::look(RunId run)
{
    if (const std::optional<ProgressPoint> point = pointOf(m_library.batches(run)))
        m_seen[run].add(*point);
}

ProgressLine ProgressLog::line(RunId run) const
{
    const std::vector<const Batch *> batches = m_library.batches(run);
    const ProgressLine seen = m_seen.value(run);
    ProgressLine line;
    if (const QDateTime start = submittedAt(batches); start.isValid())
        line.add({.at = start});
    for (const ProgressPoint &point : seen.points())
        if (line.points().isEmpty() || point.at > line.points().last().at)
            line.add(point);
    if (const auto last = pointOf(batches);
        last && (line.points().isEmpty() || last->at > line.points().last().at))
        line.add(*last);
    return line;
}

#include "moc_progresslog.cpp"
