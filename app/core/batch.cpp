// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/batch.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct StateRow {
    BatchState state;
    QLatin1StringView name;
    const char *text;
    int urgency; ///< for the state of a run: the highest of its batches rules
};

constexpr std::array states = {
    StateRow{BatchState::Draft, "draft"_L1, QT_TRANSLATE_NOOP("BatchState", "Draft"), 50},
    StateRow{BatchState::Uploading, "uploading"_L1, QT_TRANSLATE_NOOP("BatchState", "Uploading"),
             62},
    StateRow{BatchState::Held, "held"_L1, QT_TRANSLATE_NOOP("BatchState", "Waiting here"), 80},
    StateRow{BatchState::Creating, "creating"_L1, QT_TRANSLATE_NOOP("BatchState", "Submitting"),
             64},
    StateRow{BatchState::Unknown, "unknown"_L1, QT_TRANSLATE_NOOP("BatchState", "Uncertain"), 100},
    StateRow{BatchState::Validating, "validating"_L1, QT_TRANSLATE_NOOP("BatchState", "Validating"),
             60},
    StateRow{BatchState::Queued, "queued"_L1, QT_TRANSLATE_NOOP("BatchState", "Queued"), 58},
    StateRow{BatchState::Running, "running"_L1, QT_TRANSLATE_NOOP("BatchState", "Running"), 56},
    StateRow{BatchState::Finalizing, "finalizing"_L1, QT_TRANSLATE_NOOP("BatchState", "Finishing"),
             54},
    StateRow{BatchState::Completed, "completed"_L1, QT_TRANSLATE_NOOP("BatchState", "Completed"),
             10},
    StateRow{BatchState::Failed, "failed"_L1, QT_TRANSLATE_NOOP("BatchState", "Failed"), 40},
    StateRow{BatchState::Expired, "expired"_L1, QT_TRANSLATE_NOOP("BatchState", "Expired"), 30},
    StateRow{BatchState::Cancelling, "cancelling"_L1, QT_TRANSLATE_NOOP("BatchState", "Cancelling"),
             66},
    StateRow{BatchState::Cancelled, "cancelled"_L1, QT_TRANSLATE_NOOP("BatchState", "Cancelled"),
             20},
};

const StateRow &row(BatchState state)
{
    return states[static_cast<std::size_t>(state)];
}

constexpr std::array causes = {
    ""_L1,     "person"_L1, "step"_L1,    "answer"_L1, "poll"_L1,
    "list"_L1, "wait"_L1,   "trouble"_L1, "rescue"_L1,
};

void take(std::optional<qint64> &known, const std::optional<qint64> &newer)
{
    if (newer)
        known = newer;
}

} // namespace

QString stateName(BatchState state)
{
    return row(state).name;
}

std::optional<BatchState> stateFromName(QStringView name)
{
    for (const StateRow &candidate : states)
        if (candidate.name == name)
            return candidate.state;
    return std::nullopt;
}

QString stateText(BatchState state)
{
    return QCoreApplication::translate("BatchState", row(state).text);
}

QString causeName(StateCause cause)
{
    return causes[static_cast<std::size_t>(cause)];
}

StateCause causeFromName(QStringView name)
{
    for (std::size_t i = 0; i < causes.size(); ++i)
        if (causes[i] == name)
            return static_cast<StateCause>(i);
    return StateCause::Untold;
}

bool isTerminal(BatchState state)
{
    return state == BatchState::Completed || state == BatchState::Failed
        || state == BatchState::Expired || state == BatchState::Cancelled;
}

bool isLive(BatchState state)
{
    return state == BatchState::Validating || state == BatchState::Queued
        || state == BatchState::Running || state == BatchState::Finalizing
        || state == BatchState::Cancelling;
}

std::optional<qint64> RequestCounts::done() const
{
    if (!succeeded && !failed && !cancelled && !expired)
        return std::nullopt;
    return succeeded.value_or(0) + failed.value_or(0) + cancelled.value_or(0) + expired.value_or(0);
}

void RequestCounts::merge(const RequestCounts &newer)
{
    take(total, newer.total);
    take(succeeded, newer.succeeded);
    take(failed, newer.failed);
    take(cancelled, newer.cancelled);
    take(expired, newer.expired);
    take(pending, newer.pending);
}

BatchState runState(const std::vector<const Batch *> &batches)
{
    BatchState state = BatchState::Draft;
    int urgency = -1;
    for (const Batch *batch : batches) {
        if (row(batch->facts.state).urgency > urgency) {
            urgency = row(batch->facts.state).urgency;
            state = batch->facts.state;
        }
    }
    return state;
}
