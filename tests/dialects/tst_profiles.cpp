// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"
#include "profiles/profile.h"
#include "profiles/profilereader.h"
#include "support/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString folder = QStringLiteral(SOURCE_DIR "/resources/profiles");

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

class TestProfiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedProfiles_data();
    void shippedProfiles();
    void theResourceHoldsAllOfThem();
    void practiceComesLast();
    void meshApiIsAsItsPagesSay();
    void openAiIsAsItsPagesSay();
    void allFieldsAreRead();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void unreadableFoldersAreErrors();
    void pathsHoldTheIds();
    void settings_data();
    void settings();
    void badSettings_data();
    void badSettings();
    void unknownProfileIsAnError();
    void loopbackIsAskedOften();
};

void TestProfiles::shippedProfiles_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("baseUrl");
    QTest::newRow("openai") << u"files"_s << u"https://api.openai.com/v1"_s;
    QTest::newRow("openai-compatible") << u"files"_s << QString();
    QTest::newRow("meshapi") << u"inline"_s << u"https://api.meshapi.ai"_s;
    QTest::newRow("staged") << u"staged"_s << QString();
    QTest::newRow("practice-staged") << u"staged"_s << QString();
    QTest::newRow("practice-files") << u"files"_s << QString();
    QTest::newRow("practice-inline") << u"inline"_s << QString();
    QTest::newRow("scaledown") << u"rawjsonl"_s << u"https://api.scaledown.xyz"_s;
    QTest::newRow("practice-rawjsonl") << u"rawjsonl"_s << QString();
}

