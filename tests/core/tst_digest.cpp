// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDigest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownValues();
    void partsAndGoingOn();
};

void TestDigest::knownValues()
{
    // FIPS 180-4, examples of one block.
    Sha256 hash;
    QCOMPARE(hash.result().toHex(),
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba);
    hash.add("abc");
    QCOMPARE(hash.result().toHex(),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
}

void TestDigest::partsAndGoingOn()
{
    const QByteArray bytes(100'000, 'x');
    Sha256 hash;
    for (qsizetype from = 0; from < bytes.size(); from += 777) {
        const QByteArrayView part = QByteArrayView(bytes).sliced(from).first(
            std::min<qsizetype>(777, bytes.size() - from));
        hash.add({part.data(), static_cast<std::size_t>(part.size())});
        if (from == 777 * 3) // the result so far does not end it
            QCOMPARE(hash.result(),
                     QCryptographicHash::hash(bytes.first(777 * 4), QCryptographicHash::Sha256));
    }
    Sha256 moved = std::move(hash);
    QCOMPARE(moved.result(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
