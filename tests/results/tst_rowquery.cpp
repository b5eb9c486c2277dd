// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowquery.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_RowQuery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAndConditions();
    void patternsAreWhole();
    void faultsAreSaid_data();
    void faultsAreSaid();
};

void tst_RowQuery::wordsAndConditions()
{
    using What = RowCondition::What;
    using Test = RowCondition::Test;
    const Result<RowQuery> query = parseRowQuery(
        u" two words  tokens>1.5 outcome:failed,expired error=\"a b\" /a~1b/0:x request:/c=y"_s);
    QVERIFY(query);
    QCOMPARE(query->text, u"two words"_s);
    QCOMPARE(query->outcomes, (std::vector<Outcome>{Outcome::Failed, Outcome::Expired}));
    QCOMPARE(query->conditions.size(), 4u);
    QCOMPARE(query->conditions[0],
             (RowCondition{
                 .what = What::TotalTokens, .test = Test::More, .value = u"1.5"_s, .number = 1.5}));
    QCOMPARE(query->conditions[1],
             (RowCondition{.what = What::Error, .test = Test::Equals, .value = u"a b"_s}));
    QCOMPARE(query->conditions[2],
             (RowCondition{.what = What::ResultPath, .pointer = u"/a~1b/0"_s, .value = u"x"_s}));
    QCOMPARE(
        query->conditions[3],
        (RowCondition{
            .what = What::RequestPath, .test = Test::Equals, .pointer = u"/c"_s, .value = u"y"_s}));
    QVERIFY(query->readsRequests());
    QVERIFY(parseRowQuery({})->isAll());
    QVERIFY(!parseRowQuery(u"outcome:failed"_s)->readsFiles());
    QCOMPARE(parseRowQuery(u"see http://x/y and a:b"_s)->text, u"see http://x/y and a:b"_s);
}

void tst_RowQuery::patternsAreWhole()
{
    const Result<RowQuery> query = parseRowQuery(u"error:\\d+ x"_s, true);
    QVERIFY(query);
    QCOMPARE(query->text, u"error:\\d+ x"_s);
    QVERIFY(query->conditions.empty());
}

void tst_RowQuery::faultsAreSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isPattern");
    QTest::addColumn<QString>("words");
    QTest::newRow("outcome") << u"outcome:lost"_s << false << u"lost"_s;
    QTest::newRow("number") << u"tokens>many"_s << false << u"many"_s;
    QTest::newRow("pointer") << u"/a~2:x"_s << false << u"/a~2"_s;
    QTest::newRow("pattern") << u"(x"_s << true << u"character 3"_s;
}

void tst_RowQuery::faultsAreSaid()
{
    QFETCH(QString, text);
    QFETCH(bool, isPattern);
    QFETCH(QString, words);
    const Result<RowQuery> query = parseRowQuery(text, isPattern);
    QVERIFY(!query);
    QCOMPARE(query.error().kind, ErrorKind::BadInput);
    QVERIFY2(query.error().message.contains(words), qPrintable(query.error().message));
}

QTEST_GUILESS_MAIN(tst_RowQuery)
#include "tst_rowquery.moc"
