// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The frame of keys: ways between the parts, no two that mean the same, and a focus that stays.

#include "dialogs/shortcutsdialog.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "ui/scenes.h"
#include "ui/windowrig.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTranslator>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

QChar mnemonicOf(const QString &text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    return key.isEmpty() ? QChar() : QChar(static_cast<char16_t>(key[0].key())).toLower();
}

/// Texts that stand in a window now and answer to Alt and a letter.
QList<std::pair<QChar, QString>> mnemonicsIn(const QWidget &window)
{
    QStringList texts;
    for (const QList<QWidget *> widgets = window.findChildren<QWidget *>();
         const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            texts.append(label->text());
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            texts.append(box->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts.append(tabs->isTabVisible(tab) ? tabs->tabText(tab) : QString());
        else if (const auto *menus = qobject_cast<const QMenuBar *>(widget))
            for (const QList<QAction *> actions = menus->actions(); const QAction *action : actions)
                texts.append(action->text());
    }
    QList<std::pair<QChar, QString>> found;
    for (const QString &text : std::as_const(texts))
        if (const QChar letter = mnemonicOf(text); !letter.isNull())
            found.append({letter, text});
    return found;
}

QStringList twiceIn(const QWidget &window)
{
    QStringList faults;
    QHash<QChar, QString> taken;
    const auto all = mnemonicsIn(window);
    for (const auto &[letter, text] : all) {
        // Of several such as the cards of a list each is reached by its own way.
        if (taken.contains(letter) && taken.value(letter) != text)
            faults.append(u"Alt+%1: %2 and %3"_s.arg(letter).arg(taken.value(letter), text));
        taken.insert(letter, text);
    }
    return faults;
}

/// Keys of a window that several of its actions have.
QStringList ambiguousIn(const QWidget &window)
{
    QStringList faults;
    QHash<QKeySequence, const QAction *> taken;
    for (const QList<QAction *> actions = window.actions(); const QAction *action : actions)
        for (const QList<QKeySequence> keys = action->shortcuts(); const QKeySequence &key : keys) {
            if (const QAction *other = taken.value(key); other && other != action)
                faults.append(
                    u"%1: %2 and %3"_s.arg(key.toString(), other->text(), action->text()));
            taken.insert(key, action);
        }
    return faults;
}

} // namespace

