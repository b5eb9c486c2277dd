// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a cut download leaves on the disk: whose it is, how much of it counts, and when it is whole.
#include "net/resumerig.h"

#include <QFileInfo>
#include <QProcess>
#include <QTimer>

using namespace ResumeRig;

class PartsTest
    : public QObject
    , private Download {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void aWholePartNeedsNoByte_data();
    void aWholePartNeedsNoByte();
    void partsOfOthersAreNotUsed_data();
    void partsOfOthersAreNotUsed();
    void aKilledProcessLeavesItsPart();
    void afterANewStartOfTheSystemOnlyWhatWasSyncedCounts();
    void contentRanges_data();
    void contentRanges();
};

void PartsTest::aWholePartNeedsNoByte_data()
{
    QTest::addColumn<FaultReply>("reply");
    const FaultReply refusal = FaultReply::html(416, "<html>");
    const QByteArray size = "bytes */" + QByteArray::number(linesOf(50'000).size());
    QTest::newRow("416 with all") << refusal.with("Content-Range", size).with("ETag", etag);
    QTest::newRow("416 with its size") << refusal.with("Content-Range", size);
}

/// The process ended between the last byte and the new name.
void PartsTest::aWholePartNeedsNoByte()
{
    QFETCH(const FaultReply, reply);
    const QByteArray body = linesOf(50'000);
    leavePart(body, body.size() - 1);
    QFile part(m_path + ".part"_L1);
    QVERIFY(part.open(QIODevice::Append) && part.write(body.last(1)) == 1);
    part.close();
    FaultServer server;
    server.on("GET", "/f", reply);
    QVERIFY2(fetched(server).startsWith("200"_L1), qPrintable(outcomeOf(m_last)));
    QCOMPARE(server.hits(), 1);
    compareWhole(body);
}

void PartsTest::partsOfOthersAreNotUsed_data()
{
    QTest::addColumn<QByteArray>("change"); ///< of the note, or of the part where it is one word
    QTest::newRow("another source") << "source"_ba;
    QTest::newRow("no note") << "no note"_ba;
    QTest::newRow("half a note") << "half"_ba;
    QTest::newRow("a note of another version") << "version"_ba;
    QTest::newRow("an ETag with a line break") << "etag"_ba;
    QTest::newRow("shorter than what was synced") << "short"_ba;
    QTest::newRow("longer than the whole") << "long"_ba;
    QTest::newRow("a link") << "link"_ba;
    QTest::newRow("a folder") << "folder"_ba;
}

void PartsTest::partsOfOthersAreNotUsed()
{
    QFETCH(const QByteArray, change);
    const QByteArray body = linesOf(50'000);
    leavePart(body, 30'000);
    const QString part = m_path + ".part"_L1;
    const QString note = part + ".json"_L1;
    QByteArray json = bytesOf(note);
    if (change == "no note")
        QVERIFY(QFile::remove(note));
    if (change == "half")
        writeFile(note, json.first(json.size() / 2));
    if (change == "version")
        writeFile(note, json.replace("\"version\":1", "\"version\":2"));
    if (change == "etag")
        writeFile(note, json.replace("v1", "v1\\r\\nX: y"));
    if (change == "short")
        writeFile(note, json.replace("\"bytes\":30000", "\"bytes\":30001"));
    if (change == "long")
        writeFile(part, body + body);
    const QString victim = m_dir->filePath(u"victim"_s);
    if (change == "link") {
        QVERIFY(QFile::rename(part, victim) && QFile::link(victim, part));
    }
    FaultServer server;
    server.on("GET", "/f", RangeServer::whole(body, etag));
    if (change == "folder") {
        QVERIFY(QFile::remove(part) && QDir().mkpath(part + "/x"_L1));
        QCOMPARE(fetched(server), u"disk"_s);
        QVERIFY(server.requests().first().header("range").isEmpty());
        return;
    }
    const QByteArray source = change == "source" ? "file-2" : "file-1";
    QVERIFY2(fetched(server, source).startsWith("200"_L1), qPrintable(outcomeOf(m_last)));
    QVERIFY(server.requests().first().header("range").isEmpty());
    if (change == "link") {
        QCOMPARE(bytesOf(victim), body.first(30'000));
        QVERIFY(QFile::remove(victim));
    }
    compareWhole(body);
}

void PartsTest::aKilledProcessLeavesItsPart()
{
    const QByteArray body = linesOf(3'000'000);
    constexpr qsizetype sent = 2'000'000;
    FaultServer server;
    server.on("GET", "/f", [&body](const FaultRequest &request) {
        const FaultReply reply = RangeServer::answer(request, body, etag);
        return RangeServer::startOf(request) ? reply : reply.cutBodyAt(sent).thenStall();
    });
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u"--fetch"_s, server.url(u"/f"_s).toString(), m_path});
    QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(m_path + ".part"_L1).size(), sent, 20'000);
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QVERIFY(fetched(server).startsWith("206"_L1));
    QCOMPARE(server.requests().last().header("range"), "bytes=" + QByteArray::number(sent) + '-');
    compareWhole(body);
}

void PartsTest::afterANewStartOfTheSystemOnlyWhatWasSyncedCounts()
{
    const QByteArray body = linesOf(50'000);
    leavePart(body, 30'000);
    // A power cut left a hole at the end of what was on its way to the disk.
    const QString note = m_path + ".part.json"_L1;
    writeFile(note,
              bytesOf(note)
                  .replace("\"bytes\":30000", "\"bytes\":12000")
                  .replace("\"boot\":\"", "\"boot\":\"0"));
    writeFile(m_path + ".part"_L1, body.first(12'000) + QByteArray(18'000, '\0'));
    FaultServer server;
    server.on("GET", "/f", [&body](const FaultRequest &request) {
        return RangeServer::answer(request, body, etag);
    });
    QVERIFY(fetched(server).startsWith("206"_L1));
    QCOMPARE(server.requests().last().header("range"), "bytes=12000-");
    compareWhole(body);
}

void PartsTest::contentRanges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ContentRange>("range"); ///< all -1: cannot be read
    const auto row = [](const QByteArray &text, const ContentRange &range) {
        QTest::newRow(text.constData()) << text << range;
    };
    row("bytes 5-9/10", {5, 9, 10});
    row("Bytes  0-0/1 ", {0, 0, 1});
    row("bytes 5-9/*", {5, 9, -1});
    row("bytes */10", {-1, -1, 10});
    for (const char *bad :
         {"", "bytes", "bytes 5-9", "bytes 5-9/", "bytes 9-5/10", "bytes 5-10/10", "bytes -5/10",
          "bytes 5-/10", "bytes */*", "bytes a-b/c", "bytes 5-9/1e3", "lines 5-9/10",
          "bytes +5-9/10", "bytes 5-9/-10", "bytes 99999999999999999999-9/10", "bytes=5-9/10"})
        row(bad, {});
}

void PartsTest::contentRanges()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ContentRange, range);
    const std::optional<ContentRange> read = readContentRange(text);
    QCOMPARE(read.has_value(), range != ContentRange());
    QCOMPARE(read.value_or(ContentRange()), range);
}

namespace {

/// The child of aKilledProcessLeavesItsPart: fetches until it is ended.
int fetchForEver(const QUrl &url, const QString &path)
{
    HttpClient client;
    const auto future
        = client.send(get(url), SecretBytes(), std::make_unique<ResumingSink>(path, "file-1"));
    QTimer::singleShot(30s, QCoreApplication::instance(), &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--fetch"_L1)
        return fetchForEver(QUrl(arguments.value(2)), arguments.value(3));
    PartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_parts.moc"
