// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/driver.h"
#include "jobs/providercall.h"
#include "jobs/stepcontext.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <optional>

/// Tries a connection with one harmless question: is somebody there, is the key taken, is there a
/// list? Creates nothing. One use; deletes itself when done.
class ConnectionChecker : public QObject {
    Q_OBJECT
public:
    ConnectionChecker(StepContext context, QObject *parent);
    /// key in place of the stored one, where there is one.
    [[nodiscard]] QFuture<Result<ConnectionCheck>> start(std::optional<SecretBytes> key);

private:
    [[nodiscard]] Call question() const;
    void take(const Result<HttpReply> &reply);
    void takeSilence(const Error &error);
    void takeReply(const HttpReply &reply);
    void add(const QString &what, bool works, const QString &words);
    void addUntried(const QString &what);
    void finish();

    const StepContext m_context;
    bool m_asksList = false;
    ProviderCall m_call;
    ConnectionCheck m_check;
    QPromise<Result<ConnectionCheck>> m_promise;
};
