// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with runs of a provider that works in stages.
#include "dialogs/addrequestsdialog.h"
#include "mainwindow.h"
#include "models/runmodel.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "runcommands.h"
#include "services.h"
#include "support/faultserver.h"
#include "support/files.h"
#include "ui/ownsettings.h"
#include "ui/unnamed.h"
#include "widgets/findingsview.h"
#include "widgets/messagearea.h"
#include "widgets/remoterequestspane.h"
#include "widgets/runheader.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr auto goodLine = R"({"custom_id":"z","body":{"model":"m","messages":[]}})"
                          "\n";

struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    FaultServer server;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;
    ConnectionId staged;

    Rig()
    {
        qputenv("BATCHDESK_TEST_KEY", "sk-test");
        services = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
        staged = services->library()
                     .add(Connection{.id = {},
                                     .name = u"In stages"_s,
                                     .profile = u"staged"_s,
                                     .baseUrl = server.url(),
                                     .keySource = KeySource::Environment,
                                     .keyVariable = u"BATCHDESK_TEST_KEY"_s})
                     .value();
        window = std::make_unique<MainWindow>(*services);
        window->resize(1200, 760);
        window->show();
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    }
    /// A run with a batch like this; it is the current one of the window.
    RunId add(const BatchFacts &facts, bool hold = true, const QString &connection = {}) const
    {
        Library &library = services->library();
        Run run{.name = u"Letters"_s,
                .connection
                = connection.isEmpty() ? staged : library.connectionByName(connection)->id,
                .requests = 2500,
                .hold = hold};
        const RunId id = library.add(run);
        Batch batch{.run = id, .connection = run.connection, .requests = 2500, .facts = facts};
        batch.facts.remoteId = u"batch_s"_s;
        batch.facts.intent = u"0-0-0-0-abcdef012345"_s;
        static_cast<void>(library.add(batch));
        static_cast<void>(QTest::qWaitFor([&] {
            const RunSummary *shown = window->runs().summary(id);
            return shown && shown->state == facts.state;
        }));
        window->findChild<RunsPage *>()->select(id);
        return id;
    }
    [[nodiscard]] QAction &action(const QString &name) const
    {
        return *window->findChild<QAction *>(name);
    }
    [[nodiscard]] QString file(const QByteArray &content) const
    {
        return writeFile(folder.filePath(u"more.jsonl"_s), content);
    }
    [[nodiscard]] AddRequestsDialog *dialog() const
    {
        return window->findChild<AddRequestsDialog *>();
    }
    [[nodiscard]] QPushButton *addButton() const
    {
        for (const QList<QPushButton *> all = dialog()->findChildren<QPushButton *>();
             QPushButton * button : all)
            if (button->text().contains(u"&Add"_s))
                return button;
        return nullptr;
    }
    [[nodiscard]] QStringList inputs() const
    {
        return QDir(services->library().absolute(u"inputs"_s)).entryList(QDir::Files);
    }
};

BatchFacts filled()
{
    BatchFacts facts;
    facts.state = BatchState::Queued;
    facts.rawStatus = u"created"_s;
    facts.addedRequests = 2500;
    return facts;
}

} // namespace

class TstStagedRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void saysWhenItCanBeStartedAndAddedTo_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("hold");
        QTest::addColumn<bool>("started");
        QTest::addColumn<QString>("connection");
        QTest::addColumn<QString>("whyNotStart");
        QTest::addColumn<QString>("whyNotAdd");
        const auto row = [](const char *name, BatchState state, bool hold, bool started,
                            const char *start, const char *add, const char *connection = "") {
            QTest::newRow(name) << int(state) << hold << started << QString::fromLatin1(connection)
                                << QString::fromLatin1(start) << QString::fromLatin1(add);
        };
        using enum BatchState;
        row("waits for a person", Queued, true, false, "", "");
        row("goes by itself", Queued, false, false, "It starts by itself", "");
        row("started", Queued, true, true, "It was started", "");
        row("runs", Running, true, true, "It was started", "The provider has begun with it");
        row("over", Completed, true, true, "The run has ended", "The run has ended");
        row("in doubt", Unknown, true, false, "",
            "It is not certain yet what the provider has of it");
        row("not staged", Queued, false, false,
            "This provider takes a batch as a whole, and starts it by itself",
            "This provider takes a batch as a whole, and starts it by itself", "practice-files");
    }
    void saysWhenItCanBeStartedAndAddedTo()
    {
        QFETCH(int, state);
        QFETCH(bool, hold);
        QFETCH(bool, started);
        QFETCH(QString, connection);
        Rig rig;
        BatchFacts facts = filled();
        facts.state = BatchState(state);
        facts.startAnswered = started;
        rig.add(facts, hold, connection);
        const auto reason = [&](const QString &name) {
            return rig.action(name).isEnabled() ? QString() : rig.action(name).statusTip();
        };
        QTEST(reason(u"startRun"_s), "whyNotStart");
        QTEST(reason(u"addRequests"_s), "whyNotAdd");
    }
    void startsByAKey()
    {
        Rig rig;
        rig.add(filled());
        QTest::keyClick(rig.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rig.services->library().wishes().size(), 1);
        QCOMPARE(rig.services->library().wishes().first().kind, WishKind::Start);
    }
    void showsHowFarItIsFilledAndWhatIsThere()
    {
        Rig rig;
        rig.server.on("GET", "/v1/batches/batch_s/requests",
                      FaultReply::json(200,
                                       R"({"data":[{"id":"r-1","custom_id":"a",)"
                                       R"("status":"pending"}],"has_more":false})"));
        BatchFacts facts = filled();
        facts.addedRequests = 1000;
        facts.addingRequests = 500;
        const RunId run = rig.add(facts);
        rig.window->showRun(run);
        QStringList texts;
        for (const QList<QLabel *> labels
             = rig.window->findChild<RunHeader *>()->findChildren<QLabel *>();
             const QLabel *label : labels)
            texts.append(label->text());
        QVERIFY2(texts.contains(u"Being filled · 1,000 of 2,500 requests added"_s),
                 qPrintable(texts.join(u'|')));
        auto *tabs = rig.window->findChild<RunPage *>()->findChild<QTabWidget *>();
        auto *pane = rig.window->findChild<RemoteRequestsPane *>();
        const int tab = tabs->indexOf(pane);
        QVERIFY(tabs->isTabVisible(tab));
        QCOMPARE(rig.server.hits(), 0); // nothing is asked before somebody looks
        tabs->setCurrentIndex(tab);
        QTRY_COMPARE(pane->table()->model()->rowCount(), 1);
        QCOMPARE(pane->table()->model()->index(0, 1).data().toString(), u"pending"_s);
        QCOMPARE(unnamed(*rig.window), QStringList());
        rig.window->showRun(rig.add(filled(), false, u"practice-files"_s));
        QVERIFY(!tabs->isTabVisible(tab));
    }
    void theNameStaysReadableInASmallWindow()
    {
        Rig rig;
        rig.window->showRun(rig.add(filled()));
        auto *header = rig.window->findChild<RunHeader *>();
        const auto roomForWords = [&] {
            for (const QList<QLabel *> labels = header->findChildren<QLabel *>();
                 const QLabel *label : labels)
                if (label->text() == u"Letters")
                    return label->width() >= label->sizeHint().width();
            return false;
        };
        QTRY_VERIFY(roomForWords());
        rig.window->resize(rig.window->minimumSize());
        QTRY_VERIFY(roomForWords());
        QCOMPARE(rig.window->width(), 720);
        QCOMPARE(unnamed(*rig.window), QStringList());
    }
    void addsAFileThatIsWell()
    {
        Rig rig;
        const RunId run = rig.add(filled());
        rig.window->findChild<RunCommands *>()->addFrom(run, rig.file(goodLine));
        QTRY_VERIFY(rig.dialog() && rig.dialog()->isVisible() && rig.addButton()->isEnabled());
        QCOMPARE(rig.addButton()->text(), u"&Add 1 Request(s)"_s);
        QCOMPARE(unnamed(*rig.dialog()), QStringList());
        QCOMPARE(rig.inputs().size(), 1);
        QTest::keyClick(rig.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!rig.dialog());
        QCOMPARE(rig.inputs(), QStringList()); // thought better of it: no copy stays

        rig.window->findChild<RunCommands *>()->addFrom(run, rig.file(goodLine));
        QTRY_VERIFY(rig.dialog() && rig.addButton()->isEnabled());
        QTest::keyClick(rig.addButton(), Qt::Key_Return);
        QTRY_VERIFY(!rig.dialog());
        // The run of this test has no input of its own to add to, which is said.
        QTRY_COMPARE(rig.window->messages().texts().size(), 1);
        QVERIFY(rig.window->messages().texts().first().startsWith(u"Letters: "_s));
        QTRY_COMPARE(rig.inputs(), QStringList());
    }
    void moreRequestsMakeTheRunLonger()
    {
        Rig rig;
        rig.server.on("GET", "/v1/batches/batch_s",
                      FaultReply::json(200, R"({"id":"batch_s","status":"created"})"));
        Library &library = rig.services->library();
        const RunId id = rig.add(filled());
        Run run = *library.run(id);
        run.inputFile = library.newPath(u"inputs"_s, u".jsonl"_s);
        run.requests = 1;
        writeFile(library.absolute(run.inputFile),
                  R"({"custom_id":"a","body":{"model":"m","messages":[]}})"
                  "\n");
        library.save(run);
        rig.window->findChild<RunCommands *>()->addFrom(id, rig.file(goodLine));
        QTRY_VERIFY(rig.dialog() && rig.addButton()->isEnabled());
        QTest::keyClick(rig.addButton(), Qt::Key_Return);
        QTRY_COMPARE(rig.window->messages().texts(),
                     QStringList{u"1 more request(s) for “Letters”."_s});
        QCOMPARE(library.run(id)->requests, 2);
    }
    void showsWhatIsWrongWithAFile()
    {
        Rig rig;
        const RunId run = rig.add(filled());
        rig.window->findChild<RunCommands *>()->addFrom(run, rig.file("{\"custom_id\":1}\nno\n"));
        QTRY_VERIFY(rig.dialog() && rig.dialog()->findChild<FindingsView *>()->isVisible());
        QVERIFY(rig.dialog()->findChild<FindingsView *>()->topLevelItemCount() > 0);
        QVERIFY(!rig.addButton()->isEnabled());
        QCOMPARE(unnamed(*rig.dialog()), QStringList());
    }
};

QTEST_MAIN(TstStagedRuns)
#include "tst_stagedruns.moc"
