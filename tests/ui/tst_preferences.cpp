// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/preferencesdialog.h"

#include "core/settingsfile.h"
#include "dialogs/networkpage.h"
#include "dialogs/preferencepage.h"
#include "net/proxychoice.h"
#include "pages/runpage.h"
#include "secrets/proxyaccount.h"
#include "support/fakesecrets.h"
#include "theme/appearance.h"
#include "ui/unnamed.h"
#include "ui/windowrig.h"
#include "wakewatch.h"
#include "widgets/preferences.h"

#include <KMessageWidget>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFontComboBox>
#include <QFontDatabase>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTcpServer>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

/// The dialog as a person opens it.
struct Opened {
    WindowRig &rig;
    PreferencesDialog *dialog;

    Opened(WindowRig &window, const QString &page) : rig(window)
    {
        QTest::keyClick(rig.window.get(), Qt::Key_Comma, Qt::ControlModifier);
        dialog = rig.window->findChild<PreferencesDialog *>();
        if (!dialog)
            qFatal("no preferences");
        static_cast<void>(QTest::qWaitForWindowActive(dialog));
        for (int i = 0; i < dialog->pageCount(); ++i)
            if (dialog->pageName(i) == page)
                dialog->showPage(i);
    }
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return dialog->findChild<Widget *>(QLatin1StringView(name));
    }
    [[nodiscard]] QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    void press(QDialogButtonBox::StandardButton which) const
    {
        QTest::mouseClick(button(which), Qt::LeftButton);
    }
    /// Presses OK and waits until it is gone.
    [[nodiscard]] bool ok() const
    {
        const QPointer<PreferencesDialog> guard(dialog);
        press(QDialogButtonBox::Ok);
        return QTest::qWaitFor([&] { return !guard || !guard->isVisible(); }, 3000);
    }
    [[nodiscard]] QString message() const
    {
        const auto *shown = dialog->findChild<KMessageWidget *>();
        return shown->isVisibleTo(dialog) ? shown->text() : QString();
    }
    void choose(QComboBox *box, int index) const
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
    void toggle(const char *name) const
    {
        auto *box = find<QCheckBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    static void type(QWidget *line, const QString &text)
    {
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }
};

ConnectionId addConnection(Services &services)
{
    return services.library()
        .add(Connection{.id = {},
                        .name = u"acme"_s,
                        .profile = u"openai-compatible"_s,
                        .baseUrl = QUrl(u"https://acme.example"_s),
                        .keyVariable = {}})
        .value();
}

} // namespace

