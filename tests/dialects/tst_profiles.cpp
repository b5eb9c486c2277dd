// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"
#include "profiles/profile.h"
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

void TestProfiles::unreadableFoldersAreErrors()
{
    const QTemporaryDir dir;
    QVERIFY(!Profiles::load(dir.path()));
    writeFile(dir.filePath(u"acme.json"_s),
              R"({"id":"acme","title":"Acme","dialect":"files","paths":{"create":"/v1/batches"}})");
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
    row("needs_max_tokens", "yes", [](const Profile &p) { return p.needsMaxTokens; });
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
