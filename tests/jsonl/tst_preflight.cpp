// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include "dialects/dialect.h"
#include "jsonl/testfiles.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A request line that nothing is wrong with, and what may be changed in it.
QByteArray request(const QByteArray &id, const QByteArray &model = "m",
                   const QByteArray &url = "/v1/chat/completions")
{
    return "{\"custom_id\":\"" + id + "\",\"method\":\"POST\",\"url\":\"" + url
        + "\",\"body\":{\"model\":\"" + model + "\",\"messages\":[]}}\n";
}

/// Rules of a provider with every limit, all certain.
PreflightRules strictRules()
{
    Profile profile;
    profile.maxRequests = {.value = 4};
    profile.maxBytes = {.value = 1000};
    profile.maxLineBytes = {.value = 300};
    profile.maxCustomId = {.value = 8};
    return {.profile = profile};
}

/// Rules whose limits are hearsay.
PreflightRules unsureRules()
{
    PreflightRules rules = strictRules();
    for (Limit *limit : {&rules.profile->maxRequests, &rules.profile->maxBytes,
                         &rules.profile->maxLineBytes, &rules.profile->maxCustomId})
        limit->certain = false;
    return rules;
}

void refuseModelX(const Request &request, const Profile &, std::vector<LineFault> &faults)
{
    if (request.model == "x")
        faults.push_back({"bad_model"_L1});
    if (request.customId.contains(u'é'))
        faults.push_back({"odd_id"_L1, Severity::Warning});
    if (!request.body.starts_with('{') || !request.body.ends_with('}') || !request.method.empty()
        || !request.url.empty() || request.customIdJson.front() != '"')
        faults.push_back({"bad_view"_L1});
}

} // namespace

class TestPreflight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreCountedAsInAnEditor();
    void repeatedIdsAreFound_data();
    void repeatedIdsAreFound();
    void mixedLinesDifferFromTheFirst();
    void aLimitOfTokensIsMissedWhereItIsDemanded();
    void limitsComeFromTheProfile();
    void limitsThatAreNotCertainWarn();
    void dialectsAddTheirOwnRules();
    void emptyFileHasNoRequests_data();
    void emptyFileHasNoRequests();
    void longListsEndAtAHundred();
    void binaryDataIsNoInput_data();
    void binaryDataIsNoInput();
    void overlongLineIsNamed();
    void countsAndDigestAreThoseOfTheFile();
    void everyBlockSizeGivesTheSame();

private:
    Result<PreflightReport> check(const QByteArray &bytes, const PreflightRules &rules = {},
                                  const Pass &pass = {})
    {
        return checkFile(m_files.write(u"input"_s, bytes), rules, pass);
    }
    QString findings(const QByteArray &bytes, const PreflightRules &rules = {})
    {
        const Result<PreflightReport> report = check(bytes, rules);
        return report ? printed(report->findings) : userText(report.error());
    }
    TestFiles m_files;
};

void TestPreflight::linesAreCountedAsInAnEditor()
{
    const QByteArray bytes = "\xEF\xBB\xBF" + request("a").replace("\n", "\r\n") + "\r\n"
        + request("b") + "  \n\n" + "bad\n" + request("a").chopped(1);
    const Result<PreflightReport> report = check(bytes);
    QVERIFY(report);
    QCOMPARE(printed(report->findings),
             u"error not_json 1: 6\n"
             "error duplicate_custom_id 1: 7\n"
             "warning crlf 2: 1 2\n"
             "warning bom 1: 1\n"
             "warning blank_line 3: 2 4 5"_s);
    QCOMPARE(report->requests, 4);
    QCOMPARE(report->blankLines, 3);
    QCOMPARE(report->index->count(), 4);
    QCOMPARE(report->index->physicalLine({2}), 6);
    QVERIFY(report->hasErrors());
}

void TestPreflight::repeatedIdsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("found");
    QTest::newRow("three of one, two of another") << request("a") + request("b") + request("a")
            + request("b") + request("a") << u"error duplicate_custom_id 3: 3 4 5"_s;
    QTest::newRow("written in two ways") << request("\xC3\xA9") + request("\\u00e9")
            + request("\\u00E9") << u"error duplicate_custom_id 2: 2 3"_s;
    QTest::newRow("blank lines between") << request("a") + "\n \n"
            + request("a") << u"error duplicate_custom_id 1: 4\nwarning blank_line 2: 2 3"_s;
    QTest::newRow("different, but alike") << request("a") + request("a ") + request("A") << u""_s;
    QTest::newRow("different halves of characters")
        << request("\\ud800") + request("\\udbff") << u"warning lone_surrogate 2: 1 2"_s;
    QTest::newRow("on a line with another fault")
        << request("a") + "{\"custom_id\":\"a\",\"body\":1}\n"
        << u"error bad_body 1: 2\nerror duplicate_custom_id 1: 2"_s;
    QTest::newRow("with CRLF") << request("a").replace("\n", "\r\n")
            + request("a").replace("\n", "\r\n")
                               << u"error duplicate_custom_id 1: 2\nwarning crlf 2: 1 2"_s;
}

