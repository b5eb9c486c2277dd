// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/runpage.h"

#include "ui/hands.h"
#include "ui/ownsettings.h"
#include "ui/shownrun.h"
#include "ui/unnamed.h"
#include "widgets/certificateview.h"
#include "widgets/chart.h"
#include "widgets/figurespane.h"
#include "widgets/filespane.h"
#include "widgets/problemspane.h"
#include "widgets/rawpane.h"
#include "widgets/resultspane.h"
#include "widgets/runheader.h"
#include "widgets/statepane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QString printed(const QTableWidget &table, int columns)
{
    QStringList rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells.append(table.item(row, column)->text());
        rows.append(cells.join(u" | "_s));
    }
    return rows.join(u'\n');
}

} // namespace

class TestRunPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }
    void problemsLeadToTheirRows();
    void idsOfAProblemAreCopied();
    void figuresAreReadWhenTheyAreLookedAt();
    void filesSayWhereTheyAre();
    void repliesAreShownWithoutKeys();
    void aCountThatDiffersIsMarked();
    void whatIsLostSoonIsSaid();
    void whatCannotBeDoneSaysWhy();
    void aRunWithoutRowsSaysWhyAndWhatToDo_data();
    void aRunWithoutRowsSaysWhyAndWhatToDo();

private:
    const OwnSettings m_settings;
};

void TestRunPage::problemsLeadToTheirRows()
{
    ShownRun shown;
    shown.open<ProblemsPane>();
    auto &table = *shown.pane<ProblemsPane>().findChild<QTableWidget *>(u"problems"_s);
    QTRY_COMPARE(table.rowCount(), 5);
    QCOMPARE(printed(table, 4),
             u"Truncated | 4 | 3.8 % | \nEmpty | 4 | 3.8 % | \nMissing | 4 | 3.8 % | \n"
             "Failed | 4 | 3.8 % | 429 rate_limit_exceeded\nRefused | 4 | 3.8 % | "_s);
    QTRY_VERIFY(shown.tabs().tabText(shown.tabs().currentIndex()).contains(u"20"_s));
    table.setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(shown.tabs().currentWidget(), &shown.pane<ResultsPane>());
    const auto *results = shown.pane<ResultsPane>().findChild<QTableView *>(u"results"_s);
    QTRY_COMPARE(results->model()->rowCount(), 4);
    QTRY_COMPARE(results->model()->index(0, 1).data().toString(), u"answer-19"_s);
    QCOMPARE(shown.page().findChild<QLineEdit *>(u"findResults"_s)->text(),
             u"outcome:failed status=429 error=rate_limit_exceeded"_s);
}

void TestRunPage::idsOfAProblemAreCopied()
{
    ShownRun shown;
    shown.open<ProblemsPane>();
    const auto &table = *shown.pane<ProblemsPane>().findChild<QTableWidget *>(u"problems"_s);
    QTRY_COMPARE(table.rowCount(), 5);
    QGuiApplication::clipboard()->clear();
    QVERIFY(hands::click(hands::button(shown.pane<ProblemsPane>(), u"Copy list of ids"_s)));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 u"answer-5\nanswer-31\nanswer-57\nanswer-83\n"_s);
    QTRY_VERIFY(hands::texts(shown.page()).contains(u"4 id"_s));
}

void TestRunPage::figuresAreReadWhenTheyAreLookedAt()
{
    ShownRun shown;
    const auto *chart = shown.pane<FiguresPane>().findChild<Chart *>();
    QTest::qWait(50);
    QVERIFY(!chart->isVisible());
    shown.open<FiguresPane>();
    QTRY_VERIFY(chart->isVisible());
    qint64 rows = 0;
    for (const QStringList &row : chart->table().rows)
        rows += row[1].toLongLong();
    QCOMPARE(rows, 96); // all that came back but the failed ones
    QCOMPARE(unnamed(*shown.window), QStringList());
}

void TestRunPage::filesSayWhereTheyAre()
{
    ShownRun shown;
    shown.open<FilesPane>();
    auto &table = *shown.pane<FilesPane>().findChild<QTableWidget *>(u"files"_s);
    QTRY_VERIFY(table.rowCount() >= 2);
    const int last = table.rowCount() - 1;
    QVERIFY(table.item(last, 0)->text().startsWith(u"Results"_s));
    QTRY_COMPARE(table.item(last, 1)->text(), u"Here"_s);
    QCOMPARE(table.item(last, 4)->text(), u"file-7mTz"_s);
    const QString path = table.item(last, 5)->text();
    QVERIFY(QFile::exists(path));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(hands::click(hands::button(shown.pane<FilesPane>(), u"Copy path"_s)));
    QCOMPARE(QGuiApplication::clipboard()->text(), path);

    QVERIFY(QFile::rename(path, path + u".away"_s));
    shown.open<RawPane>();
    shown.open<FilesPane>();
    QTRY_COMPARE(table.item(last, 1)->text(), u"Missing from the disk"_s);
    QVERIFY(QFile::rename(path + u".away"_s, path));
    QVERIFY(QFile::resize(path, 10));
    shown.open<RawPane>();
    shown.open<FilesPane>();
    QTRY_COMPARE(table.item(last, 1)->text(), u"Changed on the disk"_s);
}

