// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program says and does while its window is not looked at, and when it closes.

#include "library/library.h"
#include "models/runmodel.h"
#include "notifier.h"
#include "tray.h"
#include "ui/windowrig.h"
#include "wakewatch.h"
#include "widgets/messagearea.h"
#include "widgets/preferences.h"
#include "windowtools.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class SleepyClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    std::chrono::milliseconds steady() const override { return awake; }
    std::chrono::milliseconds sinceBoot() const override { return awake + asleep; }
    std::chrono::milliseconds awake{0};
    std::chrono::milliseconds asleep{0};
};

QToolButton *buttonOf(const MessageArea &area, const QString &text)
{
    for (const QList<QToolButton *> buttons = area.findChildren<QToolButton *>();
         QToolButton * button : buttons)
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

} // namespace

class TstPresence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void aSleepIsNoticedAndATickIsNot()
    {
        SleepyClock clock;
        WakeWatch watch(clock);
        const QSignalSpy woke(&watch, &WakeWatch::woke);
        clock.awake += 1h;
        watch.look();
        QCOMPARE(woke.size(), 0);
        clock.asleep += 2s;
        watch.look();
        QCOMPARE(woke.size(), 0);
        clock.asleep += 8h;
        watch.look();
        watch.look();
        QCOMPARE(woke.size(), 1);
    }
    void theTraySaysWhatIsUnderWay()
    {
        WindowRig rig(WindowRig::Runs::None);
        Tray &tray = rig.window->tools().tray();
        QCOMPARE(tray.words(), u"Batchdesk: nothing is under way"_s);
        samplelibrary::add(*rig.services,
                           {.name = "Slow", .requests = 100, .succeeded = 10, .minutesAgo = 30});
        const RunId soon = samplelibrary::add(
            *rig.services,
            {.name = "Soon & well", .requests = 100, .succeeded = 50, .minutesAgo = 30});
        QTRY_COMPARE(rig.window->runs().underWay(), 2);
        const QString words = tray.words();
        QVERIFY2(words.startsWith(u"Batchdesk: 2 run"_s), qPrintable(words));
        QVERIFY2(words.contains(u"“Soon & well” ends first, about in "_s), qPrintable(words));
        Q_EMIT tray.menu().aboutToShow();
        QAction *entry = nullptr;
        for (const QList<QAction *> actions = tray.menu().actions(); QAction * action : actions)
            if (action->text().startsWith(u"Soon && well"_s))
                entry = action;
        QVERIFY(entry);
        QVERIFY(tray.menu().actions().contains(rig.action("quit")));
        const QSignalSpy wanted(&tray, &Tray::runWanted);
        entry->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<RunId>(), soon);
    }
    void withoutATrayClosingQuits()
    {
        WindowRig rig(WindowRig::Runs::None);
        Preferences preferences;
        preferences.tray = preferences.closeToTray = true;
        preferences.save();
        rig.open();
        QVERIFY(!rig.window->tools().tray().isShown()); // this display has none
        QVERIFY(rig.window->close());
        QVERIFY(!rig.window->isVisible());
    }
    void closingSaysOnceThatRunsGoOn()
    {
        WindowRig rig;
        QVERIFY(!rig.window->close());
        QVERIFY(rig.window->isVisible());
        QCOMPARE(rig.window->messages().texts().size(), 1);
        QVERIFY(rig.window->messages().texts().first().contains(u"go on at the provider"_s));
        QToolButton *close = buttonOf(rig.window->messages(), u"Close Window"_s);
        QVERIFY(close);
        QTest::mouseClick(close, Qt::LeftButton);
        QTRY_VERIFY(!rig.window->isVisible());
        rig.open();
        QVERIFY(rig.window->close()); // and never again
    }
    void nothingIsSaidWhereNothingGoesOn()
    {
        WindowRig rig(WindowRig::Runs::None);
        QVERIFY(rig.window->close());
    }
    void runsThatEndAreToldTogether()
    {
        WindowRig rig;
        auto *notifier = rig.window->findChild<Notifier *>();
        notifier->runsEnded({rig.withResults});
        notifier->runsEnded({rig.named(u"Letters, wave 2"_s), rig.withResults});
        QTRY_COMPARE(rig.window->messages().texts().size(), 1);
        QVERIFY2(rig.window->messages().texts().first().startsWith(u"2 run"_s),
                 qPrintable(rig.window->messages().texts().first()));
    }
    void theWindowTellsAlsoWhatTheDesktopIsNotTold()
    {
        WindowRig rig;
        Preferences preferences;
        preferences.tellEnded = preferences.tellFailed = preferences.tellNeedsYou = false;
        preferences.save();
        QWidget elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
        auto *notifier = rig.window->findChild<Notifier *>();
        notifier->runsEnded({rig.withResults});
        notifier->needsYou({.title = u"A thing"_s, .text = u"that needs you"_s});
        QTRY_COMPARE(rig.window->messages().texts().size(), 1);
        QTest::qWait(50);
        QCOMPARE(rig.window->messages().texts().size(), 1);
        QVERIFY(rig.window->messages().texts().first().startsWith(u"Survey, wave 3"_s));
    }
    void thePageComesBack()
    {
        WindowRig rig;
        rig.window->showRun(rig.withResults);
        rig.window->keepLook();
        rig.open();
        rig.window->showKeptPage();
        QCOMPARE(rig.window->windowTitle(), u"Survey, wave 3"_s);
        rig.window->showRemote();
        rig.window->keepLook();
        rig.open();
        QVERIFY(rig.runsPage()->isVisible()); // until it is asked for
        rig.window->showKeptPage();
        QCOMPARE(rig.window->windowTitle(), u"At the provider"_s);
    }
    void theSelectedRunComesBack()
    {
        WindowRig rig;
        const RunId run = rig.named(u"Product texts DE"_s);
        rig.runsPage()->select(run);
        rig.window->keepLook();
        rig.open();
        QVERIFY(!rig.runsPage()->selectedRuns().contains(run));
        rig.window->showKeptPage();
        QCOMPARE(rig.runsPage()->selectedRuns(), QList<RunId>{run});
        QVERIFY(rig.runsPage()->isVisible());
        QVERIFY(rig.action("openRun")->isEnabled());

        // Behind the page that was in front, and of a run that has gone meanwhile.
        rig.window->showRemote();
        rig.window->keepLook();
        rig.open();
        rig.window->showKeptPage();
        rig.window->showRuns();
        QCOMPARE(rig.runsPage()->selectedRuns(), QList<RunId>{run});
        rig.window->keepLook();
        Run gone = *rig.services->library().run(run);
        gone.deleted = true;
        rig.services->library().save(gone);
        rig.open();
        rig.window->showKeptPage();
        QVERIFY(!rig.runsPage()->selectedRuns().contains(run));
        QVERIFY(rig.runsPage()->isVisible());
    }
};

QTEST_MAIN(TstPresence)
#include "tst_presence.moc"
