// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/keptreports.h"

#include "dialects/dialect.h"
#include "jsonl/keptformat.h"
#include "jsonl/testfiles.h"

#include <QCryptographicHash>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr KeptReports::Limits atOnce{.leastBytes = 0, .settled = std::chrono::milliseconds(0)};

/// As large as it takes to have bytes that are in neither end.
QByteArray requests(const QByteArray &filling = "x"_ba)
{
    QByteArray text;
    for (int i = 0; i < 2000; ++i)
        text += "{\"custom_id\":\"" + QByteArray::number(i)
            + "\",\"body\":{\"model\":\"m\",\"input\":\"" + filling.repeated(100) + "\"}}\n";
    return text + "\n{no\n";
}

QString shown(const PreflightReport &report)
{
    QString text = u"%1 %2 %3 %4 %5 %6 %7 %8\n"_s.arg(report.requests)
                       .arg(report.bytes)
                       .arg(report.blankLines)
                       .arg(report.faultyLines)
                       .arg(report.repeatedIds)
                       .arg(report.index->fileSize())
                       .arg(QString::fromLatin1(report.sha256.toHex()),
                            QString::fromLatin1(report.index->headTailDigest().toHex()))
        + printed(report.findings);
    for (const Finding &finding : report.findings)
        text += finding.message + u'\n';
    for (const auto &[name, count] : report.models + report.endpoints)
        text += name + QString::number(count);
    for (const auto &list : {report.index->starts(), report.index->blanks()})
        for (const qint64 number : list)
            text += u' ' + QString::number(number);
    return text;
}

void setModified(const QString &path, const FileState::Time &time)
{
    const timespec both[] = {{.tv_sec = time.first, .tv_nsec = time.second},
                             {.tv_sec = time.first, .tv_nsec = time.second}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), both, 0), 0);
}

} // namespace

class TestKeptReports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsKeptIsFoundWhole();
    void aCheckTakesWhatIsKept();
    void anyChangeOfTheFileIsNoticed_data();
    void anyChangeOfTheFileIsNoticed();
    void anyRuleThatCountsIsNoticed_data();
    void anyRuleThatCountsIsNoticed();
    void aDigestIsThereWhereItIsAskedFor();
    void aDamagedEntryIsNone();
    void anEntryOfAnotherFileIsNone();
    void wordsAreNotKept();
    void smallAndFreshFilesAreNotKept();
    void theOldestGoFirst();
    void entriesAreTheOwnersAlone();
    void aFolderThatCannotBeIsNoTrouble();
    void anIntakeTakesItForTheSameBytesAlone();

private:
    [[nodiscard]] KeptReports kept(KeptReports::Limits limits = atOnce) const
    {
        return KeptReports(m_files->path(u"cache"_s), limits);
    }
    [[nodiscard]] InputFile open() const { return InputFile::open(m_path).value(); }
    [[nodiscard]] PreflightReport checked(const PreflightRules &rules = {}) const
    {
        return checkFile(m_path, rules).value();
    }
    [[nodiscard]] QFileInfoList entries() const
    {
        return QDir(m_files->path(u"cache/preflight"_s))
            .entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    std::unique_ptr<TestFiles> m_files;
    QString m_path;
};

void TestKeptReports::init()
{
    m_files = std::make_unique<TestFiles>();
    m_path = m_files->write(u"mine.jsonl"_s, requests());
}

void TestKeptReports::whatIsKeptIsFoundWhole()
{
    QVERIFY(!kept().find(open(), {}));
    const PreflightReport report = checked();
    kept().keep(open(), {}, report);
    const std::optional<PreflightReport> found = kept().find(open(), {});
    QVERIFY(found);
    QCOMPARE(shown(*found), shown(report));
    QVERIFY(!KeptReports({}).find(open(), {}));
}

void TestKeptReports::aCheckTakesWhatIsKept()
{
    // Made up, so that it cannot come from a second reading.
    PreflightReport report = checked();
    report.requests = report.index->count();
    report.faultyLines = 1234;
    const PreflightRules rules{.cache = m_files->path(u"cache"_s)};
    kept().keep(open(), rules, report);
    QCOMPARE(checkFile(m_path, rules)->faultyLines, 1234);
    QCOMPARE(checkFile(m_path, {})->faultyLines, 1);
    m_files->write(u"mine.jsonl"_s, requests("y"_ba));
    QCOMPARE(checkFile(m_path, rules)->faultyLines, 1);
}

