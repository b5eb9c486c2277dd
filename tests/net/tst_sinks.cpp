// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpreply.h"
#include "net/sink.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

class SinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void memoryKeepsTheBytes();
    void memoryRefusesMoreThanItsCap();
    void fileAppearsOnlyWhenWhole();
    void fileCountsAndHashes_data();
    void fileCountsAndHashes();
    void fileWithoutCommitLeavesNothing();
    void fileReplacesAnOldOneOnlyByAWholeOne();
    void fileForNowIsTheSame();
    void fileIsPrivate();
    void oldPartIsNoHindranceAndNoLinkIsFollowed();
    void missingFolderIsADiskError();
    void fullDiskIsADiskErrorAndLeavesNothing();
    void folderInPlaceOfTheFileIsADiskError();

private:
    QTemporaryDir m_dir;
};

void SinksTest::memoryKeepsTheBytes()
{
    MemorySink sink;
    HttpReply reply;
    QVERIFY(sink.begin());
    QVERIFY(sink.write("{\"a\":"));
    QVERIFY(sink.write("1}"));
    QVERIFY(sink.commit(reply));
    QCOMPARE(reply.body, "{\"a\":1}");
    QVERIFY(reply.file.isEmpty());
}

void SinksTest::memoryRefusesMoreThanItsCap()
{
    MemorySink sink(10);
    QVERIFY(sink.begin());
    QVERIFY(sink.write("0123456789"));
    const Result<> written = sink.write("x");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::BadReply);
}

void SinksTest::fileAppearsOnlyWhenWhole()
{
    const QString path = m_dir.filePath(u"whole.jsonl"_s);
    FileSink sink(path);
    QVERIFY(sink.begin());
    QVERIFY(sink.write("one\n"));
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::exists(path + ".part"_L1));
    HttpReply reply;
    QVERIFY(sink.commit(reply));
    QVERIFY(!QFile::exists(path + ".part"_L1));
    QCOMPARE(bytesOf(path), "one\n");
    QCOMPARE(reply.file, path);
    QVERIFY(reply.body.isEmpty());
}

void SinksTest::fileCountsAndHashes_data()
{
    QTest::addColumn<QList<QByteArray>>("chunks");
    QTest::addColumn<qint64>("lines");
    using Chunks = QList<QByteArray>;
    QTest::newRow("nothing") << Chunks{} << 0LL;
    QTest::newRow("an empty chunk") << Chunks{""} << 0LL;
    QTest::newRow("one line") << Chunks{"a\n"} << 1LL;
    QTest::newRow("no line end") << Chunks{"a"} << 1LL;
    QTest::newRow("last line unfinished") << Chunks{"a\nb"} << 2LL;
    QTest::newRow("cut before the line end") << Chunks{"a", "\n", "b\n"} << 2LL;
    QTest::newRow("empty chunk last") << Chunks{"a\n", ""} << 1LL;
    QTest::newRow("empty lines count") << Chunks{"\n\n", "\n"} << 3LL;
    QTest::newRow("a lone CR is no line end") << Chunks{"a\rb\r\n"} << 1LL;
    QTest::newRow("larger than buffers")
        << Chunks{QByteArray(300'000, 'x'), QByteArray(70'000, '\n')} << 70'000LL;
}

void SinksTest::fileCountsAndHashes()
{
    QFETCH(const QList<QByteArray>, chunks);
    QFETCH(const qint64, lines);
    const QString path = m_dir.filePath(u"counted.jsonl"_s);
    FileSink sink(path);
    HttpReply reply;
    QVERIFY(sink.begin());
    for (const QByteArray &chunk : chunks)
        QVERIFY(sink.write(chunk));
    QVERIFY(sink.commit(reply));
    const QByteArray all = chunks.join();
    QCOMPARE(bytesOf(path), all);
    QCOMPARE(reply.fileBytes, all.size());
    QCOMPARE(reply.fileLines, lines);
    QCOMPARE(reply.fileSha256, QCryptographicHash::hash(all, QCryptographicHash::Sha256));
}

