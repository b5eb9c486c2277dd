// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/spoolstep.h"

#include "core/crashpoint.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

void SpoolStep::run()
{
    Batch batch = this->batch();
    if (const std::optional<Error> lack = lackOfRoom(m_context, m_id, runOf(batch).bytes)) {
        refuse(std::move(batch), *lack);
        return;
    }
    if (batch.facts.intent.isEmpty()) {
        // Stored before the body that may carry it, so that no body is ever without its batch.
        batch.facts.intent = QUuid::createUuid().toString(QUuid::WithoutBraces);
        storeBatch(m_context.library, batch, now());
    }
    const Run run = runOf(batch);
    crashPoint("spool.intent_noted");
    const QString path = m_context.library.newPath(u"bodies"_s, u".body"_s);
    follow(m_task,
           spool(m_context.pool, *m_context.dialect, run, batch, m_context.profile,
                 m_context.library.absolute(run.inputFile), m_context.library.absolute(path)),
           this, [this, path](const Result<SpooledBody> &body) { take(body, path); });
}

void SpoolStep::take(const Result<SpooledBody> &body, const QString &path)
{
    Batch batch = this->batch();
    if (!body) {
        refuse(std::move(batch), body.error());
        return;
    }
    if (const qint64 wanted = batch.requests; body->requests != wanted) {
        refuse(std::move(batch),
               Error{.kind = ErrorKind::FileChanged,
                     .message = QCoreApplication::translate(
                                    "Jobs", "the run's copy of the input holds %1 requests, not %2")
                                    .arg(body->requests)
                                    .arg(wanted)});
        return;
    }
    crashPoint("spool.written");
    batch.bodyFile = path;
    batch.bodyBytes = body->bytes;
    batch.bodySha256 = body->sha256;
    end(std::move(batch), StepEnd::Then::Now);
}

/// A batch that is there already and only lacks requests stays what it is.
void SpoolStep::refuse(Batch batch, const Error &error)
{
    if (isLive(batch.facts.state))
        endTroubled(std::move(batch), error);
    else
        endNotCreated(std::move(batch), error);
}

#include "moc_spoolstep.cpp"
