// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secrets.h"

#include <QHash>

/// Secrets in the OS keychain by QtKeychain, service "Batchdesk", entry "<library id>/<connection>".
/// Never its insecure fallback. Every job has a time limit, for a prompt may be left unanswered.
class KeychainSecrets final : public Secrets {
    Q_OBJECT
public:
    /// libraryId: the random id of the library, so that two libraries never share an entry.
    explicit KeychainSecrets(QString libraryId, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<SecretBytes>> read(const Connection &connection) override;
    [[nodiscard]] QFuture<Result<>> write(const Connection &connection, SecretBytes key) override;
    void holdForSession(ConnectionId connection, SecretBytes key) override;
    [[nodiscard]] QFuture<Result<>> remove(const Connection &connection) override;
    [[nodiscard]] QFuture<Result<QString>> probe() override;

private:
    [[nodiscard]] QString entry(ConnectionId connection) const;

    QString m_libraryId;
    QHash<ConnectionId, SecretBytes> m_session;
};
