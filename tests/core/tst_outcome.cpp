// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/outcome.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Outcome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreTheFixedOnes();
    void eachNameReadsBack();
    void unknownNamesAreNone_data();
    void unknownNamesAreNone();
    void eachHasItsOwnText();
};

void tst_Outcome::namesAreTheFixedOnes()
{
    QStringList names;
    for (const Outcome outcome : allOutcomes)
        names.append(outcomeName(outcome));
    // What scripts rely on, and in this order.
    QCOMPARE(
        names.join(u' '),
        u"pending answered truncated refused empty malformed failed expired cancelled missing"_s);
}

void tst_Outcome::eachNameReadsBack()
{
    std::size_t index = 0;
    for (const Outcome outcome : allOutcomes) {
        QCOMPARE(static_cast<std::size_t>(outcome), index++); // allOutcomes may be indexed by it
        QCOMPARE(outcomeFromName(outcomeName(outcome)), std::optional(outcome));
    }
    QCOMPARE(index, outcomeCount);
}

void tst_Outcome::unknownNamesAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the provider's word") << u"succeeded"_s;
    QTest::newRow("capital") << u"Answered"_s;
    QTest::newRow("space") << u"answered "_s;
    QTest::newRow("empty") << QString();
}

void tst_Outcome::unknownNamesAreNone()
{
    QFETCH(QString, name);
    QVERIFY(!outcomeFromName(name));
}

void tst_Outcome::eachHasItsOwnText()
{
    QSet<QString> texts;
    for (const Outcome outcome : allOutcomes)
        texts.insert(outcomeText(outcome));
    QCOMPARE(texts.size(), qsizetype(outcomeCount));
    QVERIFY(!texts.contains(QString()));
}

QTEST_GUILESS_MAIN(tst_Outcome)
#include "tst_outcome.moc"