void TestKeptReports::anyChangeOfTheFileIsNoticed_data()
{
    using Change = std::function<void(const QString &path)>;
    QTest::addColumn<Change>("change");
    const auto writeAt = [](qint64 from) {
        return Change([from](const QString &path) {
            const FileState before = InputFile::open(path)->state();
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite)
                    && file.seek(from < 0 ? file.size() + from : from) && file.write("#") == 1);
            file.close();
            setModified(path, before.modified);
            QCOMPARE(InputFile::open(path)->state().modified, before.modified);
        });
    };
    QTest::newRow("head, same size and time") << writeAt(5);
    QTest::newRow("tail, same size and time") << writeAt(-5);
    QTest::newRow("middle, same size and time") << writeAt(120'000);
    QTest::newRow("longer") << Change([](const QString &path) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append) && file.write("{}\n") == 3);
    });
    QTest::newRow("shorter") << Change(
        [](const QString &path) { QVERIFY(QFile::resize(path, QFileInfo(path).size() - 1)); });
    QTest::newRow("another file of the same content") << Change([](const QString &path) {
        QVERIFY(QFile::copy(path, path + u"2"_s) && QFile::remove(path)
                && QFile::rename(path + u"2"_s, path));
    });
    QTest::newRow("touched") << Change([](const QString &path) { setModified(path, {1000, 0}); });
}

void TestKeptReports::anyChangeOfTheFileIsNoticed()
{
    kept().keep(open(), {}, checked());
    QVERIFY(kept().find(open(), {}));
    // The clock of a file system ticks every few milliseconds.
    const FileState before = open().state();
    QVERIFY(QTest::qWaitFor([&] {
        m_files->write(u"tick"_s, "x"_ba);
        return InputFile::open(m_files->path(u"tick"_s))->state().changed > before.changed;
    }));
    QFETCH(std::function<void(const QString &)>, change);
    change(m_path);
    QVERIFY(!kept().find(open(), {}));
    kept().keep(open(), {}, checked());
    QVERIFY(kept().find(open(), {}));
    QCOMPARE(entries().size(), 1);
}

void TestKeptReports::anyRuleThatCountsIsNoticed_data()
{
    using Change = std::function<void(PreflightRules &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("no profile") << Change([](PreflightRules &rules) { rules.profile.reset(); });
    QTest::newRow("dialect") << Change(
        [](PreflightRules &rules) { rules.dialect = findDialect(u"staged"_s); });
    QTest::newRow("another profile") << Change([](PreflightRules &r) { r.profile->id = u"q"_s; });
    QTest::newRow("requests") << Change(
        [](PreflightRules &r) { r.profile->maxRequests.value = 9; });
    QTest::newRow("bytes") << Change([](PreflightRules &r) { r.profile->maxBytes.value = 9; });
    QTest::newRow("line") << Change([](PreflightRules &r) { r.profile->maxLineBytes.value = 9; });
    QTest::newRow("id") << Change([](PreflightRules &r) { r.profile->maxCustomId.value = 9; });
    QTest::newRow("sure") << Change([](PreflightRules &r) { r.profile->maxBytes.certain = false; });
    QTest::newRow("models") << Change([](PreflightRules &r) { r.profile->sameModel = false; });
    QTest::newRow("urls") << Change([](PreflightRules &r) { r.profile->sameUrl = false; });
    QTest::newRow("model") << Change([](PreflightRules &r) { r.profile->needsModel = false; });
    QTest::newRow("limit") << Change([](PreflightRules &r) { r.profile->needsMaxTokens = true; });
    QTest::newRow("texts") << Change(
        [](PreflightRules &r) { r.profile->textOperations = TextOperations::Only; });
}

void TestKeptReports::anyRuleThatCountsIsNoticed()
{
    const PreflightRules rules{.dialect = findDialect(u"files"_s), .profile = Profile()};
    kept().keep(open(), rules, checked(rules));
    QVERIFY(kept().find(open(), rules));
    PreflightRules others = rules;
    QFETCH(std::function<void(PreflightRules &)>, change);
    change(others);
    QVERIFY(!kept().find(open(), others));
    // Both are known from then on.
    kept().keep(open(), others, checked(others));
    QVERIFY(kept().find(open(), rules) && kept().find(open(), others));
}

void TestKeptReports::aDigestIsThereWhereItIsAskedFor()
{
    const PreflightRules without{.withDigest = false};
    kept().keep(open(), without, checked(without));
    QVERIFY(kept().find(open(), without));
    QVERIFY(!kept().find(open(), {}));
    kept().keep(open(), {}, checked());
    QCOMPARE(kept().find(open(), {})->sha256,
             QCryptographicHash::hash(requests(), QCryptographicHash::Sha256));
    QVERIFY(kept().find(open(), without)->sha256.isEmpty());
    QCOMPARE(entries().size(), 1);
}

void TestKeptReports::aDamagedEntryIsNone()
{
    const PreflightReport report = checked();
    kept().keep(open(), {}, report);
    const QString entry = entries().value(0).filePath();
    const QByteArray whole = bytesOf(entry);
    for (qsizetype at = 0; at < whole.size(); at += 61) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ 1);
        QFile file(entry);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QVERIFY2(!kept().find(open(), {}), qPrintable(QString::number(at)));
        QVERIFY(file.resize(at));
        QVERIFY2(!kept().find(open(), {}), qPrintable(QString::number(at)));
    }
    kept().keep(open(), {}, report);
    QCOMPARE(bytesOf(entry), whole);
    QVERIFY(kept().find(open(), {}));
}