void TestPreflight::repeatedIdsAreFound()
{
    QFETCH(QByteArray, bytes);
    QTEST(findings(bytes), "found");
}

void TestPreflight::mixedLinesDifferFromTheFirst()
{
    const QByteArray bytes = "{\"custom_id\":\"0\",\"body\":{}}\n" + request("a", "m")
        + request("b", "n") + request("c", "m", "/v1/embeddings") + request("d", "o");
    const QString always = u"error missing_model 1: 1\n"
                           "error mixed_urls 1: 4"_s;
    QCOMPARE(findings(bytes), always);
    PreflightRules rules;
    rules.profile = Profile();
    QCOMPARE(findings(bytes, rules),
             u"error missing_model 1: 1\n"
             "error mixed_models 2: 3 5\n"
             "error mixed_urls 1: 4"_s);
    rules.profile->sameModel = rules.profile->sameUrl = rules.profile->needsModel = false;
    QCOMPARE(findings(bytes, rules), u""_s);
}

void TestPreflight::aLimitOfTokensIsMissedWhereItIsDemanded()
{
    const auto line = [](const QByteArray &id, const QByteArray &members) {
        return "{\"custom_id\":\"" + id + "\",\"body\":{\"model\":\"m\"" + members + "}}\n";
    };
    const QByteArray bytes = line("1", R"(,"messages":[])")
        + line("2", R"(,"messages":[],"max_tokens":5)")
        + line("3", R"(,"max_completion_tokens":5,"messages":[])")
        + line("4", R"(,"messages":[],"max_output_tokens":5)")
        + line("5", R"(,"messages":[],"max_tokens":null)") + line("6", R"(,"input":"x")")
        + line("7", R"(,"messages":["{{"])") // read by the slower look
        + line("8", R"(,"mess\u0061ges":["{{"],"max\u005ftokens":5)")
        + line("9", R"(,"mess\u0061ges":[])");
    PreflightRules rules{.dialect = nullptr, .profile = Profile()};
    QCOMPARE(findings(bytes, rules), u""_s);
    rules.profile->needsMaxTokens = true;
    QCOMPARE(findings(bytes, rules), u"error missing_max_tokens 4: 1 5 7 9"_s);
    QVERIFY(!findingText(u"missing_max_tokens").isEmpty());
}

void TestPreflight::limitsComeFromTheProfile()
{
    const QByteArray bytes = request("12345678") + request("123456789")
        + request("\xC3\xA9"
                  "1234567")
        + request("d", QByteArray(300, 'm')) + request("e");
    QCOMPARE(findings(bytes), u""_s);
    PreflightRules rules = strictRules();
    rules.profile->sameModel = false;
    QCOMPARE(findings(bytes, rules),
             u"error too_many_requests 1:\n"
             "error bad_custom_id 1: 2\n"
             "error line_too_long 1: 4"_s);
    QCOMPARE(findings(request("a") + request("b").repeated(1) + QByteArray(1000, '\n'), rules)
                 .contains(u"error too_many_bytes 1:"_s),
             true);
    rules.profile->maxRequests.value = 5;
    rules.profile->maxLineBytes.value = 1000;
    rules.profile->maxCustomId.value = 9;
    rules.profile->maxBytes.value = bytes.size();
    QCOMPARE(findings(bytes, rules), u""_s);
    rules.profile->maxBytes.value = bytes.size() - 1;
    QCOMPARE(findings(bytes, rules), u"error too_many_bytes 1:"_s);
}

void TestPreflight::limitsThatAreNotCertainWarn()
{
    PreflightRules rules = unsureRules();
    rules.profile->sameModel = false;
    const Result<PreflightReport> report
        = check(request("123456789") + request("b", QByteArray(900, 'm')) + request("c")
                    + request("d") + request("e"),
                rules);
    QVERIFY(report);
    QCOMPARE(printed(report->findings),
             u"warning too_many_requests 1:\n"
             "warning too_many_bytes 1:\n"
             "warning bad_custom_id 1: 1\n"
             "warning line_too_long 1: 2"_s);
    QVERIFY(!report->hasErrors());
}

void TestPreflight::dialectsAddTheirOwnRules()
{
    const Dialect dialect{.id = "test"_L1, .checkLine = refuseModelX};
    PreflightRules rules{.dialect = &dialect, .profile = Profile()};
    const QByteArray bytes = R"({"custom_id":"a","body":{"model":"x"}})"
                             "\n"
                             R"({"custom_id":"\u00e9","body": {"model":"x"} })"
                             "\n"
                             R"({"custom_id":"c","body":1})"
                             "\n"
                             R"({"body":{"model":"x"}})"
                             "\n"_ba;
    QCOMPARE(findings(bytes, rules),
             u"error bad_model 2: 1 2\n"
             "error bad_body 1: 3\n"
             "error missing_custom_id 1: 4\n"
             "warning odd_id 1: 2"_s);
}

void TestPreflight::emptyFileHasNoRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("found");
    QTest::newRow("nothing") << QByteArray() << u"error no_requests 1:"_s;
    QTest::newRow("blank lines") << "\n \n"_ba
                                 << u"error no_requests 1:\nwarning blank_line 2: 1 2"_s;
    QTest::newRow("mark") << "\xEF\xBB\xBF"_ba << u"error no_requests 1:\nwarning bom 1: 1"_s;
}

void TestPreflight::emptyFileHasNoRequests()
{
    QFETCH(QByteArray, bytes);
    QTEST(findings(bytes), "found");
}

void TestPreflight::longListsEndAtAHundred()
{
    const Result<PreflightReport> report = check(QByteArray("x\n").repeated(150));
    QVERIFY(report);
    QCOMPARE(report->findings.size(), 1);
    QCOMPARE(report->findings[0].count, 150);
    QCOMPARE(report->findings[0].lines.size(), 100);
    QCOMPARE(report->findings[0].lines.last(), 100);
}

void TestPreflight::binaryDataIsNoInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isInput");
    QTest::newRow("program") << QByteArray("\x7F"
                                           "ELF\0\0\n\0x\n",
                                           10)
                             << false;
    QTest::newRow("one long line of NUL") << QByteArray(1000, '\0') << false;
    QTest::newRow("NUL, but a JSON line too") << request("a") + QByteArray("\0\n", 2) << true;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0\n\0", 8) << false;
    QTest::newRow("text that is no JSON") << "Dear all,\n"_ba << true;
    QTest::newRow("Latin-1 text") << "Stra\xDF"
                                     "e\n"_ba
                                  << true;
}

void TestPreflight::binaryDataIsNoInput()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isInput);
    const Result<PreflightReport> report = check(bytes);
    QCOMPARE(report.has_value(), isInput);
    if (!isInput) {
        QCOMPARE(report.error().kind, ErrorKind::BadInput);
        QVERIFY(report.error().message.contains(m_files.path(u"input"_s)));
    }
}

