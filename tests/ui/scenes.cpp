// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/scenes.h"

#include "commandpalette.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/addrequestsdialog.h"
#include "dialogs/connectionsdialog.h"
#include "dialogs/preferencesdialog.h"
#include "dialogs/repairdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/tagsdialog.h"
#include "failurewindow.h"
#include "mainwindow.h"
#include "models/draft.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "pages/runspage.h"
#include "services.h"
#include "tray.h"
#include "ui/remotescenes.h"
#include "ui/repairscenes.h"
#include "ui/runscenes.h"
#include "ui/samplelibrary.h"
#include "widgets/draftpane.h"
#include "widgets/findingsview.h"
#include "widgets/messagearea.h"
#include "widgets/requestspane.h"
#include "widgets/resultspane.h"
#include "widgets/runfilterbar.h"
#include "widgets/textviewer.h"
#include "windowtools.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

scenes::Visit current; // the walk that goes on: one at a time

void take(QWidget &widget, const QString &name)
{
    if (!name.contains(current.only))
        return;
    QTest::qWait(current.settle);
    current.look(widget, name);
}

/// Each sort of answer below the table.
void takeAnswers(MainWindow &window, Services &services)
{
    const RunId run = samplelibrary::addTextAnswers(services, "Text operations");
    QTest::qWait(300);
    window.showRun(run);
    auto *pane = window.findChild<ResultsPane *>();
    window.findChild<RunPage *>()->showResults();
    auto *table = pane->findChild<QTableView *>(u"results"_s);
    QTest::qWait(300);
    for (const auto &[row, name] :
         {std::pair(0, u"extract"_s), {1, u"summarize"_s}, {2, u"classify"_s}, {3, u"broken"_s}}) {
        table->selectRow(row);
        take(window, u"answer-"_s + name);
    }
}

/// The results while something is looked for: found, nothing found, and what cannot be meant.
void takeSearch(MainWindow &window)
{
    auto *line = window.findChild<QLineEdit *>(u"findResults"_s);
    for (const auto &[text, name] : {std::pair(u"the outcome:answered tokens>1"_s, u"found"_s),
                                     {u"nothing like this"_s, u"nothing"_s},
                                     {u"tokens>many"_s, u"wrong"_s}}) {
        line->setText(text);
        QTest::qWait(300);
        take(window, u"search-"_s + name);
    }
    line->clear();
}

/// The results in another order, several of them chosen, and one folded.
void takeOrder(MainWindow &window)
{
    auto *table = window.findChild<QTableView *>(u"results"_s);
    table->sortByColumn(4, Qt::DescendingOrder);
    QTest::qWait(300);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    for (TextViewer *viewer : window.findChildren<TextViewer *>()) {
        if (!viewer->isVisible() || viewer->foldMarks().size() < 2)
            continue;
        viewer->setFolded(viewer->foldMarks().back().line, true);
    }
    take(window, u"results-sorted"_s);
    table->sortByColumn(-1, Qt::AscendingOrder);
}

