// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"
#include "models/runmodel.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "services.h"
#include "ui/busytime.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"

#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 100'000;
constexpr int runs = 2'000;
/// Of an event, in ms of processor time. What a person feels begins at 100.
constexpr double most = 100;

BusyTime &busy()
{
    return *static_cast<BusyTime *>(QCoreApplication::instance());
}

} // namespace

/// No way through the window keeps it from the next event for long, however much there is.
class TstBusyTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_services = Services::make({.libraryFolder = m_folder.filePath(u"library"_s)}).value();
        m_first = samplelibrary::addWithResults(*m_services, "First", rows);
        m_second = samplelibrary::addWithResults(*m_services, "Second", rows);
        m_window = std::make_unique<MainWindow>(*m_services);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::qWait(200);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_services.reset();
    }
    void init() { busy().reset(); }
    void cleanup()
    {
        qInfo("longest: %.1f ms, %s", busy().longest(), qPrintable(busy().what()));
        QVERIFY2(busy().longest() <= most,
                 qPrintable(u"%1 took %2 ms"_s.arg(busy().what()).arg(busy().longest())));
    }

    void openingALargeRun() { QVERIFY(showResults(m_first)); }
    void changingBetweenLargeRuns()
    {
        QVERIFY(showResults(m_second));
        QVERIFY(showResults(m_first));
    }
    void scrolling()
    {
        QScrollBar *bar = results()->verticalScrollBar();
        for (int step = 0; step <= 40; ++step) {
            busy().count([&] { bar->setValue(int(qint64(bar->maximum()) * step / 40)); });
            QTest::qWait(2);
        }
    }
    void searchingResults()
    {
        auto *line = m_window->findChild<QLineEdit *>(u"findResults"_s);
        const int all = results()->model()->rowCount();
        for (const QString &text :
             {u"till"_s, u"till outcome:answered"_s, u"tokens>1"_s, u"nobody"_s}) {
            busy().count([&] { line->setText(text); });
            QTRY_VERIFY_WITH_TIMEOUT(results()->model()->rowCount() != all || text == u"tokens>1",
                                     30'000);
            QTest::qWait(100);
        }
        busy().count([&] { line->clear(); });
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), all, 30'000);
    }
    void exporting()
    {
        auto *page = m_window->findChild<RunPage *>();
        QTRY_VERIFY_WITH_TIMEOUT(page->exportObstacle().isEmpty(), 30'000);
        const QString path = m_folder.filePath(u"all.csv"_s);
        busy().count([&] { page->exportTo(path, std::nullopt, false); });
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(page->exportObstacle().isEmpty(), 30'000);
    }
    void openingALargeFile()
    {
        const QString path = m_folder.filePath(u"large.jsonl"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray text(300, 'x');
        for (int n = 0; n < rows; ++n)
            file.write(
                "{\"custom_id\":\"r" + QByteArray::number(n)
                + "\",\"body\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + text + "\"}]}}\n");
        file.close();
        busy().reset();
        busy().count([&] { m_window->open({QUrl::fromLocalFile(path)}); });
        const auto requests = [this] {
            for (const QList<QTableView *> tables = m_window->findChildren<QTableView *>();
                 QTableView * table : tables)
                if (table->isVisible() && table->accessibleName() == u"Requests")
                    return table->model()->rowCount();
            return 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(requests(), rows, 60'000);
        QTest::qWait(200);
    }
    void manyRuns()
    {
        for (int n = 0; n < runs; ++n)
            samplelibrary::add(*m_services,
                               {.name = n % 2 ? "Letters" : "Reviews",
                                .state = BatchState::Completed,
                                .rawStatus = "completed",
                                .succeeded = 104,
                                .minutesAgo = 60 + n});
        QTest::qWait(500);
        busy().reset();
        busy().count([this] { m_window->showRuns(); });
        QTest::qWait(50);
        auto *page = m_window->findChild<RunsPage *>();
        for (const int column :
             {int(RunModel::Name), int(RunModel::State), int(RunModel::Submitted)}) {
            busy().count([&] { page->table()->sortByColumn(column, Qt::AscendingOrder); });
            QTest::qWait(20);
        }
        busy().count([this] { m_window->runs().tick(); });
        page->focusSearch();
        QTest::keyClicks(m_window->focusWidget(), u"letters"_s);
        QTest::qWait(100);
        busy().count([this] { m_window->showRun(m_first); });
        busy().count([this] { m_window->showRuns(); });
        QTest::qWait(100);
    }

private:
    [[nodiscard]] QTableView *results() const
    {
        return m_window->findChild<QTableView *>(u"results"_s);
    }
    [[nodiscard]] bool showResults(RunId run)
    {
        busy().count([&] { m_window->showRun(run); });
        m_window->findChild<RunPage *>()->showResults();
        return QTest::qWaitFor([this] { return results()->model()->rowCount() == rows; }, 30'000)
            && QTest::qWaitFor(
                   [this] { return m_window->findChild<RunPage *>()->exportObstacle().isEmpty(); },
                   30'000);
    }

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    RunId m_first, m_second;
};

int main(int argc, char **argv)
{
    BusyTime app(argc, argv);
    TstBusyTime test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_busytime.moc"
