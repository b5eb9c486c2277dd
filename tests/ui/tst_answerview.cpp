// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services.h"
#include "ui/samplelibrary.h"
#include "widgets/answerview.h"
#include "widgets/resultspane.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The results of a run with one answer of each sort, in a window of their own.
struct Rig {
    QTemporaryDir folder;
    std::unique_ptr<Services> services
        = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
    ResultsPane pane{services->pool()};

    Rig()
    {
        const RunId run = samplelibrary::addTextAnswers(*services, "Text operations");
        pane.resize(1000, 700);
        pane.show();
        pane.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&pane));
        QFuture<Result<std::shared_ptr<const RunResults>>> joined = services->results(run);
        joined.waitForFinished();
        pane.setResults(joined.result().value());
        table()->setFocus();
    }
    [[nodiscard]] QTableView *table() const { return pane.findChild<QTableView *>(u"results"_s); }
    [[nodiscard]] QTabWidget *tabs() const
    {
        for (QTabWidget *tabs : pane.findChildren<QTabWidget *>())
            if (tabs->count() == 3)
                return tabs;
        return nullptr;
    }
    /// All that the first tab shows, one thing a line: sentences, tables by their first row, texts.
    [[nodiscard]] QStringList shown() const
    {
        QStringList found;
        const auto *view = pane.findChild<AnswerView *>();
        for (const QLabel *label : view->findChildren<QLabel *>())
            if (label->isVisibleTo(view))
                found.append(label->text());
        for (const QTableView *list : view->findChildren<QTableView *>())
            if (list->isVisibleTo(view))
                found.append(u"%1, %2 rows: %3"_s.arg(list->accessibleName())
                                 .arg(list->model()->rowCount())
                                 .arg(list->model()->index(0, 0).data().toString()));
        for (const QPlainTextEdit *text : view->findChildren<QPlainTextEdit *>())
            if (text->isVisibleTo(view))
                found.append(text->accessibleName() + u": "_s + text->toPlainText());
        return found;
    }
    [[nodiscard]] QString rawText() const
    {
        return qobject_cast<QPlainTextEdit *>(tabs()->widget(1))->toPlainText();
    }
};

} // namespace

class TstAnswerView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void eachSortOfAnswerIsShownInItsParts()
    {
        Rig rig;
        QTRY_COMPARE(rig.shown(), QStringList({u"3 entity(s)"_s, u"Entities, 3 rows: person"_s}));
        QVERIFY(rig.rawText().startsWith(u"{\"entities\":[{\"type\":\"person\""_s));
        QTest::keyClick(rig.table(), Qt::Key_Down);
        QTRY_COMPARE(rig.shown(),
                     QStringList({u"From 1,204 to 30 characters"_s,
                                  u"Summary: Anna moved from Turku to Kiel."_s}));
        QTest::keyClick(rig.table(), Qt::Key_Down);
        QTRY_COMPARE(rig.shown(),
                     QStringList({u"Label: moving"_s, u"Scores of the labels, 3 rows: ✓ moving"_s,
                                  u"Reasoning: The text tells of a move from one town to "
                                  "another."_s}));
        QTest::keyClick(rig.table(), Qt::Key_Down);
        QTRY_COMPARE(rig.shown(),
                     QStringList({u"The answer is not the JSON that this operation gives"_s,
                                  u"Answer: Anna Berg, Turku"_s}));
        QTest::keyClick(rig.table(), Qt::Key_Down);
        QTRY_COMPARE(rig.shown(), QStringList(u"Answer: Just a sentence."_s));
    }
    void theTextIsATabOfItsOwnOnlyWhereTheAnswerIsInParts()
    {
        Rig rig;
        QTRY_VERIFY(rig.tabs()->isTabVisible(1));
        QTest::keyClick(rig.table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(!rig.tabs()->isTabVisible(1));
        QTest::keyClick(rig.table(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(rig.tabs()->isTabVisible(1));
        QTRY_VERIFY(qobject_cast<QPlainTextEdit *>(rig.tabs()->widget(2))
                        ->toPlainText()
                        .contains(u"\"custom_id\": \"cities\""_s));
    }
};

QTEST_MAIN(TstAnswerView)
#include "tst_answerview.moc"
