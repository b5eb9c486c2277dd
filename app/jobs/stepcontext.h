// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/clock.h"
#include "core/connection.h"
#include "dialects/dialect.h"
#include "jobs/diskroom.h"
#include "net/diskfile.h"
#include "profiles/profile.h"

#include <QByteArray>
#include <QHash>
#include <QLoggingCategory>
#include <QString>
#include <QThreadPool>

#include <chrono>

class HttpClient;
class Library;
class PracticeLauncher;
class Secrets;

Q_DECLARE_LOGGING_CATEGORY(lcJobs)

/// What a step works with: the services, and the connection as it is at the start of the step.
struct StepContext {
    Library &library;
    Secrets &secrets;
    HttpClient &http;
    PracticeLauncher &practice;
    const Clock &clock;
    QThreadPool &pool;
    Connection connection;
    Profile profile;
    const Dialect *dialect = nullptr;
    FreeSpace freeSpace = freeSpaceAt;
};

/// What this process remembers of a batch between its steps and may forget: after a restart all of
/// it starts anew, and nothing is lost but patience.
struct StepMemory {
    int failures = 0; ///< in a row; the wait grows with them
    int looks = 0; ///< at the list, for a submission in doubt
    int addLooks = 0; ///< for requests that were added, or not
    int addTries = 0; ///< of the same requests that ended in doubt, in a row
    bool addAsks = false; ///< whether they are there cannot be told: a person has to look
    qint64 addLimit = 0; ///< requests in one call, after one that was too large; 0: the profile's
    QString cancelledIn; ///< the program in which a person gave it up
    bool partialWanted = false; ///< a person asked for what is there so far
    bool partialPolled = false;
    int fetchRounds = 0;
    bool respooled = false; ///< the body was gone once already
    QHash<QString, QByteArray> digests; ///< source to SHA-256 of the last fetch that looked short
    std::chrono::milliseconds interval{0}; ///< last wait between two polls
    std::chrono::milliseconds followedSince{0}; ///< steady
    std::chrono::milliseconds notBefore{
        0}; ///< since boot: Batch::notBefore, whatever the wall says
};

/// Room for live batches at the provider, as last seen by any batch of a connection.
struct LaneRoom {
    bool full = false;
    std::chrono::milliseconds until{0}; ///< steady; not asked again before, unless one of ours ends
    QString words;
};
