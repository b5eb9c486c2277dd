// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profilereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A small good profile with one field set or (undefined) taken out.
QByteArray profileWith(const QString &field, const QJsonValue &value)
{
    QJsonObject object{{u"id"_s, u"acme"_s},
                       {u"title"_s, u"Acme"_s},
                       {u"dialect"_s, u"files"_s},
                       {u"paths"_s, QJsonObject{{u"create"_s, u"/v1/batches"_s}}}};
    object.insert(field, value);
    return QJsonDocument(object).toJson();
}

} // namespace

class TestProfileReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allFieldsAreRead();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
};

void TestProfileReader::allFieldsAreRead()
{
    const QByteArray json
        = R"({"id":"acme","title":"Acme","dialect":"files","base_url":"https://acme.test/v2",
        "auth":"x-api-key","needs_key":false,"key_hint":"k_","note":"n","practice":true,
        "headers":{"X-Version":"3"},"paths":{"create":"/v2/b","get":"/v2/b/{id}"},
        "limits":{"requests":1,"bytes":2,"line_bytes":3,"custom_id":{"value":4,"certain":false},"live_batches":5,
                  "metadata":6,"metadata_key":7,"metadata_value":8},
        "same_model":false,"same_url":false,"needs_model":false,"needs_max_tokens":true,"metadata":"none","has_name":true,
        "windows":["24h","7d"],"default_window":"7d","endpoints":["/a","/b"],"chooses_endpoint":false,
        "list":"no","cancel":"probe","reconcile":"weak","refused_statuses":[503],"upload_purpose":"batch-api","text_operations":"also","body_type":"application/json",
        "checks_upload":true,"output_expires_after":3600,"keeps_results":14,"start":"never",
        "add_requests":7,"add_bytes":8,"page_size":9,"poll":{"min":0.5,"max":60}})";
    const Result<Profile> read = readProfile(json, u"acme.json"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->baseUrl, QUrl(u"https://acme.test/v2"_s));
    QCOMPARE(read->auth, AuthScheme::XApiKey);
    QVERIFY(!read->needsKey);
    QCOMPARE(read->keyHint, u"k_"_s);
    QCOMPARE(read->note, u"n"_s);
    QVERIFY(read->isPractice);
    QCOMPARE(read->headers.size(), 1);
    QCOMPARE(read->headers.first().second, "3");
    QCOMPARE(read->path(u"get"_s, u"x"_s), u"/v2/b/x"_s);
    const QList<Limit> limits
        = {read->maxRequests,    read->maxBytes,    read->maxLineBytes,   read->maxCustomId,
           read->maxLiveBatches, read->maxMetadata, read->maxMetadataKey, read->maxMetadataValue};
    for (qsizetype i = 0; i < limits.size(); ++i) {
        QCOMPARE(limits[i].value, i + 1);
        QCOMPARE(limits[i].certain, i != 3);
    }
    QVERIFY(!read->sameModel && !read->sameUrl && !read->needsModel && read->needsMaxTokens
            && !read->hasMetadata && read->hasName);
    QCOMPARE(read->windows, (QStringList{u"24h"_s, u"7d"_s}));
    QCOMPARE(read->defaultWindow, u"7d"_s);
    QCOMPARE(read->endpoints, (QStringList{u"/a"_s, u"/b"_s}));
    QVERIFY(!read->choosesEndpoint);
    QCOMPARE(read->list, Support::No);
    QCOMPARE(read->cancel, Support::Probe);
    QCOMPARE(read->reconcile, ReconcileStrength::Weak);
    QCOMPARE(read->refusedStatuses, QList<int>{503});
    QCOMPARE(read->uploadPurpose, u"batch-api"_s);
    QCOMPARE(read->textOperations, TextOperations::Also);
    QCOMPARE(read->bodyType, u"application/json"_s);
    QVERIFY(read->checksUpload);
    QCOMPARE(read->outputExpiresAfter, 3600);
    QCOMPARE(read->keepsResults, 14);
    QCOMPARE(read->start, u"never"_s);
    QCOMPARE(read->addRequests, 7);
    QCOMPARE(read->addBytes, 8);
    QCOMPARE(read->pageSize, 9);
    QCOMPARE(read->pollMin, 500ms);
    QCOMPARE(read->pollMax, 60s);
}

void TestProfileReader::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *field, const QJsonValue &value,
                        const char *named = nullptr) {
        QTest::newRow(name) << profileWith(QString::fromLatin1(field), value)
                            << QString::fromLatin1(named ? named : field);
    };
    row("unknown field", "same_modell", true);
    row("text for a flag", "same_model", u"yes"_s);
    row("number for a text", "title", 7);
    row("other id than its file", "id", u"other"_s);
    row("no title", "title", QJsonValue::Undefined);
    row("no paths", "paths", QJsonValue::Undefined);
    row("unknown call", "paths", QJsonObject{{u"creates"_s, u"/x"_s}}, "paths.creates");
    row("path without a slash", "paths", QJsonObject{{u"create"_s, u"x"_s}}, "paths.create");
    row("unknown limit", "limits", QJsonObject{{u"rows"_s, 1}}, "limits.rows");
    row("negative limit", "limits", QJsonObject{{u"requests"_s, -1}}, "limits.requests");
    row("broken limit", "limits", QJsonObject{{u"requests"_s, 1.5}}, "limits.requests");
    row("limit without value", "limits",
        QJsonObject{{u"bytes"_s, QJsonObject{{u"certain"_s, true}}}}, "limits.bytes.value");
    row("unknown scheme", "auth", u"basic"_s);
    row("unknown support", "list", u"maybe"_s);
    row("window that is not offered", "default_window", u"7d"_s);
    row("number among windows", "windows", QJsonArray{u"24h"_s, 24});
    row("plain http", "base_url", u"http://acme.test"_s);
    row("no URL", "base_url", u"acme"_s);
    row("odd status", "refused_statuses", QJsonArray{200});
    row("poll in the wrong order", "poll", QJsonObject{{u"min"_s, 5}, {u"max"_s, 1}}, "poll.max");
    row("poll of nothing", "poll", QJsonObject{{u"min"_s, 0}, {u"max"_s, 1}}, "poll.min");
    row("metadata word", "metadata", u"some"_s);
    row("start word", "start", u"later"_s);
    row("no requests at once", "add_requests", 0);
    row("no bytes at once", "add_bytes", 0);
    row("pages of nothing", "page_size", 0);
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("no object") << QByteArray("[]") << QString();
}

void TestProfileReader::wrongFieldsAreNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, field);
    const Result<Profile> read = readProfile(json, u"acme.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::BadInput);
    QCOMPARE(read.error().field, field);
    QVERIFY(read.error().message.contains("acme.json"_L1));
    QVERIFY(read.error().message.contains(field));
}

QTEST_GUILESS_MAIN(TestProfileReader)
#include "tst_profilereader.moc"
