// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runscenes.h"

#include "mainwindow.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "services.h"
#include "widgets/chart.h"
#include "widgets/chartcard.h"
#include "widgets/daychart.h"
#include "widgets/daystrip.h"
#include "widgets/figurespane.h"
#include "widgets/filespane.h"
#include "widgets/problemspane.h"
#include "widgets/rawpane.h"

#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

void runscenes::tables(const MainWindow &window, const Take &take)
{
    auto *tabs = window.findChild<RunPage *>()->findChild<QTabWidget *>();
    tabs->setCurrentIndex(4);
    QTest::qWait(200);
    auto *figures = window.findChild<FiguresPane *>();
    Chart *chart = figures->findChild<Chart *>();
    chart->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(chart, chart->isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    take(*figures, u"figures-looked-at"_s);
    for (QToolButton *button : figures->findChildren<QToolButton *>())
        if (button->isCheckable())
            button->setChecked(true);
    take(*figures, u"figures-tables"_s);
    for (QToolButton *button : figures->findChildren<QToolButton *>())
        if (button->isCheckable())
            button->setChecked(false);
}

void runscenes::days(MainWindow &window, const Take &take)
{
    auto *strip = window.findChild<DayStrip *>();
    auto *unfold = strip->findChild<QToolButton *>();
    unfold->setChecked(true);
    take(window, u"runs-by-day"_s);
    unfold->setChecked(false);

    QList<RunDay> weeks;
    for (int i = 0; i < 28; ++i) {
        const bool isWeekend = i % 7 > 4;
        weeks.append({.day = QDate(2026, 2, 2).addDays(i),
                      .well = isWeekend ? 0 : (i * 13) % 23,
                      .problems = isWeekend ? 0 : (i * 5) % 6,
                      .uncertain = i % 9 == 4 ? 1 : 0});
    }
    auto *chart = new DayChart;
    ChartCard card(u"Runs by day"_s, chart);
    card.setWindowTitle(u"Runs by day"_s);
    chart->setDays(weeks, u"Four busy weeks"_s);
    card.setSummary({});
    card.resize(900, card.sizeHint().height());
    card.show();
    take(card, u"days-picture"_s);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_End);
    take(card, u"days-looked-at"_s);
    for (QToolButton *button : card.findChildren<QToolButton *>())
        if (button->isCheckable())
            button->setChecked(true);
    take(card, u"days-table"_s);
}

void runscenes::panes(Services &services, const Take &take)
{
    ProblemsPane problems(services.pool());
    FiguresPane figures;
    FilesPane files(services.pool());
    RawPane raw(services.pool());
    for (QWidget *pane : {static_cast<QWidget *>(&problems), static_cast<QWidget *>(&figures),
                          static_cast<QWidget *>(&files), static_cast<QWidget *>(&raw)}) {
        pane->resize(900, 480);
        pane->setWindowTitle(u"A pane of a run"_s);
        pane->show();
    }
    take(problems, u"problems-loading"_s);
    take(figures, u"figures-loading"_s);
    take(files, u"files-empty"_s);
    take(raw, u"raw-empty"_s);
    const Error error{.kind = ErrorKind::FileChanged,
                      .message = u"results/6f1e.jsonl has changed since it was written"_s};
    problems.showFailure(error);
    figures.showFailure(error);
    take(problems, u"problems-error"_s);
    take(figures, u"figures-error"_s);
    figures.showFigures(std::make_shared<const RunFigures>());
    take(figures, u"figures-empty"_s);
}

void runscenes::withoutRows(MainWindow &window, const QList<RunId> &runs, const Take &take)
{
    auto *tabs = window.findChild<RunPage *>()->findChild<QTabWidget *>();
    for (const RunId run : runs) {
        window.showRun(run);
        for (const auto &[tab, name] : {std::pair(2, u"results"_s), {3, u"problems"_s}}) {
            tabs->setCurrentIndex(tab);
            take(window, u"run-norows-%1-%2"_s.arg(name, run.toString()));
        }
    }
    tabs->setCurrentIndex(0);
}

void runscenes::repeat(MainWindow &window, RunId run, const Take &take)
{
    window.showRun(run);
    auto *page = window.findChild<RunPage *>();
    page->onceRead([page] { page->repeat(std::nullopt); });
    auto *drafts = window.findChild<NewRunPage *>();
    if (!QTest::qWaitFor([drafts] { return drafts->isVisible(); }))
        return;
    take(window, u"new-repeat"_s);
    for (QPushButton *button : drafts->findChildren<QPushButton *>())
        if (button->text() == u"Discard draft")
            return button->click();
}

void runscenes::goOn(Services &services, RunId run)
{
    const Batch *known = services.library().batches(run).front();
    Batch batch = *known;
    const qint64 answered = batch.facts.counts.succeeded.value_or(0);
    const qint64 failed = batch.facts.counts.failed.value_or(0);
    const QDateTime begin = batch.submittedAt;
    const qint64 seconds = begin.secsTo(batch.checkedAt);
    constexpr int looks = 24;
    for (int look = 1; look <= looks; ++look) {
        // Slowly at first, as they do.
        const double part = double(look * look) / double(looks * looks);
        batch.facts.counts.succeeded = qint64(part * double(answered));
        batch.facts.counts.failed = qint64(part * double(failed));
        batch.checkedAt = begin.addSecs(seconds * look / looks);
        services.library().save(batch);
        QTest::qWait(5);
    }
}
