// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/problemspane.h"

#include "results/runfixture.h"
#include "ui/ownsettings.h"
#include "widgets/textviewer.h"

#include <QAction>
#include <QApplication>
#include <QTableWidget>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

/// The problems of a run of two requests with these results.
struct Shown {
    OwnSettings settings;
    RunFixture run;
    QThreadPool pool;
    ProblemsPane pane{pool};

    explicit Shown(const QByteArrayList &results)
    {
        run.setRequests({u"a"_s, u"b"_s});
        run.addBatch(BatchState::Completed);
        run.addResults(lines(results));
        const auto joined = run.join();
        if (joined)
            pane.showProblems(*joined, std::make_shared<RunFigures>(*readFigures(**joined)));
        pane.resize(900, 500);
        pane.show();
        pane.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&pane));
    }
    [[nodiscard]] QTableWidget *table() const
    {
        return pane.findChild<QTableWidget *>(u"problems"_s);
    }
    [[nodiscard]] QString message() const { return pane.findChild<TextViewer *>()->toPlainText(); }
    [[nodiscard]] QString outcome(int row) const { return table()->item(row, 0)->text(); }
};

} // namespace

class TestProblemsPane : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }
    void resultsThatAnswerNothingCanBeRead();
    void theyAreShownWhereAllElseIsWell();
};

void TestProblemsPane::resultsThatAnswerNothingCanBeRead()
{
    const QByteArray first = answerLine(u"z"_s, u"Z\u00fcrich"_s);
    const QByteArray second = R"({"response":{"status_code":200,"body":{}},"error":null})";
    Shown shown({first, errorLine(u"a"_s, 500, u"x"_s, u"It broke"_s), second,
                 answerLine(u"b"_s, u"good"_s)});
    QCOMPARE(shown.table()->rowCount(), 2);
    QCOMPARE(shown.outcome(0), u"Failed"_s);
    QCOMPARE(shown.outcome(1), u"Unknown id"_s);
    QCOMPARE(shown.table()->item(1, 1)->text(), u"2"_s);
    QCOMPARE(shown.message(), u"It broke"_s);
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Down);
    QTRY_COMPARE(shown.message(), QString::fromUtf8(first + '\n' + second));
    for (const QAction *action : shown.table()->actions())
        if (action->text() != u"Submit all again…")
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    QTest::keyClick(shown.table(), Qt::Key_Up);
    QCOMPARE(shown.message(), u"It broke"_s);
}

void TestProblemsPane::theyAreShownWhereAllElseIsWell()
{
    const Shown shown(
        {answerLine(u"z"_s, u"Z"_s), answerLine(u"a"_s, u"A"_s), answerLine(u"b"_s, u"B"_s)});
    QVERIFY(shown.table()->isVisible());
    QCOMPARE(shown.table()->rowCount(), 1);
    QTRY_VERIFY(shown.message().contains(u"\"z\""_s));
    for (const QAction *action : shown.table()->actions())
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    const Shown none({answerLine(u"a"_s, u"A"_s), answerLine(u"b"_s, u"B"_s)});
    QVERIFY(!none.table()->isVisible());
}

QTEST_MAIN(TestProblemsPane)
#include "tst_problemspane.moc"
