// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/repairdialog.h"
#include "mainwindow.h"
#include "models/draft.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "services.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"
#include "widgets/draftpane.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int requests = 100'000;

/// The longest time in which the event loop did not come round.
class Heartbeat {
public:
    Heartbeat()
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_timer.start(5);
    }
    [[nodiscard]] qint64 longest() const { return m_longest; }
    void reset()
    {
        m_longest = 0;
        m_since.restart();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

QTableView *tableNamed(const QWidget *page, const QString &name)
{
    for (const QList<QTableView *> tables = page->findChildren<QTableView *>();
         QTableView * table : tables)
        if (table->accessibleName() == name && table->isVisible())
            return table;
    return nullptr;
}

} // namespace

class TstSmoothness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath(u"large.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray text(880, 'x');
        for (int n = 0; n < requests; ++n)
            file.write(
                "{\"custom_id\":\"r" + QByteArray::number(n)
                + "\",\"body\":{\"model\":\"practice-chat\",\"messages\":[{\"role\":\"user\","
                  "\"content\":\""
                + text + "\"}]}}\n");
    }
    void importingLeavesTheWindowFree()
    {
        const auto services
            = Services::make({.libraryFolder = m_folder.filePath(u"one"_s)}).value();
        MainWindow window(*services);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(200);
        Heartbeat heart;
        window.open({QUrl::fromLocalFile(m_folder.filePath(u"large.jsonl"_s))});
        QTRY_VERIFY_WITH_TIMEOUT(tableNamed(&window, u"Requests"_s)
                                     && tableNamed(&window, u"Requests"_s)->model()->rowCount()
                                         == requests,
                                 30'000);
        QTest::qWait(100);
        qInfo("longest gap while importing: %lld ms", heart.longest());
        QVERIFY2(heart.longest() <= limit(), qPrintable(QString::number(heart.longest())));
    }
    void mendingAndSearchingADraftLeaveTheWindowFree()
    {
        // For measuring by hand with more.
        const int more = qEnvironmentVariableIntValue("BATCHDESK_TEST_ROWS");
        const int rows = more > 0 ? more : requests;
        QFile file(m_folder.filePath(u"faulty.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int n = 0; n < rows; ++n)
            file.write("{\"custom_id\":\"r" + QByteArray::number(n / 2)
                       + "\",\"body\":{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":"
                         "\"user\",\"content\":\"word "
                       + QByteArray::number(n) + "\"}]}}\r\n");
        file.close();
        const auto services
            = Services::make({.libraryFolder = m_folder.filePath(u"three"_s)}).value();
        MainWindow window(*services);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.open({QUrl::fromLocalFile(file.fileName())});
        const auto isShown = [&](int count) {
            const QTableView *table = tableNamed(&window, u"Requests"_s);
            return table && table->model()->rowCount() == count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShown(rows), 60'000);
        QTest::qWait(300);
        Heartbeat heart;
        auto *line = window.findChild<QLineEdit *>(u"findRequests"_s);
        QTest::keyClicks(line, u"word 7"_s);
        line->clear();
        QTest::keyClicks(line, u"id=r%1"_s.arg(rows / 2 - 1));
        QTRY_VERIFY_WITH_TIMEOUT(isShown(2), 60'000);
        line->clear();
        QTest::keyClick(tableNamed(&window, u"Requests"_s), Qt::Key_F8);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(rows), 60'000);
        QTest::qWait(100);
        qInfo("longest gap while searching: %lld ms", heart.longest());
        QVERIFY2(heart.longest() <= limit(), qPrintable(QString::number(heart.longest())));

        heart.reset();
        const std::optional<RepairSource> source
            = window.findChild<DraftPane *>()->draft().repairSource();
        QVERIFY(source);
        RepairDialog dialog(services->pool(), *source);
        dialog.show();
        auto *kinds = dialog.findChild<QTreeWidget *>();
        QTRY_VERIFY_WITH_TIMEOUT(kinds->topLevelItemCount() == 4, 60'000);
        for (int step = 0; step < 50; ++step)
            QTest::keyClick(kinds, Qt::Key_F8);
        QTest::qWait(100);
        qInfo("longest gap while planning a repair: %lld ms", heart.longest());
        QVERIFY2(heart.longest() <= limit(), qPrintable(QString::number(heart.longest())));
    }
    void lookingAtResultsLeavesTheWindowFree()
    {
        const auto services
            = Services::make({.libraryFolder = m_folder.filePath(u"two"_s)}).value();
        const RunId run = samplelibrary::addWithResults(*services, "Large", requests);
        MainWindow window(*services);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(200);
        Heartbeat heart;
        window.showRun(run);
        window.findChild<RunPage *>()->showResults();
        QTRY_VERIFY_WITH_TIMEOUT(tableNamed(&window, u"Results"_s)
                                     && tableNamed(&window, u"Results"_s)->model()->rowCount()
                                         == requests,
                                 30'000);
        QTest::qWait(100);
        qInfo("longest gap while opening: %lld ms", heart.longest());
        QVERIFY2(heart.longest() <= limit(), qPrintable(QString::number(heart.longest())));

        heart.reset();
        QScrollBar *bar = tableNamed(&window, u"Results"_s)->verticalScrollBar();
        for (int step = 0; step <= 200; ++step) {
            bar->setValue(static_cast<int>(qint64(bar->maximum()) * step / 200));
            QTest::qWait(5);
        }
        qInfo("longest gap while scrolling: %lld ms", heart.longest());
        QVERIFY2(heart.longest() <= limit(), qPrintable(QString::number(heart.longest())));
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
};

QTEST_MAIN(TstSmoothness)
#include "tst_smoothness.moc"
