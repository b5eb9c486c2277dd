// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/keyecho.h"

#include "net/httptest.h"
#include "support/faultserver.h"

#include <QJsonArray>

using namespace HttpTest;

/// With a character for every kind of escape.
const QByteArray key = "kX9vQ2mL/aB+3f=\"&zT7\\w~pR4";

class KeyEchoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryForm_data();
    void findsEveryForm();
    void leavesTheRest_data();
    void leavesTheRest();
    void shortKeysAreWords();
    void base64AtAnyPlace();
    void serversThatQuoteIt_data();
    void serversThatQuoteIt();
};

void KeyEchoTest::findsEveryForm_data()
{
    QTest::addColumn<QByteArray>("form");
    QByteArray json;
    QByteArray entities;
    QByteArray hex;
    QByteArray small;
    for (const char c : key) {
        const QByteArray number = QByteArray::number(uchar(c), 16);
        small += QByteArray("kX9vQ2mL").contains(c) ? QByteArray(1, c) : '%' + number;
        json += "\\u00" + number;
        entities += "&#x" + number + ';';
        hex += "\\x" + number;
    }
    QTest::newRow("plain") << key;
    QTest::newRow("percent") << key.toPercentEncoding();
    QTest::newRow("percent, small") << small;
    QTest::newRow("percent, all") << key.toPercentEncoding({}, key);
    QTest::newRow("percent, twice") << key.toPercentEncoding().toPercentEncoding();
    const QByteArray text
        = QJsonDocument(QJsonArray{QString::fromLatin1(key)}).toJson(QJsonDocument::Compact);
    QTest::newRow("JSON") << text.sliced(2, text.size() - 4);
    QTest::newRow("JSON with slashes escaped")
        << text.sliced(2, text.size() - 4).replace("/", "\\/");
    const QByteArray inner = text.sliced(2, text.size() - 4);
    const QByteArray twice
        = QJsonDocument(QJsonArray{QString::fromLatin1(inner)}).toJson(QJsonDocument::Compact);
    QTest::newRow("JSON in JSON") << twice.sliced(2, twice.size() - 4);
    QTest::newRow("JSON, all numbers") << json;
    QTest::newRow("hexadecimal escapes") << hex;
    QTest::newRow("HTML") << QString::fromLatin1(key).toHtmlEscaped().toLatin1();
    QTest::newRow("HTML, all numbers") << entities;
    QTest::newRow("its first 8") << key.first(8);
    QTest::newRow("its first 12, then stars") << key.first(12);
    QTest::newRow("cut") << key.chopped(3);
    QTest::newRow("its first 8, escaped") << key.first(9).toPercentEncoding();
}

void KeyEchoTest::findsEveryForm()
{
    QFETCH(const QByteArray, form);
    const KeyEcho echo{SecretBytes(key)};
    QVERIFY(echo.isIn(form));
    QVERIFY(echo.isIn("bad key '" + form + "'"));
    QCOMPARE(echo.hidden("key: " + form + " " + form), "key: [hidden] [hidden]");
    QCOMPARE(echo.hidden(QString::fromLatin1("<" + form + ">")), u"<[hidden]>"_s);
}

void KeyEchoTest::leavesTheRest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other words") << QByteArray(R"({"error":"no such key"})");
    QTest::newRow("its first 7") << key.first(7);
    QTest::newRow("its end") << key.last(7);
    QTest::newRow("ends of escapes") << QByteArray("% %2 %25 %252 \\ \\u \\u00 & &# &; &#x; k%");
    QTest::newRow("any bytes") << QByteArray("\0\xff\xfek\0X9", 7);
}

void KeyEchoTest::leavesTheRest()
{
    QFETCH(const QByteArray, text);
    const KeyEcho echo{SecretBytes(key)};
    QVERIFY(!echo.isIn(text));
    QCOMPARE(echo.hidden(text), text);
}

void KeyEchoTest::shortKeysAreWords()
{
    const KeyEcho none{SecretBytes("error")};
    QVERIFY(!none.canLook());
    QVERIFY(!none.isIn("error"));
    const KeyEcho word{SecretBytes("practice")};
    QVERIFY(word.canLook());
    QVERIFY(!word.isTelling());
    QVERIFY(word.isIn("a practice key"));
    QVERIFY(!word.isIn("a practic key"));
}

void KeyEchoTest::base64AtAnyPlace()
{
    const KeyEcho echo{SecretBytes(key)};
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
        for (qsizetype before = 0; before < 7; ++before)
            for (qsizetype behind = 0; behind < 4; ++behind) {
                const QByteArray text
                    = (QByteArray(before, 'u') + key + QByteArray(behind, 'x')).toBase64(alphabet);
                const QByteArray clean = echo.hidden("<" + text + ">");
                QVERIFY2(clean.contains("[hidden]"), text.constData());
                // Of the key's own characters not one whole is left.
                QVERIFY2(clean.size() <= 2 + 8 + 4 * 2 + 4 * 2 + 2, clean.constData());
                QVERIFY(echo.isIn(QByteArray(text).replace('/', "\\/").replace('+', "%2B")));
            }
}

void KeyEchoTest::serversThatQuoteIt_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 202, 400, 401, 403, 404, 429, 500, 503})
        QTest::addRow("%d", status) << status;
}

/// From the wire to what is handed out.
void KeyEchoTest::serversThatQuoteIt()
{
    QFETCH(const int, status);
    const QByteArray said
        = key + ' ' + key.toBase64() + ' ' + key.toPercentEncoding() + ' ' + key.first(8);
    FaultServer server;
    server.on("GET", "/",
              FaultReply::json(status, said).with("X-Request-Id", key.toPercentEncoding()));
    HttpClient client;
    const auto future = client.send(get(server.url(u"/"_s)), SecretBytes(key), memory());
    QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
    QVERIFY(future.result());
    QCOMPARE(future.result()->header("x-request-id"), "[hidden]");
    const QByteArray body = future.result()->body;
    QVERIFY2(body.startsWith("[hidden] [hidden]") && body.endsWith(" [hidden] [hidden]"),
             body.constData());
}

QTEST_GUILESS_MAIN(KeyEchoTest)

#include "tst_keyecho.moc"
