// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repair.h"

#include "testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray good(const QByteArray &id)
{
    return R"({"custom_id": ")" + id + R"(", "body": {"model": "m", "n": 1.50, "messages": []}})";
}

qint64 countOf(const RepairReport &report, QStringView kind)
{
    for (const auto &[known, count] : report.changed)
        if (known == kind)
            return count;
    return 0;
}

Profile strictProfile()
{
    Profile profile;
    profile.sameModel = true;
    profile.sameUrl = true;
    return profile;
}

} // namespace

class RepairTest : public QObject {
    Q_OBJECT

private:
    TestFiles m_files;

    Result<RepairReport> mend(const QByteArray &input, RepairOptions options = {},
                              const Pass &pass = {})
    {
        options.target = m_files.path(u"out.jsonl"_s);
        for (const QString &name : m_files.names())
            QFile::remove(m_files.path(name));
        return repairFile(m_files.write(u"in.jsonl"_s, input), options, pass);
    }
    QByteArray output(const QString &name = u"out.jsonl"_s) const
    {
        return bytesOf(m_files.path(name));
    }

private Q_SLOTS:
    void whatIsGoodKeepsItsBytes()
    {
        const QByteArray input = good("a") + '\n' + good("b") + '\n';
        const Result<RepairReport> report = mend(input);
        QVERIFY(report);
        QCOMPARE(output(), input);
        QVERIFY(report->changed.isEmpty());
        QCOMPARE(report->written, 2);
        QCOMPARE(bytesOf(m_files.path(u"in.jsonl"_s)), input);
    }

