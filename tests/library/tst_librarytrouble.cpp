// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/library.h"

#include "library/await.h"
#include "library/libraryrig.h"
#include "library/sqlfile.h"
#include "support/files.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// A library that is locked, closed, or nowhere to be made.
class tst_LibraryTrouble
    : public QObject
    , private LibraryRig {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void lockedLibraryTakesWorkAndStoresItLater();
    void rowThatCannotBeStoredGoes();
    void folderThatCannotBeMade();
    void closedLibraryAnswers();
    void firstOpeningThatDied();
};

/// What a program leaves that dies while it writes, the database being empty before or not.
void tst_LibraryTrouble::firstOpeningThatDied()
{
    const QString half = m_dir->filePath(u"half.db"_s);
    SqlFile writer(half);
    writer(u"PRAGMA cache_size = 1"_s); // so that pages are written before the end
    writer(u"BEGIN"_s);
    writer(u"CREATE TABLE t (x)"_s);
    writer(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
           u"INSERT INTO t SELECT zeroblob(4000) FROM n"_s);
    QVERIFY(QFileInfo(half).size() > 100000);
    const QString database = m_dir->filePath(u"library/library.db"_s);
    QVERIFY(QDir().mkpath(QFileInfo(database).path()));
    QVERIFY(QFile::copy(half, database));
    QVERIFY(QFile::copy(half + "-journal"_L1, database + "-journal"_L1));
    auto library = opened();
    QVERIFY(library);
    QVERIFY(library->add(Run{}).value > 0);
    QVERIFY(await(library->flushed()));
    library.reset();
    // Somebody else's database is not even mended.
    writer(u"COMMIT"_s);
    writer(u"BEGIN"_s);
    writer(u"UPDATE t SET x = zeroblob(3999)"_s);
    const QString other = m_dir->filePath(u"other/library.db"_s);
    QVERIFY(QDir().mkpath(QFileInfo(other).path()));
    QVERIFY(QFile::copy(half, other));
    QVERIFY(QFile::copy(half + "-journal"_L1, other + "-journal"_L1));
    const QByteArray before = bytesOf(other);
    QVERIFY(!opened(u"other"_s));
    QCOMPARE(bytesOf(other), before);
    QVERIFY(QFileInfo::exists(other + "-journal"_L1));
}

void tst_LibraryTrouble::lockedLibraryTakesWorkAndStoresItLater()
{
    auto library = opened();
    QVERIFY(library);
    QVERIFY(await(library->flushed()));
    QSignalSpy trouble(library.get(), &Library::troubleChanged);
    SqlFile other(library->absolute(u"library.db"_s));
    other(u"BEGIN IMMEDIATE"_s);
    QSet<RunId> ids;
    QElapsedTimer timer;
    timer.start();
    QFuture<Result<>> stored;
    for (int i = 0; i < 20; ++i)
        ids.insert(library->add(Run{.name = u"n%1"_s.arg(i)}, &stored));
    QVERIFY(timer.elapsed() < 5000); // waits for more ids once, not for each
    QCOMPARE(ids.size(), 20);
    QCOMPARE(library->runIds().size(), 20);
    QTRY_COMPARE(trouble.size(), 1);
    QVERIFY(library->trouble());
    QCOMPARE(library->trouble()->kind, ErrorKind::Database);
    QVERIFY(!stored.isFinished());
    other(u"COMMIT"_s);
    const Result<> written = await(stored);
    QVERIFY2(written, why(written));
    QTRY_VERIFY(!library->trouble());
    QCOMPARE(trouble.size(), 2);
    QCOMPARE(other(u"SELECT count(*) FROM runs"_s).toInt(), 20);
    // Those that were given no counted id change nothing for the next.
    QVERIFY(await(library->flushed()));
    QVERIFY(library->add(Run{}).value < 100);
}

void tst_LibraryTrouble::rowThatCannotBeStoredGoes()
{
    auto library = opened();
    QVERIFY(library);
    const RunId run = library->add(Run{});
    QFuture<Result<>> orphanStored;
    const BatchId orphan = library->add(Batch{.run = {4711}}, &orphanStored);
    QFuture<Result<>> goodStored;
    const BatchId good = library->add(Batch{.run = run}, &goodStored);
    QSignalSpy spy(library.get(), &Library::batchesChanged);
    const Result<> orphanResult = await(orphanStored);
    QVERIFY(!orphanResult);
    QCOMPARE(orphanResult.error().kind, ErrorKind::Database);
    const Result<> goodResult = await(goodStored);
    QVERIFY2(goodResult, why(goodResult)); // the one failed alone
    QVERIFY(!library->batch(orphan));
    QVERIFY(library->batch(good));
    QTRY_VERIFY(!spy.isEmpty());
    QVERIFY(!library->trouble());
}

void tst_LibraryTrouble::folderThatCannotBeMade()
{
    writeFile(m_dir->filePath(u"file"_s), {});
    Library library(m_dir->filePath(u"file/library"_s), m_clock);
    const Result<> result = library.open();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Disk);
    QVERIFY(result.error().message.contains("file/library"_L1));
}

void tst_LibraryTrouble::closedLibraryAnswers()
{
    Library library(m_dir->filePath(u"never"_s), m_clock);
    QVERIFY(!await(library.save(Run{})));
    QVERIFY(!await(library.wish(WishKind::Submit, {1})));
    QVERIFY(!await(library.takeLease({1})));
    QVERIFY(!await(library.flushed()));
    QVERIFY(!library.findRun(u"r1"_s));
    QVERIFY(!QFileInfo::exists(library.folder()));
}

QTEST_GUILESS_MAIN(tst_LibraryTrouble)
#include "tst_librarytrouble.moc"
