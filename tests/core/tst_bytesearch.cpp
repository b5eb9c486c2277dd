// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bytesearch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestByteSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPlaceOfEveryLength();
    void asTheSlowWay();
    void caseIsOfLettersAlone();
};

void TestByteSearch::everyPlaceOfEveryLength()
{
    for (int size = 1; size <= 40; ++size) {
        const std::string wanted = "x" + std::string(size_t(size - 1), 'y');
        const ByteSearch search(wanted, ByteSearch::Case::Differs);
        for (size_t before = 0; before <= 40; ++before) {
            std::string text = std::string(before, 'y') + wanted;
            QVERIFY(search.isIn(text));
            QVERIFY(search.isIn(text + "zz"));
            text[before] = 'y';
            QVERIFY(!search.isIn(text));
            QVERIFY(!search.isIn(std::string_view(text).substr(0, before)));
        }
    }
}

void TestByteSearch::asTheSlowWay()
{
    QRandomGenerator random(5);
    const auto text = [&random](int size) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i)
            bytes += "aAbB@`[{\xC3\0"[random.bounded(10)];
        return bytes;
    };
    int found = 0;
    for (int i = 0; i < 60'000; ++i) {
        const QByteArray wanted = text(1 + random.bounded(4));
        const QByteArray in = text(random.bounded(60));
        const std::string_view view(in.constData(), size_t(in.size()));
        const std::string_view wantedView(wanted.constData(), size_t(wanted.size()));
        const ByteSearch exact(wantedView, ByteSearch::Case::Differs);
        QCOMPARE(exact.find(view), view.find(wantedView));
        QCOMPARE(exact.isIn(view), in.contains(wanted));
        const ByteSearch same(wantedView, ByteSearch::Case::IsTheSame);
        QCOMPARE(same.isIn(view), in.toLower().contains(wanted.toLower()));
        found += exact.isIn(view);
    }
    QVERIFY(found > 5000 && found < 55'000);
}

void TestByteSearch::caseIsOfLettersAlone()
{
    const ByteSearch search("[a]", ByteSearch::Case::IsTheSame);
    QVERIFY(search.isIn("x[A]x"));
    QVERIFY(!search.isIn("x{a}x")); // one bit from a bracket, as A is from a
}

QTEST_GUILESS_MAIN(TestByteSearch)
#include "tst_bytesearch.moc"
