// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include "jsonl/testfiles.h"
#include "support/sharedfile.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Preflight of files as people have them, and of a large one with a fault in each thousandth line.
class TestWholeFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharedFilesAreRead_data();
    void sharedFilesAreRead();
    void plantedFaultsAreAllFound();
};

void TestWholeFiles::sharedFilesAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("requests");
    QTest::addColumn<QString>("found");
    QTest::newRow("local") << u"data/local-in-100.jsonl"_s << 100LL << u""_s;
    QTest::newRow("openai 104") << u"data/openai-chat-in-104.jsonl"_s << 104LL << u""_s;
    QTest::newRow("openai") << u"data/openai-chat-in.jsonl"_s << 8LL << u""_s;
    QTest::newRow("reasoning") << u"data/reasoning-in.jsonl"_s << 131LL << u""_s;
    QTest::newRow("groq") << u"data/groq-in.jsonl"_s << 3LL << u""_s;
    QTest::newRow("bad lines")
        << u"reference/payloads/edge/bad_lines.jsonl"_s << 7LL
        << u"error not_object 3: 2 3 4\nerror not_json 1: 5\nerror not_utf8 1: 6"_s;
    QTest::newRow("mark, CRLF, blank lines")
        << u"reference/payloads/edge/bom_crlf_blank.jsonl"_s << 3LL
        << u"warning crlf 4: 1 2 3 4\nwarning bom 1: 1\nwarning blank_line 2: 2 4"_s;
    QTest::newRow("no final newline")
        << u"reference/payloads/edge/no_final_newline.jsonl"_s << 2LL << u""_s;
    QTest::newRow("raw numbers") << u"reference/payloads/edge/raw_numbers.jsonl"_s << 1LL
                                 << u"error missing_model 1: 1\nwarning number_out_of_range 1: 1"_s;
}

void TestWholeFiles::sharedFilesAreRead()
{
    QFETCH(QString, name);
    const QString path = sharedFile(name);
    if (path.isEmpty())
        QSKIP("The shared material is not here");
    const Result<PreflightReport> report = checkFile(path, {});
    QVERIFY(report);
    QTEST(report->requests, "requests");
    QTEST(printed(report->findings), "found");
}

void TestWholeFiles::plantedFaultsAreAllFound()
{
    // 100,000 lines of about 1 kB, a fault in every thousandth, each kind in turn.
    const QByteArray filler(900, 'x');
    const QList<std::pair<QByteArray, QString>> faults = {
        {"{\"custom_id\":", u"not_json"_s},
        {"[1]", u"not_object"_s},
        {"{\"custom_id\":\"u%\xFF\"}", u"not_utf8"_s},
        {"{\"custom_id\":42,\"body\":{\"model\":\"m\"}}", u"bad_custom_id"_s},
        {"{\"custom_id\":\"same\",\"body\":{\"model\":\"m\"}}", u"duplicate_custom_id"_s},
        {"{\"custom_id\":\"b%\",\"body\":\"text\"}", u"bad_body"_s},
        {"{\"custom_id\":\"m%\",\"body\":{}}", u"missing_model"_s},
    };
    QByteArray bytes = "{\"custom_id\":\"same\",\"body\":{\"model\":\"m\"}}\n";
    QMap<QString, QList<qint64>> planted;
    for (int line = 2; line <= 100'000; ++line) {
        const QByteArray number = QByteArray::number(line);
        if (line % 1000 == 0) {
            const auto &[text, kind] = faults[(line / 1000) % faults.size()];
            bytes += QByteArray(text).replace('%', number) + '\n';
            planted[kind].append(line);
        } else {
            bytes += "{\"custom_id\":\"row-" + number + "\",\"body\":{\"model\":\"m\",\"t\":\""
                + filler + "\"}}\n";
        }
    }
    TestFiles files;
    const Result<PreflightReport> report = checkFile(files.write(u"input"_s, bytes), {});
    QVERIFY(report);
    QMap<QString, QList<qint64>> found;
    for (const Finding &finding : report->findings)
        found.insert(finding.kind, finding.lines);
    QCOMPARE(found, planted);
    QCOMPARE(report->requests, 100'000);
}

QTEST_GUILESS_MAIN(TestWholeFiles)
#include "tst_wholefiles.moc"
