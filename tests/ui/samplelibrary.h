// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/ids.h"

#include <QByteArray>
#include <QList>

class Services;

/// Runs as they stand in a library that has seen some days: made up, nothing is sent for them.
namespace samplelibrary {

/// A run in this state with one batch. answered and failed are what the provider counts.
struct Sample {
    const char *name = "Run";
    BatchState state = BatchState::Running;
    const char *rawStatus = "";
    qint64 requests = 104;
    qint64 succeeded = -1; ///< -1: not told
    qint64 failed = -1;
    int minutesAgo = 10;
    const char *connection = "practice-files";
    const char *model = "gpt-4o-mini";
    bool unknownStatus = false;
    bool unread = false;
    const char *reason = "";
    const char *error = "";
    const char *tags = ""; ///< separated by commas
    int windowMinutes = 0; ///< from now to the end of its window; 0: not told
};
RunId add(Services &services, const Sample &sample);

/// A run with a request file and a result file in which each outcome occurs.
RunId addWithResults(Services &services, const char *name, int requests);

/// A run with an answer of each text operation, one that is not what its operation gives, and a
/// chat: rows in the order extract, summarize, classify, extract (broken), chat.
RunId addTextAnswers(Services &services, const char *name);

/// One run in each state, and one with results, which comes back.
RunId fill(Services &services);

} // namespace samplelibrary
