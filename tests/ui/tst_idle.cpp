// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"
#include "services.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace {

/// Counts what wakes the window by time alone.
class Wakes final : public QObject {
    Q_OBJECT
public:
    Wakes() { qApp->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }
    void reset() { m_count = 0; }
    [[nodiscard]] QString who() const { return m_who; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Of the test's own wait nothing is a timer event with an object of the window.
        if (event->type() == QEvent::Timer) {
            ++m_count;
            m_who = QString::fromLatin1(watched->metaObject()->className());
        }
        return false;
    }

private:
    int m_count = 0;
    QString m_who;
};

} // namespace

/// A window with nothing to do does nothing, which is what a battery wants of it.
class TstIdle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = Services::make({.libraryFolder = m_folder->path()}).value();
        for (int n = 0; n < 30; ++n)
            samplelibrary::add(*m_services,
                               {.state = BatchState::Completed,
                                .rawStatus = "completed",
                                .succeeded = 104,
                                .minutesAgo = 200});
        m_window = std::make_unique<MainWindow>(*m_services);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::qWait(1'500);
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
    }

    void nothingIsUnderWay()
    {
        Wakes wakes;
        QTest::qWait(4'000);
        // A second's timer comes four times, on a slow machine three.
        QVERIFY2(wakes.count() <= 1, qPrintable(wakes.who()));
    }
    void nobodyCanSeeIt()
    {
        samplelibrary::add(*m_services, {.state = BatchState::Running, .rawStatus = "in_progress"});
        m_window->hide();
        QTest::qWait(1'500);
        Wakes wakes;
        QTest::qWait(4'000);
        QVERIFY2(wakes.count() <= 1, qPrintable(wakes.who()));
    }
    void secondsAreToldWhereTheyMatter()
    {
        Wakes wakes;
        const RunId run = samplelibrary::add(
            *m_services, {.state = BatchState::Running, .rawStatus = "in_progress"});
        QTRY_VERIFY_WITH_TIMEOUT(wakes.count() >= 3, 20'000);
        // Once it is over they stop by themselves.
        Batch over = *m_services->library().batches(run).front();
        over.facts.state = BatchState::Completed;
        over.submittedAt = over.checkedAt = over.facts.endedAt
            = m_services->clock().now().addSecs(-3600);
        over.nextCheckAt = {};
        m_services->library().save(over);
        QTest::qWait(2'500);
        wakes.reset();
        QTest::qWait(4'000);
        QVERIFY2(wakes.count() <= 1, qPrintable(wakes.who()));
    }

private:
    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TstIdle)
#include "tst_idle.moc"
