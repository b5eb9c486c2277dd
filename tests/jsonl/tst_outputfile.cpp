// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/outputfile.h"

#include "jsonl/testfiles.h"

#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

class TestOutputFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fileAppearsOnlyWhenCommitted();
    void droppedFileLeavesNothing();
    void commitTakesThePlaceOfAnOlderFile();
    void commitNewKeepsAnOlderFile();
    void fileAndFoldersAreTheOwnersAlone();
    void troubleIsADiskError_data();
    void troubleIsADiskError();
};

void TestOutputFile::fileAppearsOnlyWhenCommitted()
{
    const TestFiles files;
    Result<OutputFile> file = OutputFile::create(files.path(u"a"_s));
    QVERIFY(file);
    QVERIFY(file->write("one "));
    QVERIFY(file->write("two"));
    QVERIFY(!QFileInfo::exists(files.path(u"a"_s)));
    QVERIFY(file->commit());
    QCOMPARE(bytesOf(files.path(u"a"_s)), "one two"_ba);
    QCOMPARE(files.names(), QStringList(u"a"_s));
}

void TestOutputFile::droppedFileLeavesNothing()
{
    const TestFiles files;
    {
        Result<OutputFile> file = OutputFile::create(files.path(u"a"_s));
        QVERIFY(file);
        QVERIFY(file->write("one"));
        QCOMPARE(files.names().size(), 1);
    }
    QCOMPARE(files.names(), QStringList());
}

void TestOutputFile::commitTakesThePlaceOfAnOlderFile()
{
    const TestFiles files;
    files.write(u"a"_s, "old");
    Result<OutputFile> file = OutputFile::create(files.path(u"a"_s));
    QVERIFY(file);
    QVERIFY(file->write("new"));
    QCOMPARE(bytesOf(files.path(u"a"_s)), "old"_ba);
    QVERIFY(file->commit());
    QCOMPARE(bytesOf(files.path(u"a"_s)), "new"_ba);
}

void TestOutputFile::commitNewKeepsAnOlderFile()
{
    const TestFiles files;
    files.write(u"a"_s, "old");
    {
        Result<OutputFile> file = OutputFile::create(files.path(u"a"_s));
        QVERIFY(file);
        const Result<> kept = file->commitNew();
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Disk);
    }
    QCOMPARE(bytesOf(files.path(u"a"_s)), "old"_ba);
    QCOMPARE(files.names(), QStringList(u"a"_s));
    Result<OutputFile> other = OutputFile::create(files.path(u"b"_s));
    QVERIFY(other);
    QVERIFY(other->commitNew());
    QCOMPARE(files.names(), QStringList({u"a"_s, u"b"_s}));
}

void TestOutputFile::fileAndFoldersAreTheOwnersAlone()
{
    const TestFiles files;
    const QString path = files.path(u"runs/r1/a"_s);
    Result<OutputFile> file = OutputFile::create(path);
    QVERIFY(file);
    QVERIFY(file->commit());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path) & others));
    QVERIFY(!(QFile::permissions(files.path(u"runs"_s)) & others));
    QVERIFY(!(QFile::permissions(files.path(u"runs/r1"_s)) & others));
}

void TestOutputFile::troubleIsADiskError_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a file in the place of a folder") << u"file/a"_s;
    QTest::newRow("a name that is too long") << QString(300, u'x');
}

void TestOutputFile::troubleIsADiskError()
{
    QFETCH(QString, name);
    const TestFiles files;
    files.write(u"file"_s, "x");
    const Result<OutputFile> file = OutputFile::create(files.path(name));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Disk);
    QVERIFY(file.error().message.contains(name));
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
