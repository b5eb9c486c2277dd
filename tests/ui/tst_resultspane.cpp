// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultspane.h"

#include "results/runfixture.h"
#include "widgets/resultfilter.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

/// A pane on the screen that shows 600 results, each seventh of which is missing.
class Shown {
public:
    Shown()
    {
        const QStringList ids = manyIds(600);
        m_run.setRequests(ids);
        m_run.addBatch(BatchState::Completed);
        m_run.addResults(lines(mixedResults(ids)));
        pane.resize(1000, 600);
        pane.show();
        pane.setResults(m_run.join().value());
    }
    [[nodiscard]] QLineEdit &line() { return *pane.findChild<QLineEdit *>(u"findResults"_s); }
    [[nodiscard]] QTableView &table() { return *pane.findChild<QTableView *>(u"results"_s); }
    [[nodiscard]] int rows() { return table().model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column)
    {
        return table().model()->index(row, column).data().toString();
    }
    [[nodiscard]] QToolButton &button(const QString &name)
    {
        for (QToolButton *one : pane.findChildren<QToolButton *>())
            if (one->accessibleName() == name)
                return *one;
        qFatal("There is no such button");
    }

private:
    RunFixture m_run;
    QThreadPool m_pool;

public:
    ResultsPane pane{m_pool};
};

} // namespace

class TestResultsPane : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsAsOneTypes();
    void aWrongLineLeavesWhatWasFound();
    void theChosenRowStays();
    void keysLeadOnAndBack();
    void outcomeAndWordsTogether();
};

void TestResultsPane::findsAsOneTypes()
{
    Shown shown;
    QCOMPARE(shown.rows(), 600);
    QTest::keyClicks(&shown.line(), u"id:row-59"_s);
    QTRY_COMPARE(shown.rows(), 11); // 59 and 590 to 599
    QTRY_COMPARE(shown.cell(0, 1), u"row-59"_s);
    QCOMPARE(shown.cell(10, 0), u"600"_s);
    QCOMPARE(shown.pane.shownRows()->size(), 11u);
    QTest::keyClicks(&shown.line(), u"5"_s);
    QTRY_COMPARE(shown.rows(), 1);
    QTest::keyClick(&shown.line(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 600);
    QVERIFY(!shown.pane.shownRows());
    QTest::mouseClick(&shown.button(u"Regular expression"_s), Qt::LeftButton);
    QTest::keyClicks(&shown.line(), u"row-1?0$"_s);
    QTRY_VERIFY(shown.rows() < 3);
}

void TestResultsPane::aWrongLineLeavesWhatWasFound()
{
    Shown shown;
    QTest::keyClicks(&shown.line(), u"id:row-595"_s);
    QTRY_COMPARE(shown.rows(), 1);
    // In one piece: letter by letter it is a word to look for before it is a wrong condition.
    QGuiApplication::clipboard()->setText(u" tokens>x"_s);
    QTest::keySequence(&shown.line(), QKeySequence::Paste);
    QVERIFY(shown.line().accessibleDescription().contains(u"number"_s));
    QCOMPARE(shown.rows(), 1);
    QTest::keyClick(&shown.line(), Qt::Key_Backspace);
    QVERIFY(shown.line().accessibleDescription().isEmpty());
}

void TestResultsPane::theChosenRowStays()
{
    Shown shown;
    shown.table().setCurrentIndex(shown.table().model()->index(595, 1));
    QTest::keyClicks(&shown.line(), u"id:row-59"_s);
    QTRY_COMPARE(shown.rows(), 11);
    QCOMPARE(shown.table().currentIndex().row(), 6);
    shown.line().selectAll();
    QTest::keyClicks(&shown.line(), u"no such words"_s);
    QTRY_COMPARE(shown.rows(), 0);
    for (const QPlainTextEdit *view : shown.pane.findChildren<QPlainTextEdit *>())
        QTRY_VERIFY(view->toPlainText().isEmpty());
    shown.line().clear();
    QTRY_COMPARE(shown.rows(), 600);
    QCOMPARE(shown.table().currentIndex().row(), 595);
}

void TestResultsPane::keysLeadOnAndBack()
{
    Shown shown;
    shown.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
    shown.pane.focusSearch();
    QVERIFY(shown.line().hasFocus());
    QTest::keyClick(&shown.line(), Qt::Key_Down);
    QVERIFY(shown.table().hasFocus());
    shown.pane.focusSearch();
    QTest::keyClick(&shown.line(), Qt::Key_Return);
    QVERIFY(shown.table().hasFocus());
}

void TestResultsPane::outcomeAndWordsTogether()
{
    Shown shown;
    shown.pane.showOutcome(Outcome::Missing);
    QTRY_VERIFY(shown.rows() > 0 && shown.rows() < 600);
    const int missing = shown.rows();
    QTest::keyClicks(&shown.line(), u"id:row-1"_s);
    QTRY_VERIFY(shown.rows() > 0 && shown.rows() < missing);
    for (int row = 0; row < shown.rows(); ++row)
        QTRY_VERIFY(shown.cell(row, 1).startsWith(u"row-1"_s));
}

QTEST_MAIN(TestResultsPane)
#include "tst_resultspane.moc"
