// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <cstring>
#include <utility>

/// A key in memory. It cannot be printed, streamed or turned into text, and is wiped when it goes.
/// Only HttpClient and the keychain look inside.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(QByteArray bytes) : m_bytes(std::move(bytes)) { m_bytes.detach(); }
    SecretBytes(const SecretBytes &other) : m_bytes(other.m_bytes) { m_bytes.detach(); }
    SecretBytes(SecretBytes &&other) noexcept : m_bytes(std::exchange(other.m_bytes, QByteArray()))
    {}
    SecretBytes &operator=(SecretBytes other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~SecretBytes() { wipe(); }

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The only way in, named so that a search finds each use.
    [[nodiscard]] QByteArrayView reveal() const { return m_bytes; }

private:
    void wipe()
    {
        if (!m_bytes.isEmpty() && m_bytes.isDetached()) {
            auto *data = static_cast<volatile char *>(m_bytes.data());
            for (qsizetype i = 0; i < m_bytes.size(); ++i)
                data[i] = 0;
        }
    }
    QByteArray m_bytes;
};

/// Where keys are kept. GUI thread; each call finishes exactly once and always queued. Errors are
/// ErrorKind::Keychain with words that name the back end and the cure; "not there" is NotFound,
/// which is not proof that a key is gone (a locked keyring says the same): nothing is ever deleted
/// or overwritten on that ground.
class Secrets : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The key of a connection wherever its source says: keychain, environment variable or this
    /// session's memory. KeySource::None gives an empty secret.
    [[nodiscard]] virtual QFuture<Result<SecretBytes>> read(const Connection &connection) = 0;
    /// Stores in the keychain; the caller then saves KeySource::Keychain in the connection.
    [[nodiscard]] virtual QFuture<Result<>> write(const Connection &connection, SecretBytes key)
        = 0;
    /// Holds the key in memory until this process ends (KeySource::Session).
    virtual void holdForSession(ConnectionId connection, SecretBytes key) = 0;
    [[nodiscard]] virtual QFuture<Result<>> remove(const Connection &connection) = 0;
    /// Writes, reads and deletes a throw-away entry: can a key be kept here? The error says why not.
    /// The text of success names the back end ("GNOME Keyring", "KWallet" or "Secret Service").
    [[nodiscard]] virtual QFuture<Result<QString>> probe() = 0;
};
