// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runresults.h"

#include "results/runfixture.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

class tst_RunResults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesAreTheFilesOwn();
    void rowsComeInTheOrderAskedFor();
    void changedFileIsNoticed();
    void rowsOfAFailedBatchSayWhy();
};

void tst_RunResults::bytesAreTheFilesOwn()
{
    const QByteArray request
        = R"({ "custom_id" : "a", "body":{"x":1.0,  "x":12345678901234567890} })";
    const QByteArray result
        = R"({ "custom_id":"a", "n":1e400, "response":{"status_code":200, "body":{ }}})";
    RunFixture run;
    run.setInput("\xEF\xBB\xBF\n" + request + "\r\n\n  \n" + requestLine(u"b"_s));
    run.addBatch(BatchState::Completed, 0, 2);
    run.addResults("\n" + result + "\r\n");
    const auto joined = run.join();
    QVERIFY(joined);
    QCOMPARE((*joined)->requestBytes(0).value(), request);
    QCOMPARE((*joined)->requestBytes(1).value(), requestLine(u"b"_s));
    QCOMPARE((*joined)->resultBytes(0).value(), result);
    QCOMPARE((*joined)->resultBytes(1).value(), QByteArray());
    QCOMPARE((*joined)->requestIndex()->count(), 2);
    QVERIFY(!(*joined)->requestBytes(2));
    QVERIFY(!(*joined)->resultBytes(-1));
}

void tst_RunResults::rowsComeInTheOrderAskedFor()
{
    const QStringList ids = manyIds(500);
    QByteArrayList all = mixedResults(ids);
    std::shuffle(all.begin(), all.end(), std::mt19937(5));
    RunFixture run;
    run.setRequests(ids);
    run.addResults(lines(all));
    const auto joined = run.join();
    QVERIFY(joined);
    const QStringList whole = printed(**joined);
    std::vector<qint64> wanted;
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i)
        wanted.push_back(static_cast<qint64>(random() % 500));
    const auto rows = (*joined)->rowsAt(wanted);
    QVERIFY(rows);
    QCOMPARE(rows->size(), wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE((*rows)[i].row, wanted[i]);
        QCOMPARE((*rows)[i].customId, ids[wanted[i]]);
        QVERIFY(whole[wanted[i]].contains(outcomeName((*rows)[i].result.outcome)));
    }
    QCOMPARE((*joined)->rows(490, 100).value().size(), size_t(10));
    QCOMPARE((*joined)->rows(500, 1).value().size(), size_t(0));
    QVERIFY(!(*joined)->rowsAt({500}));
}

void tst_RunResults::changedFileIsNoticed()
{
    RunFixture run;
    run.setRequests({u"a"_s});
    run.addResults(lines({answerLine(u"a"_s, u"A"_s)}));
    const auto joined = run.join();
    QVERIFY(joined);
    QFile file(run.path(run.files().batches[0].resultFiles[0].path));
    QVERIFY(file.resize(10));
    const auto rows = (*joined)->rows(0, 1);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::FileChanged);
}

void tst_RunResults::rowsOfAFailedBatchSayWhy()
{
    RunFixture run;
    run.setRequests(manyIds(4));
    run.addBatch(BatchState::Completed, 0, 1);
    Batch &failed = run.addBatch(BatchState::Failed, 1, 3);
    failed.facts.faults = {{u"bad_model"_s, u"no such model"_s, u"model"_s, 2},
                           {u"whole"_s, u"the file is bad"_s, QString(), 0}};
    auto joined = run.join();
    QVERIFY(joined);
    const QStringList byFault
        = {u"0 row-0 missing"_s, u"1 row-1 failed the file is bad"_s,
           u"2 row-2 failed no such model"_s, u"3 row-3 failed the file is bad"_s};
    QCOMPARE(printed(**joined), byFault);
    const auto rows = (*joined)->rows(2, 1);
    QVERIFY(rows);
    QCOMPARE(rows->front().result.errorCode, u"bad_model"_s);

    run.files().batches[1].facts.error = Error{
        .kind = ErrorKind::Rejected, .message = u"refused"_s, .code = u"r"_s, .httpStatus = 400};
    joined = run.join();
    QVERIFY(joined);
    QCOMPARE(printed(**joined).at(1), u"1 row-1 failed refused"_s);
    QCOMPARE((*joined)->rows(1, 1).value().front().result.httpStatus, 400);
    QCOMPARE(printed(**joined).at(2), byFault.at(2));
}

QTEST_GUILESS_MAIN(tst_RunResults)
#include "tst_runresults.moc"