void TestProfiles::shippedProfiles()
{
    QFETCH(const QString, dialect);
    QFETCH(const QString, baseUrl);
    const Result<Profiles> profiles = Profiles::load(folder);
    QVERIFY2(profiles, qPrintable(profiles ? QString() : profiles.error().message));
    const Profile *profile = profiles->find(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(profile);
    QVERIFY(!profile->title.isEmpty());
    QCOMPARE(profile->dialect, dialect);
    QVERIFY(findDialect(profile->dialect));
    QCOMPARE(profile->baseUrl, QUrl(baseUrl));
    const bool isStaged = dialect == "staged"_L1;
    const bool isRaw = dialect == "rawjsonl"_L1;
    for (const QString &call : {u"create"_s, u"get"_s})
        QVERIFY2(!profile->path(call).isEmpty(), qPrintable(call));
    for (const QString &call : {u"list"_s, u"cancel"_s})
        QCOMPARE(profile->path(call).isEmpty(), isRaw);
    for (const QString &call : {u"add"_s, u"start"_s, u"requests"_s, u"results"_s})
        QCOMPARE(!profile->path(call).isEmpty(), isStaged);
    QCOMPARE(profile->path(u"content"_s).isEmpty(), isStaged || isRaw);
    QCOMPARE(!profile->path(u"output"_s).isEmpty(), isRaw);
    QCOMPARE(profile->list == Support::No, isRaw);
    QCOMPARE(profile->cancel == Support::No, isRaw);
    QCOMPARE(profile->path(u"upload"_s).isEmpty(), dialect != "files"_L1);
    QVERIFY(profile->pollMin <= profile->pollMax);
    const bool isPractice = profile->id.startsWith("practice-"_L1);
    QCOMPARE(profile->isPractice, isPractice);
    QCOMPARE(profile->needsKey, !isPractice);
    const AuthScheme ofVendor
        = profile->id == "scaledown"_L1 ? AuthScheme::XApiKey : AuthScheme::Bearer;
    QCOMPARE(profile->auth, isPractice ? AuthScheme::None : ofVendor);
}

void TestProfiles::theResourceHoldsAllOfThem()
{
    const Result<Profiles> inside = Profiles::load();
    const Result<Profiles> files = Profiles::load(folder);
    QVERIFY(inside);
    QVERIFY(files);
    QCOMPARE(inside->all().size(), files->all().size());
}

void TestProfiles::practiceComesLast()
{
    const Result<Profiles> profiles = Profiles::load(folder);
    QVERIFY(profiles);
    QVERIFY(!profiles->all().first().isPractice);
    QVERIFY(profiles->all().last().isPractice);
    bool seen = false;
    for (const Profile &profile : profiles->all()) {
        QVERIFY(profile.isPractice || !seen);
        seen = seen || profile.isPractice;
    }
}

void TestProfiles::meshApiIsAsItsPagesSay()
{
    const Result<Profiles> profiles = Profiles::load(folder);
    const Profile &profile = *profiles->find(u"meshapi"_s);
    QCOMPARE(profile.maxLiveBatches.value, 10);
    QVERIFY(profile.maxLiveBatches.certain);
    QCOMPARE(profile.maxRequests.value, 0);
    QVERIFY(profile.sameModel);
    QVERIFY(profile.freeMetadata);
    QVERIFY(!profile.choosesEndpoint);
    QCOMPARE(profile.windows, QStringList{u"24h"_s});
    QCOMPARE(profile.reconcile, ReconcileStrength::Strong);
    QCOMPARE(profile.list, Support::Yes);
    QCOMPARE(profile.path(u"content"_s, {}, u"f1"_s), u"/v1/files/f1/content"_s);
}

void TestProfiles::openAiIsAsItsPagesSay()
{
    const Result<Profiles> profiles = Profiles::load(folder);
    const Profile &profile = *profiles->find(u"openai"_s);
    QVERIFY(profile.maxRequests.isExceededBy(50'001));
    QVERIFY(!profile.maxRequests.isExceededBy(50'000));
    QVERIFY(profile.maxRequests.certain);
    QVERIFY(!profile.maxCustomId.certain);
    QCOMPARE(profile.maxMetadata.value, 16);
    QCOMPARE(profile.maxMetadataKey.value, 64);
    QCOMPARE(profile.maxMetadataValue.value, 512);
    QVERIFY(!profile.freeMetadata);
    QVERIFY(profile.endpoints.contains("/v1/embeddings"_L1));
    QCOMPARE(profile.keepsResults, 30);
    // Limits of an unknown service are guesses, and nothing is known of what it keeps.
    QCOMPARE(profiles->find(u"openai-compatible"_s)->keepsResults, 0);
    QVERIFY(!profiles->find(u"openai-compatible"_s)->maxRequests.certain);
}

void TestProfiles::allFieldsAreRead()
{
    const QByteArray json
        = R"({"id":"acme","title":"Acme","dialect":"files","base_url":"https://acme.test/v2",
        "auth":"x-api-key","needs_key":false,"key_hint":"k_","note":"n","practice":true,
        "headers":{"X-Version":"3"},"paths":{"create":"/v2/b","get":"/v2/b/{id}"},
        "limits":{"requests":1,"bytes":2,"line_bytes":3,"custom_id":{"value":4,"certain":false},"live_batches":5,
                  "metadata":6,"metadata_key":7,"metadata_value":8},
        "same_model":false,"same_url":false,"needs_model":false,"metadata":"none","has_name":true,
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
    QVERIFY(!read->sameModel && !read->sameUrl && !read->needsModel && !read->hasMetadata
            && read->hasName);
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

void TestProfiles::wrongFieldsAreNamed_data()
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

void TestProfiles::wrongFieldsAreNamed()
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

void TestProfiles::unreadableFoldersAreErrors()
{
    const QTemporaryDir dir;
    QVERIFY(!Profiles::load(dir.path()));
    writeFile(dir.filePath(u"acme.json"_s), profileWith(u"note"_s, u"n"_s));
    QVERIFY(Profiles::load(dir.path()));
    writeFile(dir.filePath(u"bad.json"_s), "{}");
    const Result<Profiles> profiles = Profiles::load(dir.path());
    QVERIFY(!profiles);
    QVERIFY(profiles.error().message.contains("bad.json"_L1));
}

void TestProfiles::pathsHoldTheIds()
{
    Profile profile;
    profile.paths
        = {{u"get"_s, u"/v1/batches/{id}"_s}, {u"content"_s, u"/v1/files/{file_id}/content"_s}};
    QCOMPARE(profile.path(u"get"_s, u"batch_1"_s), u"/v1/batches/batch_1"_s);
    QCOMPARE(profile.path(u"get"_s, u"a/b c?d"_s), u"/v1/batches/a%2Fb%20c%3Fd"_s);
    QCOMPARE(profile.path(u"content"_s, u"b"_s, u"{id}"_s), u"/v1/files/%7Bid%7D/content"_s);
    QCOMPARE(profile.path(u"cancel"_s, u"b"_s), QString());
}

void TestProfiles::settings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<std::function<bool(const Profile &)>>("isApplied");
    const auto row
        = [](const char *key, const char *value, std::function<bool(const Profile &)> isApplied) {
              QTest::addRow("%s=%s", key, value)
                  << QString::fromLatin1(key) << QString::fromLatin1(value) << isApplied;
          };
    row("start", "never", [](const Profile &p) { return p.start == "never"_L1; });
    row("add_requests", "7", [](const Profile &p) { return p.addRequests == 7; });
    row("add_bytes", "7", [](const Profile &p) { return p.addBytes == 7; });
    row("page_size", "7", [](const Profile &p) { return p.pageSize == 7; });
    row("path.create", "/x", [](const Profile &p) { return p.path(u"create"_s) == "/x"_L1; });
    row("path.file", "", [](const Profile &p) { return p.path(u"file"_s).isEmpty(); });
    row("max_requests", "7",
        [](const Profile &p) { return p.maxRequests.value == 7 && p.maxRequests.certain; });
    row("max_requests", "0",
        [](const Profile &p) { return !p.maxRequests.isExceededBy(1'000'000'000); });
    row("max_bytes", "7", [](const Profile &p) { return p.maxBytes.value == 7; });
    row("max_line_bytes", "7", [](const Profile &p) { return p.maxLineBytes.value == 7; });
    row("max_custom_id", "7", [](const Profile &p) { return p.maxCustomId.value == 7; });
    row("max_live_batches", "3", [](const Profile &p) { return p.maxLiveBatches.value == 3; });
    row("max_metadata", "3", [](const Profile &p) { return p.maxMetadata.value == 3; });
    row("list", "no", [](const Profile &p) { return p.list == Support::No; });
    row("cancel", "probe", [](const Profile &p) { return p.cancel == Support::Probe; });
    row("window", "7d",
        [](const Profile &p) { return p.defaultWindow == "7d"_L1 && p.windows.contains(u"7d"_s); });
    row("window", "none",
        [](const Profile &p) { return p.windows.isEmpty() && p.defaultWindow.isEmpty(); });
    row("text_operations", "also",
        [](const Profile &p) { return p.textOperations == TextOperations::Also; });
    row("body_type", "application/json",
        [](const Profile &p) { return p.bodyType == "application/json"_L1; });
    row("upload_purpose", "batch-api",
        [](const Profile &p) { return p.uploadPurpose == "batch-api"_L1; });
    row("auth", "x-api-key", [](const Profile &p) { return p.auth == AuthScheme::XApiKey; });
    row("metadata", "none", [](const Profile &p) { return !p.hasMetadata; });
    row("metadata", "free", [](const Profile &p) { return p.hasMetadata && p.freeMetadata; });
    row("same_model", "no", [](const Profile &p) { return !p.sameModel; });
    row("same_url", "false", [](const Profile &p) { return !p.sameUrl; });
    row("needs_model", "no", [](const Profile &p) { return !p.needsModel; });
    row("chooses_endpoint", "no", [](const Profile &p) { return !p.choosesEndpoint; });
    row("checks_upload", "true", [](const Profile &p) { return p.checksUpload; });
    row("reconcile", "none",
        [](const Profile &p) { return p.reconcile == ReconcileStrength::None; });
    row("refused_statuses", "503, 418",
        [](const Profile &p) { return p.refusedStatuses == QList<int>{503, 418}; });
    row("output_expires_after", "3600",
        [](const Profile &p) { return p.outputExpiresAfter == 3600; });
    row("poll_min", "0.5", [](const Profile &p) { return p.pollMin == 500ms; });
    row("poll_max", "60", [](const Profile &p) { return p.pollMax == 60s; });
    row("ca_file", "/a/b.pem", [](const Profile &p) { return p.caFile == "/a/b.pem"_L1; });
    row("header.OpenAI-Organization", "org", [](const Profile &p) {
        return p.headers.contains(std::pair<QByteArray, QByteArray>("OpenAI-Organization", "org"));
    });
}

void TestProfiles::settings()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const std::function<bool(const Profile &)>, isApplied);
    const Result<Profiles> profiles = Profiles::load(folder);
    const Profile &plain = *profiles->find(u"openai-compatible"_s);
    QVERIFY(!isApplied(plain));
    const Connection connection{.profile = u"openai-compatible"_s, .settings = {{key, value}}};
    const Result<Profile> profile = profiles->effective(connection);
    QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().message));
    QVERIFY(isApplied(*profile));
}

void TestProfiles::badSettings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *key, const char *value) {
        QTest::addRow("%s=%s", key, value)
            << QString::fromLatin1(key) << QString::fromLatin1(value);
    };
    row("nonsense", "1");
    row("", "");
    row("max_requests", "many");
    row("max_requests", "-1");
    row("max_requests", "1.5");
    row("max_requests", "");
    row("start", "later");
    row("add_requests", "0");
    row("add_bytes", "some");
    row("page_size", "-1");
    row("list", "maybe");
    row("auth", "basic");
    row("path.creates", "/x");
    row("path.create", "x");
    row("path.create", "https://elsewhere.test/");
    row("upload_purpose", "a\"\r\nb");
    row("body_type", "text/plain");
    row("text_operations", "some");
    row("window", "");
    row("metadata", "all");
    row("same_model", "maybe");
    row("refused_statuses", "200");
    row("refused_statuses", "x");
    row("poll_min", "0");
    row("poll_min", "nan");
    row("poll_max", "1e9");
    row("ca_file", "b.pem");
    row("header.Authorization", "Bearer x");
    row("header.X-API-Key", "x");
    row("header.x-goog-api-key", "x");
    row("header.Cookie", "x");
    row("header.", "x");
    row("header.A b", "x");
    row("header.A", "x\r\nB: y");
}

void TestProfiles::badSettings()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    const Result<Profiles> profiles = Profiles::load(folder);
    const Connection connection{.profile = u"openai-compatible"_s, .settings = {{key, value}}};
    const Result<Profile> profile = profiles->effective(connection);
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ErrorKind::BadInput);
    QCOMPARE(profile.error().field, key);
    QVERIFY(profile.error().message.contains(u'"' + key + u'"'));
}

