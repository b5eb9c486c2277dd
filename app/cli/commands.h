// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/output.h"
#include "core/result.h"
#include "services.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>

/// Texts of the command line: Batchctl::tr("...").
struct Batchctl {
    Q_DECLARE_TR_FUNCTIONS(Batchctl)
};

/// What a command works with. The library is opened when first asked for, so that commands about
/// files alone never make one.
class Context {
public:
    Output out;
    QString libraryFolder;
    QStringList arguments; ///< positional ones behind the command's name

    [[nodiscard]] Result<Services *> services();
    /// Before the program ends: a paid call that is under way, perhaps for a run of another program,
    /// is waited for, so that its outcome is not in doubt.
    void finishPaidCalls();

private:
    std::unique_ptr<Services> m_services;
};

/// One command of batchctl: a row of the table in commands.cpp.
struct Command {
    const char *name; ///< "connection add" has two words
    const char *usage; ///< positional arguments, for the help
    const char *summary;
    int minArguments;
    int maxArguments; ///< -1: any number
    void (*addOptions)(QCommandLineParser &parser);
    /// The process's exit code. Errors it prints itself.
    int (*run)(Context &context, const QCommandLineParser &parser);
};
[[nodiscard]] std::span<const Command> commands();

/// Prints the error and gives its exit code.
[[nodiscard]] int fail(const Context &context, const Error &error);
[[nodiscard]] Error badUse(const QString &message, const QString &field = {});

// Each in a file of its own.
int profilesCommand(Context &context, const QCommandLineParser &parser);
int checkCommand(Context &context, const QCommandLineParser &parser);
void addCheckOptions(QCommandLineParser &parser);
int connectionAddCommand(Context &context, const QCommandLineParser &parser);
void addConnectionAddOptions(QCommandLineParser &parser);
int connectionListCommand(Context &context, const QCommandLineParser &parser);
int connectionTestCommand(Context &context, const QCommandLineParser &parser);
int connectionRemoveCommand(Context &context, const QCommandLineParser &parser);
int repairCommand(Context &context, const QCommandLineParser &parser);
void addRepairOptions(QCommandLineParser &parser);
int submitCommand(Context &context, const QCommandLineParser &parser);
void addRunsOptions(QCommandLineParser &parser);
void addSubmitOptions(QCommandLineParser &parser);
int addCommand(Context &context, const QCommandLineParser &parser);
int startCommand(Context &context, const QCommandLineParser &parser);
int requestsCommand(Context &context, const QCommandLineParser &parser);
void addRequestsOptions(QCommandLineParser &parser);
int runsCommand(Context &context, const QCommandLineParser &parser);
int showCommand(Context &context, const QCommandLineParser &parser);
int watchCommand(Context &context, const QCommandLineParser &parser);
void addWatchOptions(QCommandLineParser &parser);
int cancelCommand(Context &context, const QCommandLineParser &parser);
int fetchCommand(Context &context, const QCommandLineParser &parser);
void addFetchOptions(QCommandLineParser &parser);
int remoteCommand(Context &context, const QCommandLineParser &parser);
void addRemoteOptions(QCommandLineParser &parser);
int adoptCommand(Context &context, const QCommandLineParser &parser);
void addAdoptOptions(QCommandLineParser &parser);
int reconcileCommand(Context &context, const QCommandLineParser &parser);
void addReconcileOptions(QCommandLineParser &parser);
int readCommand(Context &context, const QCommandLineParser &parser);
void addReadOptions(QCommandLineParser &parser);
int libraryCommand(Context &context, const QCommandLineParser &parser);
int libraryTakeOverCommand(Context &context, const QCommandLineParser &parser);
int certificateCommand(Context &context, const QCommandLineParser &parser);
int resultsCommand(Context &context, const QCommandLineParser &parser);
void addResultsOptions(QCommandLineParser &parser);
int exportCommand(Context &context, const QCommandLineParser &parser);
void addExportOptions(QCommandLineParser &parser);
