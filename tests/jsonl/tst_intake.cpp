// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/intake.h"

#include "jsonl/testfiles.h"

#include <QCryptographicHash>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class TestIntake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fileIsCopiedAndChecked();
    void findingsDoNotHinderTheCopy();
    void troubleLeavesNothingBehind_data();
    void troubleLeavesNothingBehind();
    void takenNameStaysAsItIs();
    void cancelLeavesNothingBehind();
    void filesAreJoined_data();
    void filesAreJoined();
    void aJoinThatFailsLeavesNothingBehind();

private:
    /// Waits without an event loop: the work is on the pool.
    Result<TakenIn> take(const QString &file, const QString &target = u"inputs/r1.jsonl"_s)
    {
        QFuture<Result<TakenIn>> future
            = takeIn(m_pool, file, m_files.path(u"library"_s), target, {});
        future.waitForFinished();
        return future.result();
    }
    QStringList libraryFiles() const
    {
        return QDir(m_files.path(u"library/inputs"_s))
            .entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QThreadPool m_pool;
    TestFiles m_files;
};

void TestIntake::fileIsCopiedAndChecked()
{
    const QByteArray bytes = "\xEF\xBB\xBF{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}\r\n\n"
                             "{\"custom_id\":\"b\",\"body\":{\"model\":\"m\"}}"_ba;
    const QString origin = m_files.write(u"mine.jsonl"_s, bytes);
    const Result<TakenIn> taken = take(origin);
    QVERIFY(taken);
    QCOMPARE(taken->inputFile, u"inputs/r1.jsonl"_s);
    QCOMPARE(taken->originPath, origin);
    const QString copy = m_files.path(u"library/inputs/r1.jsonl"_s);
    QCOMPARE(bytesOf(copy), bytes);
    QCOMPARE(bytesOf(origin), bytes);
    QCOMPARE(taken->report.requests, 2);
    QCOMPARE(taken->report.bytes, bytes.size());
    QCOMPARE(taken->report.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QVERIFY(!taken->report.hasErrors());
    QCOMPARE(QFile::permissions(copy)
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QCOMPARE(libraryFiles(), QStringList(u"r1.jsonl"_s));
}

void TestIntake::filesAreJoined_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("joined");
    QTest::newRow("plain") << "a\n"_ba << "b\n"_ba << "a\nb\n"_ba;
    QTest::newRow("without a line end") << "a"_ba << "b"_ba << "a\nb"_ba;
    QTest::newRow("with marks") << "\xEF\xBB\xBF"
                                   "a\r\n"_ba
                                << "\xEF\xBB\xBF"
                                   "b\r\n"_ba
                                << "\xEF\xBB\xBF"
                                   "a\r\nb\r\n"_ba;
    QTest::newRow("a short second") << "a\n"_ba << "\xEF"_ba << "a\n\xEF"_ba;
    QTest::newRow("an empty first") << ""_ba << "b\n"_ba << "b\n"_ba;
    QTest::newRow("an empty second") << "a"_ba << ""_ba << "a\n"_ba;
}

void TestIntake::filesAreJoined()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const QByteArray, joined);
    QVERIFY(QDir().mkpath(m_files.path(u"library/inputs"_s)));
    m_files.write(u"library/inputs/1.jsonl"_s, first);
    m_files.write(u"library/inputs/2.jsonl"_s, second);
    QFuture<Result<TakenIn>> future
        = takeInJoined(m_pool, {u"inputs/1.jsonl"_s, u"inputs/2.jsonl"_s},
                       m_files.path(u"library"_s), u"inputs/joined.jsonl"_s, {});
    future.waitForFinished();
    QVERIFY(future.result());
    QCOMPARE(bytesOf(m_files.path(u"library/inputs/joined.jsonl"_s)), joined);
    QCOMPARE(future.result()->report.bytes, joined.size());
    QCOMPARE(future.result()->report.sha256,
             QCryptographicHash::hash(joined, QCryptographicHash::Sha256));
    for (const QString &name : libraryFiles())
        QFile::remove(m_files.path(u"library/inputs/"_s + name));
}

