// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainsecrets.h"

#include <QObject>
#include <QTest>

/// A connection whose key is in the keychain.
[[nodiscard]] Connection keychainConnection(qint64 id = 1);

/// What came of it, in one line: the key or other text, or the kind of the error and a mark for the
/// cure its words name ("unlock", "key-env" ...).
template <class T>
[[nodiscard]] QString outcomeOf(const QFuture<Result<T>> &future)
{
    if (future.isFinished())
        return QStringLiteral("not queued");
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return QStringLiteral("never finished");
    const Result<T> result = future.result();
    if (!result)
        return kindName(result.error().kind);
    if constexpr (std::is_same_v<T, SecretBytes>)
        return QStringLiteral("key ") + QString::fromUtf8(result->reveal());
    else if constexpr (std::is_same_v<T, QString>)
        return QStringLiteral("text ") + *result;
    else
        return QStringLiteral("done");
}

/// What runs within a private session bus, in one process for each state of its keyring. Each
/// function is for one of the states, and chosen by its name.
class InsideKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noService();
    void noCollection();
    void unlocked();
    void anotherLibrary();
    void locked();
    void unlockedWhileRunning();
    void replacedWhileRunning();
    void hanging();
    void breaking();
};
