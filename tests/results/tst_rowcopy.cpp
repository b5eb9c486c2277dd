// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowcopy.h"

#include "results/runfixture.h"

#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype plenty = 1 << 20;

CopiedRows copied(const std::shared_ptr<const RunResults> &results, std::vector<qint64> rows,
                  CopyAs as, qsizetype most = plenty)
{
    QThreadPool pool;
    return copyRows(pool, results, std::move(rows), as, most)
        .result()
        .value_or(CopiedRows{.text = u"failed"_s});
}

} // namespace

class tst_RowCopy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cellsStandBetweenTabs()
    {
        RunFixture run;
        run.setRequests({u"a"_s, u"b"_s, u"c"_s});
        run.addResults(lines({answerLine(u"a"_s, u"two\twords"_s),
                              errorLine(u"b"_s, 429, u"rate"_s, u"Too many"_s)}));
        const CopiedRows rows = copied(run.join().value(), {1, 0, 2}, CopyAs::Table);
        QCOMPARE(rows.rows, 3);
        QCOMPARE(rows.text,
                 u"row\tcustom_id\toutcome\tcontent\terror_message\ttotal_tokens\tfinish_reason\r\n"
                 "2\tb\tfailed\t\tToo many\t\t\r\n"
                 "1\ta\tanswered\t\"two\twords\"\t\t14\tstop\r\n"
                 "3\tc\tmissing\t\t\t\t\r\n"_s);
    }
    void linesAreAsTheyCame()
    {
        RunFixture run;
        run.setRequests({u"a"_s, u"b"_s, u"c"_s});
        const QByteArray a = answerLine(u"a"_s, u"naïve"_s);
        const QByteArray c = answerLine(u"c"_s, u"x"_s);
        run.addResults(lines({a, c}));
        const CopiedRows rows = copied(run.join().value(), {2, 1, 0}, CopyAs::Lines);
        QCOMPARE(rows.text.toUtf8(), c + '\n' + a + '\n');
    }
    void whatIsTooLongIsCutAfterWholeRows()
    {
        RunFixture run;
        const QStringList ids = manyIds(5000);
        QByteArrayList all;
        std::vector<qint64> wanted;
        for (int i = 0; i < 5000; ++i) {
            all.append(answerLine(ids[i], QString(200, u'x')));
            wanted.push_back(i);
        }
        run.setRequests(ids);
        run.addResults(lines(all));
        const CopiedRows rows = copied(run.join().value(), wanted, CopyAs::Lines, 100'000);
        QVERIFY(rows.rows > 0 && rows.rows < 5000);
        QCOMPARE(rows.text.count(u'\n'), rows.rows);
        QVERIFY(rows.text.endsWith(u'\n'));
    }
};

QTEST_GUILESS_MAIN(tst_RowCopy)
#include "tst_rowcopy.moc"