class TstKeyboard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void noWindowHasAKeyOrALetterTwice_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }
    void noWindowHasAKeyOrALetterTwice()
    {
        QFETCH(QString, language);
        const OwnSettings settings;
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(I18N_DIR "/batchdesk_") + language));
        QCoreApplication::installTranslator(&translator);
        QStringList faults;
        int seen = 0;
        scenes::visit({.look =
                           [&](const QWidget &shown, const QString &name) {
                               ++seen;
                               const QStringList found = twiceIn(shown) + ambiguousIn(shown);
                               for (const QString &fault : found)
                                   if (const QString told = name + u": "_s + fault;
                                       !faults.contains(told))
                                       faults.append(told);
                           },
                       .only = {},
                       .settle = std::chrono::milliseconds(30)});
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(seen > 40);
    }
    void theTestOfLettersSeesThem()
    {
        QWidget window;
        QAbstractButton *buttons[]
            = {new QPushButton(u"&Save"_s, &window), new QPushButton(u"&Send"_s, &window)};
        window.show();
        QCOMPARE(twiceIn(window).size(), 1);
        buttons[1]->setText(u"S&end"_s);
        QCOMPARE(twiceIn(window), QStringList());
        for (const auto &text : {u"One"_s, u"Two"_s}) {
            auto *action = new QAction(text, &window);
            action->setShortcut(QKeySequence(u"Ctrl+K"_s));
            window.addAction(action);
        }
        QCOMPARE(ambiguousIn(window).size(), 1);
    }
    void shiftF6GoesTheSameWayBack()
    {
        WindowRig rig;
        rig.window->showRun(rig.withResults);
        rig.window->findChild<RunPage *>()->findChild<QTabWidget *>()->setCurrentIndex(2);
        QTest::qWait(300); // the results are read on the pool
        QList<QWidget *> forth;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(rig.window.get(), Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            forth.append(QApplication::focusWidget());
        }
        for (int i = 3; i >= 0; --i) {
            QTest::keyClick(rig.window.get(), Qt::Key_F6, Qt::ShiftModifier);
            QCOMPARE(QApplication::focusWidget(), forth.at(i));
        }
    }
    void theFocusStaysWhenWhatIsShownChanges_data()
    {
        QTest::addColumn<int>("tab");
        for (const auto &[name, tab] : {std::pair("overview", 0), {"requests", 1}, {"results", 2}})
            QTest::newRow(name) << tab;
    }
    void theFocusStaysWhenWhatIsShownChanges()
    {
        QFETCH(int, tab);
        WindowRig rig;
        rig.window->showRun(rig.withResults);
        auto *tabs = rig.window->findChild<RunPage *>()->findChild<QTabWidget *>();
        tabs->setCurrentIndex(tab);
        QTest::qWait(300);
        QSet<QWidget *> tried;
        for (int pane = 0; pane < 8; ++pane) {
            QTest::keyClick(rig.window.get(), Qt::Key_F6);
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus);
            tried.insert(focus);
            Run run = *rig.services->library().run(rig.withResults);
            run.name += u'x';
            rig.services->library().save(run);
            Batch batch = *rig.services->library().batches(rig.withResults).front();
            batch.facts.counts.succeeded = batch.facts.counts.succeeded.value_or(0) + 1;
            rig.services->library().save(batch);
            QTRY_COMPARE(rig.window->windowTitle().isEmpty(), false);
            QTRY_COMPARE(rig.window->runs().summary(rig.withResults)->name, run.name);
            QTest::qWait(20);
            QCOMPARE(QApplication::focusWidget(), focus);
        }
        QVERIFY(tried.size() >= 2);
    }
    void theFocusIsSomewhereAfterEachStep()
    {
        WindowRig rig;
        const auto isKept = [&rig] {
            const QWidget *focus = QApplication::focusWidget();
            return focus && focus->isVisible() && rig.window->isAncestorOf(focus);
        };
        rig.runsPage()->table()->setFocus();
        const RunId draft = rig.named(u"Old draft"_s);
        rig.runsPage()->select(draft);
        QTest::keyClick(rig.window.get(), Qt::Key_Delete); // the row that had it goes
        QTRY_VERIFY(rig.services->library().run(draft)->deleted);
        QTest::qWait(20);
        QVERIFY(isKept());
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, u"no run is called so"_s); // the table gives way to words
        QTest::qWait(20);
        QCOMPARE(QApplication::focusWidget(), line);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(isKept());
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(isKept());
        QTest::keyClick(rig.window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(isKept());
        QTest::keyClick(rig.window.get(), Qt::Key_Escape);
        QVERIFY(isKept());
        rig.window->showRun(rig.withResults);
        QVERIFY(isKept());
    }
    void theListOfKeysIsThatOfTheActions()
    {
        WindowRig rig;
        Actions::setKeys(rig.action("openFiles"), {QKeySequence(u"Ctrl+Shift+O"_s)});
        QTest::keyClick(rig.window.get(), Qt::Key_F1);
        auto *dialog = rig.window->findChild<ShortcutsDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QTreeWidget *>();
        QSet<QString> told;
        for (QTreeWidgetItemIterator at(list); *at; ++at)
            told.insert((*at)->text(0) + u'|' + (*at)->text(1));
        int withKeys = 0;
        for (const QList<QAction *> actions = rig.window->actions();
             const QAction *action : actions) {
            if (action->shortcuts().isEmpty())
                continue;
            ++withKeys;
            QString name = action->text();
            name.remove(u'&').remove(u'…');
            const QString line = name + u'|'
                + QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
            QVERIFY2(told.contains(line), qPrintable(line));
        }
        QVERIFY(withKeys > 15);
        QVERIFY(told.contains(u"Open Files|Ctrl+Shift+O"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }
};

QTEST_MAIN(TstKeyboard)
#include "tst_keyboard.moc"
