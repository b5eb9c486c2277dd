// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redact.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

class RedactTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hidesKeys_data();
    void hidesKeys();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void cutsWithANote();
    void aKeyAtTheCutIsHidden();
    void isQuickOnLongText();
};

void RedactTest::hidesKeys_data()
{
    QTest::addColumn<QString>("text"); // with CANARY as the key
    QTest::addColumn<QString>("key");
    const auto row
        = [](const char *name, const QString &text, const QString &key = u"CANARY9f8e7d6c5b4a"_s) {
              QTest::newRow(name) << text << key;
          };
    row("header", u"Authorization: Bearer CANARY"_s);
    row("header, lower case", u"x: 1\r\nauthorization:bearer CANARY\r\nb: 2"_s);
    row("header with another scheme", u"Authorization: Digest a=CANARY, b=2"_s);
    row("proxy header", u"Proxy-Authorization: Basic CANARY=="_s);
    row("x-api-key", u"x-api-key: CANARY"_s);
    row("api-key", u"api-key:CANARY"_s);
    row("x-goog-api-key", u"X-Goog-Api-Key: CANARY"_s);
    row("cookie", u"Set-Cookie: session=CANARY; Path=/"_s);
    row("bearer in a sentence", u"the token Bearer CANARY was refused"_s);
    row("JSON", uR"({"authorization": "Bearer CANARY", "b": 1})"_s);
    row("JSON, not bearer", uR"({"api_key":"CANARY","b":1})"_s);
    row("JSON in JSON", uR"({"detail":"{\"x-api-key\": \"CANARY\", \"b\": 1}"})"_s);
    row("JSON in JSON in JSON", uR"({"d":"{\\\"api_key\\\":\\\"CANARY\\\"}"})"_s);
    row("JSON over lines", u"{\"api_key\":\n  \"CANARY\"\n}"_s);
    row("value with an escaped quote", uR"({"password":"x\"CANARY"})"_s);
    row("Python repr", u"{'x-api-key': 'CANARY', 'b': 1}"_s);
    row("list of pairs", uR"([["authorization", "CANARY"],["b","2"]])"_s);
    row("escaped line ends", uR"("headers":"authorization: Bearer CANARY\r\nb: 2")"_s);
    row("query", u"GET https://h/v1/files?key=CANARY&b=2"_s);
    row("query, second", u"https://h/p?b=2&api_key=CANARY"_s);
    row("query in JSON of Go", uR"("url":"https://h/p?b=2\u0026token=CANARY\u0026c=3")"_s);
    row("query in HTML", u"<a href=\"/p?b=2&amp;access_token=CANARY\">"_s);
    row("query, percent", u"next=%2Fp%3Fb%3D2%26key%3DCANARY"_s);
    row("signed, Amazon",
        u"https://b.s3.amazonaws.com/o?X-Amz-Credential=CANARY&X-Amz-Signature=CANARY"_s);
    row("signed, Google", u"https://storage.googleapis.com/o?X-Goog-Signature=CANARY"_s);
    row("signed, Azure", u"https://a.blob.core.windows.net/o?sv=2024&sig=CANARY%3D"_s);
    row("user info", u"https://me:CANARY@proxy:8080/"_s);
    row("sentence of OpenAI", u"Incorrect API key provided: CANARY. You can find"_s,
        u"sk-proj-ab12********************wxyz"_s);
    row("sk-", u"key CANARY here"_s, u"sk-ant-api03-AAAAbbbbCCCC"_s);
    row("sk- in JSON", u"{\"m\":\"CANARY\"}"_s, u"sk-AAAAbbbbCCCCdddd"_s);
    row("sk- after a bracket", u"(CANARY)"_s, u"sk-AAAAbbbbCCCCdddd"_s);
    row("rsk_", u"bad key 'CANARY'"_s, u"rsk_0123456789abcdef"_s);
    row("gsk_", u"CANARY"_s, u"gsk_0123456789abcdef"_s);
    row("xai-", u"CANARY"_s, u"xai-0123456789abcdef"_s);
    row("AIza", u"API key not valid: CANARY."_s, u"AIzaSyA1234567890abcdefghijklmnop"_s);
    row("JWT", u"token CANARY expired"_s,
        u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"_s);
}

void RedactTest::hidesKeys()
{
    QFETCH(QString, text);
    QFETCH(const QString, key);
    QVERIFY(text.contains("CANARY"_L1));
    const QString clean = redact(text.replace("CANARY"_L1, key));
    QVERIFY2(!clean.contains(key), qPrintable(clean));
    QVERIFY2(!clean.contains(key.first(8)), qPrintable(clean)); // a piece is too much already
    QVERIFY2(clean.contains("[hidden]"_L1), qPrintable(clean));
    QCOMPARE(redact(clean), clean);
}

void RedactTest::leavesOtherTextAlone_data()
{
    QTest::addColumn<QString>("text");
    for (
        const char *text :
        {"", "Connection refused", "Basic authentication is not supported",
         "token counting failed for line 3",
         R"({"error":{"message":"custom_id \"task-list-12345678\" is used twice","code":"duplicate_custom_id"}})",
         "The desk-lamp-12345678 and the risk-management-1234", "max_tokens=100 was too many",
         "https://api.example.com/v1/batches?limit=20&after=batch_1234567890", "monkey=banana",
         "Invalid value for 'body.messages[0].content'", "key_not_found_error at line 12",
         "a@b.example wrote", "http://127.0.0.1:8080/files/v1/batches"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void RedactTest::leavesOtherTextAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(redact(text), text);
}

void RedactTest::cutsWithANote()
{
    const QString cut = redact(u"x"_s.repeated(5000), 100);
    QVERIFY(cut.startsWith(u"x"_s.repeated(100) + u" "_s));
    QVERIFY(cut.contains("5000"_L1));
    QVERIFY(cut.size() < 160);
    QCOMPARE(redact(u"x"_s.repeated(100), 100), u"x"_s.repeated(100));
    // never half a character
    const QString smile = QString::fromUtf8("\xf0\x9f\x98\x80");
    QVERIFY(redact(u"x"_s.repeated(99) + smile + u"yyy"_s, 100)
                .startsWith(u"x"_s.repeated(99) + u" "_s));
}

void RedactTest::aKeyAtTheCutIsHidden()
{
    const QString key = u"sk-0123456789abcdefghijklmnopqrstuvwxyz"_s;
    for (int before = 40; before < 110; ++before) {
        const QString clean = redact(u" "_s.repeated(before) + key + u" "_s.repeated(20'000), 100);
        QVERIFY2(!clean.contains("sk-0123"_L1), qPrintable(clean));
    }
}

void RedactTest::isQuickOnLongText()
{
    // Hostile for patterns that look back and forth.
    for (const QString &unit :
         {u"\"api_key\":\""_s, u"\\\""_s, u"authorization: "_s, u"a"_s, u"&key"_s, u"sk-"_s}) {
        const QString text = unit.repeated(2'000'000 / unit.size());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!redact(text).isNull());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(unit)); // step by step it takes minutes
    }
}

QTEST_GUILESS_MAIN(RedactTest)

#include "tst_redact.moc"
