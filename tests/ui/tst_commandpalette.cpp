// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"

#include "dialogs/connectionsdialog.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "ui/unnamed.h"
#include "ui/windowrig.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

QStringList announced;

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Announcement)
        announced.append(static_cast<QAccessibleAnnouncementEvent *>(event)->message());
}

struct Palette {
    WindowRig &rig;
    CommandPalette *widget;
    QLineEdit *line;
    QTreeWidget *list;

    explicit Palette(WindowRig &window)
        : rig(window)
        , widget(rig.window->findChild<CommandPalette *>())
        , line(widget->findChild<QLineEdit *>())
        , list(widget->findChild<QTreeWidget *>())
    {
        open();
    }
    void open() const
    {
        QTest::keyClick(rig.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    }
    [[nodiscard]] QString first() const
    {
        return list->topLevelItem(0) ? list->topLevelItem(0)->text(0) : QString();
    }
};

} // namespace

class TstCommandPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void fits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("whole") << u"export"_s << u"Export Results"_s << u"Experts on ports"_s;
        QTest::newRow("beginning of a word") << u"run"_s << u"New Run"_s << u"Prune files"_s;
        QTest::newRow("initials") << u"er"_s << u"Export Results"_s << u"Fetch a row"_s;
        QTest::newRow("case") << u"EXP"_s << u"export"_s << u"e x p"_s;
        QTest::newRow("not at all") << u"zq"_s << u"z q"_s << u"Export Results"_s;
        QTest::newRow("order counts") << u"ab"_s << u"ab"_s << u"ba"_s;
    }
    void fits()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const std::optional<int> good = fuzzyScore(typed, better);
        QVERIFY(good);
        QVERIFY(*good > fuzzyScore(typed, worse).value_or(-1000));
    }
    void lettersInOrderAreEnough()
    {
        QVERIFY(fuzzyScore(u"er"_s, u"letter e"_s)); // the last word does not hide the first
        QVERIFY(!fuzzyScore(u"zebra"_s, u"Export Results"_s));
        QVERIFY(fuzzyScore(QString(), u"anything"_s));
    }
    void enterDoesWhatIsChosen()
    {
        WindowRig rig;
        const Palette palette(rig);
        QVERIFY(palette.widget->isVisible());
        QVERIFY(palette.line->hasFocus());
        QTest::keyClicks(palette.line, u"new r"_s);
        QCOMPARE(palette.first(), u"New Run"_s);
        QTest::keyClick(palette.line, Qt::Key_Return);
        QVERIFY(!palette.widget->isVisible());
        QVERIFY(rig.window->findChild<NewRunPage *>()->isVisible());
        const QString draft = rig.window->findChild<NewRunPage *>()->draftNames().value(0);
        rig.window->showRuns();
        palette.open();
        QTest::keyClicks(palette.line, draft);
        const auto same = palette.list->findItems(draft, Qt::MatchExactly); // besides “New Run”
        QCOMPARE(same.size(), 1);
        QCOMPARE(same.first()->text(1), u"Draft"_s);
        for (int i = 0; i < palette.list->indexOfTopLevelItem(same.first()); ++i)
            QTest::keyClick(palette.line, Qt::Key_Down);
        QTest::keyClick(palette.line, Qt::Key_Return);
        QVERIFY(rig.window->findChild<NewRunPage *>()->isVisible());
    }
    void findsRunsAndConnections()
    {
        WindowRig rig;
        const Palette palette(rig);
        QTest::keyClicks(palette.line, u"survey, wave 3"_s);
        QCOMPARE(palette.first(), u"Survey, wave 3"_s);
        QTest::keyClick(palette.line, Qt::Key_Return);
        auto *page = rig.window->findChild<RunPage *>();
        QVERIFY(page->isVisible());
        QCOMPARE(page->run(), rig.withResults);
        palette.open();
        QTest::keyClicks(palette.line, u"practice-inl"_s);
        QCOMPARE(palette.first(), u"practice-inline"_s);
        QTest::keyClick(palette.line, Qt::Key_Return);
        QTRY_VERIFY(rig.window->findChild<ConnectionsDialog *>());
    }
    void escapeGoesBackToWhereItWas()
    {
        WindowRig rig;
        rig.runsPage()->table()->setFocus();
        const Palette palette(rig);
        QTest::keyClicks(palette.line, u"zebra crossing"_s);
        QCOMPARE(palette.list->topLevelItemCount(), 0);
        QTest::keyClick(palette.line, Qt::Key_Return); // there is nothing to do
        QVERIFY(palette.widget->isVisible());
        QTest::keyClick(palette.line, Qt::Key_Escape);
        QVERIFY(!palette.widget->isVisible());
        QCOMPARE(QApplication::focusWidget(), rig.runsPage()->table());
        QVERIFY(rig.runsPage()->isVisible());
    }
    void goesAwayWithTheFocus()
    {
        WindowRig rig;
        const Palette palette(rig);
        rig.runsPage()->focusSearch();
        QTRY_VERIFY(!palette.widget->isVisible());
        QVERIFY(QApplication::focusWidget() != palette.line);
    }
    void whatCannotBeDoneSaysWhyAndStays()
    {
        WindowRig rig;
        rig.runsPage()->select(rig.withResults);
        const Palette palette(rig);
        const QSignalSpy cancelled(rig.action("cancelRun"), &QAction::triggered);
        QTest::keyClicks(palette.line, u"cancel run"_s);
        QCOMPARE(palette.first(), u"Cancel Run"_s);
        QCOMPARE(palette.list->topLevelItem(0)->text(1), u"The run has ended"_s);
        QTest::keyClick(palette.line, Qt::Key_Return);
        QVERIFY(palette.widget->isVisible());
        QCOMPARE(cancelled.size(), 0);
    }
    void showsTheKeysOfCommands()
    {
        WindowRig rig;
        const Palette palette(rig);
        QTest::keyClicks(palette.line, u"preferences"_s);
        QCOMPARE(palette.list->topLevelItem(0)->text(1),
                 rig.action("preferences")->shortcut().toString(QKeySequence::NativeText));
    }
    void aScreenReaderHearsWhatIsChosen()
    {
        WindowRig rig;
        QAccessible::setActive(true);
        const QAccessible::UpdateHandler before = QAccessible::installUpdateHandler(hear);
        const Palette palette(rig);
        QCOMPARE(unnamed(*palette.widget), QStringList());
        QTest::keyClicks(palette.line, u"pane"_s);
        announced.clear();
        QTest::keyClick(palette.line, Qt::Key_Down);
        QTest::keyClick(palette.line, Qt::Key_Up);
        QTest::keyClicks(palette.line, u"zzz"_s);
        QAccessible::installUpdateHandler(before);
        QVERIFY(announced.size() >= 3);
        QCOMPARE(announced.at(0),
                 u"Previous Pane, Shift+F6, 2 of %1"_s.arg(announced.at(0).section(u' ', -1)));
        QVERIFY2(announced.at(1).startsWith(u"Next Pane, F6, 1 of "_s),
                 qPrintable(announced.at(1)));
        QCOMPARE(announced.last(), u"Nothing fits"_s);
    }
};

QTEST_MAIN(TstCommandPalette)
#include "tst_commandpalette.moc"