void TestRunPage::repliesAreShownWithoutKeys()
{
    ShownRun shown;
    Batch batch = shown.batch();
    batch.facts.error
        = Error{.kind = ErrorKind::RateLimited,
                .message = u"Slow down"_s,
                .detail = u"{\"error\":\"Authorization: Bearer sk-abcdef0123456789\"}"_s,
                .requestId = u"req_9"_s,
                .httpStatus = 429};
    shown.library().save(batch);
    shown.open<RawPane>();
    auto &list = *shown.pane<RawPane>().findChild<QListWidget *>();
    QTRY_COMPARE(list.count(), 2);
    QVERIFY(list.item(1)->text().contains(u"429"_s));
    QVERIFY(list.item(1)->text().contains(u"req_9"_s));
    QVERIFY(hands::click(hands::button(shown.pane<RawPane>(), u"Copy all answers"_s)));
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"\"object\":\"batch\""_s));
    QVERIFY(copied.contains(u"req_9"_s));
    QVERIFY(copied.contains(u"[hidden]"_s));
    QVERIFY(!copied.contains(u"abcdef0123456789"_s));
}

void TestRunPage::aCountThatDiffersIsMarked()
{
    ShownRun shown;
    auto &certificate = shown.pane<CertificateView>();
    QTRY_VERIFY(certificate.accessibleDescription().contains(u"at the provider"_s));
    // The sample's provider counts what is missing as succeeded.
    QVERIFY2(certificate.accessibleDescription().contains(
                 u"Succeeded: 96 here, 100 at the provider, 4 fewer here"_s),
             qPrintable(certificate.accessibleDescription()));
    QVERIFY(hands::texts(certificate).contains(u"4 fewer here"_s));
    QVERIFY(certificate.accessibleDescription().contains(u"Failed: 4 here, 4 at the provider"_s));
    QCOMPARE(hands::texts(certificate).count(u" here"_s), 1);
}

void TestRunPage::whatIsLostSoonIsSaid()
{
    ShownRun shown;
    Batch batch = shown.batch();
    batch.facts.state = BatchState::Running;
    batch.facts.endedAt = {};
    batch.facts.createdAt = shown.services().clock().now().addSecs(-23 * 3600);
    batch.facts.expiresAt = shown.services().clock().now().addSecs(3 * 3600 + 100);
    const auto &header = shown.pane<RunHeader>();
    const qsizetype before = hands::texts(header).split(u'\n').size();
    shown.library().save(batch);
    QTRY_COMPARE(hands::texts(header).split(u'\n').size(), before + 1);
    QVERIFY2(hands::texts(header).contains(u"in 3 h"_s), qPrintable(hands::texts(header)));
}

void TestRunPage::whatCannotBeDoneSaysWhy()
{
    ShownRun shown;
    const RunId draft
        = samplelibrary::add(shown.services(), {.name = "Draft", .state = BatchState::Draft});
    QTRY_VERIFY((shown.window->showRun(draft), shown.page().run() == draft));
    auto *more = hands::named<QToolButton>(shown.page(), u"More that can be done with this run"_s);
    QVERIFY(more);
    QList<QAction *> actions = more->menu()->actions();
    QCOMPARE(actions.size(), 4);
    for (const QAction *action : std::as_const(actions)) {
        if (action->isEnabled())
            continue;
        QVERIFY(!action->toolTip().isEmpty() && action->toolTip() != action->text());
        QCOMPARE(action->statusTip(), action->toolTip());
    }
    QCOMPARE(actions[0]->toolTip(), u"The run was not sent"_s);
    QVERIFY(!actions[2]->isEnabled());
    QCOMPARE(actions[2]->toolTip(), u"There are no files of this run yet"_s);
    shown.window->showRun(shown.run);
    QVERIFY(actions[2]->isEnabled());
}

void TestRunPage::aRunWithoutRowsSaysWhyAndWhatToDo_data()
{
    using enum BatchState;
    QTest::addColumn<BatchState>("state");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("button"); // empty: there is none
    QTest::newRow("running") << Running << ""_ba << u"No results yet"_s << u"Check Now"_s;
    QTest::newRow("refused") << Failed << "No such model"_ba << u"No such model"_s
                             << u"Submit Again"_s;
    QTest::newRow("failed there") << Failed << ""_ba << u"The run failed"_s << QString();
    QTest::newRow("in doubt") << Unknown << ""_ba << u"It is not certain"_s << u"Check Now"_s;
    QTest::newRow("expired") << Expired << ""_ba << u"No results came back"_s << QString();
}

void TestRunPage::aRunWithoutRowsSaysWhyAndWhatToDo()
{
    QFETCH(BatchState, state);
    QFETCH(QByteArray, error);
    QFETCH(QString, words);
    QFETCH(QString, button);
    ShownRun shown;
    const RunId run = samplelibrary::add(
        shown.services(),
        {.name = "Empty", .state = state, .requests = 0, .error = error.constData()});
    QTRY_VERIFY((shown.window->showRun(run), shown.page().run() == run));
    shown.open<ResultsPane>();
    auto &pane = shown.pane<ResultsPane>();
    QTRY_VERIFY2(hands::texts(pane).contains(words), qPrintable(hands::texts(pane)));
    const QList<QToolButton *> buttons
        = pane.findChildren<StatePane *>().first()->findChildren<QToolButton *>();
    QStringList offered;
    for (const QToolButton *each : buttons)
        if (each->isVisible() && each->isEnabled())
            offered.append(each->text());
    QCOMPARE(offered.value(0), button);
    QCOMPARE(unnamed(*shown.window), QStringList());
    shown.open<ProblemsPane>();
    QTRY_VERIFY(hands::texts(shown.pane<ProblemsPane>()).contains(words));
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