/// Runs of a provider that works in stages, and the dialog that adds to one.
void takeStaged(Services &services, MainWindow &window, const QString &scratch)
{
    const Connection *known = services.library().connectionByName(u"In stages"_s);
    const ConnectionId connection = known
        ? known->id
        : services.library()
              .add(Connection{.id = {},
                              .name = u"In stages"_s,
                              .profile = u"staged"_s,
                              .baseUrl = QUrl(u"https://batches.example"_s),
                              .keyVariable = {}})
              .value();
    for (const auto &[name, added] : {std::pair(u"filling"_s, 1000), {u"waits"_s, 2500}}) {
        Run run{.name = u"Letters in stages"_s,
                .connection = connection,
                .requests = 2500,
                .hold = true,
                .createdAt = services.clock().now()};
        const RunId id = services.library().add(run);
        Batch batch{.run = id, .connection = connection, .requests = 2500};
        batch.facts.state = BatchState::Queued;
        batch.facts.rawStatus = u"created"_s;
        batch.facts.remoteId = u"batch_s"_s + name;
        batch.facts.addedRequests = added;
        static_cast<void>(services.library().add(batch));
        QTest::qWait(50);
        window.showRun(id);
        take(window, u"staged-"_s + name);
        const QByteArray lines[] = {R"({"custom_id":"z","body":{"model":"m","messages":[]}})"
                                    "\n",
                                    "{\"custom_id\":1}\nno\n"};
        const QByteArray &content = lines[added == 1000];
        QFile file(scratch + u"/more.jsonl"_s);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.close();
        AddRequestsDialog dialog(services, id, file.fileName());
        dialog.show();
        take(dialog, u"staged-add-"_s + name);
        Run gone = *services.library().run(id);
        gone.deleted = true;
        services.library().save(gone);
    }
    auto *page = window.findChild<NewRunPage *>();
    page->startEmpty();
    page->selectConnection(connection);
    window.showNewRun();
    take(window, u"staged-form"_s);
}

/// Home while it is searched, and the tags of two runs.
void takeHome(MainWindow &window, Services &services)
{
    auto *bar = window.findChild<RunFilterBar *>();
    bar->setFilter({.text = {}, .connection = {}, .tag = u"shop"_s});
    take(window, u"runs-tag"_s);
    bar->setFilter({.text = u"nothing like this"_s, .connection = {}, .tag = {}});
    take(window, u"runs-nothing"_s);
    bar->clear();
    runscenes::days(window, take);
    TagsDialog tags({{u"shop"_s, u"weekly"_s}, {u"shop"_s}},
                    {u"shop"_s, u"survey"_s, u"translations"_s, u"weekly"_s});
    tags.show();
    take(tags, u"tags"_s);
    window.findChild<RunsPage *>()->select(services.library().runIds().first());
}

/// Two accounts at one provider, told apart by colour and name, and a colour for a built-in one.
void addConnections(Library &library)
{
    for (const auto &[name, colour] :
         {std::pair(u"Clinic"_s, u"teal"_s), {u"Shop, Helsinki"_s, u"orange"_s}})
        if (!library.connectionByName(name))
            static_cast<void>(library.add(Connection{.id = {},
                                                     .name = name,
                                                     .profile = u"openai"_s,
                                                     .baseUrl = {},
                                                     .keySource = KeySource::Environment,
                                                     .keyVariable = u"OPENAI_API_KEY"_s,
                                                     .settings = {},
                                                     .colour = colour}));
    Connection practice = *library.connectionByName(u"practice-inline"_s);
    practice.colour = u"violet"_s;
    static_cast<void>(library.save(practice));
}

/// What belongs to the window as a whole: preferences, palette, keys, tray.
void takeFrame(MainWindow &window)
{
    const auto press = [&window](const char *action) {
        window.findChild<QAction *>(QLatin1StringView(action))->trigger();
    };
    press("preferences");
    auto *preferences = window.findChild<PreferencesDialog *>();
    for (int page = 0; page < preferences->pageCount(); ++page) {
        preferences->showPage(page);
        take(*preferences, u"preferences-%1"_s.arg(page));
    }
    preferences->findChild<QComboBox *>(u"proxyKind"_s)->setCurrentIndex(3);
    preferences->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply)->click();
    take(*preferences, u"preferences-refused"_s);
    preferences->reject();
    press("shortcutsHelp");
    auto *keys = window.findChild<ShortcutsDialog *>();
    take(*keys, u"shortcuts"_s);
    keys->reject();
    window.showRuns();
    for (const auto &[typed, name] :
         {std::pair(QString(), u"all"_s), {u"run"_s, u"some"_s}, {u"zebra"_s, u"none"_s}}) {
        press("commandPalette");
        auto *palette = window.findChild<CommandPalette *>();
        palette->findChild<QLineEdit *>()->setText(typed);
        take(window, u"palette-"_s + name);
        palette->putAway();
    }
    QMenu &menu = window.tools().tray().menu();
    menu.popup(window.mapToGlobal(QPoint(80, 80)));
    take(menu, u"tray-menu"_s);
    menu.hide();
}

