// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secrets.h"

#include <QDebug>
#include <QTest>

#include <type_traits>

/// What must not compile is as much a promise as what must.
template <class T>
concept Printable = requires(QDebug debug, T value) { debug << value; };
template <class T>
concept HasToString = requires(T value) { value.toString(); };
static_assert(Printable<QByteArray>);
static_assert(!Printable<SecretBytes>);
static_assert(!HasToString<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QByteArray>);
static_assert(!std::is_convertible_v<SecretBytes, QString>);
static_assert(!std::is_convertible_v<QByteArray, SecretBytes>);
static_assert(!QTypeTraits::has_ostream_operator_v<QDataStream, SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);

class SecretBytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsItsBytes();
    void wipesWhatItHeld();
    void copiesAreTheirOwn();
};

void SecretBytesTest::holdsItsBytes()
{
    QVERIFY(SecretBytes().isEmpty());
    SecretBytes secret(QByteArray("a key"));
    QCOMPARE(secret.reveal(), "a key");
    const SecretBytes moved = std::move(secret);
    QCOMPARE(moved.reveal(), "a key");
    QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): the promise under test
}

/// Looks at the memory while it is still owned: the wipe comes before the release.
void SecretBytesTest::wipesWhatItHeld()
{
    alignas(SecretBytes) std::array<std::byte, sizeof(SecretBytes)> room;
    const QByteArray original("a key that is long enough to be on the heap");
    auto *secret = new (room.data()) SecretBytes(original);
    QVERIFY(secret->reveal().data() != original.constData());
    QCOMPARE(secret->reveal(), original);
    *secret = SecretBytes();
    QVERIFY(secret->isEmpty());
    QCOMPARE(original, "a key that is long enough to be on the heap");
    secret->~SecretBytes();
}

void SecretBytesTest::copiesAreTheirOwn()
{
    const SecretBytes first(QByteArray("a key"));
    {
        const SecretBytes second = first; // NOLINT(performance-unnecessary-copy-initialization)
        QCOMPARE(second.reveal(), "a key");
        QVERIFY(second.reveal().data() != first.reveal().data());
    }
    QCOMPARE(first.reveal(), "a key");
}

QTEST_GUILESS_MAIN(SecretBytesTest)

#include "tst_secretbytes.moc"