void TestProfiles::unknownProfileIsAnError()
{
    const Result<Profiles> profiles = Profiles::load(folder);
    QVERIFY(!profiles->find(u"nobody"_s));
    const Result<Profile> profile = profiles->effective({.profile = u"nobody"_s});
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ErrorKind::BadInput);
    QCOMPARE(profile.error().field, u"profile"_s);
}

void TestProfiles::loopbackIsAskedOften()
{
    const Result<Profiles> profiles = Profiles::load(folder);
    Connection connection{.profile = u"openai-compatible"_s,
                          .baseUrl = QUrl(u"http://127.0.0.1:8080"_s)};
    QCOMPARE(profiles->effective(connection)->pollMin, 200ms);
    QCOMPARE(profiles->effective(connection)->pollMax, 2s);
    connection.settings.insert(u"poll_max"_s, u"9"_s);
    QCOMPARE(profiles->effective(connection)->pollMax, 9s);
    connection.pollMin = 10s;
    QCOMPARE(profiles->effective(connection)->pollMin, 10s);
    QCOMPARE(profiles->effective(connection)->pollMax, 10s);
    connection = {.profile = u"openai-compatible"_s, .baseUrl = QUrl(u"https://acme.test"_s)};
    QCOMPARE(profiles->effective(connection)->pollMin, 5s);
    QCOMPARE(profiles->effective(connection)->pollMax, 300s);
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
