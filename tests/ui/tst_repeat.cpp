// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests without a good answer, from the page of their run to a draft that sends them once more.

#include "models/draft.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "ui/hands.h"
#include "ui/windowrig.h"
#include "widgets/draftpane.h"
#include "widgets/problemspane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace {

const QString runName = u"Survey, wave 3"_s;

struct Rig : WindowRig {
    [[nodiscard]] Library &library() const { return services->library(); }
    [[nodiscard]] Run run() const { return *library().run(withResults); }
    /// The lines of the run's own file whose numbers, from 1, leave one of these behind after 26.
    [[nodiscard]] QByteArray original(const QSet<int> &rests) const
    {
        QFile file(library().absolute(run().inputFile));
        QByteArray lines;
        if (file.open(QIODevice::ReadOnly))
            for (int number = 1; !file.atEnd(); ++number)
                if (const QByteArray line = file.readLine(); rests.contains(number % 26))
                    lines += line;
        return lines;
    }
    [[nodiscard]] QTabWidget *tabs() const
    {
        return window->findChild<RunPage *>()->findChild<QTabWidget *>();
    }
    [[nodiscard]] ProblemsPane *problems() const { return window->findChild<ProblemsPane *>(); }
    [[nodiscard]] QTableWidget *table() const
    {
        return problems()->findChild<QTableWidget *>(u"problems"_s);
    }
    void showProblems() const
    {
        window->showRun(withResults);
        tabs()->setCurrentIndex(3);
    }
    [[nodiscard]] DraftPane *pane() const
    {
        for (const QList<DraftPane *> all = window->findChildren<DraftPane *>();
             DraftPane * each : all)
            if (each->isVisible())
                return each;
        return nullptr;
    }
    [[nodiscard]] bool isChecked() const
    {
        return pane() && pane()->draft().report() && !pane()->draft().isBusy();
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        return hands::texts(*window).contains(text);
    }
};

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

class TestRepeat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_cache.path()));
    }
    void requestsOfAProblemBecomeADraft();
    void allOfThemComeFromThePalette();
    void theSecondTimeHasANameOfItsOwn();
    void whatCannotBeRepeatedSaysWhy();
    void nothingIsRepeatedOfARunThatWasLeft();

private:
    [[nodiscard]] QStringList leftBehind() const
    {
        return QDir(m_cache.filePath(u"batchdesk/again"_s)).entryList(QDir::Files);
    }
    QTemporaryDir m_cache;
};

void TestRepeat::requestsOfAProblemBecomeADraft()
{
    Rig rig;
    rig.showProblems();
    QTRY_COMPARE(rig.table()->rowCount(), 5);
    rig.table()->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(rig.table(), Qt::Key_Down);
    QCOMPARE(rig.table()->item(rig.table()->currentRow(), 0)->text(), u"Failed"_s);
    const qsizetype runs = rig.library().runIds().size();
    QVERIFY(hands::click(hands::button(*rig.problems(), u"Submit these again…"_s)));
    QTRY_VERIFY(rig.isChecked());

    const QByteArray lines = rig.original({19});
    QCOMPARE(lines.count('\n'), 4);
    QCOMPARE(rig.pane()->draft().report()->sha256, hashOf(lines));
    QTRY_COMPARE(rig.pane()->draft().model().line(0), lines.left(lines.indexOf('\n')));
    QVERIFY(rig.says(u"4 request(s) of “Survey, wave 3”"_s));
    QCOMPARE(rig.window->windowTitle(), u"New run"_s);
    // Nothing goes by itself, and nothing is left beside it.
    QTest::qWait(50);
    QCOMPARE(rig.library().runIds().size(), runs);
    QCOMPARE(leftBehind(), QStringList());

    QVERIFY(hands::click(hands::button(*rig.window, u"Submit"_s)));
    QTRY_COMPARE(rig.library().runIds().size(), runs + 1);
    const Run sent = *rig.library().run(rig.library().runIds().last());
    QCOMPARE(sent.name, runName + u" (again)"_s);
    QCOMPARE(sent.sha256, hashOf(lines));
    QCOMPARE(sent.requests, 4);
    QCOMPARE(sent.connection, rig.run().connection);
    QCOMPARE(sent.endpoint, rig.run().endpoint);
    QCOMPARE(sent.window, rig.run().window);
    QCOMPARE(sent.metadata.size(), rig.run().metadata.size());
    QCOMPARE(sent.metadata.first(), rig.run().metadata.first());
    QCOMPARE(sent.originPath, QString());
}

void TestRepeat::allOfThemComeFromThePalette()
{
    Rig rig;
    rig.runsPage()->select(rig.withResults);
    QTest::keyClick(rig.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QTest::keyClicks(line, u"problems again"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(rig.isChecked());
    QCOMPARE(rig.pane()->draft().report()->requests, 20);
    QCOMPARE(rig.pane()->draft().report()->sha256, hashOf(rig.original({5, 9, 14, 19, 23})));
    QCOMPARE(rig.window->findChild<NewRunPage *>()->draftNames(),
             QStringList{runName + u" (again)"_s});
    QVERIFY(QApplication::focusWidget());
}

void TestRepeat::theSecondTimeHasANameOfItsOwn()
{
    Rig rig;
    Run first = rig.run();
    first.name = runName + u" (again)"_s;
    static_cast<void>(rig.library().add(first));
    rig.showProblems();
    QTRY_COMPARE(rig.table()->rowCount(), 5);
    QVERIFY(hands::click(hands::button(*rig.problems(), u"Submit all again…"_s)));
    QTRY_VERIFY(rig.isChecked());
    QCOMPARE(rig.pane()->draft().title(), runName + u" (again 2)"_s);
    QCOMPARE(rig.pane()->draft().report()->requests, 20);
}

void TestRepeat::whatCannotBeRepeatedSaysWhy()
{
    Rig rig;
    Batch batch = *rig.library().batches(rig.withResults).front();
    batch.facts.state = BatchState::Running; // it came back in part
    batch.facts.resultsComplete = false;
    rig.library().save(batch);
    rig.showProblems();
    QTRY_VERIFY(rig.table()->rowCount() > 0);
    for (const QString &text : {u"Submit these again…"_s, u"Submit all again…"_s}) {
        const QAbstractButton *button = hands::button(*rig.problems(), text);
        QVERIFY(button);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"The run has not ended"_s);
    }
    QCOMPARE(rig.action("submitProblems")->toolTip(), u"The run has not ended"_s);

    const RunId good = samplelibrary::addWithResults(*rig.services, "All well", 4);
    QTRY_VERIFY((rig.window->showRun(good), rig.window->windowTitle() == u"All well"));
    QTRY_COMPARE(rig.action("submitProblems")->toolTip(), u"Each request has a good answer"_s);
    rig.window->showRun(rig.named(u"Night evals"_s));
    QCOMPARE(rig.action("submitProblems")->toolTip(), u"The requests of this run are not here"_s);
}

void TestRepeat::nothingIsRepeatedOfARunThatWasLeft()
{
    Rig rig;
    rig.runsPage()->select(rig.withResults);
    rig.action("submitProblems")->trigger(); // the results are still to be read
    rig.window->showRun(rig.named(u"Night evals"_s));
    QTest::qWait(300);
    QCOMPARE(rig.window->findChild<NewRunPage *>()->draftCount(), 0);
    QCOMPARE(rig.window->windowTitle(), u"Night evals"_s);
    QCOMPARE(leftBehind(), QStringList());
}

QTEST_MAIN(TestRepeat)
#include "tst_repeat.moc"