void TestKeptReports::anEntryOfAnotherFileIsNone()
{
    const QByteArray bytes = keptformat::write(checked(), "mine"_ba);
    QVERIFY(keptformat::read(bytes, "mine"_ba));
    QVERIFY(!keptformat::read(bytes, "yours"_ba));
    QVERIFY(!keptformat::read(bytes + "x"_ba, "mine"_ba));
    QVERIFY(!keptformat::read({}, "mine"_ba));
    // Of another version, with a digest that is right.
    QByteArray other = bytes.chopped(32);
    other.replace("preflight 1", "preflight 2");
    other += QCryptographicHash::hash(other, QCryptographicHash::Sha256);
    QVERIFY(!keptformat::read(other, "mine"_ba));
}

void TestKeptReports::wordsAreNotKept()
{
    PreflightReport report = checked();
    const QString words = report.findings.at(0).message;
    report.findings[0].message = u"in another language"_s;
    kept().keep(open(), {}, report);
    QCOMPARE(kept().find(open(), {})->findings.at(0).message, words);
}

void TestKeptReports::smallAndFreshFilesAreNotKept()
{
    kept({.settled = std::chrono::milliseconds(0)}).keep(open(), {}, checked());
    kept({.leastBytes = 0, .settled = std::chrono::hours(1)}).keep(open(), {}, checked());
    QCOMPARE(entries().size(), 0);
    const InputFile opened = open();
    const PreflightReport report = checked();
    QVERIFY(QFile::resize(m_path, 100));
    kept().keep(opened, {}, report);
    QVERIFY2(entries().isEmpty(), "what was found in a file that is another one now");
}

void TestKeptReports::theOldestGoFirst()
{
    QStringList paths;
    for (int i = 0; i < 6; ++i)
        paths.append(m_files->write(u"%1.jsonl"_s.arg(i), requests()));
    const auto keep = [&](const QString &path, qint64 most) {
        KeptReports::Limits limits = atOnce;
        limits.mostBytes = most;
        kept(limits).keep(InputFile::open(path).value(), {}, checkFile(path, {}).value());
    };
    const auto isKept = [&](const QString &path) {
        return kept().find(InputFile::open(path).value(), {}).has_value();
    };
    keep(paths[0], atOnce.mostBytes);
    const qint64 size = entries().value(0).size();
    for (int i = 0; i < 5; ++i) {
        keep(paths[i], atOnce.mostBytes);
        for (const QFileInfo &entry : entries())
            setModified(entry.filePath(), {entry.lastModified().toSecsSinceEpoch() - 100, 0});
    }
    QVERIFY2(isKept(paths[0]), "which makes it the youngest");
    keep(paths[5], size * 4);
    QCOMPARE(entries().size(), 4);
    QVERIFY(isKept(paths[0]) && isKept(paths[5]) && isKept(paths[4]));
    QVERIFY(!isKept(paths[1]) && !isKept(paths[2]));
}

void TestKeptReports::entriesAreTheOwnersAlone()
{
    kept().keep(open(), {}, checked());
    struct stat status{};
    QCOMPARE(::stat(QFile::encodeName(entries().value(0).filePath()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(::stat(QFile::encodeName(entries().value(0).path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
    QVERIFY(!bytesOf(entries().value(0).filePath()).contains("custom_id"));
}

void TestKeptReports::aFolderThatCannotBeIsNoTrouble()
{
    const PreflightRules rules{.cache = m_path + u"/below-a-file"_s};
    QCOMPARE(checkFile(m_path, rules)->requests, 2001);
}

void TestKeptReports::anIntakeTakesItForTheSameBytesAlone()
{
    const PreflightRules rules{.cache = m_files->path(u"cache"_s)};
    PreflightReport report = checked();
    report.faultyLines = 1234;
    kept().keep(open(), rules, report);
    const QString target = m_files->path(u"library/1.jsonl"_s);
    const Result<PreflightReport> taken = copyAndCheck(m_path, target, rules);
    QCOMPARE(taken->faultyLines, 1234);
    QCOMPARE(bytesOf(target), requests());
    // An entry that is wrong about the content is not believed.
    report.sha256[0] = char(report.sha256[0] ^ 1);
    kept().keep(open(), rules, report);
    const Result<PreflightReport> again
        = copyAndCheck(m_path, m_files->path(u"library/2.jsonl"_s), rules);
    QCOMPARE(again->faultyLines, 1);
    QCOMPARE(again->sha256, QCryptographicHash::hash(requests(), QCryptographicHash::Sha256));
}

QTEST_GUILESS_MAIN(TestKeptReports)
#include "tst_keptreports.moc"
