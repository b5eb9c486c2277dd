// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secrets.h"

#include <QElapsedTimer>
#include <QHash>

#include <chrono>
#include <deque>
#include <functional>
#include <utility>

namespace QKeychain {
class Job;
}

/// Secrets in the OS keychain by QtKeychain, service "Batchdesk", entry "<library id>/<connection>", and
/// "<library id>/proxy" for the proxy's password.
/// Never its insecure fallback. Every job has a time limit, for a prompt may be left unanswered;
/// after a failure, which may have been a prompt that came to nothing, reads raise none for five
/// minutes, however many wait, but notice at once when the keyring has been unlocked. A locked keyring is told from
/// one without the key.
class KeychainSecrets final : public Secrets {
    Q_OBJECT
public:
    /// libraryId: the random id of the library, so that two libraries never share an entry.
    explicit KeychainSecrets(QString libraryId, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<SecretBytes>> read(const Connection &connection) override;
    /// BadInput for an empty key. What was written is read again before it counts.
    [[nodiscard]] QFuture<Result<>> write(const Connection &connection, SecretBytes key) override;
    void holdForSession(ConnectionId connection, SecretBytes key) override;
    /// Touches the keychain only where the connection's key is there. An entry that is not there is
    /// no error, unless the keyring is locked: then nobody can say.
    [[nodiscard]] QFuture<Result<>> remove(const Connection &connection) override;
    [[nodiscard]] QFuture<Result<QString>> probe() override;

    static constexpr std::chrono::seconds usualTimeLimit{30};
    void setTimeLimit(std::chrono::milliseconds limit) { m_limit = limit; }

private:
    struct Outcome;
    using Done = std::function<void(const Outcome &)>;
    enum class Ask : quint8 { Read, Write, Remove };

    [[nodiscard]] QString entry(ConnectionId connection) const;
    void run(QKeychain::Job *job, const QString &entry, const Done &done);
    void end(QKeychain::Job *job, const Done &done);
    void readEntry(const QString &entry, const Done &done);
    void writeEntry(const QString &entry, const SecretBytes &key, const Done &done);
    void removeEntry(const QString &entry, const Done &done);
    using TakeKey = std::function<void(Result<SecretBytes>)>;
    void readStored(const Connection &connection, const TakeKey &done);
    void startNextRead();
    void readNow(const QString &entry, const TakeKey &done);
    /// Finds the words for a failure, or for a success that a locked keyring only pretends.
    void explain(const Outcome &outcome, Ask ask, std::function<void(Result<>)> done);
    [[nodiscard]] Result<SecretBytes> fromEnvironment(const Connection &connection) const;
    [[nodiscard]] Result<SecretBytes> fromSession(const Connection &connection) const;
    [[nodiscard]] bool isQuiet() const;

    QString m_libraryId;
    QHash<ConnectionId, SecretBytes> m_session;
    std::chrono::milliseconds m_limit = usualTimeLimit;
    /// One at a time: what raises a prompt that comes to nothing must be known before the next.
    std::deque<std::pair<QString, TakeKey>> m_reads;
    bool m_isReading = false;
    int m_hanging = 0; ///< jobs beyond their time limit
    QElapsedTimer m_unanswered; ///< since a prompt came to nothing; not valid where none has
};
