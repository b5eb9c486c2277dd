// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultspane.h"

#include "results/runfixture.h"
#include "widgets/resultfilter.h"
#include "widgets/tablelook.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
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
        m_run.addMixed(600);
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

/// Many rows, which counts what it is asked of them.
class AskedModel final : public QAbstractTableModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 100'000;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 4;
    }
    [[nodiscard]] QVariant data(const QModelIndex &, int) const override { return {}; }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        ++asked;
        return QAbstractTableModel::flags(index);
    }
    mutable int asked = 0;
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
    void titlesSortAndSortBack();
    void aMenuSortsByKeys();
    void manyRowsAreChosenAndCopied();
    void choosingAllAsksFewOfTheRows();
    void whatIsChosenIsExportedInTheOrderOfTheRequests();
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

void TestResultsPane::titlesSortAndSortBack()
{
    Shown shown;
    shown.table().setCurrentIndex(shown.table().model()->index(3, 1));
    const QHeaderView &titles = *shown.table().horizontalHeader();
    const QPoint id(titles.sectionViewportPosition(1) + 20, titles.height() / 2);
    QTest::mouseClick(titles.viewport(), Qt::LeftButton, {}, id);
    QTRY_COMPARE(titles.sortIndicatorSection(), 1);
    QTest::mouseClick(titles.viewport(), Qt::LeftButton, {}, id);
    QTRY_COMPARE(shown.cell(0, 0), u"600"_s);
    QCOMPARE(shown.table().currentIndex().row(), 596); // the row that a person chose
    // What is looked for comes in that order.
    QTest::keyClicks(&shown.line(), u"id:row-59"_s);
    QTRY_COMPARE(shown.rows(), 11);
    QTRY_COMPARE(shown.cell(10, 0), u"60"_s);
    QCOMPARE(shown.cell(0, 0), u"600"_s);
    QCOMPARE(shown.pane.shownRows()->front(), 59); // an export has the order of the requests
    QTest::mouseClick(titles.viewport(), Qt::LeftButton, {}, id);
    QTRY_COMPARE(shown.cell(0, 0), u"60"_s);
    QCOMPARE(titles.sortIndicatorSection(), -1);
}

void TestResultsPane::aMenuSortsByKeys()
{
    Shown shown;
    const auto choose = [&shown](const QString &keys) {
        shown.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
        shown.table().setFocus();
        QTRY_VERIFY(shown.table().hasFocus());
        QTest::keyClick(&shown.table(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClicks(QApplication::activePopupWidget(), keys);
        QTRY_VERIFY(!QApplication::activePopupWidget());
    };
    choose(u"l"_s); // length of the answer: "no 5" is the shortest
    QTRY_COMPARE(shown.cell(0, 0), u"6"_s);
    choose(u"d"_s); // downwards
    QTRY_COMPARE(shown.cell(0, 0), u"101"_s); // answer 100
    choose(u"t"_s);
    QTRY_COMPARE(shown.table().horizontalHeader()->sortIndicatorSection(), 4);
    choose(u"n"_s);
    QTRY_COMPARE(shown.cell(0, 0), u"600"_s);
    choose(u"u"_s);
    QTRY_COMPARE(shown.cell(0, 0), u"1"_s);
}

void TestResultsPane::manyRowsAreChosenAndCopied()
{
    Shown shown;
    shown.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
    shown.table().setFocus();
    const auto said = [&shown](const QString &text) {
        const auto labels = shown.pane.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->text().contains(text); });
    };
    QTest::keySequence(&shown.table(), QKeySequence::SelectAll);
    QTRY_VERIFY(said(u"600 row(s) chosen"_s));
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&shown.table(), QKeySequence::Copy);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 601);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\n600\trow-599\t"_s));
    // From the second to the fourth.
    const auto placeOf = [&shown](int row) {
        return shown.table().visualRect(shown.table().model()->index(row, 1)).center();
    };
    QWidget *rows = shown.table().viewport();
    QTest::mouseClick(rows, Qt::LeftButton, {}, placeOf(1));
    QTRY_VERIFY(!said(u"chosen"_s)); // one is shown, not said
    QTest::mouseClick(rows, Qt::LeftButton, Qt::ShiftModifier, placeOf(3));
    QTRY_VERIFY(said(u"3 row(s) chosen"_s));
    QTest::keyClick(&shown.table(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"{\"custom_id\":\"row-1\""_s));
}

void TestResultsPane::choosingAllAsksFewOfTheRows()
{
    AskedModel model;
    QTableView table;
    table.setModel(&model);
    tablelook::apply(table);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.selectAll();
    table.grab();
    QVERIFY2(model.asked < 10'000, qPrintable(QString::number(model.asked)));
}

void TestResultsPane::whatIsChosenIsExportedInTheOrderOfTheRequests()
{
    Shown shown;
    shown.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
    shown.table().setFocus();
    shown.table().sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(shown.cell(0, 0), u"600"_s);
    shown.table().setCurrentIndex(shown.table().model()->index(0, 1));
    QTest::keyClick(&shown.table(), Qt::Key_Down, Qt::ShiftModifier);
    const QSignalSpy wanted(&shown.pane, &ResultsPane::exportChosenWanted);
    QTest::keyClick(&shown.table(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(shown.pane.chosenRows(), (std::vector<qint64>{598, 599}));
}

QTEST_MAIN(TestResultsPane)
#include "tst_resultspane.moc"
