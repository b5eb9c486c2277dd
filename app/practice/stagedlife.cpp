// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stagedlife.h"

#include "practice/reply.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QString iso(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC).toString(Qt::ISODate);
}

} // namespace

qint64 StagedLife::dueMs(const StagedDraft &draft) const
{
    const qint64 pause = std::clamp<qint64>(m_engine.form().lifeMs / 10, 20, 1'000);
    if (draft.startedMs != 0)
        return draft.startedMs + pause;
    return draft.asksFor("autostart"_L1) && draft.count > 0 ? draft.addedMs + 4 * pause : 0;
}

void StagedLife::beginWhatIsDue()
{
    for (const StagedDraft &draft : m_drafts.newestFirst()) {
        const bool mayBegin = !draft.begun && draft.cancelledMs == 0;
        const qint64 due = mayBegin ? dueMs(draft) : 0;
        if (due != 0 && due <= m_engine.nowMs())
            (void)begin(draft); // else at the next call
    }
}

Result<> StagedLife::begin(StagedDraft draft)
{
    const QString input = m_engine.store().inputPath(draft.id);
    std::error_code error;
    std::filesystem::remove(input.toStdString(), error);
    std::filesystem::create_hard_link(m_drafts.linesPath(draft.id).toStdString(),
                                      input.toStdString(), error);
    if (error && !QFile::copy(m_drafts.linesPath(draft.id), input))
        return Failure(Error{.kind = ErrorKind::Disk, .message = u"%1"_s.arg(input)});
    const Result<BatchRecord> record
        = m_engine.create({.id = draft.id,
                           .endpoint = draft.endpoint,
                           .metadata = QJsonObject{{u"practice"_s, draft.askedWord()}},
                           .total = draft.count,
                           .model = draft.model});
    if (!record)
        return Failure(record.error());
    draft.begun = true;
    return m_drafts.save(draft);
}

const BatchRecord *StagedLife::recordOf(const StagedDraft &draft) const
{
    return draft.begun ? m_engine.store().batch(draft.id) : nullptr;
}

QString StagedLife::statusOf(const StagedDraft &draft) const
{
    if (draft.cancelledMs != 0)
        return u"cancelled"_s;
    const BatchRecord *const record = recordOf(draft);
    if (record == nullptr)
        return dueMs(draft) != 0 ? u"pending"_s : u"created"_s;
    switch (record->phase(m_engine.nowMs())) {
    case Phase::Validating: return u"pending"_s;
    case Phase::Completed: return u"completed"_s;
    case Phase::Failed:
    case Phase::Expired: return u"failed"_s;
    case Phase::Cancelling: return u"cancelling"_s;
    case Phase::Cancelled: return u"cancelled"_s;
    default: return u"processing"_s;
    }
}

qint64 StagedLife::resultsSoFar(const StagedDraft &draft) const
{
    const BatchRecord *const record = recordOf(draft);
    if (record == nullptr)
        return 0;
    const qint64 now = m_engine.nowMs();
    return isEnd(record->phase(now)) || record->cancelMs != 0 ? record->rowsToAnswer()
                                                              : record->rowsDone(now);
}

QJsonObject StagedLife::batchJson(const StagedDraft &draft) const
{
    const BatchRecord *const record = recordOf(draft);
    const BatchCounts counts = record != nullptr ? m_engine.counts(*record) : BatchCounts();
    return {{u"id"_s, draft.id},
            {u"object"_s, u"batch"_s},
            {u"name"_s, draft.name},
            {u"description"_s, draft.description},
            {u"model"_s, textOrNull(draft.model)},
            {u"endpoint"_s, draft.endpoint},
            {u"status"_s, statusOf(draft)},
            {u"created_at"_s, iso(draft.createdMs)},
            {u"request_count"_s, draft.count},
            {u"completed_count"_s, counts.completed},
            {u"failed_count"_s, counts.failed}};
}

} // namespace practice
