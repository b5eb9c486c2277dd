// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linecheck.h"

#include "jsonl/findinglist.h"
#include "jsonl/testfiles.h"

#include <QRandomGenerator>
#include <QTest>

#include <iterator>

using namespace Qt::StringLiterals;

namespace {

void nothingMore(const Request &, const Profile &, std::vector<LineFault> &) {}

} // namespace

class TestLineCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneLineGivesItsFindings_data();
    void oneLineGivesItsFindings();
    void bothWaysFindTheSame();
    void factsAreOfThisLine();
};

void TestLineCheck::oneLineGivesItsFindings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QByteArray &line, const QString &found) {
        QTest::newRow(name) << line << found;
    };
    const QByteArray body = R"("body":{"model":"m"})"_ba;
    row("good",
        R"({"custom_id":"a","method":"POST","url":"/v1/embeddings","body":{"model":"m"}})"_ba, {});
    row("without method and url", R"({"custom_id":"a",)"_ba + body + '}', {});
    row("escapes in names", R"({"custom\u005fid":"a","\u0062ody":{"\u006dodel":"m"}})"_ba, {});
    row("U+2028", "{\"custom_id\":\"a\xE2\x80\xA8z\","_ba + body + '}', {});
    row("cut", R"({"custom_id":"a")"_ba, u"error not_json 1: 2"_s);
    row("text behind", R"({"custom_id":"a","body":{"model":"m"}} x)"_ba, u"error not_json 1: 2"_s);
    row("two objects", R"({"custom_id":"a","body":{"model":"m"}}{})"_ba, u"error not_json 1: 2"_s);
    row("single quotes", R"({'custom_id':'a'})"_ba, u"error not_json 1: 2"_s);
    row("trailing comma", R"({"custom_id":"a","body":{"model":"m"},})"_ba,
        u"error not_json 1: 2"_s);
    row("leading zero", R"({"custom_id":"a","body":{"model":"m","n":01}})"_ba,
        u"error not_json 1: 2"_s);
    row("bad escape", R"({"custom_id":"a\q","body":{"model":"m"}})"_ba, u"error not_json 1: 2"_s);
    row("NaN", R"({"custom_id":"a","body":{"model":"m","n":NaN}})"_ba, u"error not_json 1: 2"_s);
    row("control character", "{\"custom_id\":\"a\x01\"}"_ba, u"error not_json 1: 2"_s);
    row("NUL", QByteArray("{\"custom_id\":\"a\0\"}", 18), u"error not_json 1: 2"_s);
    row("mark in the middle", "\xEF\xBB\xBF{\"custom_id\":\"a\","_ba + body + '}',
        u"error not_json 1: 2"_s);
    row("not UTF-8", "{\"custom_id\":\"a\xFF\","_ba + body + '}', u"error not_utf8 1: 2"_s);
    row("not UTF-8 and not JSON", "{\"custom_id\":\"a\xC3"_ba, u"error not_utf8 1: 2"_s);
    row("surrogate in UTF-8", "{\"custom_id\":\"\xED\xA0\x80\","_ba + body + '}',
        u"error not_utf8 1: 2"_s);
    row("array", "[1,2,3]"_ba, u"error not_object 1: 2"_s);
    row("text", "\"text\""_ba, u"error not_object 1: 2"_s);
    row("null", "null"_ba, u"error not_object 1: 2"_s);
    row("large number alone", "1e999"_ba,
        u"error not_object 1: 2\nwarning number_out_of_range 1: 2"_s);
    row("empty object", "{}"_ba, u"error missing_custom_id 1: 2\nerror missing_body 1: 2"_s);
    row("key twice", R"({"custom_id":"a","custom_id":"b","body":{"model":"m"}})"_ba,
        u"error duplicate_key 1: 2"_s);
    row("key twice, once escaped",
        R"({"custom_id":"a","custom_\u0069d":"b","body":{"model":"m"}})"_ba,
        u"error duplicate_key 1: 2"_s);
    row("key twice in body", R"({"custom_id":"a","body":{"model":"m","n":1,"n":2}})"_ba,
        u"error duplicate_key 1: 2"_s);
    row("key twice deeper is none of ours",
        R"({"custom_id":"a","body":{"model":"m","o":{"n":1,"n":2}}})"_ba, {});
    row("same key in two objects",
        R"({"custom_id":"a","url":"/v1/x","body":{"model":"m","url":1}})"_ba, {});
    row("no id", '{' + body + '}', u"error missing_custom_id 1: 2"_s);
    row("null id", R"({"custom_id":null,)"_ba + body + '}', u"error missing_custom_id 1: 2"_s);
    row("empty id", R"({"custom_id":"",)"_ba + body + '}', u"error empty_custom_id 1: 2"_s);
    row("number as id", R"({"custom_id":42,)"_ba + body + '}', u"error bad_custom_id 1: 2"_s);
    row("long id without a profile",
        R"({"custom_id":")"_ba + QByteArray(5000, 'x') + "\"," + body + '}', {});
    row("no body", R"({"custom_id":"a"})"_ba, u"error missing_body 1: 2"_s);
    row("null body", R"({"custom_id":"a","body":null})"_ba, u"error missing_body 1: 2"_s);
    row("text as body", R"({"custom_id":"a","body":"{}"})"_ba, u"error bad_body 1: 2"_s);
    row("array as body", R"({"custom_id":"a","body":[]})"_ba, u"error bad_body 1: 2"_s);
    row("whole url", R"({"custom_id":"a","url":"https://example.com/v1/x",)"_ba + body + '}',
        u"error wrong_url 1: 2"_s);
    row("empty url", R"({"custom_id":"a","url":"",)"_ba + body + '}', u"error wrong_url 1: 2"_s);
    row("number as url", R"({"custom_id":"a","url":1,)"_ba + body + '}', u"error wrong_url 1: 2"_s);
    row("GET", R"({"custom_id":"a","method":"GET",)"_ba + body + '}', u"error bad_method 1: 2"_s);
    row("small letters", R"({"custom_id":"a","method":"post",)"_ba + body + '}',
        u"error bad_method 1: 2"_s);
    row("empty method", R"({"custom_id":"a","method":"",)"_ba + body + '}',
        u"error bad_method 1: 2"_s);
    row("null method and url", R"({"custom_id":"a","method":null,"url":null,)"_ba + body + '}', {});
    row("no model", R"({"custom_id":"a","body":{}})"_ba, u"error missing_model 1: 2"_s);
    row("empty model", R"({"custom_id":"a","body":{"model":""}})"_ba,
        u"error missing_model 1: 2"_s);
    row("number as model", R"({"custom_id":"a","body":{"model":4}})"_ba,
        u"error missing_model 1: 2"_s);
    row("model in the wrong place",
        R"({"custom_id":"a","model":"m","body":{"o":{"model":"m"}}})"_ba,
        u"error missing_model 1: 2\nwarning unknown_field 1: 2"_s);
    row("stream", R"({"custom_id":"a","body":{"model":"m","stream":true}})"_ba,
        u"error stream_set 1: 2"_s);
    row("no stream", R"({"custom_id":"a","body":{"model":"m","stream":false}})"_ba, {});
    row("unknown field", R"({"custom_id":"a","x":1,"y":2,)"_ba + body + '}',
        u"warning unknown_field 1: 2"_s);
    row("large integer",
        R"({"custom_id":"a","body":{"model":"m","n":123456789012345678901234567890}})"_ba,
        u"warning number_out_of_range 1: 2"_s);
    row("64 bits",
        R"({"custom_id":"a","body":{"model":"m","n":[18446744073709551615,-9223372036854775808]}})"_ba,
        {});
    row("1e999", R"({"custom_id":"a","body":{"model":"m","n":1e999}})"_ba,
        u"warning number_out_of_range 1: 2"_s);
    row("1e-999", R"({"custom_id":"a","body":{"model":"m","n":1e-999}})"_ba, {});
    row("lone surrogate", R"({"custom_id":"a","body":{"model":"m","t":"\ud83d"}})"_ba,
        u"warning lone_surrogate 1: 2"_s);
    row("pair", R"({"custom_id":"a","body":{"model":"m","t":"\ud83d\ude00"}})"_ba, {});
    row("odd and faulty", R"({"custom_id":7,"body":{"t":"\ud83d","n":1e999}})"_ba,
        u"error bad_custom_id 1: 2\nerror missing_model 1: 2\n"
        "warning number_out_of_range 1: 2\nwarning lone_surrogate 1: 2"_s);
    row("1,000 levels",
        R"({"custom_id":"a","body":{"model":"m","n":)"_ba + QByteArray(1000, '[')
            + QByteArray(1000, ']') + "}}",
        {});
    row("100,000 levels",
        R"({"custom_id":"a","body":{"model":"m","n":)"_ba + QByteArray(100'000, '[')
            + QByteArray(100'000, ']') + "}}",
        u"warning too_deep 1: 2"_s);
    row("placeholder", R"({"custom_id":"a","body":{"model":"m","t":"Dear {{name}},"}})"_ba,
        u"warning placeholder_left 1: 2"_s);
    row("placeholder with blanks",
        R"({"custom_id":"a","body":{"model":"m","t":"{{{ first name }}"}})"_ba,
        u"warning placeholder_left 1: 2"_s);
    row("braces that are none",
        R"({"custom_id":"a","body":{"model":"m","t":"{{}} {{ }} {{a} {{'a'}}","o":{"p":{}}}})"_ba,
        {});
    row("placeholder in the id is an id", R"({"custom_id":"{{id}}",)"_ba + body + '}', {});
    row("CR", R"({"custom_id":"a",)"_ba + body + "}\r", u"warning crlf 1: 2"_s);
    row("blank", " \t"_ba, u"warning blank_line 1: 2"_s);
    row("blank with CR", "\r"_ba, u"warning crlf 1: 2\nwarning blank_line 1: 2"_s);
}

void TestLineCheck::oneLineGivesItsFindings()
{
    QFETCH(QByteArray, line);
    // Before and behind it good lines that have no url or model of their own to differ from.
    const QByteArray good = R"({"custom_id":"first","body":{"model":"m"}})"_ba;
    PreflightRules rules;
    rules.profile = Profile();
    rules.profile->sameUrl = false;
    const TestFiles files;
    const Result<PreflightReport> report = checkFile(
        files.write(u"input"_s,
                    good + '\n' + line + '\n' + QByteArray(good).replace("first", "last")),
        rules);
    QVERIFY(report);
    QTEST(printed(report->findings), "found");

    // A dialect with rules of its own has the bytes of each line looked at: another way to the same.
    const Dialect dialect{.id = "test"_L1, .checkLine = nothingMore};
    rules.dialect = &dialect;
    const Result<PreflightReport> slow = checkFile(files.path(u"input"_s), rules);
    QVERIFY(slow);
    QTEST(printed(slow->findings), "found");
    QCOMPARE(slow->models, report->models);
    QCOMPARE(slow->endpoints, report->endpoints);
}

/// Lines with one, two or three bytes changed, cut out or doubled.
void TestLineCheck::bothWaysFindTheSame()
{
    const QByteArray lines[] = {
        R"({"custom_id":"a-1","method":"POST","url":"/v1/embeddings","body":{"model":"m","n":[1.5e3,-0]}})"_ba,
        R"({"custom_id": "b\u00e9\ud83d\ude00", "body": {"model": "m", "stream": false, "x": {"model": null}}})"_ba,
        R"({"custom_id":"c","url":null,"method":null,"body":{"stream":true,"messages":[{"role":"user"}]}})"_ba,
        R"({"body":{"model":"","a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10,"k":11,"l":12},"custom_id":"d","extra":{}})"_ba};
    const PreflightRules rules{.profile = Profile()};
    const Dialect dialect{.id = "test"_L1, .checkLine = nothingMore};
    PreflightRules slowRules = rules;
    slowRules.dialect = &dialect;
    LineChecker fast(rules);
    LineChecker slow(slowRules);
    QRandomGenerator random(7);
    const auto words = [](const std::vector<LineFault> &faults) {
        QStringList all;
        for (const LineFault &fault : faults)
            all.append(fault.kind);
        all.sort();
        return all;
    };
    int withoutFault = 0;
    for (int i = 0; i < 40'000; ++i) {
        QByteArray line = lines[i % std::size(lines)];
        for (int change = random.bounded(4); change > 0; --change) {
            const qsizetype at = random.bounded(int(line.size()));
            switch (random.bounded(4)) {
            case 0: line[at] = "\"\\{}[]:, 0eE+-.tn\xC3"[random.bounded(18)]; break;
            case 1: line.remove(at, 1 + random.bounded(5)); break;
            case 2: line.insert(at, line.mid(random.bounded(int(line.size())), 9)); break;
            default: line[at] = char(line[at] ^ (1 << random.bounded(7)));
            }
            if (line.isEmpty())
                line = " ";
        }
        const PaddedBuffer bytes(line);
        std::vector<LineFault> fastFaults;
        std::vector<LineFault> slowFaults;
        const LineFacts one = fast.check(bytes.line(), fastFaults);
        const LineFacts &other = slow.check(bytes.line(), slowFaults);
        QVERIFY2(words(fastFaults) == words(slowFaults), line.constData());
        QVERIFY2(one.isJson == other.isJson && one.customId == other.customId
                     && one.url == other.url && one.model == other.model,
                 line.constData());
        withoutFault += fastFaults.empty();
    }
    // The changes leave enough of both sorts.
    QVERIFY(withoutFault > 2000 && withoutFault < 38'000);
}

void TestLineCheck::factsAreOfThisLine()
{
    const PreflightRules rules;
    LineChecker checker(rules);
    std::vector<LineFault> faults;
    const PaddedBuffer whole(
        R"({"custom_id":"\u0061","url":"\/v1\/x","body":{"model":"m\u006e"}})"_ba);
    const LineFacts &facts = checker.check(whole.line(), faults);
    QVERIFY(faults.empty());
    QVERIFY(facts.isJson);
    QCOMPARE(facts.customId, "a");
    QCOMPARE(facts.url, "/v1/x");
    QCOMPARE(facts.model, "mn");
    for (const char *text : {"{}", "[]", "{"}) {
        const PaddedBuffer other{std::string_view(text)};
        checker.check(other.line(), faults);
        QVERIFY(!facts.customId && !facts.model);
        QCOMPARE(facts.isJson, std::string_view(text) != "{");
    }
    QCOMPARE(customIdOf(whole.line().bytes), "a");
    QCOMPARE(customIdOf("{\"custom_id\":1}"), std::nullopt);
    QCOMPARE(customIdOf("{\"body\":{\"custom_id\":\"a\"}}"), std::nullopt);
    QCOMPARE(customIdOf("{\"custom_id\":\"a\""), std::nullopt);
}

QTEST_GUILESS_MAIN(TestLineCheck)
#include "tst_linecheck.moc"
