// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"
#include "models/runfiltermodel.h"
#include "models/runmodel.h"
#include "pages/runspage.h"
#include "services.h"
#include "ui/hands.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Home with ten thousand runs.
class TstManyRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer watch;
        watch.start();
        m_services = Services::make({.libraryFolder = m_folder.filePath(u"library"_s)}).value();
        for (int i = 0; i < 10'000; ++i)
            samplelibrary::add(*m_services,
                               {.name = i % 50 == 7 ? "Letters" : "Product texts",
                                .state = i % 5 ? BatchState::Completed : BatchState::Running,
                                .succeeded = 70,
                                .minutesAgo = i,
                                .tags = i % 3 ? "" : "third"});
        qInfo("10,000 runs: made in %lld ms", watch.elapsed());
    }
    void cleanupTestCase() { m_services.reset(); }

    void theModelIsFilteredAtOnce()
    {
        QElapsedTimer watch;
        watch.start();
        RunModel runs(m_services->library(), m_services->clock(), nullptr, nullptr,
                      &m_services->profiles());
        const qint64 made = watch.restart();
        RunFilterModel filter;
        filter.setSourceModel(&runs);
        filter.sort(RunModel::WhatNow);
        const qint64 sorted = watch.restart();
        filter.setFilter({.text = u"letters"_s, .connection = {}, .tag = {}});
        QCOMPARE(filter.rowCount(), 200);
        const qint64 filtered = watch.restart();
        filter.setFilter({});
        QCOMPARE(filter.rowCount(), 10'000);
        const qint64 all = watch.restart();
        runs.tick();
        const qint64 ticked = watch.elapsed();
        qInfo("summed up in %lld ms, sorted in %lld ms, filtered in %lld ms, all again in %lld "
              "ms, a second told in %lld ms",
              made, sorted, filtered, all, ticked);
        QVERIFY2(filtered <= limit() && all <= 3 * limit() && ticked <= limit(),
                 "the list is not smooth");
    }
    void theWindowComesAtOnce()
    {
        QElapsedTimer watch;
        watch.start();
        MainWindow window(*m_services);
        window.resize(1280, 760);
        window.show();
        window.grab();
        const qint64 painted = watch.restart();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTableView *table = window.findChild<RunsPage *>()->table();
        auto *search = hands::named<QLineEdit>(window, u"Search runs"_s);
        watch.restart();
        QTest::keyClicks(search, u"letters"_s);
        table->grab();
        const qint64 typed = watch.restart();
        QCOMPARE(table->model()->rowCount(), 200);
        QTest::keyClick(search, Qt::Key_Escape);
        table->grab();
        const qint64 cleared = watch.elapsed();
        QCOMPARE(table->model()->rowCount(), 10'000);
        qInfo("painted after %lld ms, seven letters typed in %lld ms, cleared in %lld ms", painted,
              typed, cleared);
        QVERIFY2(painted <= 1000 + 5 * limit() && typed <= 7 * limit() && cleared <= 3 * limit(),
                 "the list is not smooth");
    }

private:
    /// A machine that has other things to do stops every program now and then.
    static qint64 limit()
    {
        bool isSet = false;
        const int given = qEnvironmentVariableIntValue("BATCHDESK_GAP_MS", &isSet);
        return isSet ? given : 100;
    }

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<Services> m_services;
};

QTEST_MAIN(TstManyRuns)
#include "tst_manyruns.moc"
