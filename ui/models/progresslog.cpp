// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/progresslog.h"

#include "library/library.h"

#include <algorithm>
#include <utility>

namespace {

/// The library thins what it keeps: rather than the same once more, it is asked again.
constexpr qsizetype mostNew = 400;

QDateTime submittedAt(const std::vector<const Batch *> &batches)
{
    QDateTime first;
    for (const Batch *batch : batches)
        if (batch->submittedAt.isValid() && (!first.isValid() || batch->submittedAt < first))
            first = batch->submittedAt;
    return first;
}

/// Of one batch, in the order of time.
using Course = QList<Observation>;

/// Where a clock was set back, what was seen before does not count, as in the library.
QHash<BatchId, Course> courses(const QList<Observation> &seen)
{
    QHash<BatchId, Course> all;
    for (const Observation &one : seen) {
        Course &course = all[one.batch];
        while (!course.isEmpty() && course.last().at >= one.at)
            course.removeLast();
        course.append(one);
    }
    return all;
}

/// That it is over is seen later than it came about, often by much.
void endInTime(Course &course, const Batch &batch)
{
    const QDateTime &ended = batch.facts.endedAt;
    const bool isAfterTheOthers = course.size() < 2 || course[course.size() - 2].at < ended;
    if (isTerminal(batch.facts.state) && ended.isValid() && isAfterTheOthers
        && ended < course.last().at)
        course.last().at = ended;
}

} // namespace

ProgressLog::ProgressLog(const Library &library, QObject *parent)
    : QObject(parent), m_library(library)
{
    connect(&library, &Library::batchesChanged, this, [this](const QList<BatchId> &ids) {
        const bool isOurs = std::ranges::any_of(ids, [this](BatchId id) {
            const Batch *batch = m_library.batch(id);
            return batch && batch->run == m_run;
        });
        if (isOurs)
            look();
    });
}

void ProgressLog::follow(RunId run)
{
    if (run == m_run)
        return;
    m_run = run;
    m_kept.clear();
    m_new.clear();
    m_last.clear();
    recall();
    look();
}

void ProgressLog::recall()
{
    m_isRecalling = true;
    m_library.observations(m_run).then(
        this, [this, run = m_run, before = m_new.size()](const Result<QList<Observation>> &kept) {
            m_isRecalling = false;
            if (run != m_run || !kept)
                return; // without it the picture shows what comes
            m_kept = *kept;
            const bool hasGrown = m_new.size() > before;
            for (const auto &[batch, times] : courses(m_kept).asKeyValueRange())
                m_new.removeIf([&](const Observation &one) {
                    return one.batch == batch && one.at <= times.last().at;
                });
            if (m_new.size() > mostNew && hasGrown)
                recall(); // a busy disk answered after very many looks
            Q_EMIT recalled();
        });
}

void ProgressLog::look()
{
    if (m_new.size() > mostNew && !m_isRecalling)
        recall();
    for (const Batch *batch : m_library.batches(m_run)) {
        const std::optional<Observation> now = observationOf(*batch);
        if (!now)
            continue;
        const auto last = m_last.constFind(batch->id);
        if (last != m_last.cend() && !last->saysTheSame(*now)) {
            m_new.append(*last);
            m_new.append(*now);
        }
        m_last.insert(batch->id, *now);
    }
}

/// What the batches said together each time that one of them said something.
ProgressLine ProgressLog::line() const
{
    QList<Observation> seen = m_kept + m_new;
    const std::vector<const Batch *> batches = m_library.batches(m_run);
    for (const Batch *batch : batches)
        if (const std::optional<Observation> now = observationOf(*batch))
            seen.append(*now);
    QHash<BatchId, Course> all = courses(seen);
    for (const Batch *batch : batches)
        if (const auto course = all.find(batch->id); course != all.end())
            endInTime(*course, *batch);
    seen.clear();
    for (const Course &course : std::as_const(all))
        seen += course;
    std::ranges::stable_sort(seen, {}, &Observation::at);

    ProgressLine line;
    const QDateTime start = submittedAt(batches);
    if (start.isValid())
        line.add({.at = start});
    QHash<BatchId, Observation> known;
    ProgressPoint point; // the batches together
    for (const Observation &one : std::as_const(seen)) {
        if (!one.done)
            continue;
        const Observation before = std::exchange(known[one.batch], one);
        point.at = one.at;
        point.done += *one.done - before.done.value_or(0);
        point.failed += one.failed.value_or(0) - before.failed.value_or(0);
        if (!start.isValid() || point.at > start)
            line.add(point);
    }
    return line;
}

#include "moc_progresslog.cpp"