/// Each kind of request as a form, well and with faults, and one that is JSON only.
void takeForms(MainWindow &window)
{
    for (
        const auto &[name, body] : {
            std::pair(
                u"chat"_s,
                R"({"model":"practice-chat","messages":[{"role":"system","content":"Answer in one sentence."},{"role":"user","content":"Which letters wait for an answer?"}],"temperature":0.2})"),
            {u"chat-faults"_s, R"({"messages":[],"temperature":"warm","max_tokens":"many"})"},
            {u"extract"_s,
             R"({"model":"extract","text":"Anna Berg moved from Turku to Kiel in 2021.","entities":{"person":"names of people","place":"towns and countries","year":""},"instruction":"Take names as they are written."})"},
            {u"extract-faults"_s,
             R"({"model":"extract","text":"","entities":{"person":"names","":"towns"}})"},
            {u"summarize"_s,
             R"({"model":"summarize","text":"The meeting began at nine.\nIt ended at noon.","instructions":"One sentence","max_tokens":64})"},
            {u"summarize-faults"_s, R"({"model":"summarize","max_tokens":0})"},
            {u"classify"_s,
             R"({"model":"classify","text":"The parcel came late.","labels":[{"name":"praise","rubric":"is content"},{"name":"complaint","rubric":"is not content"}],"system_prompt":"You sort letters."})"},
            {u"classify-faults"_s,
             R"({"model":"classify","text":"t","labels":[{"name":"a","rubric":""},{"name":"a","rubric":""}]})"},
            {u"json-only"_s, R"({"model":"e","input":["a","b"]})"},
        }) {
        auto *page = window.findChild<NewRunPage *>();
        page->startEmpty();
        DraftPane *pane = nullptr;
        for (DraftPane *one : page->findChildren<DraftPane *>())
            pane = one->isVisible() ? one : pane;
        pane->draft().model().insertLines(
            0, {QByteArray(R"({"custom_id":"request-1","body":)") + body + '}'});
        pane->findChild<RequestsPane *>()->goToRow(0);
        take(window, u"compose-"_s + name);
    }
}

