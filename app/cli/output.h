// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finding.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// What a command prints. With json, standard output holds one JSON object a line and nothing else;
/// messages and errors go to standard error. Without, people read plain text and tables.
class Output {
public:
    bool json = false;
    bool quiet = false;

    /// One thing, for programs. Does nothing without json.
    void object(const QJsonObject &object) const;
    /// Lines for people. Does nothing with json.
    void text(const QString &line) const;
    void table(const QStringList &header, const QList<QStringList> &rows) const;
    /// To standard error, unless quiet.
    void message(const QString &line) const;
    /// To standard error always: {"error":{...}} with json, else a sentence.
    void error(const Error &error) const;
};

/// The exit codes of batchctl.
enum ExitCode : int {
    ExitGood = 0,
    ExitLook = 1, ///< done, and something needs a look
    ExitUsage = 2, ///< wrong use or unusable input
    ExitRefused = 3, ///< the provider refused; surely nothing was created
    ExitUnreachable = 4, ///< no sensible answer; surely nothing was created
    ExitUnknown = 5, ///< the outcome of a submission is in doubt
    ExitTrouble = 6, ///< disk, library, keychain
};
[[nodiscard]] ExitCode exitCode(const Error &error);

/// A line for people on each finding.
[[nodiscard]] QStringList findingLines(const QList<Finding> &findings);
/// Tells what was found in a file that was to be sent. True where there are errors in it, and so
/// nothing is: these words say it.
[[nodiscard]] bool refuseFindings(const Output &out, const QList<Finding> &findings,
                                  const QString &words);