void SinksTest::fileWithoutCommitLeavesNothing()
{
    QTemporaryDir dir;
    {
        FileSink sink(dir.filePath(u"x"_s));
        QVERIFY(sink.begin());
        QVERIFY(sink.write("half"));
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void SinksTest::fileReplacesAnOldOneOnlyByAWholeOne()
{
    const QString path = writeFile(m_dir.filePath(u"old"_s), "old");
    {
        FileSink sink(path);
        QVERIFY(sink.begin());
        QVERIFY(sink.write("half of the new"));
    }
    QCOMPARE(bytesOf(path), "old");
    FileSink sink(path);
    HttpReply reply;
    QVERIFY(sink.begin());
    QVERIFY(sink.write("new"));
    QVERIFY(sink.commit(reply));
    QCOMPARE(bytesOf(path), "new");
}

void SinksTest::fileForNowIsTheSame()
{
    const QString path = m_dir.filePath(u"passing.jsonl"_s);
    HttpReply reply;
    FileSink sink(path, Keep::ForNow);
    QVERIFY(sink.begin() && sink.write("a\nb\n") && sink.commit(reply));
    QCOMPARE(bytesOf(path), "a\nb\n");
    QCOMPARE(reply.fileLines, 2);
    QCOMPARE(reply.fileSha256, QCryptographicHash::hash("a\nb\n", QCryptographicHash::Sha256));
}

void SinksTest::fileIsPrivate()
{
    const QString path = m_dir.filePath(u"private"_s);
    FileSink sink(path);
    HttpReply reply;
    QVERIFY(sink.begin());
    QVERIFY(sink.commit(reply));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
}

void SinksTest::oldPartIsNoHindranceAndNoLinkIsFollowed()
{
    const QString victim = writeFile(m_dir.filePath(u"victim"_s), "untouched");
    const QString path = m_dir.filePath(u"linked"_s);
    QVERIFY(QFile::link(victim, path + ".part"_L1));
    FileSink sink(path);
    HttpReply reply;
    QVERIFY(sink.begin());
    QVERIFY(sink.write("new"));
    QVERIFY(sink.commit(reply));
    QCOMPARE(bytesOf(victim), "untouched");
    QCOMPARE(bytesOf(path), "new");
}

void SinksTest::missingFolderIsADiskError()
{
    FileSink sink(m_dir.filePath(u"no/such/folder/x"_s));
    const Result<> begun = sink.begin();
    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, ErrorKind::Disk);
    QVERIFY2(begun.error().message.contains("no/such/folder"_L1),
             qPrintable(begun.error().message));
}

void SinksTest::fullDiskIsADiskErrorAndLeavesNothing()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    // A part file cannot be a device, so the space is limited instead.
    QTemporaryDir dir;
    QProcess limited;
    limited.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
    limited.start(u"/bin/sh"_s,
                  {u"-c"_s, u"ulimit -f 64; trap '' XFSZ; exec \"$0\" --limited \"$1\""_s,
                   QCoreApplication::applicationFilePath(), dir.path()});
    QVERIFY(limited.waitForFinished());
    QCOMPARE(limited.readAllStandardOutput(), "disk");
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void SinksTest::folderInPlaceOfTheFileIsADiskError()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"folder"_s);
    QVERIFY(QDir().mkpath(path + "/inside"_L1));
    {
        FileSink sink(path);
        HttpReply reply;
        QVERIFY(sink.begin());
        QVERIFY(sink.write("x"));
        const Result<> committed = sink.commit(reply);
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Disk);
        QVERIFY(reply.file.isEmpty());
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList(u"folder"_s));
}

namespace {

/// The child of fullDiskIsADiskErrorAndLeavesNothing: writes until its limit.
int writeLimited(const QString &folder)
{
    Result<> result;
    {
        FileSink sink(folder + "/big"_L1);
        HttpReply reply;
        result = sink.begin();
        for (int i = 0; result && i < 100; ++i)
            result = sink.write(QByteArray(10'000, 'x'));
        if (result)
            result = sink.commit(reply);
    }
    std::fputs(!result && result.error().kind == ErrorKind::Disk ? "disk" : "no error", stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--limited"_L1)
        return writeLimited(arguments.value(2));
    SinksTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sinks.moc"
