// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int lastKind = static_cast<int>(ErrorKind::OutcomeUnknown);

QList<ErrorKind> allKinds()
{
    QList<ErrorKind> kinds;
    for (int i = 0; i <= lastKind; ++i)
        kinds.append(static_cast<ErrorKind>(i));
    return kinds;
}

Error full()
{
    return Error{.kind = ErrorKind::QuotaExceeded,
                 .message = u"too many \u2014 \"live\" batches"_s,
                 .detail = u"{\"raw\":1}"_s,
                 .code = u"batch_limit_exceeded"_s,
                 .requestId = u"req_1"_s,
                 .httpStatus = 429,
                 .line = 5'000'000'000,
                 .field = u"body.model"_s,
                 .retryAfter = 1500ms};
}

} // namespace

class tst_Error : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnNameAndHeadline();
    void namesReadBack();
    void transientKinds();
    void jsonComesBack_data();
    void jsonComesBack();
    void jsonHasTheFixedFields();
    void oddJsonIsRead_data();
    void oddJsonIsRead();
    void sentenceForPeople_data();
    void sentenceForPeople();
};

void tst_Error::everyKindHasItsOwnNameAndHeadline()
{
    QSet<QString> names;
    QSet<QString> headlines;
    for (const ErrorKind kind : allKinds()) {
        names.insert(kindName(kind));
        headlines.insert(headline(kind));
    }
    QCOMPARE(names.size(), lastKind + 1);
    QCOMPARE(headlines.size(), lastKind + 1);
    QVERIFY(!names.contains(QString()));
    QVERIFY(!headlines.contains(QString()));
}

void tst_Error::namesReadBack()
{
    for (const ErrorKind kind : allKinds())
        QCOMPARE(kindFromName(kindName(kind)), std::optional(kind));
    QCOMPARE(kindName(ErrorKind::RateLimited), u"rate_limited"_s);
    QCOMPARE(kindName(ErrorKind::OutcomeUnknown), u"outcome_unknown"_s);
    QVERIFY(!kindFromName(u"RateLimited"));
    QVERIFY(!kindFromName(u""));
}

void tst_Error::transientKinds()
{
    QStringList names;
    for (const ErrorKind kind : allKinds())
        if (isTransient(kind))
            names.append(kindName(kind));
    // Never what cost money, never what a person has to mend first.
    QCOMPARE(names.join(u' '), u"offline timeout rate_limited server_fault bad_reply"_s);
}

void tst_Error::jsonComesBack_data()
{
    QTest::addColumn<Error>("error");
    QTest::newRow("everything") << full();
    QTest::newRow("kind alone") << Error{.kind = ErrorKind::Disk};
    QTest::newRow("told to wait for nothing")
        << Error{.kind = ErrorKind::RateLimited, .retryAfter = 0ms};
    for (const ErrorKind kind : allKinds())
        QTest::newRow(qPrintable(kindName(kind))) << Error{.kind = kind, .message = u"m"_s};
}

void tst_Error::jsonComesBack()
{
    QFETCH(Error, error);
    const QByteArray text = QJsonDocument(toJson(error)).toJson(QJsonDocument::Compact);
    QCOMPARE(errorFromJson(QJsonDocument::fromJson(text).object()), error);
}

void tst_Error::jsonHasTheFixedFields()
{
    QCOMPARE(
        QJsonDocument(toJson(full())).toJson(QJsonDocument::Compact),
        QByteArray("{\"code\":\"batch_limit_exceeded\",\"detail\":\"{\\\"raw\\\":1}\","
                   "\"field\":\"body.model\",\"http_status\":429,\"kind\":\"quota_exceeded\","
                   "\"line\":5000000000,\"message\":\"too many \xe2\x80\x94 \\\"live\\\" batches\","
                   "\"request_id\":\"req_1\",\"retry_after_ms\":1500}"));
    QCOMPARE(toJson(Error{.kind = ErrorKind::Tls, .message = u"m"_s}),
             (QJsonObject{{u"kind"_s, u"tls"_s}, {u"message"_s, u"m"_s}}));
}

void tst_Error::oddJsonIsRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Error>("error");
    QTest::newRow("empty") << QByteArray("{}") << Error{};
    QTest::newRow("kind of a newer program")
        << QByteArray(R"({"kind":"newer","message":"m"})")
        << Error{.kind = ErrorKind::BadReply, .message = u"m"_s};
    QTest::newRow("wrong types") << QByteArray(
        R"({"kind":1,"message":[],"http_status":"x","retry_after_ms":"1"})")
                                 << Error{};
}

void tst_Error::oddJsonIsRead()
{
    QFETCH(QByteArray, json);
    QFETCH(Error, error);
    QCOMPARE(errorFromJson(QJsonDocument::fromJson(json).object()), error);
}

void tst_Error::sentenceForPeople_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("text");
    QTest::newRow("kind alone") << Error{.kind = ErrorKind::Unauthorised}
                                << u"The key was not accepted"_s;
    QTest::newRow("reason") << Error{.kind = ErrorKind::Rejected, .message = u"no such model"_s}
                            << u"The provider refused the request: no such model"_s;
    QTest::newRow("line and field")
        << Error{.kind = ErrorKind::Rejected,
                 .message = u"bad"_s,
                 .httpStatus = 422,
                 .line = 3,
                 .field = u"body"_s}
        << u"The provider refused the request: bad (line 3, field body) [HTTP 422]"_s;
    QTest::newRow("line") << Error{.kind = ErrorKind::BadInput, .line = 3}
                          << u"The input cannot be used (line 3)"_s;
    QTest::newRow("field") << Error{.kind = ErrorKind::BadInput, .field = u"name"_s}
                           << u"The input cannot be used (field name)"_s;
    // A provider's words are text, not places for our own.
    QTest::newRow("percent signs")
        << Error{.kind = ErrorKind::Rejected, .message = u"%1 of %2"_s, .line = 4}
        << u"The provider refused the request: %1 of %2 (line 4)"_s;
}

void tst_Error::sentenceForPeople()
{
    QFETCH(Error, error);
    QFETCH(QString, text);
    QCOMPARE(userText(error), text);
}

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
