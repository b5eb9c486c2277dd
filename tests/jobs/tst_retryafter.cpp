// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever shape a Retry-After has: nobody on the connection asks earlier, also not after a restart,
// whoever sets the computer's clock meanwhile.
#include "steadyprovider.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// "{imf 90}": the server's time and 90 seconds, in the first form of an HTTP date; "{850 90}" and
/// "{asc 90}": in the two others.
QByteArray written(QByteArray header, const QDateTime &serverNow)
{
    const qsizetype from = header.indexOf('{');
    if (from < 0)
        return header;
    const qsizetype to = header.indexOf('}');
    const QList<QByteArray> words = header.mid(from + 1, to - from - 1).split(' ');
    const QDateTime time = serverNow.addSecs(words.last().toLongLong());
    const QString form = words.first() == "imf" ? u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s
        : words.first() == "850"                ? u"dddd, dd-MMM-yy HH:mm:ss 'GMT'"_s
                                                : u"ddd MMM d HH:mm:ss yyyy"_s;
    return header.replace(from, to - from + 1, QLocale::c().toString(time, form).toLatin1());
}

constexpr qint64 years = 366LL * 86'400;

} // namespace

class RetryAfterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isObeyed_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("seconds"); // that were asked for; -1: none
        QTest::addColumn<qint64>("skew"); // of the server's clock; its Date header says so
        QTest::addColumn<QByteArray>("body");
        const auto row
            = [](const char *header, qint64 seconds, qint64 skew = 0, const QByteArray &body = {}) {
                  const QByteArray name
                      = QByteArray(header) + ' ' + QByteArray::number(skew) + ' ' + body;
                  QTest::newRow(name.constData()) << QByteArray(header) << seconds << skew << body;
              };
        row("0", -1);
        row("1", 1);
        row("30", 30);
        row("120", 120);
        row(" 7 ", 7);
        row("0.25", 0);
        row("1.5", 1);
        row("1e2", 100);
        row("+60", 60);
        row("007", 7);
        row("3599", 3599);
        row("3600", 3600);
        row("5400", 5400);
        row("86400", 86'400);
        row("604800", 604'800);
        row("31536000", 31'536'000);
        row("4294967296", 4'294'967'296);
        row("99999999999999999999", years);
        row("-1", -1);
        row("-86400", -1);
        row("", -1);
        row("soon", -1);
        row("nan", -1);
        row("inf", -1);
        row("0x10", -1);
        row("60 seconds", -1);
        row("60, 120", -1);
        row("\xff\xfe\x01", -1);
        row("{imf 90}", 90);
        row("{850 90}", 90);
        row("{asc 90}", 90);
        row("{imf 90}", 90, 86'400);
        row("{imf 90}", 90, -86'400);
        row("{850 7200}", 7200, 10 * years);
        row("{asc 7200}", 7200, -10 * years);
        row("{imf 0}", -1);
        row("{imf -5}", -1);
        row("{850 -86400}", -1, 3600);
        row("{imf 604800}", 604'800);
        row("Fri, 32 Nov 2026 12:00:30 GMT", -1);
        row("Mon, 21 Foo 2026 12:00:30 GMT", -1);
        row("", 45, 0, R"({"error":{"retry_after_seconds":45}})");
        row("10", 45, 0, R"({"error":{"details":[{"retryDelay":"45s"}]}})");
        row("45", 45, 0, R"({"error":{"retry_after_seconds":-3}})");
    }
    void isObeyed()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const qint64, seconds);
        QFETCH(const qint64, skew);
        QFETCH(const QByteArray, body);
        VirtualClock clock;
        SteadyProvider provider(2);
        JobRig rig(clock);
        const ConnectionId connection = provider.fill(rig, {});
        const auto settle = [&rig] { rig.settle(); };
        clock.run(30s, settle);
        const QDateTime serverNow = clock.now().addSecs(skew);
        FaultReply reply = FaultReply::json(429, body.isEmpty() ? "{}"_ba : body)
                               .with("date", written("{imf 0}", serverNow));
        if (!header.isEmpty())
            reply = reply.with("retry-after", written(header, serverNow));
        provider.server().once("GET", "/v1/batches/batch_0", reply);
        provider.server().forget();
        while (provider.server().hits("GET /v1/batches/batch_0") == 0)
            clock.run(10ms, settle);
        provider.server().forget();
        const milliseconds asked = seconds * 1000ms;
        if (seconds > 60) { // also another life, and clocks that are set
            clock.run(10s, settle);
            rig.restart();
            QVERIFY(QTest::qWaitFor([&] { return rig.library->holdsLease(connection); }, 20'000));
            clock.jump(24h * 3650);
            clock.run(10s, settle);
            clock.jump(-24h * 7300);
            clock.run(10s, settle);
            QCOMPARE(provider.server().hits(), 0);
            const milliseconds rest = std::min<milliseconds>(asked - 31s, 48h);
            clock.run(rest, settle);
            QCOMPARE(provider.server().hits(), 0);
            if (seconds >= 3600)
                for (const RunId run : std::as_const(provider.runs))
                    QVERIFY2(rig.batch(run).facts.reason.contains(u"waits until"_s),
                             qPrintable(rig.batch(run).facts.reason));
        } else if (seconds > 0) {
            clock.run(asked - 11ms, settle);
            QCOMPARE(provider.server().hits(), 0);
        }
        if (seconds > 172'800)
            return;
        clock.run(asked / 15 + 1min, settle);
        QCOMPARE(provider.told().size(), 2);
    }
};

QTEST_GUILESS_MAIN(RetryAfterTest)
#include "tst_retryafter.moc"
