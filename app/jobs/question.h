// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "jobs/providercall.h"
#include "jobs/stepcontext.h"
#include "net/sink.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

/// One harmless question to a provider outside of any lane: needs no lease and stores nothing. One
/// use; deletes itself when answered. GUI thread.
class Question : public QObject {
    Q_OBJECT
public:
    using Answered = std::function<void(const StepContext &, const Result<HttpReply> &)>;

    Question(StepContext context, QObject *parent);
    /// An answer other than 2xx is an error here.
    void ask(Call call, std::unique_ptr<Sink> sink, Answered answered);

private:
    void take(const Result<HttpReply> &reply);

    const StepContext m_context;
    ProviderCall m_call;
    std::unique_ptr<Sink> m_sink;
    Answered m_answered;
};

/// Asks, and reads a good answer with read. The future is cancelled when parent goes away.
template <class T>
[[nodiscard]] QFuture<Result<T>> askProvider(
    StepContext context, Call call,
    std::function<Result<T>(const StepContext &, const HttpReply &)> read, QObject *parent,
    std::unique_ptr<Sink> sink = std::make_unique<MemorySink>())
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto *question = new Question(std::move(context), parent);
    question->ask(std::move(call), std::move(sink),
                  [promise, read = std::move(read)](const StepContext &asked,
                                                    const Result<HttpReply> &reply) {
                      promise->addResult(reply ? read(asked, *reply)
                                               : Result<T>(Failure(reply.error())));
                      promise->finish();
                  });
    return promise->future();
}