void takeWindow(const QString &library, const QString &empty)
{
    auto services = Services::make({.libraryFolder = library}).value();
    if (services->library().runIds().isEmpty())
        samplelibrary::fill(*services);
    addConnections(services->library());
    const auto named
        = [&](const QString &name) { return services->library().findRun(name).value_or(RunId()); };
    const RunId results = named(u"Survey, wave 3"_s);
    MainWindow window(*services);
    window.resize(1280, 800);
    window.show();
    take(window, u"runs"_s);
    takeHome(window, *services);
    window.showRun(results);
    auto *tabs = window.findChild<RunPage *>()->findChild<QTabWidget *>();
    tabs->setCurrentIndex(0); // the one of the last time is kept
    take(window, u"run-overview"_s);
    tabs->setCurrentIndex(1);
    take(window, u"run-requests"_s);
    tabs->setCurrentIndex(2);
    take(window, u"run-results"_s);
    for (const auto &[tab, name] : {std::pair(3, u"run-problems"_s),
                                    {4, u"run-figures"_s},
                                    {5, u"run-files"_s},
                                    {6, u"run-raw"_s}}) {
        tabs->setCurrentIndex(tab);
        take(window, name);
    }
    runscenes::tables(window, take);
    tabs->setCurrentIndex(2);
    takeSearch(window);
    takeOrder(window);
    tabs->setCurrentIndex(0);
    runscenes::goOn(*services, named(u"Product texts EN"_s));
    for (const auto &[name, run] : {std::pair(u"failed"_s, u"Letters, wave 2"_s),
                                    {u"unknown"_s, u"Reviews to labels"_s},
                                    {u"running"_s, u"Product texts EN"_s}}) {
        window.showRun(named(run));
        if (name == u"failed")
            for (QAction *action : window.findChild<RunPage *>()->findChildren<QAction *>())
                if (action->isCheckable() && action->text() == u"Details")
                    action->setChecked(true);
        take(window, u"run-"_s + name);
    }
    runscenes::withoutRows(window, {named(u"Letters, wave 2"_s), named(u"Product texts EN"_s)},
                           take);
    runscenes::repeat(window, results, take);
    takeAnswers(window, *services);
    window.messages().show({.text = u"Runs on “acme” are paused. The key was not accepted."_s,
                            .kind = MessageArea::Kind::Error,
                            .buttons = {{u"Replace Key…"_s, u"dialog-password"_s, [] {}}},
                            .stays = true});
    window.messages().show(
        {.text = u"“Old draft” is in the bin."_s, .buttons = {{u"Undo"_s, u"edit-undo"_s, [] {}}}});
    window.showRuns();
    take(window, u"runs-messages"_s);
    remotescenes::batches(*services, take);
    remotescenes::requests(take);
    runscenes::panes(*services, take);
    takeStaged(*services, window, library);
    window.showConnections();
    QTest::qWait(200);
    take(*window.findChild<ConnectionsDialog *>(), u"connections"_s);
    window.findChild<ConnectionsDialog *>()->addNew();
    take(*window.findChild<ConnectionsDialog *>(), u"connections-new"_s);
    takeFrame(window);

    AboutDialog about(library, nullptr);
    about.setAttribute(Qt::WA_DeleteOnClose, false);
    about.show();
    take(about, u"about"_s);
    FailureWindow failure(
        {.kind = ErrorKind::Database,
         .message = u"The library was written by a newer version of Batchdesk."_s},
        library);
    failure.show();
    take(failure, u"failure"_s);

    auto none = Services::make({.libraryFolder = empty}).value();
    MainWindow first(*none);
    first.resize(1280, 800);
    first.show();
    take(first, u"welcome"_s);
    first.open({QUrl::fromLocalFile(QStringLiteral(SOURCE_DIR "/resources/samples/chat.jsonl"))});
    QTest::qWait(600);
    take(first, u"new-file"_s);
    QFile bad(library + u"/bad.jsonl"_s);
    if (bad.open(QIODevice::WriteOnly)) {
        bad.write(
            "{\"custom_id\":\"a\",\"body\":{\"model\":\"m\",\"messages\":[]}}\n[1]\nnonsense\n{"
            "\"custom_id\":\"a\",\"body\":{\"model\":\"n\"}}\n{\"custom_id\":\"b\"}\n");
        bad.close();
    }
    first.open({QUrl::fromLocalFile(library + u"/bad.jsonl"_s)});
    static_cast<void>(QTest::qWaitFor(
        [&first] {
            const QList<FindingsView *> views = first.findChildren<FindingsView *>();
            return std::ranges::any_of(views, &QWidget::isVisible);
        },
        20'000));
    take(first, u"new-findings"_s);
    for (DraftPane *pane : first.findChildren<DraftPane *>())
        if (pane->isVisible())
            Q_EMIT pane->repairWanted();
    if (auto *repair = first.findChild<RepairDialog *>()) {
        take(*repair, u"repair"_s);
        repair->reject();
    }
    scenes::showRepairs(*none, first, library, take);
    first.findChild<NewRunPage *>()->startEmpty();
    take(first, u"new-empty"_s);
    takeForms(first);
}

} // namespace

void scenes::visit(const Visit &visit)
{
    const QTemporaryDir folder;
    current = visit;
    takeWindow(folder.filePath(u"library"_s), folder.filePath(u"empty"_s));
    current = {};
}