    void oneKind_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QString>("kind");
        const QByteArray a = good("a");
        QTest::newRow("bom") << "\xEF\xBB\xBF" + a + '\n' << a + '\n' << u"bom"_s;
        QTest::newRow("crlf") << a + "\r\n" << a + '\n' << u"crlf"_s;
        QTest::newRow("blank line") << a + "\n \t\n" << a + '\n' << u"blank_line"_s;
        QTest::newRow("no UTF-8") << good("a\xFFz") + '\n'
                                  << good("a\xEF\xBF\xBDz") + '\n'
                                  << u"not_utf8"_s;
        QTest::newRow("half a pair") << good(R"(a\ud800)") + '\n'
                                     << good(R"(a\ufffd)") + '\n'
                                     << u"lone_surrogate"_s;
        QTest::newRow("no id") << R"({"body":{"model":"m"}})"_ba + '\n'
                               << R"({"custom_id":"line-1","body":{"model":"m"}})"_ba + '\n'
                               << u"missing_custom_id"_s;
        QTest::newRow("null id") << R"({"custom_id":null,"body":{"model":"m"}})"_ba + '\n'
                                 << R"({"custom_id":"line-1","body":{"model":"m"}})"_ba + '\n'
                                 << u"missing_custom_id"_s;
        QTest::newRow("empty id") << R"({"custom_id" : "", "body":{}})"_ba + '\n'
                                  << R"({"custom_id" : "line-1", "body":{}})"_ba + '\n'
                                  << u"empty_custom_id"_s;
        QTest::newRow("a number as id") << R"({"body":{}, "custom_id":17})"_ba + '\n'
                                        << R"({"body":{}, "custom_id":"17"})"_ba + '\n'
                                        << u"bad_custom_id"_s;
        QTest::newRow("method") << R"({"custom_id":"a","method":"post","body":{}})"_ba + '\n'
                                << R"({"custom_id":"a","method":"POST","body":{}})"_ba + '\n'
                                << u"bad_method"_s;
        QTest::newRow("address as url")
            << R"({"custom_id":"a","url":"https://api.example.com/v1/embeddings","body":{}})"_ba
                + '\n'
            << R"({"custom_id":"a","url":"/v1/embeddings","body":{}})"_ba + '\n'
            << u"wrong_url"_s;
        QTest::newRow("stream")
            << R"({"custom_id":"a","body":{"stream": true,"n":1e400,"z":{"stream":true}}})"_ba
                + '\n'
            << R"({"custom_id":"a","body":{"stream": false,"n":1e400,"z":{"stream":true}}})"_ba
                + '\n'
            << u"stream_set"_s;
        QTest::newRow("the same id twice") << a + '\n' + a + '\n' + a + '\n'
                                           << a + '\n' + good("a-2") + '\n' + good("a-3") + '\n'
                                           << u"duplicate_custom_id"_s;
        QTest::newRow("the new id is taken") << a + '\n' + good("a-2") + '\n' + a + '\n'
                                             << a + '\n' + good("a-2") + '\n' + good("a-3") + '\n'
                                             << u"duplicate_custom_id"_s;
    }
    void oneKind()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, expected);
        QFETCH(const QString, kind);
        const Result<RepairReport> report = mend(input);
        QVERIFY(report);
        QCOMPARE(output(), expected);
        QVERIFY(countOf(*report, kind) > 0);
        QCOMPARE(report->changed.size(), 1);
        QCOMPARE(report->dropped, 0);
        // And it can be left as it is.
        const Result<RepairReport> left = mend(input, {.skip = {kind}});
        QVERIFY(left);
        QCOMPARE(countOf(*left, kind), 0);
        QCOMPARE(output(), input);
    }

    void pairsOfSurrogatesStay()
    {
        const QByteArray input = good(R"(a\ud83d\ude00\\ud800)") + '\n';
        QVERIFY(mend(input));
        QCOMPARE(output(), input);
    }

    void whatIsNoRequestIsCountedAndLeftOut()
    {
        const Result<RepairReport> report = mend(
            good("a") + "\n{\"custom_id\":\n[1]\n{\"custom_id\":\"b\"}\n" + good("c") + '\n');
        QVERIFY(report);
        QCOMPARE(report->dropped, 3);
        QCOMPARE(report->droppedLines, QList<qint64>({2, 3, 4}));
        QCOMPARE(output(), good("a") + '\n' + good("c") + '\n');
    }

    void mixedModelsGoToFilesOfTheirOwn()
    {
        const QByteArray other = R"({"custom_id":"b","body":{"model":"other"}})";
        const QByteArray input = good("a") + '\n' + other + '\n' + good("c") + '\n';
        const RepairOptions options{.rules = {.profile = strictProfile()}};
        const Result<RepairReport> report = mend(input, options);
        QVERIFY(report);
        QCOMPARE(report->files.size(), 2);
        QCOMPARE(countOf(*report, u"mixed_models"), 1);
        QCOMPARE(output(), good("a") + '\n' + good("c") + '\n');
        QCOMPARE(output(u"out-2.jsonl"_s), other + '\n');
        // Without a provider that wants one model they stay together.
        QVERIFY(mend(input));
        QCOMPARE(output(), input);
    }

    void mixedEndpointsGoToFilesOfTheirOwn()
    {
        const QByteArray other = R"({"custom_id":"b","url":"/v1/embeddings","body":{"model":"m"}})";
        const Result<RepairReport> report = mend(good("a") + '\n' + other + '\n');
        QVERIFY(report);
        QCOMPARE(countOf(*report, u"mixed_urls"), 1);
        QCOMPARE(output(u"out-2.jsonl"_s), other + '\n');
    }

    void modelsAndEndpointsAreCountedEachForItself()
    {
        const QByteArray model = R"({"custom_id":"b","body":{"model":"other"}})";
        const QByteArray url = R"({"custom_id":"c","url":"/v1/embeddings","body":{"model":"m"}})";
        const QByteArray none = R"({"custom_id":"d","body":{}})";
        const RepairOptions options{.rules = {.profile = strictProfile()}};
        const Result<RepairReport> report
            = mend(none + '\n' + good("a") + '\n' + model + '\n' + url + '\n' + good("e"), options);
        QVERIFY(report);
        QCOMPARE(countOf(*report, u"mixed_models"), 1);
        QCOMPARE(countOf(*report, u"mixed_urls"), 1);
        QCOMPARE(report->files.size(), 3);
        // What names no model goes with the first that does, and the end of the file stays open.
        QCOMPARE(output(), none + '\n' + good("a") + '\n' + good("e"));
        QCOMPARE(output(u"out-2.jsonl"_s), model + '\n');
        QCOMPARE(output(u"out-3.jsonl"_s), url + '\n');
    }

    void filesBesideTheTargetAreNeverReplaced()
    {
        const QByteArray other = R"({"custom_id":"b","url":"/v1/embeddings","body":{"model":"m"}})";
        const QString path = m_files.write(u"in.jsonl"_s, good("a") + '\n' + other + '\n');
        for (const QString &name : m_files.names())
            if (name != "in.jsonl"_L1)
                QFile::remove(m_files.path(name));
        m_files.write(u"new-2.jsonl"_s, "mine");
        m_files.write(u"new.jsonl"_s, "to be replaced");
        const Result<RepairReport> report
            = repairFile(path, {.target = m_files.path(u"new.jsonl"_s)});
        QVERIFY(report);
        QCOMPARE(report->files,
                 QStringList({m_files.path(u"new.jsonl"_s), m_files.path(u"new-3.jsonl"_s)}));
        QCOMPARE(output(u"new-2.jsonl"_s), "mine");
        QCOMPARE(output(u"new.jsonl"_s), good("a") + '\n');
        QCOMPARE(output(u"new-3.jsonl"_s), other + '\n');
    }

    void cancelledItLeavesNothing()
    {
        const QString path = m_files.write(u"in.jsonl"_s, good("a") + "\r\n" + good("b"));
        for (const QString &name : m_files.names())
            if (name != "in.jsonl"_L1)
                QFile::remove(m_files.path(name));
        int blocks = 0;
        const Pass pass{.blockBytes = 16, .isCancelled = [&blocks] { return ++blocks > 2; }};
        const Result<RepairReport> report
            = repairFile(path, {.target = m_files.path(u"out.jsonl"_s)}, pass);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QCOMPARE(m_files.names(), QStringList{u"in.jsonl"_s});
    }

    void theEndOfTheFileStaysAsItIs()
    {
        for (const char *end : {"", "\n", "\r"}) {
            const QByteArray input = good("a") + '\n' + good("b") + end;
            QVERIFY(mend(input, {.skip = {u"crlf"_s}}));
            QCOMPARE(output(), input);
        }
        QVERIFY(mend(good("a") + "\n  "));
        QCOMPARE(output(), good("a") + '\n');
    }

    void aLimitIsPutInWhereThereIsNone()
    {
        const QByteArray with
            = R"({"custom_id":"b","body":{"messages":[],"max_tokens":7}})"
              "\n"
              R"({"custom_id":"c","body":{"max_completion_tokens":7,"messages":[]}})"
              "\n"
              R"({"custom_id":"d","body":{"input":"x"}})"
              "\n";
        const QByteArray input = good("a") + '\n' + with
            + R"({"custom_id":"e","body":{"max_tokens":null,"messages":[]}})";
        const Result<RepairReport> report = mend(input, {.maxTokens = 512});
        QVERIFY(report);
        QCOMPARE(countOf(*report, u"missing_max_tokens"), 2);
        QByteArray first = good("a");
        first.replace(R"({"model")", R"({"max_tokens":512,"model")");
        QCOMPARE(output(),
                 first + '\n' + with
                     + R"({"custom_id":"e","body":{"max_tokens":512,"messages":[]}})");
        QVERIFY(mend(input));
        QCOMPARE(output(), input);
    }

    void whatIsNoRequestCanStay()
    {
        const QByteArray input = good("a") + "\nnonsense\n\xFF\n" + good("a") + '\n';
        const Result<RepairReport> report = mend(input, {.skip = {u"unusable"_s}});
        QVERIFY(report);
        QCOMPARE(report->dropped, 0);
        QCOMPARE(output(), good("a") + "\nnonsense\n\xFF\n" + good("a-2") + '\n');
    }

    void aDryRunWritesNothing()
    {
        const Result<RepairReport> report = mend(good("a") + "\r\n\r\n", {.dryRun = true});
        QVERIFY(report);
        QCOMPARE(report->written, 1);
        QCOMPARE(countOf(*report, u"crlf"), 1);
        QCOMPARE(m_files.names(), QStringList{u"in.jsonl"_s});
    }

    void theUsersFileIsNeverTheTarget()
    {
        const QString path = m_files.write(u"in.jsonl"_s, good("a") + "\r\n");
        const Result<RepairReport> report = repairFile(path, {.target = path});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::BadInput);
        QCOMPARE(bytesOf(path), good("a") + "\r\n");
    }

    void wrongKindsAndFilesAreErrors()
    {
        QVERIFY(!mend("x\n", {.only = {u"song"_s}}));
        QVERIFY(!repairFile(m_files.path(u"gone"_s), {.target = m_files.path(u"out"_s)}));
    }

    /// However the file is cut into blocks.
    void blockEdgesChangeNothing()
    {
        const QByteArray input = "\xEF\xBB\xBF" + good("a") + "\r\n\n" + good("a") + '\n'
            + R"({"body":{"stream":true}})" + "\nnonsense\n" + good("z");
        QVERIFY(mend(input));
        const QByteArray whole = output();
        QVERIFY(whole.contains("a-2"));
        for (qint64 size = 1; size < 200; size += 3) {
            const Pass pass{.blockBytes = size};
            const Result<RepairReport> report = mend(input, {}, pass);
            QVERIFY(report);
            QCOMPARE(output(), whole);
            QCOMPARE(report->dropped, 1);
        }
    }

    /// A mended file passes the check, but for what nobody can know.
    void whatIsMendedPasses()
    {
        const QByteArray input = "\xEF\xBB\xBF" + good("a") + "\r\n\r\n" + good("a") + '\n'
            + R"({"body":{"model":"m","stream":true},"method":"GET","custom_id":3})" + '\n'
            + R"({"body":{"model":"m"},"url":"https://h/v1/chat/completions"})" + '\n';
        QVERIFY(mend(input));
        const Result<PreflightReport> report = checkFile(m_files.path(u"out.jsonl"_s), {});
        QVERIFY(report);
        for (const Finding &finding : report->findings)
            qWarning("%s", qPrintable(finding.message));
        QVERIFY(report->findings.isEmpty());
        QCOMPARE(report->requests, 4);
    }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