void TestIntake::aJoinThatFailsLeavesNothingBehind()
{
    QVERIFY(QDir().mkpath(m_files.path(u"library/inputs"_s)));
    m_files.write(u"library/inputs/1.jsonl"_s, "a\n");
    QFuture<Result<TakenIn>> future
        = takeInJoined(m_pool, {u"inputs/1.jsonl"_s, u"inputs/gone.jsonl"_s},
                       m_files.path(u"library"_s), u"inputs/joined.jsonl"_s, {});
    future.waitForFinished();
    QVERIFY(!future.result());
    QCOMPARE(libraryFiles(), QStringList(u"1.jsonl"_s));
    QFile::remove(m_files.path(u"library/inputs/1.jsonl"_s));
}

void TestIntake::findingsDoNotHinderTheCopy()
{
    const Result<TakenIn> taken = take(m_files.write(u"bad"_s, "nothing\n"), u"inputs/bad.jsonl"_s);
    QVERIFY(taken);
    QCOMPARE(printed(taken->report.findings), u"error not_json 1: 1"_s);
    QCOMPARE(bytesOf(m_files.path(u"library/inputs/bad.jsonl"_s)), "nothing\n"_ba);
}

void TestIntake::troubleLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("folder") << u"folder"_s << u"folder"_s;
    QTest::newRow("vanished") << u"nothing.jsonl"_s << u"no file"_s;
    QTest::newRow("below a file") << u"binary/x"_s << u"no file"_s;
    QTest::newRow("binary") << u"binary"_s << u"binary"_s;
    QTest::newRow("UTF-16") << u"utf16"_s << u"UTF-16"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"regular"_s;
    QTest::newRow("no permission") << u"secret"_s << u"may not be read"_s;
}

void TestIntake::troubleLeavesNothingBehind()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    m_files.write(u"binary"_s,
                  QByteArray("\x7F"
                             "ELF\0\0\n\0x\n",
                             10));
    m_files.write(u"utf16"_s, QByteArray("\xFF\xFE{\0}\0\n\0", 8));
    QDir().mkpath(m_files.path(u"folder"_s));
    ::mkfifo(QFile::encodeName(m_files.path(u"pipe"_s)).constData(), 0600);
    QFile::setPermissions(m_files.write(u"secret"_s, "{}\n"), {});
    const auto guard = qScopeGuard([this] {
        QFile::setPermissions(m_files.path(u"secret"_s), QFile::ReadOwner | QFile::WriteOwner);
    });
    if (name == u"secret"_s && ::geteuid() == 0)
        QSKIP("The superuser may read everything");
    const Result<TakenIn> taken = take(m_files.path(name), u"inputs/trouble.jsonl"_s);
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::BadInput);
    QVERIFY2(taken.error().message.contains(words), qPrintable(taken.error().message));
    QVERIFY2(taken.error().message.contains(m_files.path(name)), qPrintable(taken.error().message));
    QVERIFY(!libraryFiles().join(u' ').contains(u"trouble"_s));
}

void TestIntake::takenNameStaysAsItIs()
{
    m_files.write(u"one"_s, "{}\n");
    const QString other = m_files.write(u"other"_s, "[]\n");
    QVERIFY(take(m_files.path(u"one"_s), u"inputs/same.jsonl"_s));
    const Result<TakenIn> again = take(other, u"inputs/same.jsonl"_s);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Disk);
    QCOMPARE(bytesOf(m_files.path(u"library/inputs/same.jsonl"_s)), "{}\n"_ba);
}

void TestIntake::cancelLeavesNothingBehind()
{
    // 20 blocks to copy and 20 to check: stopped at each of them, in the middle and at the end.
    const QByteArray bytes = QByteArray("{\"custom_id\":1}\n").repeated(20);
    const QString file = m_files.write(u"big"_s, bytes);
    int asked = 0;
    int stopAt = 0;
    const Pass pass{.blockBytes = bytes.size() / 20,
                    .isCancelled = [&asked, &stopAt] { return ++asked == stopAt; }};
    const QString target = m_files.path(u"library/inputs/cancelled"_s);
    for (stopAt = 1; stopAt <= 40; ++stopAt) {
        asked = 0;
        const Result<PreflightReport> report = copyAndCheck(file, target, {}, pass);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY(!libraryFiles().join(u' ').contains(u"cancelled"_s));
    }
    stopAt = 0;
    QVERIFY(copyAndCheck(file, target, {}, pass));
    QCOMPARE(bytesOf(target), bytes);
}

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
