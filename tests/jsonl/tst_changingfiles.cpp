// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"
#include "jsonl/lineindexer.h"
#include "jsonl/packed.h"
#include "jsonl/preflight.h"
#include "jsonl/repair.h"
#include "jsonl/spooler.h"
#include "jsonl/testfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(const QString &path)>;
/// Reads a file whole; what is written comes to the target.
using Read = std::function<Result<>(const QString &path, const QString &target, const Pass &pass)>;

template <class T>
Result<> outcome(const Result<T> &result)
{
    return result ? Result<>() : Failure(result.error());
}

QByteArray requests()
{
    QByteArray text;
    for (int i = 0; i < 500; ++i)
        text += "{\"custom_id\":\"" + QByteArray::number(i) + "\",\"body\":{\"model\":\"m\"}}\n";
    return text;
}

Result<> spooled(const QString &path, const QString &target, const Pass &pass)
{
    const Run run;
    const Batch batch{.requests = 500};
    const Profile profile;
    return outcome(spoolBody(*findDialect(u"files"_s),
                             {.run = run, .batch = batch, .profile = profile}, path, target, pass));
}

Result<> mended(const QString &path, const QString &target, const Pass &pass)
{
    return outcome(repairFile(path, {.target = target}, pass));
}

} // namespace

/// A file that another program changes while it is read is never taken for what it was.
class TestChangingFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isSaid_data();
    void isSaid();
    void allOfItIsReadWhereNothingChanges_data() { isSaid_data(); }
    void allOfItIsReadWhereNothingChanges();

private:
    TestFiles m_files;
};

void TestChangingFiles::isSaid_data()
{
    QTest::addColumn<Read>("read");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Packing>("packing");
    const std::pair<const char *, Read> reads[] = {
        {"check",
         [](auto &path, auto &, auto &pass) { return outcome(checkFile(path, {}, pass)); }},
        {"intake",
         [](auto &path, auto &target, auto &pass) {
             return outcome(copyAndCheck(path, target, {}, pass));
         }},
        {"index",
         [](auto &path, auto &, auto &pass) { return outcome(buildLineIndex(path, pass)); }},
        {"repair", mended},
        {"spool", spooled},
    };
    const std::pair<const char *, Change> changes[] = {
        {"grows",
         [](const QString &path) {
             QFile file(path);
             QVERIFY(file.open(QIODevice::Append) && file.write("{}\n") == 3);
         }},
        {"shrinks",
         [](const QString &path) { QVERIFY(QFile::resize(path, QFileInfo(path).size() - 20)); }},
        {"is emptied", [](const QString &path) { QVERIFY(QFile::resize(path, 0)); }},
        {"has another byte",
         [](const QString &path) {
             QFile file(path);
             QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(2) && file.write("#") == 1);
         }},
    };
    for (const auto &[reader, read] : reads) {
        for (const auto &[what, change] : changes) {
            QTest::addRow("%s: %s", reader, what) << read << change << Packing::None;
            if (const QByteArrayView name = reader;
                name != "index" && name != "spool") // which read files of ours
                QTest::addRow("%s, packed: %s", reader, what) << read << change << Packing::Gzip;
        }
    }
}

void TestChangingFiles::isSaid()
{
    QFETCH(Read, read);
    QFETCH(Change, change);
    QFETCH(Packing, packing);
    const QString path = m_files.write(u"mine.jsonl"_s, packed(requests(), packing));
    // As if it were written a while ago, so that any change is another time.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite)
            && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60),
                                QFileDevice::FileModificationTime));
    file.close();
    bool isChanged = false;
    Pass pass{.blockBytes = 500, .progressed = [&](qint64, qint64) {
                  if (!std::exchange(isChanged, true))
                      change(path);
              }};
    const Result<> result = read(path, m_files.path(u"target/copy.jsonl"_s), pass);
    QVERIFY(isChanged);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::FileChanged);
    QVERIFY2(result.error().message.contains(path), qPrintable(result.error().message));
    QCOMPARE(QDir(m_files.path(u"target"_s)).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestChangingFiles::allOfItIsReadWhereNothingChanges()
{
    QFETCH(Read, read);
    QFETCH(Packing, packing);
    const QString path = m_files.write(u"mine.jsonl"_s, packed(requests(), packing));
    const QString target = m_files.path(u"good/copy.jsonl"_s);
    const Result<> result = read(path, target, Pass{.blockBytes = 500});
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    QFile::remove(target);
}

QTEST_GUILESS_MAIN(TestChangingFiles)
#include "tst_changingfiles.moc"
