// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/question.h"

#include <utility>

Question::Question(StepContext context, QObject *parent)
    : QObject(parent), m_context(std::move(context)), m_call(m_context)
{}

void Question::ask(Call call, std::unique_ptr<Sink> sink, Answered answered)
{
    m_sink = std::move(sink);
    m_answered = std::move(answered);
    m_call.prepare(std::move(call), {}, [this](const Result<> &prepared) {
        if (prepared)
            m_call.send(std::move(m_sink), {},
                        [this](const Result<HttpReply> &reply) { take(reply); });
        else
            take(Failure(prepared.error()));
    });
}

void Question::take(const Result<HttpReply> &reply)
{
    const Answered answered = std::exchange(m_answered, {});
    if (reply && !reply->isSuccess())
        answered(m_context, Failure(ProviderCall::errorOf(m_context, *reply)));
    else
        answered(m_context, reply);
    deleteLater();
}

#include "moc_question.cpp"
