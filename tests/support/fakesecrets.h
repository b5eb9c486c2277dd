// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secrets.h"

#include <QHash>
#include <QMetaObject>
#include <QPromise>

#include <memory>
#include <optional>

/// Secrets in memory, for tests of what uses them. Finishes queued, as the real ones do.
class FakeSecrets : public Secrets {
public:
    /// While set, every call fails with it: a locked or absent keychain.
    std::optional<Error> trouble;
    int reads = 0;
    int writes = 0;
    int removals = 0;

    void put(ConnectionId connection, const QByteArray &key)
    {
        m_keys.insert(connection, SecretBytes(key));
    }
    [[nodiscard]] bool has(ConnectionId connection) const { return m_keys.contains(connection); }
    [[nodiscard]] QByteArray keyOf(ConnectionId connection) const
    {
        return m_keys.value(connection).reveal().toByteArray();
    }

    [[nodiscard]] QFuture<Result<SecretBytes>> read(const Connection &connection) override
    {
        ++reads;
        if (connection.keySource == KeySource::None)
            return later<SecretBytes>(SecretBytes());
        if (trouble)
            return later<SecretBytes>(Failure(*trouble));
        if (connection.keySource == KeySource::Environment)
            return later<SecretBytes>(SecretBytes(qgetenv(qPrintable(connection.keyVariable))));
        if (!m_keys.contains(connection.id))
            return later<SecretBytes>(Failure(
                Error{.kind = ErrorKind::NotFound, .message = QStringLiteral("no such key")}));
        return later<SecretBytes>(m_keys.value(connection.id));
    }
    [[nodiscard]] QFuture<Result<>> write(const Connection &connection, SecretBytes key) override
    {
        ++writes;
        if (trouble)
            return later<void>(Failure(*trouble));
        m_keys.insert(connection.id, std::move(key));
        return later<void>({});
    }
    void holdForSession(ConnectionId connection, SecretBytes key) override
    {
        m_keys.insert(connection, std::move(key));
    }
    [[nodiscard]] QFuture<Result<>> remove(const Connection &connection) override
    {
        ++removals;
        if (trouble)
            return later<void>(Failure(*trouble));
        m_keys.remove(connection.id);
        return later<void>({});
    }
    [[nodiscard]] QFuture<Result<QString>> probe() override
    {
        if (trouble)
            return later<QString>(Failure(*trouble));
        return later<QString>(QStringLiteral("Memory"));
    }

private:
    template <class T>
    [[nodiscard]] QFuture<Result<T>> later(Result<T> result)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            this,
            [promise, result = std::move(result)]() mutable {
                promise->addResult(std::move(result));
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

    QHash<ConnectionId, SecretBytes> m_keys;
};
