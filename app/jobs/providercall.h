// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "jobs/stepcontext.h"
#include "net/httpclient.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

/// One call to a provider: finds the practice provider where the connection is one, reads the key,
/// makes the URL, sends. Two halves, so that a paid call can store its intent between them. One
/// call at a time; going away cancels it. The callbacks may delete this object. GUI thread.
///
/// Errors of prepare(): Keychain where the key cannot be read, Offline where the practice provider
/// cannot be started.
class ProviderCall : public QObject {
    Q_OBJECT
public:
    using Prepared = std::function<void(Result<>)>;
    using Answered = std::function<void(Result<HttpReply>)>;

    /// context must outlive this object.
    explicit ProviderCall(const StepContext &context, QObject *parent = nullptr);

    /// Uses this key in place of the stored one.
    void useKey(SecretBytes key) { m_givenKey = std::move(key); }

    /// bodyFile: absolute; used for BodySource::SpoolFile.
    void prepare(Call call, const QString &bodyFile, Prepared done);
    /// Sends what was prepared, once.
    void send(std::unique_ptr<Sink> sink, HttpClient::Progress progress, Answered done);
    /// Both halves with a reply in memory.
    void ask(Call call, Answered done);

    /// The error that an answer other than 2xx is: read by the dialect, with Retry-After, without
    /// secrets.
    [[nodiscard]] static Error errorOf(const StepContext &context, const HttpReply &reply);

private:
    void takeUrl(const Result<QUrl> &url);
    void takeKey(Result<SecretBytes> key);
    void endPreparing(Result<> result);

    const StepContext &m_context;
    HttpRequest m_request;
    SecretBytes m_key;
    std::optional<SecretBytes> m_givenKey;
    Prepared m_prepared;
    Answered m_answered;
    TaskHandle<Result<QUrl>> m_urlTask;
    TaskHandle<Result<SecretBytes>> m_keyTask;
    TaskHandle<Result<HttpReply>> m_replyTask;
};