/// Each setting is kept, and does what it says.
class TstPreferences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void theFieldsOfEachPageHaveNames()
    {
        WindowRig rig;
        addConnection(*rig.services);
        const Opened opened(rig, u"Polling"_s);
        QCOMPARE(opened.dialog->pageCount(), 7);
        for (int page = 0; page < opened.dialog->pageCount(); ++page) {
            opened.dialog->showPage(page);
            QCOMPARE(unnamed(*opened.dialog), QStringList());
        }
    }
    void cancelKeepsNothing()
    {
        WindowRig rig;
        const Opened opened(rig, u"Notifications"_s);
        QVERIFY(!opened.button(QDialogButtonBox::Apply)->isEnabled());
        opened.toggle("tellEnded");
        QVERIFY(opened.button(QDialogButtonBox::Apply)->isEnabled());
        QTest::keyClick(opened.dialog, Qt::Key_Escape);
        QCOMPARE(Preferences::load(), Preferences());
        QVERIFY(!QFileInfo::exists(settingsFile()));
    }
    void aPageGoesBackToHowItWas()
    {
        WindowRig rig;
        const Opened opened(rig, u"Notifications"_s);
        for (const char *name : {"tellEnded", "tellFailed", "tellNeedsYou", "onlyUnwatched"})
            opened.toggle(name);
        opened.press(QDialogButtonBox::Apply);
        Preferences changed;
        changed.tellEnded = changed.tellFailed = changed.tellNeedsYou = changed.onlyUnwatched
            = false;
        QTRY_COMPARE(Preferences::load(), changed);
        QVERIFY(!opened.button(QDialogButtonBox::Apply)->isEnabled());
        opened.press(QDialogButtonBox::RestoreDefaults);
        QCOMPARE(Preferences::load(), changed); // shown, not kept
        QVERIFY(opened.ok());
        QCOMPARE(Preferences::load(), Preferences());
    }
    void waitsOfAConnectionAreSet()
    {
        WindowRig rig;
        const ConnectionId id = addConnection(*rig.services);
        const Opened opened(rig, u"Polling"_s);
        const auto spins = opened.dialog->findChildren<QDoubleSpinBox *>();
        QCOMPARE(spins.size(), 2);
        Opened::type(spins.at(0), u"30"_s);
        Opened::type(spins.at(1), u"20"_s);
        opened.press(QDialogButtonBox::Ok);
        QTRY_COMPARE(opened.message(),
                     u"The longest wait of “acme” is shorter than its shortest."_s);
        QCOMPARE(rig.services->library().connection(id)->pollMin.count(), 0);
        Opened::type(spins.at(1), u"90.5"_s);
        QCOMPARE(opened.message(), QString());
        QVERIFY(opened.ok());
        QCOMPARE(rig.services->library().connection(id)->pollMin.count(), 30'000);
        QCOMPARE(rig.services->library().connection(id)->pollMax.count(), 90'500);
    }
    void afterASleepRunsAreAskedAboutWhereWanted_data()
    {
        QTest::addColumn<bool>("wanted");
        QTest::newRow("wanted") << true;
        QTest::newRow("not") << false;
    }
    void afterASleepRunsAreAskedAboutWhereWanted()
    {
        QFETCH(bool, wanted);
        WindowRig rig;
        Preferences preferences;
        preferences.checkOnWake = wanted;
        preferences.save();
        Q_EMIT rig.window->findChild<WakeWatch *>()->woke();
        if (wanted)
            QTRY_VERIFY(!rig.services->library().wishes().isEmpty());
        QTest::qWait(50);
        QCOMPARE(!rig.services->library().wishes().isEmpty(), wanted);
    }
    void exportsGoToTheFolderThatWasChosen()
    {
        WindowRig rig;
        QVERIFY(QDir(rig.folder.path()).mkdir(u"mine"_s));
        const QString mine = rig.folder.filePath(u"mine"_s);
        {
            const Opened opened(rig, u"Folders"_s);
            auto *line = opened.find<QLineEdit>("exportFolder");
            Opened::type(line, rig.folder.filePath(u"gone"_s));
            opened.press(QDialogButtonBox::Ok);
            QTRY_VERIFY(opened.message().contains(u"is not there"_s));
            Opened::type(line, mine);
            QVERIFY(opened.ok());
        }
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        rig.window->exportRun(rig.withResults); // waits until the results are read
        QTRY_VERIFY(rig.window->findChild<QFileDialog *>());
        QCOMPARE(rig.window->findChild<QFileDialog *>()->directory().absolutePath(), mine);
    }
    void coloursFollowTheChoiceAtOnce()
    {
        WindowRig rig;
        const QPalette system = QApplication::palette();
        const auto lightness
            = [] { return QApplication::palette().color(QPalette::Base).lightness(); };
        const Opened opened(rig, u"Appearance"_s);
        auto *scheme = opened.find<QComboBox>("scheme");
        opened.choose(scheme, 2);
        opened.press(QDialogButtonBox::Apply);
        QTRY_VERIFY(lightness() < 80);
        QTRY_VERIFY(rig.window->palette().color(QPalette::Window).lightness() < 100);
        opened.choose(scheme, 1);
        opened.press(QDialogButtonBox::Apply);
        QTRY_VERIFY(lightness() > 200);
        opened.choose(scheme, 0);
        QVERIFY(opened.ok());
        QCOMPARE(QApplication::palette(), system);
    }
    void textAndTheFontOfJsonAreSet()
    {
        WindowRig rig;
        rig.window->showRun(rig.withResults);
        const qreal before = QApplication::font().pointSizeF();
        QString family;
        const Opened opened(rig, u"Appearance"_s);
        Opened::type(opened.find<QSpinBox>("textPercent"), u"150"_s);
        if (auto *fonts = opened.find<QFontComboBox>("fixedFont"); fonts->count() > 0) {
            opened.toggle("ownFixedFont");
            fonts->setCurrentIndex(fonts->count() - 1);
            family = fonts->currentFont().family();
        }
        QVERIFY(opened.ok());
        QCOMPARE(QApplication::font().pointSizeF(), before * 1.5);
        QTRY_COMPARE(rig.window->font().pointSizeF(), before * 1.5);
        QCOMPARE(Preferences::load().look.fixedFont, family);
        if (!family.isEmpty())
            QCOMPARE(appearance::fixedFont().family(), family);
        QPlainTextEdit later;
        appearance::useFixedFont(later);
        QCOMPARE(later.font(), appearance::fixedFont());
        appearance::apply({});
        QCOMPARE(later.font(), appearance::fixedFont()); // what is there follows
        QCOMPARE(QApplication::font().pointSizeF(), before);
    }
    void keysAreChangedAndKept()
    {
        WindowRig rig;
        {
            const Opened opened(rig, u"Shortcuts"_s);
            auto *list = opened.find<QTreeWidget>("shortcuts");
            auto *key = opened.find<QKeySequenceEdit>("key");
            const auto select = [list](const QString &name) {
                list->setCurrentItem(list->findItems(name, Qt::MatchExactly).value(0));
            };
            select(u"New Run"_s);
            key->setFocus();
            QTest::keyClick(key, Qt::Key_F, Qt::ControlModifier);
            opened.press(QDialogButtonBox::Ok);
            QTRY_COMPARE(opened.message(),
                         u"Ctrl+F is the key of “New Run” and of “Find”. Give one of them another "
                         "one."_s);
            key->setFocus();
            QTest::keyClick(key, Qt::Key_J, Qt::ControlModifier);
            QVERIFY(opened.ok());
        }
        QCOMPARE(rig.action("newRun")->shortcuts(), QList{QKeySequence(u"Ctrl+J"_s)});
        QVERIFY(rig.action("newRun")->toolTip().contains(u"Ctrl+J"_s));
        rig.open(); // the next start
        QCOMPARE(rig.action("newRun")->shortcuts(), QList{QKeySequence(u"Ctrl+J"_s)});
        const QSignalSpy pressed(rig.action("newRun"), &QAction::triggered);
        QTest::keyClick(rig.window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(pressed.size(), 0);
        QTest::keyClick(rig.window.get(), Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(pressed.size(), 1);
        const Opened opened(rig, u"Shortcuts"_s);
        opened.press(QDialogButtonBox::RestoreDefaults);
        QVERIFY(opened.ok());
        QCOMPARE(rig.action("newRun")->shortcuts(), Actions::usualKeys(rig.action("newRun")));
        QVERIFY(!QSettings(settingsFile(), QSettings::IniFormat).contains("shortcuts/newRun"_L1));
    }
    void requestsGoThroughTheProxyThatWasChosen()
    {
        WindowRig rig(WindowRig::Runs::None);
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        const Opened opened(rig, u"Network"_s);
        opened.choose(opened.find<QComboBox>("proxyKind"), 2);
        opened.press(QDialogButtonBox::Ok);
        QTRY_VERIFY(opened.message().contains(u"host is a name"_s));
        Opened::type(opened.find<QLineEdit>("proxyHost"), u"127.0.0.1"_s);
        opened.press(QDialogButtonBox::Ok);
        QTRY_COMPARE(opened.message(), u"The proxy's port is missing."_s);
        Opened::type(opened.find<QSpinBox>("proxyPort"), QString::number(proxy.serverPort()));
        QVERIFY(opened.ok());
        const auto sent = rig.services->http().send(
            {.url = QUrl(u"https://provider.example/v1"_s), .timeout = std::chrono::seconds(5)}, {},
            std::make_unique<MemorySink>());
        QTRY_VERIFY(proxy.hasPendingConnections());
    }
    void thePasswordOfAProxyIsInTheKeychainAlone()
    {
        const OwnSettings settings;
        FakeSecrets secrets;
        int applied = 0;
        NetworkPage page(secrets, [&applied] { ++applied; });
        page.showKept();
        page.findChild<QComboBox *>(u"proxyKind"_s)->setCurrentIndex(3);
        Opened::type(page.findChild<QLineEdit *>(u"proxyHost"_s), u"proxy.example"_s);
        page.findChild<QSpinBox *>(u"proxyPort"_s)->setValue(1080);
        Opened::type(page.findChild<QLineEdit *>(u"proxyUser"_s), u"ann"_s);
        QCOMPARE(page.fault(), u"The password for this proxy and user is missing."_s);
        auto *password = page.findChild<QLineEdit *>(u"proxyPassword"_s);
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        const auto keep = [&page] {
            QFuture<Result<>> kept = page.keep();
            return QTest::qWaitFor([&kept] { return kept.isFinished(); }) && kept.result();
        };
        Opened::type(password, u"pw-CANARY"_s);
        secrets.trouble = Error{.kind = ErrorKind::Keychain, .message = u"locked"_s};
        QVERIFY(!keep());
        QCOMPARE(applied, 0);
        QCOMPARE(ProxyChoice::load(settingsFile()), ProxyChoice());
        secrets.trouble.reset();
        Opened::type(password, u"pw-CANARY"_s);
        QVERIFY(keep());
        QCOMPARE(applied, 1);
        QCOMPARE(secrets.keyOf(proxyAccountId), "pw-CANARY"_ba);
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("proxy.example") && !written.contains("CANARY"));
        QCOMPARE(page.fault(), QString()); // it is there
        Opened::type(page.findChild<QLineEdit *>(u"proxyHost"_s), u"other.example"_s);
        QVERIFY(!page.fault().isEmpty()); // another proxy never gets it
        page.showUsual();
        QVERIFY(keep());
        QVERIFY(!secrets.has(proxyAccountId));
    }
};

QTEST_MAIN(TstPreferences)
#include "tst_preferences.moc"
