// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/submitform.h"

#include "services.h"
#include "ui/unnamed.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Rig {
    QTemporaryDir folder;
    std::unique_ptr<Services> services
        = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
    ConnectionId staged = services->library()
                              .add(Connection{.id = {},
                                              .name = u"In stages"_s,
                                              .profile = u"staged"_s,
                                              .baseUrl = QUrl(u"https://batches.example"_s),
                                              .keyVariable = {}})
                              .value();
    ConnectionId files = services->library().connectionByName(u"practice-files"_s)->id;
    SubmitForm form{*services};

    Rig()
    {
        form.show();
        static_cast<void>(QTest::qWaitForWindowActive(&form));
    }
    [[nodiscard]] QCheckBox &hold() const { return *form.findChild<QCheckBox *>(); }
    [[nodiscard]] QString submitText() const
    {
        for (const QList<QPushButton *> all = form.findChildren<QPushButton *>();
             const QPushButton *button : all)
            return button->text();
        return {};
    }
};

} // namespace

class TstSubmitForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void onlyAStagedBatchCanWaitForItsStart()
    {
        Rig rig;
        rig.form.selectConnection(rig.files);
        QVERIFY(!rig.hold().isVisible());
        rig.form.selectConnection(rig.staged);
        QVERIFY(rig.hold().isVisible());
        QVERIFY(!rig.form.settings().hold);
        rig.hold().setFocus();
        QTest::keyClick(&rig.hold(), Qt::Key_Space);
        QVERIFY(rig.form.settings().hold);
        QCOMPARE(rig.submitText(), u"Su&bmit without starting"_s);
        QCOMPARE(unnamed(rig.form), QStringList());
        rig.form.selectConnection(rig.files); // the mark is not seen there and holds nothing
        QVERIFY(!rig.form.settings().hold);
        QCOMPARE(rig.submitText(), u"Su&bmit"_s);
    }
    void settingsOfAnEarlierRunAreThoseOfTheNext()
    {
        Rig rig;
        Run earlier;
        earlier.name = u"Letters (again)"_s;
        earlier.connection = rig.services->library().connectionByName(u"practice-inline"_s)->id;
        earlier.window = u"24h"_s;
        earlier.tags = {u"survey"_s, u"shop"_s};
        // What a person types for the first two is the same.
        earlier.metadata = {{u"text"_s, "\"1\""},
                            {u"number"_s, "1"},
                            {u"more"_s, R"({"a":[1, 2.50]})"},
                            {u"words"_s, "\"two words\""}};
        rig.form.selectConnection(rig.files);
        rig.form.setName(u"as the file"_s);
        rig.form.setSettings(earlier);
        rig.form.setName(u"as another file"_s); // a name that was given stays
        const Run settings = rig.form.settings();
        QCOMPARE(settings.connection, earlier.connection);
        QCOMPARE(settings.name, earlier.name);
        QCOMPARE(settings.window, earlier.window);
        QCOMPARE(settings.tags, earlier.tags);
        QCOMPARE(settings.metadata, earlier.metadata);
    }
    void tagsAreTheWordsBetweenCommas()
    {
        Rig rig;
        auto *line = rig.form.findChild<QLineEdit *>(u"tags"_s);
        QVERIFY(line);
        QCOMPARE(rig.form.settings().tags, QStringList());
        line->setFocus();
        QTest::keyClicks(line, u" spring  survey, shop,,Shop , "_s);
        QCOMPARE(rig.form.settings().tags, (QStringList{u"spring survey"_s, u"shop"_s}));
    }
};

QTEST_MAIN(TstSubmitForm)
#include "tst_submitform.moc"
