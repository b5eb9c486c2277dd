// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// gallery FOLDER [PART-OF-NAME]: every page and state of the window as pictures, light and dark, to look at. Not a test.

#include "dialogs/aboutdialog.h"
#include "dialogs/connectionsdialog.h"
#include "failurewindow.h"
#include "mainwindow.h"
#include "pages/newrunpage.h"
#include "pages/runpage.h"
#include "services.h"
#include "ui/palettes.h"
#include "ui/samplelibrary.h"
#include "widgets/messagearea.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString folder, only, theme;

void take(QWidget &widget, const QString &name)
{
    if (!only.isEmpty() && !name.contains(only))
        return;
    QTest::qWait(450);
    widget.grab().save(folder + u'/' + name + u'-' + theme + u".png"_s);
}

void takeWindow(const QString &library, const QString &empty)
{
    auto services = Services::make({.libraryFolder = library}).value();
    if (services->library().runIds().isEmpty())
        samplelibrary::fill(*services);
    const auto named
        = [&](const QString &name) { return services->library().findRun(name).value_or(RunId()); };
    const RunId results = named(u"Survey, wave 3"_s);
    MainWindow window(*services);
    window.resize(1280, 800);
    window.show();
    take(window, u"runs"_s);
    window.showRun(results);
    take(window, u"run-overview"_s);
    auto *tabs = window.findChild<RunPage *>()->findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    take(window, u"run-requests"_s);
    tabs->setCurrentIndex(2);
    take(window, u"run-results"_s);
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
    window.messages().show({.text = u"Runs on “acme” are paused. The key was not accepted."_s,
                            .kind = MessageArea::Kind::Error,
                            .buttons = {{u"Replace Key…"_s, u"dialog-password"_s, [] {}}},
                            .stays = true});
    window.messages().show(
        {.text = u"“Old draft” is in the bin."_s, .buttons = {{u"Undo"_s, u"edit-undo"_s, [] {}}}});
    window.showRuns();
    take(window, u"runs-messages"_s);
    window.showConnections();
    QTest::qWait(200);
    take(*window.findChild<ConnectionsDialog *>(), u"connections"_s);
    window.findChild<ConnectionsDialog *>()->addNew();
    take(*window.findChild<ConnectionsDialog *>(), u"connections-new"_s);

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
    QTest::qWait(600);
    take(first, u"new-findings"_s);
    first.findChild<NewRunPage *>()->startEmpty();
    take(first, u"new-empty"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"gallery"_s);
    QApplication::setStyle(u"fusion"_s);
    folder = app.arguments().value(1, u"gallery"_s);
    only = app.arguments().value(2);
    QDir().mkpath(folder);
    QTemporaryDir temporary;
    for (const auto &[name, palette] :
         {std::pair(u"light"_s, palettes::light()), {u"dark"_s, palettes::dark()}}) {
        theme = name;
        QApplication::setPalette(palette);
        takeWindow(temporary.filePath(u"library"_s), temporary.filePath(u"empty-"_s + name));
    }
    return 0;
}
