// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Downloads that are cut go on where they ended, and only where the server proves that the rest
// belongs to what is here already.
#include "net/resumerig.h"

#include <algorithm>
#include <atomic>

using namespace ResumeRig;

class ResumeTest
    : public QObject
    , private Download {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void cutsCostNothing_data();
    void cutsCostNothing();
    void whatDoesNotFitStartsOver_data();
    void whatDoesNotFitStartsOver();
    void withoutAStrongValidatorNothingIsKept_data();
    void withoutAStrongValidatorNothingIsKept();
    void datesAreValidatorsToo();
    void aServerThatInsistsOnPartsIsAnError();
    void aPartThatNobodyAskedForIsNoFile();
    void troubleLeavesThePart_data();
    void troubleLeavesThePart();
    void silentCutsOfARangeAreSeen_data();
    void silentCutsOfARangeAreSeen();
    void redirectsTakeTheRangeAlong();
};

void ResumeTest::cutsCostNothing_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("reset");
    QTest::newRow("4 MB, 200 ends") << 4'000'000 << false;
    QTest::newRow("4 MB, 200 resets") << 4'000'000 << true;
}

void ResumeTest::cutsCostNothing()
{
    QFETCH(const int, size);
    QFETCH(const bool, reset);
    constexpr int wanted = 200;
    const QByteArray body = linesOf(size);
    QRandomGenerator random(7);
    QList<qsizetype> cuts;
    while (cuts.size() < wanted)
        cuts.append(random.bounded(qint64(1), qint64(body.size())));
    std::ranges::sort(cuts);
    std::atomic<qsizetype> sent = 0;
    FaultServer server;
    server.on("GET", "/f", [&](const FaultRequest &request) {
        const qsizetype start = RangeServer::startOf(request).value_or(0);
        const auto next = std::ranges::upper_bound(cuts, start);
        const FaultReply reply = RangeServer::answer(request, body, etag);
        const qsizetype end = next == cuts.end() ? body.size() : *next;
        sent += end - start;
        if (next == cuts.end())
            return reply;
        // Where an answer ends in the very moment in which its header comes, Qt asks again unseen.
        const FaultReply cut = reply.cutBodyAt(end - start).hesitating(10ms);
        return reset ? cut.thenReset() : cut;
    });
    int rounds = 0;
    while (!fetched(server).startsWith(u'2'))
        QVERIFY2(++rounds < 2 * wanted, qPrintable(outcomeOf(m_last)));
    QVERIFY2(m_last.result(), qPrintable(outcomeOf(m_last)));
    compareWhole(body);
    const double again = 100.0 * double(sent - body.size()) / double(body.size());
    qInfo("%d bytes, %d rounds, %.3f %% read again", int(body.size()), server.hits(), again);
    QVERIFY2(again < 1, qPrintable(QString::number(again)));
    QVERIFY(server.hits() > wanted * 9 / 10);
}

