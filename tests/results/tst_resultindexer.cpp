// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/resultindexer.h"
#include "support/files.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

class tst_ResultIndexer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lastLineMustBeWhole_data();
    void lastLineMustBeWhole();
    void everyCutIsSeen();
    void vanishedFileIsAnError();

private:
    [[nodiscard]] Result<FileCheck> check(const QByteArray &bytes) const;
    QTemporaryDir m_folder;
};

Result<FileCheck> tst_ResultIndexer::check(const QByteArray &bytes) const
{
    QThreadPool pool;
    auto future = checkResultFile(
        pool, writeFile(m_folder.filePath(QStringLiteral("results.jsonl")), bytes));
    future.waitForFinished();
    return future.result();
}

void tst_ResultIndexer::lastLineMustBeWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("lines");
    QTest::addColumn<bool>("whole");
    QTest::newRow("empty") << QByteArray() << qint64(0) << true;
    QTest::newRow("blank lines only") << QByteArray("\n\r\n") << qint64(0) << true;
    QTest::newRow("newline at the end") << QByteArray("{}\n{}\n") << qint64(2) << true;
    QTest::newRow("no newline, but parses") << QByteArray("{}\n{\"a\":[1]}") << qint64(2) << true;
    QTest::newRow("cut in an object") << QByteArray("{}\n{\"a\":[1]") << qint64(2) << false;
    QTest::newRow("cut in a string") << QByteArray("{}\n{\"a") << qint64(2) << false;
    QTest::newRow("blanks behind the last newline") << QByteArray("{}\n  ") << qint64(1) << true;
    QTest::newRow("CR at the end") << QByteArray("{}\r\n{}\r") << qint64(2) << true;
    QTest::newRow("mark, one line") << QByteArray("\xEF\xBB\xBF{}") << qint64(1) << true;
    QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << qint64(0) << true;
}

void tst_ResultIndexer::lastLineMustBeWhole()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, lines);
    QFETCH(bool, whole);
    const Result<FileCheck> found = check(bytes);
    QVERIFY(found);
    QCOMPARE(found->lines, lines);
    QCOMPARE(found->lastLineWhole, whole);
}

void tst_ResultIndexer::everyCutIsSeen()
{
    const QByteArray line = R"({"custom_id":"a","response":{"body":{"n":[1,"x\"y",null]}}})";
    for (qsizetype cut = 1; cut < line.size(); ++cut) {
        const Result<FileCheck> found = check(line + '\n' + line.first(cut));
        QVERIFY(found);
        QCOMPARE(*found, (FileCheck{2, false}));
    }
}

void tst_ResultIndexer::vanishedFileIsAnError()
{
    QThreadPool pool;
    auto future = checkResultFile(pool, m_folder.filePath(QStringLiteral("none")));
    future.waitForFinished();
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().kind, ErrorKind::Disk);
}

QTEST_GUILESS_MAIN(tst_ResultIndexer)
#include "tst_resultindexer.moc"
