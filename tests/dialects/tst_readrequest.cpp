// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(std::string_view view)
{
    return {view.data(), qsizetype(view.size())};
}

} // namespace

class TestReadRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheFields();
    void methodAndUrlMayBeMissing();
    void bodyIsTheExactBytes_data();
    void bodyIsTheExactBytes();
    void escapedTextsAreDecoded();
    void copiesKeepTheirTexts();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void anyBytesAreSurvived();
};

void TestReadRequest::readsTheFields()
{
    const PaddedBuffer line(QByteArray(
        R"({"custom_id":"q-\u00e917","method":"POST","url":"/v1/embeddings","extra":[1],"body":{"input":"x","model":"m"}})"));
    const Result<Request> request = readRequest(line.line());
    QVERIFY(request);
    QCOMPARE(request->customId, u"q-\u00e917"_s);
    QCOMPARE(bytes(request->customIdJson), R"("q-\u00e917")");
    QCOMPARE(bytes(request->method), "POST");
    QCOMPARE(bytes(request->url), "/v1/embeddings");
    QCOMPARE(bytes(request->body), R"({"input":"x","model":"m"})");
    QCOMPARE(bytes(request->model), "m");
    QVERIFY(request->unescaped.isEmpty());
}

void TestReadRequest::methodAndUrlMayBeMissing()
{
    const PaddedBuffer line(QByteArray(R"({"custom_id":"a","url":null,"body":{}})"));
    const Result<Request> request = readRequest(line.line());
    QVERIFY(request);
    QVERIFY(request->method.empty());
    QVERIFY(request->url.empty());
    QVERIFY(request->model.empty());
    QCOMPARE(bytes(request->body), "{}");
}

void TestReadRequest::bodyIsTheExactBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("numbers") << QByteArray(
        R"({"z":1,"a":1.0,"b":-0,"c":123456789012345678901234567890,"d":1e400})");
    QTest::newRow("escapes") << QByteArray(R"({"a":"\u00e9\/\ud83d"})");
    QTest::newRow("line separators") << QByteArray("{\"a\":\"x\xe2\x80\xa8y\xe2\x80\xa9z\"}");
    QTest::newRow("white space") << QByteArray("{ \"a\" :\t[ 1 ,\r 2 ] }");
    QTest::newRow("same key twice") << QByteArray(R"({"a":1,"a":2})");
    QTest::newRow("deep") << "{\"a\":" + QByteArray(5'000, '[') + QByteArray(5'000, ']') + '}';
    QTest::newRow("other objects inside")
        << QByteArray(R"({"body":{"custom_id":"no"},"messages":[{"role":"}"}]})");
}

void TestReadRequest::bodyIsTheExactBytes()
{
    QFETCH(const QByteArray, body);
    const PaddedBuffer line(" {\"custom_id\":\"a\" , \"body\" : " + body + " , \"url\":\"/x\"}\r");
    const Result<Request> request = readRequest(line.line());
    QVERIFY(request);
    QCOMPARE(bytes(request->body), body);
    QCOMPARE(bytes(request->url), "/x");
}

void TestReadRequest::escapedTextsAreDecoded()
{
    const PaddedBuffer line(QByteArray(
        R"({"custom_id":"a","method":"\u0050OST","url":"\/v1\/embeddings","body":{"model":"vendor\/m\u00e9"}})"));
    const Result<Request> request = readRequest(line.line());
    QVERIFY(request);
    QCOMPARE(bytes(request->method), "POST");
    QCOMPARE(bytes(request->url), "/v1/embeddings");
    QCOMPARE(bytes(request->model), "vendor/m\xc3\xa9");
}

void TestReadRequest::copiesKeepTheirTexts()
{
    const PaddedBuffer line(QByteArray(R"({"custom_id":"a","url":"\/v1\/embeddings","body":{}})"));
    Request copy;
    {
        const Result<Request> request = readRequest(line.line());
        QVERIFY(request);
        copy = *request;
    }
    QCOMPARE(bytes(copy.url), "/v1/embeddings");
    const Request moved = std::move(copy);
    QCOMPARE(bytes(moved.url), "/v1/embeddings");
}

void TestReadRequest::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *kind, const char *what, const QByteArray &line) {
        QTest::addRow("%s: %s", kind, what) << line;
    };
    row("not_utf8", "0xff", "{\"custom_id\":\"\xff\",\"body\":{}}");
    row("not_json", "nothing", "");
    row("not_json", "cut", R"({"custom_id":"b")");
    row("not_json", "two objects", R"({"custom_id":"b","body":{}} {})");
    row("not_json", "Python's NaN", R"({"custom_id":"b","body":{"a":NaN}})");
    row("not_json", "single quotes", R"({'custom_id':'b'})");
    row("not_json", "a leading zero", R"({"custom_id":"b","body":{"a":01}})");
    row("not_json", "a bad escape", R"({"custom_id":"b","body":{"a":"\x"}})");
    row("not_object", "array", "[1,2,3]");
    row("not_object", "text", "\"text\"");
    row("not_object", "null", "null");
    row("duplicate_key", "body", R"({"custom_id":"b","body":{},"body":{"a":1}})");
    row("duplicate_key", "any other", R"({"custom_id":"b","x":1,"x":2,"body":{}})");
    row("missing_custom_id", "absent", R"({"body":{}})");
    row("missing_custom_id", "null", R"({"custom_id":null,"body":{}})");
    row("empty_custom_id", "empty", R"({"custom_id":"","body":{}})");
    row("bad_custom_id", "number", R"({"custom_id":17,"body":{}})");
    row("bad_custom_id", "object", R"({"custom_id":{},"body":{}})");
    row("bad_method", "number", R"({"custom_id":"b","method":1,"body":{}})");
    row("wrong_url", "list", R"({"custom_id":"b","url":[],"body":{}})");
    row("missing_body", "absent", R"({"custom_id":"b"})");
    row("missing_body", "null", R"({"custom_id":"b","body":null})");
    row("bad_body", "text", R"({"custom_id":"b","body":"{}"})");
    row("bad_body", "array", R"({"custom_id":"b","body":[]})");
}

void TestReadRequest::faultsAreNamed()
{
    QFETCH(const QByteArray, line);
    const PaddedBuffer buffer(line);
    const Result<Request> request = readRequest(buffer.line());
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::BadInput);
    QCOMPARE(request.error().code,
             QString::fromLatin1(QTest::currentDataTag()).section(u':', 0, 0));
    QVERIFY(!request.error().message.isEmpty());
}

void TestReadRequest::anyBytesAreSurvived()
{
    const QByteArray line
        = R"({"custom_id":"q-\u00e917","method":"POST","url":"\/v1","body":{"a":[1,{"b":"\ud83d"}],"n":1e400}})";
    int good = 0;
    for (qsizetype cut = 0; cut <= line.size(); ++cut)
        good += readRequest(PaddedBuffer(line.first(cut)).line()).has_value();
    QCOMPARE(good, 1);
    for (qsizetype at = 0; at < line.size(); ++at) {
        for (const char c : {'\0', '"', '\\', '{', '}', '[', ']', ',', ':', '\xff', '\x80'}) {
            QByteArray flipped = line;
            flipped[at] = c;
            const PaddedBuffer buffer(flipped);
            if (const Result<Request> request = readRequest(buffer.line()))
                QVERIFY(request->body.starts_with('{') && request->body.ends_with('}'));
        }
    }
}

QTEST_GUILESS_MAIN(TestReadRequest)
#include "tst_readrequest.moc"
