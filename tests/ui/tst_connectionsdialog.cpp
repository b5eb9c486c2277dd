// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/connectionsdialog.h"

#include "models/columns.h"
#include "services.h"
#include "theme/colours.h"
#include "ui/hands.h"
#include "ui/ownsettings.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services
        = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
    ConnectionsDialog dialog{*services};

    Rig()
    {
        dialog.show();
        dialog.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&dialog));
    }
    [[nodiscard]] QListView *list() const
    {
        return hands::named<QListView>(dialog, u"Connections"_s);
    }
    [[nodiscard]] ConnectionId add(const QString &name, const QString &variable)
    {
        return services->library()
            .add(Connection{.id = {},
                            .name = name,
                            .profile = u"openai"_s,
                            .baseUrl = {},
                            .keySource = KeySource::Environment,
                            .keyVariable = variable,
                            .settings = {},
                            .colour = u"teal"_s})
            .value();
    }
    [[nodiscard]] bool press(const QString &text)
    {
        QAbstractButton *button = hands::button(dialog, text);
        return button && hands::click(button);
    }
};

} // namespace

class TstConnectionsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void aColourIsChosenAndStands()
    {
        Rig rig;
        QVERIFY(rig.press(u"Add connection"_s));
        QVERIFY(hands::choose(hands::named<QComboBox>(rig.dialog, u"Provider"_s), u"OpenAI"_s));
        QVERIFY(hands::texts(rig.dialog)
                    .contains(u"Known limits: 50,000 request(s) in a batch, 200 MiB in a batch, "
                              u"results are kept "
                              "30 day(s)."_s));
        QVERIFY(hands::type(hands::named<QLineEdit>(rig.dialog, u"Name of the connection"_s),
                            u"Work"_s));
        QVERIFY(hands::choose(hands::named<QComboBox>(rig.dialog, u"Colour of the connection"_s),
                              u"Violet"_s));
        QVERIFY(hands::choose(hands::named<QComboBox>(rig.dialog, u"Where the key is kept"_s),
                              u"No key is needed"_s));
        QVERIFY(rig.press(u"Add"_s));
        const Connection *made = rig.services->library().connectionByName(u"Work"_s);
        QVERIFY(made);
        QCOMPARE(made->colour, u"violet"_s);
        QTRY_COMPARE(rig.list()->currentIndex().data().toString(), u"Work"_s);
        QCOMPARE(rig.list()->currentIndex().data(SwatchRole).toString(), u"violet"_s);
        QVERIFY(hands::choose(hands::named<QComboBox>(rig.dialog, u"Colour of the connection"_s),
                              u"None"_s));
        QVERIFY(rig.press(u"Save"_s));
        QTRY_COMPARE(rig.services->library().connectionByName(u"Work"_s)->colour, QString());
    }
    void aRemovalIsTakenBack()
    {
        Rig rig;
        const ConnectionId id = rig.add(u"Mine"_s, u"MY_KEY"_s);
        const Connection before = *rig.services->library().connection(id);
        rig.dialog.select(id);
        QVERIFY(rig.press(u"Remove"_s));
        QVERIFY(!rig.services->library().connectionByName(u"Mine"_s));
        QVERIFY(hands::button(rig.dialog, u"Undo"_s));
        QVERIFY(rig.press(u"Undo"_s));
        QVERIFY(rig.services->library().connectionByName(u"Mine"_s));
        QCOMPARE(*rig.services->library().connectionByName(u"Mine"_s), before);
        QTRY_COMPARE(rig.list()->currentIndex().data().toString(), u"Mine"_s);
        QVERIFY(!hands::button(rig.dialog, u"Undo"_s)); // once
    }
    void aRemovalWhoseNameIsTakenStays()
    {
        Rig rig;
        const ConnectionId id = rig.add(u"Mine"_s, u"MY_KEY"_s);
        rig.dialog.select(id);
        QVERIFY(rig.press(u"Remove"_s));
        const ConnectionId other = rig.add(u"Mine"_s, u"OTHER"_s);
        QVERIFY(rig.press(u"Undo"_s));
        QCOMPARE(rig.services->library().connectionByName(u"Mine"_s)->id, other);
        QVERIFY(hands::texts(rig.dialog).contains(u"choose another name"_s));
    }
    void coloursCanBeSeenInBothThemes_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("dark") << QColor(30, 30, 34) << QColor(240, 240, 240);
    }
    void coloursCanBeSeenInBothThemes()
    {
        QFETCH(QColor, base);
        QFETCH(QColor, text);
        QPalette palette;
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, text);
        QSet<QRgb> all;
        for (const QString &name : colours::swatchNames()) {
            const QColor colour = colours::swatch(name, palette);
            QVERIFY2(colours::contrast(colour, base) >= 3, qPrintable(name));
            all.insert(colour.rgb());
        }
        QCOMPARE(all.size(), colours::swatchNames().size()); // no two alike
        QVERIFY(!colours::swatch({}, palette).isValid());
        QVERIFY(colours::swatch(u"of a later version"_s, palette).isValid());
    }
};

QTEST_MAIN(TstConnectionsDialog)
#include "tst_connectionsdialog.moc"