void ResumeTest::whatDoesNotFitStartsOver_data()
{
    QTest::addColumn<QByteArray>("after"); ///< what the file is by then
    QTest::addColumn<FaultReply>("reply"); ///< to the range
    QTest::addColumn<int>("asked"); ///< how often in all
    const QByteArray body = linesOf(50'000);
    // As long as the first: only its ETag tells them apart.
    const QByteArray other = linesOf(60'000, 2).first(body.size());
    const QByteArray longer = body + "{\"more\":1}\n";
    const QByteArray shorter = body.first(20'000);
    const auto row = [](const char *name, const QByteArray &after, const FaultReply &reply,
                        int asked) { QTest::newRow(name) << after << reply << asked; };
    const auto ranged = [&body](const QByteArray &range) {
        FaultReply reply = FaultReply::jsonl(body.sliced(30'000)).with("ETag", etag);
        reply.status = 206;
        return range.isEmpty() ? reply : reply.with("Content-Range", range);
    };
    const QByteArray size = QByteArray::number(body.size());
    const QByteArray last = QByteArray::number(body.size() - 1);
    row("the range is ignored", body, RangeServer::whole(body, etag), 1);
    row("ignored, chunked", body, RangeServer::whole(body, etag).chunked(), 1);
    row("416 without a word", body, FaultReply::html(416, "<html>"), 2);
    row("416 and shorter", shorter,
        FaultReply::json(416, "{}").with("Content-Range", "bytes */20000"), 2);
    row("416 of the right size that changed", body,
        FaultReply::json(416, "{}").with("Content-Range", "bytes */" + size).with("ETag", "\"v2\""),
        2);
    row("206 without a range", body, ranged({}), 2);
    row("206 that makes no sense", body, ranged("bytes a-b/c"), 2);
    row("206 from the start", body, ranged("bytes 0-" + last + '/' + size), 2);
    row("206 from a byte before", body, ranged("bytes 29999-" + last + '/' + size), 2);
    row("206 from a byte after", body, ranged("bytes 30001-" + last + '/' + size), 2);
    row("206 of another size", longer, RangeServer::part(longer, 30'000, etag), 2);
    row("206 of a file that shrank", shorter, ranged("bytes 30000-30001/30002"), 2);
    row("206 with another length", body, ranged("bytes 30000-30001/" + size), 2);
    row("206 in another unit", body, ranged("lines 30000-" + last + '/' + size), 2);
    row("206 of another ETag", other, RangeServer::part(other, 30'000, "\"v2\""), 2);
    row(
        "206 without an ETag", other,
        [&other] {
            FaultReply reply = RangeServer::part(other, 30'000, etag);
            reply.headers.removeIf([](const auto &header) { return header.first == "ETag"; });
            return reply;
        }(),
        2);
    FaultReply multi = ranged("bytes 30000-" + last + '/' + size);
    multi.headers.first().second = "multipart/byteranges; boundary=x";
    row("several ranges", body, multi, 2);
    row("changed, and says so by a 200", other, RangeServer::whole(other, "\"v2\""), 1);
    row("shrank, and says so by a 200", shorter, RangeServer::whole(shorter, "\"v2\""), 1);
}

void ResumeTest::whatDoesNotFitStartsOver()
{
    QFETCH(const QByteArray, after);
    QFETCH(const FaultReply, reply);
    QFETCH(const int, asked);
    leavePart(linesOf(50'000), 30'000);
    FaultServer server;
    server.on("GET", "/f", [&](const FaultRequest &request) {
        return RangeServer::startOf(request) ? reply : RangeServer::whole(after, "\"v2\"");
    });
    QVERIFY2(fetched(server).startsWith("200"_L1), qPrintable(outcomeOf(m_last)));
    compareWhole(after);
    QCOMPARE(server.hits(), asked);
    QCOMPARE(server.requests().first().header("range"), "bytes=30000-");
    QCOMPARE(server.requests().first().header("if-range"), etag);
}

void ResumeTest::withoutAStrongValidatorNothingIsKept_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("nothing") << "X-Nothing"_ba << "1"_ba;
    QTest::newRow("weak") << "ETag"_ba << R"(W/"v1")"_ba;
    QTest::newRow("without quotes") << "ETag"_ba << "v1"_ba;
    QTest::newRow("empty") << "ETag"_ba << R"("")"_ba;
    QTest::newRow("with a quote within") << "ETag"_ba << R"("a"b")"_ba;
    QTest::newRow("the key") << "ETag"_ba << '"' + canary + '"';
    QTest::newRow("a date without the server's own")
        << "Last-Modified"_ba << "Sat, 21 Nov 2026 10:00:00 GMT"_ba;
    QTest::newRow("a date that is none") << "Last-Modified"_ba << "yesterday"_ba;
}

void ResumeTest::withoutAStrongValidatorNothingIsKept()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const QByteArray body = linesOf(50'000);
    FaultServer server;
    server.on("GET", "/f", FaultReply::jsonl(body).with(name, value));
    server.once("GET", "/f", FaultReply::jsonl(body).with(name, value).cutBodyAt(30'000));
    QCOMPARE(fetched(server), u"bad_reply"_s);
    QCOMPARE(names(), QStringList());
    QVERIFY(fetched(server).startsWith("200"_L1));
    QVERIFY(server.requests().last().header("range").isEmpty());
    compareWhole(body);
}

void ResumeTest::datesAreValidatorsToo()
{
    const QByteArray body = linesOf(50'000);
    const QByteArray changed = "Sat, 21 Nov 2026 10:00:00 GMT";
    const auto dated = [](const FaultReply &reply, const QByteArray &last) {
        return reply.with("Last-Modified", last).with("Date", "Sat, 21 Nov 2026 10:30:00 GMT");
    };
    FaultReply rest = RangeServer::part(body, 30'000, etag);
    rest.headers.removeIf([](const auto &header) { return header.first == "ETag"; });
    FaultServer server;
    // Within the same minute a date proves nothing.
    server.once("GET", "/f",
                dated(FaultReply::jsonl(body), "Sat, 21 Nov 2026 10:29:30 GMT").cutBodyAt(10'000));
    QCOMPARE(fetched(server), u"bad_reply"_s);
    QCOMPARE(names(), QStringList());
    server.once("GET", "/f", dated(FaultReply::jsonl(body), changed).cutBodyAt(30'000));
    QCOMPARE(fetched(server), u"bad_reply"_s);
    server.once("GET", "/f", rest);
    QVERIFY(fetched(server).startsWith("206"_L1));
    QCOMPARE(server.requests().last().header("if-range"), changed);
    compareWhole(body);
}

void ResumeTest::aServerThatInsistsOnPartsIsAnError()
{
    const QByteArray body = linesOf(50'000);
    leavePart(body, 30'000);
    FaultServer server;
    server.on("GET", "/f", RangeServer::part(body, 10, etag));
    QCOMPARE(fetched(server), u"bad_reply"_s);
    QCOMPARE(server.hits(), 2);
    QCOMPARE(names(), QStringList());
}

void ResumeTest::aPartThatNobodyAskedForIsNoFile()
{
    FaultServer server;
    server.on("GET", "/f", RangeServer::part(linesOf(50'000), 0, etag));
    QCOMPARE(fetched(server), u"bad_reply"_s);
    QCOMPARE(
        outcomeOf(m_client.send(get(server.url(u"/f"_s)), {}, std::make_unique<FileSink>(m_path))),
        u"bad_reply"_s);
    QCOMPARE(names(), QStringList());
}

void ResumeTest::troubleLeavesThePart_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::newRow("no answer") << FaultReply::closed();
    QTest::newRow("reset") << FaultReply::broken();
    QTest::newRow("503") << FaultReply::json(503, "{}");
    QTest::newRow("404") << FaultReply::json(404, "{}");
    QTest::newRow("401") << FaultReply::json(401, "{}");
    QTest::newRow("429") << FaultReply::json(429, "{}").with("Retry-After", "1");
    QTest::newRow("a page with 200") << FaultReply::html(200, "<html>log in</html>");
    QTest::newRow("compressed")
        << FaultReply::jsonl("xxxx").with("Content-Encoding", "br").with("ETag", etag);
    QTest::newRow("cut once more at its first byte")
        << RangeServer::part(linesOf(50'000), 30'000, etag).cutBodyAt(0);
}

void ResumeTest::troubleLeavesThePart()
{
    QFETCH(const FaultReply, reply);
    const QByteArray body = linesOf(50'000);
    leavePart(body, 30'000);
    FaultServer server;
    server.on("GET", "/f", reply);
    const QString outcome = fetched(server);
    QVERIFY2(!outcome.startsWith(u'2'), qPrintable(outcome));
    QCOMPARE(names(), QStringList({u"output.jsonl.part"_s, u"output.jsonl.part.json"_s}));
    server.on("GET", "/f", [&body](const FaultRequest &request) {
        return RangeServer::answer(request, body, etag);
    });
    QVERIFY(fetched(server).startsWith("206"_L1));
    compareWhole(body);
}

void ResumeTest::silentCutsOfARangeAreSeen_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<int>("size"); ///< of the part by then
    const FaultReply rest = RangeServer::part(linesOf(50'000), 30'000, etag);
    const qsizetype framed = 2 + 2 + 100 + 2; // of a chunk
    QTest::newRow("chunks") << rest.chunked(100).cutBodyAt(50 * framed) << 35'000;
    QTest::newRow("within a chunk") << rest.chunked(100).cutBodyAt(50 * framed + 14) << 35'010;
    QTest::newRow("until close") << rest.untilClose().cutBodyAt(5'000) << 35'000;
}

/// Qt says nothing of an answer without a length that ends early, but a range has told its end.
void ResumeTest::silentCutsOfARangeAreSeen()
{
    QFETCH(const FaultReply, reply);
    QFETCH(const int, size);
    const QByteArray body = linesOf(50'000);
    leavePart(body, 30'000);
    FaultServer server;
    server.on("GET", "/f", reply.hesitating(10ms));
    QCOMPARE(fetched(server), u"bad_reply"_s);
    QVERIFY(bytesOf(m_path + ".part"_L1) == body.first(size));
    server.on("GET", "/f", [&body](const FaultRequest &request) {
        return RangeServer::answer(request, body, etag).chunked();
    });
    QVERIFY(fetched(server).startsWith("206"_L1));
    compareWhole(body);
}

/// Files are often given through a signed address elsewhere.
void ResumeTest::redirectsTakeTheRangeAlong()
{
    const QByteArray body = linesOf(50'000);
    leavePart(body, 30'000);
    FaultServer store;
    store.on("GET", "/store", [&body](const FaultRequest &request) {
        return RangeServer::answer(request, body, etag);
    });
    FaultServer server;
    server.on("GET", "/f",
              FaultReply::redirect(302, store.url(u"/store"_s).toEncoded() + "?sig=1"));
    QVERIFY2(fetched(server).startsWith("206"_L1), qPrintable(outcomeOf(m_last)));
    QCOMPARE(store.requests().first().header("range"), "bytes=30000-");
    QVERIFY(store.requests().first().header("authorization").isEmpty());
    compareWhole(body);
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "tst_resume.moc"
