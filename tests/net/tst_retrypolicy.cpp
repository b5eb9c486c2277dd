// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include "support/files.h"
#include "support/sharedfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);

/// -1 for "nothing"
qint64 waitOf(const HttpReply &reply, const QDateTime &now = noon)
{
    const auto wait = retryAfter(reply, now);
    return wait ? wait->count() : -1;
}

HttpReply refusal(QByteArray header, QByteArray body = {})
{
    HttpReply reply{.status = 429, .body = std::move(body)};
    if (!header.isEmpty())
        reply.headers.append({"retry-after", std::move(header)});
    return reply;
}

} // namespace

class RetryPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void referenceCases();
    void readsHeaders_data();
    void readsHeaders();
    void readsBodies_data();
    void readsBodies();
    void takesTheLargest();
    void measuresADateByTheServersClock();
    void ignoresTheBodyOfASuccess();
    void backsOffWithinItsBounds();
};

void RetryPolicyTest::referenceCases()
{
    const QString path = sharedFile(u"reference/payloads/edge/retry_after_cases.json"_s);
    if (path.isEmpty())
        QSKIP("the reference payloads are not beside the project");
    const QJsonArray cases = QJsonDocument::fromJson(bytesOf(path)).array();
    QVERIFY(cases.size() >= 9);
    for (const QJsonValue &value : cases) {
        const QJsonObject headers = value["headers"_L1].toObject();
        HttpReply reply = refusal({}, QJsonDocument(value["body"_L1].toObject()).toJson());
        for (const QString &name : headers.keys())
            reply.headers.append({name.toLatin1(), headers.value(name).toString().toLatin1()});
        const QJsonValue expected = value["expect_s"_L1];
        QCOMPARE(waitOf(reply), expected.isNull() ? -1 : qRound64(expected.toDouble() * 1000));
    }
}

void RetryPolicyTest::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *header, qint64 milliseconds) {
        QTest::newRow(header) << QByteArray(header) << milliseconds;
    };
    row("0", 0);
    row("1", 1000);
    row(" 7 ", 7000);
    row("0.0001", 1); // never earlier than asked
    row("1e2", 100'000);
    row("86400", 86'400'000);
    row("99999999999999999999", 1000LL * 86'400 * 366 * 100);
    row("nan", -1);
    row("inf", -1);
    row("-inf", -1);
    row("-0.5", -1);
    row("0x10", -1);
    row("5 s", -1);
    row("5,6", -1);
    row("soon", -1);
    row("\xff\xfe", -1);
    row("Fri, 20 Nov 2026 12:00:30 GMT", 30'000);
    row("Friday, 20-Nov-26 12:00:30 GMT", 30'000);
    row("Fri Nov 20 12:00:30 2026", 30'000);
    row("Sun Dec  6 12:00:00 2026", 16LL * 86'400'000);
    row("Fri, 20 Nov 2026 12:00:00 GMT", 0);
    row("Fri, 20 Nov 2026 11:59:59 GMT", -1);
    row("Thu, 01 Jan 1970 00:00:00 GMT", -1);
    row("Fri, 32 Nov 2026 12:00:30 GMT", -1);
    row("Fri, 20 Foo 2026 12:00:30 GMT", -1);
}

void RetryPolicyTest::readsHeaders()
{
    QFETCH(const QByteArray, header);
    QTEST(waitOf(refusal(header)), "milliseconds");
}

void RetryPolicyTest::readsBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *body, qint64 milliseconds) {
        QTest::newRow(body) << QByteArray(body) << milliseconds;
    };
    row(R"({"error":{"retry_after_seconds":7}})", 7000);
    row(R"({"retry_after_seconds":2.5})", 2500);
    row(R"({"error":{"retry_after_seconds":"12"}})", 12'000);
    row(R"({"error":{"retry_after_seconds":-1}})", -1);
    row(R"({"error":{"retry_after_seconds":null}})", -1);
    row(R"({"error":{"retry_after_seconds":{}}})", -1);
    row(R"({"error":{"details":[{"@type":"x"},{"retryDelay":"34.5s"},{"retryDelay":"3s"}]}})",
        34'500);
    row(R"({"error":{"details":{"retryDelay":"34s"}}})", -1);
    row(R"({"error":"retry_after_seconds"})", -1);
    row(R"([1])", -1);
    row("<html>", -1);
    row("", -1);
}

void RetryPolicyTest::readsBodies()
{
    QFETCH(const QByteArray, body);
    QTEST(waitOf(refusal({}, body)), "milliseconds");
}

void RetryPolicyTest::takesTheLargest()
{
    HttpReply reply
        = refusal("3", R"({"retry_after_seconds":4,"error":{"retry_after_seconds":5}})");
    reply.headers.append(std::pair<QByteArray, QByteArray>("retry-after-ms", "6000"));
    reply.headers.append(std::pair<QByteArray, QByteArray>("retry-after", "2"));
    QCOMPARE(waitOf(reply), 6000);
}

void RetryPolicyTest::measuresADateByTheServersClock()
{
    HttpReply reply = refusal("Fri, 20 Nov 2026 12:00:30 GMT");
    reply.headers.append(
        std::pair<QByteArray, QByteArray>("date", "Fri, 20 Nov 2026 12:00:20 GMT"));
    QCOMPARE(waitOf(reply, noon.addDays(300)), 10'000);
}

void RetryPolicyTest::ignoresTheBodyOfASuccess()
{
    HttpReply reply = refusal("3", R"({"retry_after_seconds":4})");
    reply.status = 200;
    QCOMPARE(waitOf(reply), 3000);
}

void RetryPolicyTest::backsOffWithinItsBounds()
{
    QCOMPARE(backOff(1, 0.0), 0ms);
    QCOMPARE(backOff(1, 0.5), 1000ms);
    QCOMPARE(backOff(3, 0.25), 2000ms);
    QCOMPARE(backOff(0, 0.5), 1000ms);
    QCOMPARE(backOff(1, 0.5, 100ms, 1s), 50ms);
    for (int attempt = 1; attempt < 2000; ++attempt) {
        const auto high = backOff(attempt, 0.999999);
        QVERIFY(backOff(attempt, 0.0) == 0ms && high >= 1999ms && high <= 10min);
        QVERIFY(attempt < 10 || high > 599s);
    }
}

QTEST_GUILESS_MAIN(RetryPolicyTest)

#include "tst_retrypolicy.moc"
