// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/timewords.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

class TstTimeWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowLongAgo_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("now") << qint64(0) << u"just now"_s;
        QTest::newRow("clock was set back") << qint64(-500) << u"just now"_s;
        QTest::newRow("seconds") << qint64(20) << u"20 s ago"_s;
        QTest::newRow("last second of a minute") << qint64(59) << u"59 s ago"_s;
        QTest::newRow("a minute") << qint64(60) << u"1 min ago"_s;
        QTest::newRow("minutes") << qint64(59 * 60 + 59) << u"59 min ago"_s;
        QTest::newRow("hours") << qint64(5 * 3600) << u"5 h ago"_s;
        QTest::newRow("days") << qint64(3 * 86400) << u"3 day(s) ago"_s;
    }
    void saysHowLongAgo()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, words);
        QCOMPARE(timewords::ago(now.addSecs(-seconds), now), words);
    }
    void saysTheDateOfWhatIsLongAgo()
    {
        const QString words = timewords::ago(now.addDays(-40), now);
        QVERIFY2(!words.contains(u"ago"_s) && !words.isEmpty(), qPrintable(words));
    }
    void saysWhatIsAhead_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("due") << qint64(0) << u"now"_s;
        QTest::newRow("overdue") << qint64(-30) << u"now"_s;
        QTest::newRow("seconds") << qint64(119) << u"in 119 s"_s;
        QTest::newRow("minutes") << qint64(120) << u"in 2 min"_s;
        QTest::newRow("hours") << qint64(3 * 3600) << u"in 3 h"_s;
        QTest::newRow("days") << qint64(50 * 3600) << u"in 2 day(s)"_s;
    }
    void saysWhatIsAhead()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, words);
        QCOMPARE(timewords::ahead(now.addSecs(seconds), now), words);
    }
    void joinsLastAndNextCheck()
    {
        QCOMPARE(timewords::checked(now.addSecs(-20), now.addSecs(40), now),
                 u"20 s ago, next in 40 s"_s);
        QCOMPARE(timewords::checked({}, now.addSecs(40), now), u"next in 40 s"_s);
        QCOMPARE(timewords::checked(now.addSecs(-20), {}, now), u"20 s ago"_s);
        QCOMPARE(timewords::checked({}, {}, now), QString());
    }
    void saysNothingOfNoTime()
    {
        QCOMPARE(timewords::ago({}, now), QString());
        QCOMPARE(timewords::ahead({}, now), QString());
        QCOMPARE(timewords::exact({}), u"–"_s);
    }

private:
    const QDateTime now = QDateTime(QDate(2026, 11, 21), QTime(9, 30), QTimeZone::UTC);
};

QTEST_MAIN(TstTimeWords)
#include "tst_timewords.moc"
