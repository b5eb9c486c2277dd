// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobrig.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Wire = FakeProvider::Wire;

namespace {

/// "reach:yes key:no list:-"
QString printed(const ConnectionCheck &check)
{
    QStringList items;
    for (const ConnectionCheck::Item &item : check.items)
        items << item.what + (item.works ? u":yes"_s : item.tried ? u":no"_s : u":-"_s);
    return items.join(u' ');
}

Result<ConnectionCheck> wait(const QFuture<Result<ConnectionCheck>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000))
        return Failure(Error{.kind = ErrorKind::Timeout});
    return future.result();
}

Connection connectionTo(const QUrl &url)
{
    Connection connection;
    connection.name = u"new"_s;
    connection.profile = u"openai-compatible"_s;
    connection.baseUrl = url;
    connection.keySource = KeySource::Keychain;
    return connection;
}

} // namespace

class ConnectionCheckerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWorks_data()
    {
        QTest::addColumn<FaultReply>("reply");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("good");
        const QString all = u"reach:yes key:yes list:yes"_s;
        QTest::newRow("all is well")
            << FaultReply::json(200, R"({"object":"list","data":[],"has_more":false})") << all
            << true;
        QTest::newRow("401") << FaultReply::json(401, R"({"error":{"message":"bad key"}})")
                             << u"reach:yes key:no list:-"_s << false;
        QTest::newRow("403") << FaultReply::json(403, R"({"error":{"message":"not you"}})")
                             << u"reach:yes key:no list:-"_s << false;
        QTest::newRow("no list") << FaultReply::json(404, "{}") << u"reach:yes key:yes list:no"_s
                                 << true;
        QTest::newRow("no list, said in words")
            << FaultReply::json(501, R"({"error":{"message":"not implemented"}})")
            << u"reach:yes key:yes list:no"_s << true;
        QTest::newRow("a list that cannot be read")
            << FaultReply::json(200, "[[") << u"reach:yes key:yes list:no"_s << true;
        QTest::newRow("a web page")
            << FaultReply::html(200, "<html>log in</html>") << u"reach:no key:- list:-"_s << false;
        QTest::newRow("500") << FaultReply::html(500, "<html>") << u"reach:no key:- list:-"_s
                             << false;
        QTest::newRow("no answer") << FaultReply::closed() << u"reach:no key:- list:-"_s << false;
    }

    void tellsWhatWorks()
    {
        QFETCH(const FaultReply, reply);
        QFETCH(const QString, expected);
        QFETCH(const bool, good);
        FaultServer server;
        server.on("GET", "/v1/batches", reply);
        JobRig rig;
        const Result<ConnectionCheck> check
            = wait(rig.driver->test(connectionTo(server.url()), SecretBytes("given-key"), false));
        QVERIFY(check);
        QCOMPARE(printed(*check), expected);
        QCOMPARE(check->isGood(), good);
        for (const ConnectionCheck::Item &item : check->items)
            QVERIFY(!item.words.isEmpty());
        QCOMPARE(server.requests("GET /v1/batches").first().header("authorization"),
                 "Bearer given-key"_ba);
        QCOMPARE(server.hits("POST *"), 0);
    }

    void theStoredKeyIsUsedWhereAsked()
    {
        FakeProvider provider(Wire::Files);
        JobRig rig;
        const ConnectionId id = rig.connect(provider);
        const Result<ConnectionCheck> check
            = wait(rig.driver->test(*rig.library->connection(id), {}, true));
        QVERIFY(check && check->isGood());
        QCOMPARE(provider.server().requests().first().header("authorization"),
                 "Bearer secret-key"_ba);
    }

    void aKeyThatCannotBeReadIsSaid()
    {
        JobRig rig;
        rig.secrets.trouble
            = Error{.kind = ErrorKind::Keychain, .message = u"the keyring is locked"_s};
        const Result<ConnectionCheck> check
            = wait(rig.driver->test(connectionTo(QUrl(u"http://127.0.0.1:9"_s)), {}, true));
        QVERIFY(check);
        QCOMPARE(printed(*check), u"reach:- key:no list:-"_s);
        QVERIFY(check->items.at(1).words.contains(u"locked"_s));
    }

    void aProviderWithoutAListIsAskedForABatch()
    {
        FaultServer server;
        server.on("GET", "/v1/batches/*",
                  FaultReply::json(404, R"({"error":{"message":"no such batch"}})"));
        JobRig rig;
        Connection connection = connectionTo(server.url());
        connection.settings = {{u"list"_s, u"no"_s}};
        const Result<ConnectionCheck> check
            = wait(rig.driver->test(connection, SecretBytes("k"), false));
        QVERIFY(check);
        QCOMPARE(printed(*check), u"reach:yes key:yes list:-"_s);
        QVERIFY(check->isGood());
    }

    void anUnknownProfileIsRefused()
    {
        JobRig rig;
        Connection connection = connectionTo(QUrl(u"http://127.0.0.1:9"_s));
        connection.profile = u"nobody"_s;
        const Result<ConnectionCheck> check = wait(rig.driver->test(connection, {}, false));
        QVERIFY(!check);
        QCOMPARE(check.error().kind, ErrorKind::BadInput);
    }
};

QTEST_GUILESS_MAIN(ConnectionCheckerTest)
#include "tst_connectionchecker.moc"
