// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void noOptions(QCommandLineParser &) {}

constexpr std::array table = {
    Command{"profiles", "", QT_TRANSLATE_NOOP("batchctl", "List the known providers"), 0, 0,
            noOptions, profilesCommand},
    Command{"connection add", "NAME", QT_TRANSLATE_NOOP("batchctl", "Add access to a provider"), 1,
            1, addConnectionAddOptions, connectionAddCommand},
    Command{"connection list", "", QT_TRANSLATE_NOOP("batchctl", "List the connections"), 0, 0,
            noOptions, connectionListCommand},
    Command{"connection test", "NAME",
            QT_TRANSLATE_NOOP("batchctl", "Try a connection and say what works"), 1, 1, noOptions,
            connectionTestCommand},
    Command{"connection remove", "NAME",
            QT_TRANSLATE_NOOP("batchctl", "Remove a connection and its key"), 1, 1, noOptions,
            connectionRemoveCommand},
    Command{"check", "FILE",
            QT_TRANSLATE_NOOP("batchctl", "Check a request file before paying for it"), 1, 1,
            addCheckOptions, checkCommand},
    Command{"repair", "FILE",
            QT_TRANSLATE_NOOP("batchctl", "Write a mended copy of a request file"), 1, 1,
            addRepairOptions, repairCommand},
    Command{"submit", "FILE",
            QT_TRANSLATE_NOOP("batchctl", "Make a run of a request file and submit it"), 1, 1,
            addSubmitOptions, submitCommand},
    Command{"add", "RUN FILE",
            QT_TRANSLATE_NOOP("batchctl", "Add requests to a run whose batch has not begun"), 2, 2,
            noOptions, addCommand},
    Command{"start", "RUN", QT_TRANSLATE_NOOP("batchctl", "Start a run that was held"), 1, 1,
            noOptions, startCommand},
    Command{"runs", "", QT_TRANSLATE_NOOP("batchctl", "List the runs"), 0, 0, addRunsOptions,
            runsCommand},
    Command{"show", "RUN", QT_TRANSLATE_NOOP("batchctl", "Show all that is known of a run"), 1, 1,
            noOptions, showCommand},
    Command{"watch", "RUN...",
            QT_TRANSLATE_NOOP("batchctl", "Follow runs until their results are here"), 1, -1,
            addWatchOptions, watchCommand},
    Command{"cancel", "RUN", QT_TRANSLATE_NOOP("batchctl", "Cancel a run at the provider"), 1, 1,
            noOptions, cancelCommand},
    Command{"fetch", "RUN", QT_TRANSLATE_NOOP("batchctl", "Fetch the results of a run, also again"),
            1, 1, addFetchOptions, fetchCommand},
    Command{"requests", "RUN",
            QT_TRANSLATE_NOOP("batchctl", "List the requests of a run as the provider does"), 1, 1,
            addRequestsOptions, requestsCommand},
    Command{"certificate", "RUN",
            QT_TRANSLATE_NOOP("batchctl", "Count the rows of a run by outcome"), 1, 1, noOptions,
            certificateCommand},
    Command{"results", "RUN",
            QT_TRANSLATE_NOOP("batchctl", "Print results in the order of the requests"), 1, 1,
            addResultsOptions, resultsCommand},
    Command{"export", "RUN", QT_TRANSLATE_NOOP("batchctl", "Write results to a CSV or JSONL file"),
            1, 1, addExportOptions, exportCommand},
    Command{"reconcile", "[RUN]",
            QT_TRANSLATE_NOOP("batchctl", "Look for submissions whose outcome is in doubt"), 0, 1,
            addReconcileOptions, reconcileCommand},
    Command{"remote", "", QT_TRANSLATE_NOOP("batchctl", "List the batches at a provider"), 0, 0,
            addRemoteOptions, remoteCommand},
    Command{"adopt", "REMOTE_ID",
            QT_TRANSLATE_NOOP("batchctl", "Follow a batch that was made elsewhere"), 1, 1,
            addAdoptOptions, adoptCommand},
    // Before "library": the longer name is looked for first.
    Command{
        "library take-over", "",
        QT_TRANSLATE_NOOP("batchctl", "Let a copied library take the place of one no longer used"),
        0, 0, noOptions, libraryTakeOverCommand},
    Command{"library", "", QT_TRANSLATE_NOOP("batchctl", "Say which library this is"), 0, 0,
            noOptions, libraryCommand},
    Command{"read", "KIND FILE",
            QT_TRANSLATE_NOOP("batchctl", "Read a saved reply or result file of a provider"), 2, 2,
            addReadOptions, readCommand},
};

} // namespace

std::span<const Command> commands()
{
    return table;
}

Result<Services *> Context::services()
{
    if (!m_services) {
        Result<std::unique_ptr<Services>> made
            = Services::make({.libraryFolder = libraryFolder, .program = u"batchctl"_s});
        if (!made)
            return Failure(made.error());
        m_services = *std::move(made);
        // Also with --quiet: what a script goes on to do may hang on it.
        for (const LibraryNotice &notice : m_services->library().news())
            std::fputs(("batchctl: "_L1 + noticeText(notice) + u'\n').toUtf8().constData(), stderr);
    }
    return m_services.get();
}

void Context::finishPaidCalls()
{
    if (!m_services)
        return;
    // A call for a run of another program, too, which would else be made twice.
    m_services->driver().finish();
    const auto isUnderWay = [this] { return m_services->driver().isChanging(); };
    if (!isUnderWay())
        return;
    QEventLoop loop;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        if (!isUnderWay())
            loop.quit();
    });
    tick.start(std::chrono::milliseconds(20));
    constexpr std::chrono::minutes longest(3); // a create's own time limit is shorter
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    loop.exec();
}

int fail(const Context &context, const Error &error)
{
    context.out.error(error);
    return exitCode(error);
}

Error badUse(const QString &message, const QString &field)
{
    return {.kind = ErrorKind::BadInput, .message = message, .field = field};
}
