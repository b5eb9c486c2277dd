// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/sql.h"

#include <QSqlError>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Sql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsAreJudged_data();
    void errorsAreJudged();
};

void tst_Sql::errorsAreJudged_data()
{
    QTest::addColumn<QString>("native");
    QTest::addColumn<bool>("passes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("error") << u"1"_s << false << ErrorKind::Database;
    QTest::newRow("busy") << u"5"_s << true << ErrorKind::Database;
    QTest::newRow("busy snapshot") << u"517"_s << true << ErrorKind::Database;
    QTest::newRow("read-only") << u"8"_s << true << ErrorKind::Disk;
    QTest::newRow("read-only, moved") << u"1032"_s << true << ErrorKind::Disk;
    QTest::newRow("input or output") << u"10"_s << true << ErrorKind::Disk;
    QTest::newRow("fsync") << u"1034"_s << true << ErrorKind::Disk;
    QTest::newRow("corrupt") << u"11"_s << true << ErrorKind::Database;
    QTest::newRow("full") << u"13"_s << true << ErrorKind::Disk;
    QTest::newRow("cannot open") << u"14"_s << true << ErrorKind::Disk;
    QTest::newRow("foreign key") << u"787"_s << false << ErrorKind::Database;
    QTest::newRow("not a database") << u"26"_s << true << ErrorKind::Database;
    QTest::newRow("no code") << u""_s << false << ErrorKind::Database;
}

void tst_Sql::errorsAreJudged()
{
    QFETCH(QString, native);
    QFETCH(bool, passes);
    QFETCH(ErrorKind, kind);
    const Error error
        = sqlError(QSqlError(u"driver"_s, u"database"_s, QSqlError::StatementError, native));
    QCOMPARE(mayPass(error), passes);
    QCOMPARE(error.kind, kind);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(error.detail.contains("database"_L1));
    QCOMPARE(sqliteCode(error), native.toInt() & 0xff);
    QVERIFY(!mayPass(libraryError(u"ours"_s, u"stale"_s)));
}

QTEST_GUILESS_MAIN(tst_Sql)
#include "tst_sql.moc"
