// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A network that answers in the provider's place: no state changes by what it says.
#include "jobrig.h"
#include "support/testcertificate.h"

#include "net/portal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Wire = FakeProvider::Wire;

namespace {

FaultReply signIn()
{
    return FaultReply::html(200, "\xef\xbb\xbf \n<!DOCTYPE html><title>Free Wi-Fi</title>");
}

/// What a finished run has been, without the waits on the way.
QString way(const JobRig &rig, RunId run)
{
    return rig.history(run).remove(u" held uploading"_s);
}

} // namespace

class PortalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void portals_data()
    {
        QTest::addColumn<FaultReply>("page");
        QTest::newRow("web page") << signIn();
        QTest::newRow("web page as JSON") << signIn().with("content-type", "application/json");
        QTest::newRow("511") << FaultReply::html(511, "<html>Sign in</html>");
        QTest::newRow("redirect") << FaultReply::redirect(302, "http://portal.example/login");
        QTest::newRow("redirect to a page here") << FaultReply::redirect(302, "/portal");
    }

    void anUploadWaits_data() { portals_data(); }
    void anUploadWaits()
    {
        QFETCH(const FaultReply, page);
        FakeProvider provider(Wire::Files);
        provider.server().once("POST", "/v1/files", {page, page, page});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.created(), 1);
        QCOMPARE(provider.server().hits("POST /v1/files"), 4);
        QVERIFY2(way(rig, run).startsWith(u"draft uploading creating validating"_s),
                 qPrintable(rig.history(run)));
    }

    /// Whether the call has come through is not known: it is not sent again.
    void aCreationIsInDoubt_data() { portals_data(); }
    void aCreationIsInDoubt()
    {
        QFETCH(const FaultReply, page);
        FakeProvider provider(Wire::Files);
        provider.server().on("POST", "/v1/batches", page);
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.state(run) == BatchState::Unknown
                 && rig.batch(run).facts.reason.contains(u"list does not show it"_s));
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(rig.batch(run).facts.error->code, QString(notTheProvider));
        QCOMPARE(provider.createCalls(), 1);
    }

    void aStatusStays_data() { portals_data(); }
    void aStatusStays()
    {
        QFETCH(const FaultReply, page);
        FakeProvider provider(Wire::Files);
        provider.setPhases({"in_progress"});
        provider.server().on("GET", "/portal", signIn());
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Running);
        provider.server().on("GET", "/v1/batches/*", page);
        WAIT_FOR(rig.batch(run).facts.error);
        QCOMPARE(rig.batch(run).facts.error->code, QString(notTheProvider));
        WAIT_FOR(rig.batch(run).facts.reason.contains(u"sign in to the network"_s));
        const int asked = provider.server().hits();
        WAIT_FOR(provider.server().hits() > asked + 3); // it goes on trying
        QCOMPARE(rig.state(run), BatchState::Running);
        QVERIFY(!rig.batch(run).facts.rawStatus.isEmpty());
        provider.server().on("GET", "/v1/batches/*", [&provider](const FaultRequest &request) {
            return provider.get(request);
        });
        provider.finishAll();
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.batch(run).facts.reason, QString());
        QCOMPARE(rig.history(run).remove(u" validating"_s),
                 u"draft uploading creating running completed"_s);
    }

    void aListFindsNothingAndRulesNothingOut_data() { portals_data(); }
    void aListFindsNothingAndRulesNothingOut()
    {
        QFETCH(const FaultReply, page);
        FakeProvider provider(Wire::Files);
        provider.loseAnswers(1);
        provider.server().on("GET", "/portal", signIn());
        provider.server().once("GET", "/v1/batches", QList<FaultReply>(6, page));
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.state(run), BatchState::Completed);
        QCOMPARE(provider.createCalls(), 1);
        QVERIFY(provider.server().hits("GET /v1/batches") >= 7);
    }

    void aDownloadIsNoResult_data() { portals_data(); }
    void aDownloadIsNoResult()
    {
        QFETCH(const FaultReply, page);
        FakeProvider provider(Wire::Files);
        provider.server().on("GET", "/portal", signIn());
        provider.server().once("GET", "/v1/files/out*", {page, page, page});
        JobRig rig;
        const RunId run = rig.submit(rig.connect(provider));
        WAIT_FOR(rig.hasResults(run));
        QCOMPARE(rig.resultIds(run).size(), 5);
        QVERIFY(rig.history(run).endsWith(u"completed"_s));
    }

    void anUnknownCertificateSendsNothing()
    {
        const std::optional<TestCertificate> certificate = TestCertificate::make(u"IP:127.0.0.1"_s);
        if (!certificate)
            QSKIP("no openssl");
        FaultServer portal(certificate->serverConfiguration());
        portal.on("POST", "/v1/files", signIn());
        JobRig rig;
        const RunId run = rig.submit(rig.connect(u"openai-compatible"_s, portal.url()));
        WAIT_FOR_EQUAL(rig.state(run), BatchState::Held);
        QCOMPARE(rig.batch(run).facts.error->kind, ErrorKind::Tls);
        QCOMPARE(portal.hits(), 0);
    }

    void whatIsNoPage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isOfAnother");
        QTest::newRow("JSON") << 200 << R"({"id":"<b>"})"_ba << false;
        QTest::newRow("empty") << 200 << ""_ba << false;
        QTest::newRow("text") << 200 << "fine < better"_ba << false;
        QTest::newRow("a provider's error page") << 502 << "<html>"_ba << false;
        QTest::newRow("its 404") << 404 << "<html>"_ba << false;
        QTest::newRow("page") << 200 << "\r\n <HTML>"_ba << true;
        QTest::newRow("XML") << 203 << "<?xml"_ba << true;
        QTest::newRow("511 with JSON") << 511 << "{}"_ba << true;
    }
    void whatIsNoPage()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QTEST(isOfAnother(HttpReply{.status = status, .body = body}), "isOfAnother");
    }
};

QTEST_GUILESS_MAIN(PortalTest)
#include "tst_portal.moc"