void TestPreflight::overlongLineIsNamed()
{
    const QByteArray bytes = request("a") + request("b", QByteArray(5000, 'm')) + request("c");
    const Result<PreflightReport> report
        = check(bytes, {}, Pass{.blockBytes = 100, .maxLineBytes = 500});
    QVERIFY(report);
    QCOMPARE(printed(report->findings), u"error line_too_long 1: 2"_s);
    QCOMPARE(report->requests, 3);
}

void TestPreflight::countsAndDigestAreThoseOfTheFile()
{
    const QByteArray bytes = request("a", "m") + request("b", "n") + request("c", "n")
        + "{\"custom_id\":\"d\",\"body\":{\"model\":\"\\u006e\"}}\n"
        + request("e", "k", "/v1/embeddings");
    const Result<PreflightReport> report = check(bytes);
    QVERIFY(report);
    using Counts = QList<std::pair<QString, qint64>>;
    QCOMPARE(report->models, Counts({{u"n"_s, 3}, {u"k"_s, 1}, {u"m"_s, 1}}));
    QCOMPARE(report->endpoints, Counts({{u"/v1/chat/completions"_s, 4}, {u"/v1/embeddings"_s, 1}}));
    QCOMPARE(report->bytes, bytes.size());
    QCOMPARE(report->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QCOMPARE(bytesOf(m_files.path(u"input"_s)), bytes);
}

void TestPreflight::everyBlockSizeGivesTheSame()
{
    const QByteArray bytes = "\xEF\xBB\xBF" + request("a") + "\r\n" + request("b") + "bad\n"
        + request("a").replace("\n", "\r\n") + request("c", QByteArray(3000, 'x'))
        + request("b").chopped(1);
    const Result<PreflightReport> whole = check(bytes);
    QVERIFY(whole);
    QCOMPARE(whole->findings.size(), 5);
    for (const qint64 block : {1, 7, 64, 100, 101, 1000, 4096}) {
        const Result<PreflightReport> report = check(bytes, {}, Pass{.blockBytes = block});
        QVERIFY(report);
        QCOMPARE(printed(report->findings), printed(whole->findings));
        QCOMPARE(report->requests, whole->requests);
        QCOMPARE(report->sha256, whole->sha256);
    }
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
