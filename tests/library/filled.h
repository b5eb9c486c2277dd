// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/connection.h"
#include "core/run.h"

#include <QTimeZone>

/// Values with something unusual in every field, to see whether all of it is stored. The
/// structured bindings name each field once: one that is added does not compile until it is here.

inline QDateTime timeAt(int minute)
{
    return QDateTime(QDate(2026, 2, 3), QTime(4, minute, 5, 678), QTimeZone::UTC);
}

inline Run filledRun(ConnectionId connection)
{
    using namespace Qt::StringLiterals;
    Run run;
    auto &[id, name, description, connectionId, endpoint, window, metadata, inputFile, originPath,
           requests, bytes, sha256, models, tags, hold, again, unread, deleted, warned, createdAt]
        = run;
    name = u"Fragen \u2014 \U0001F4E6 'quoted' \"twice\"; DROP TABLE runs;--"_s;
    description = u"two\nlines\tand a tab"_s;
    connectionId = connection;
    endpoint = u"/v1/embeddings"_s;
    window = u"24h"_s;
    metadata = {{u"zeta"_s, "12345678901234567890"},
                {u"alpha"_s, "{\"a\":1.0,\"a\":-0}"},
                {u""_s, "\"\xff\""}};
    inputFile = u"inputs/x.jsonl"_s;
    originPath = u"/home/me/input file.jsonl"_s;
    requests = 400'000;
    bytes = 5'000'000'000;
    sha256 = QByteArray("\x00\x01\xfe\xff", 4);
    models = {u"gpt-5"_s, u"m\u00f6del"_s};
    tags = {u"spring, wave 2"_s, u"\u00e9t\u00e9 \"x\""_s};
    hold = true;
    again = true;
    unread = true;
    deleted = true;
    warned = {u"window"_s};
    createdAt = timeAt(0);
    return run;
}

inline Error filledError()
{
    using namespace Qt::StringLiterals;
    Error error;
    auto &[kind, message, detail, code, requestId, httpStatus, line, field, retryAfter] = error;
    kind = ErrorKind::QuotaExceeded;
    message = u"too many"_s;
    detail = u"{\"raw\": \"text\"}"_s;
    code = u"batch_limit_exceeded"_s;
    requestId = u"req_1"_s;
    httpStatus = 429;
    line = 17;
    field = u"requests[16].body"_s;
    retryAfter = std::chrono::milliseconds(1500);
    return error;
}

inline BatchFacts filledFacts()
{
    using namespace Qt::StringLiterals;
    BatchFacts facts;
    auto &[state, rawStatus, unknownStatus, reason, intent, remoteId, inputFileId, inputFileReady,
           outputFileId, errorFileId, model, provider, counts, faults, error, lastRequestId,
           createdAt, startedAt, expiresAt, endedAt, outputFetched, errorsFetched, inlineFetched,
           resultsComplete, addedRequests, addedBytes, addingRequests, startAnswered, refused,
           cancelRequested, remoteJson]
        = facts;
    state = BatchState::Cancelling;
    rawStatus = u"cancelling!"_s;
    unknownStatus = true;
    reason = u"waits: 10 of 10 live"_s;
    intent = u"9d0c"_s;
    remoteId = u"batch_1"_s;
    inputFileId = u"file-in"_s;
    inputFileReady = true;
    outputFileId = u"file-out"_s;
    errorFileId = u"file-err"_s;
    model = u"gpt-5"_s;
    provider = u"azure"_s;
    auto &[total, succeeded, failed, cancelled, expired, pending] = counts;
    total = 100;
    succeeded = 1;
    failed = 0; // known, and none: not the same as unknown
    cancelled = 3;
    expired = 4;
    pending = 92;
    faults = {{.code = u"bad"_s, .message = u"no"_s, .param = u"body"_s, .line = 4}, {}};
    error = filledError();
    lastRequestId = u"req_2"_s;
    createdAt = timeAt(1);
    startedAt = timeAt(2);
    expiresAt = timeAt(3);
    endedAt = timeAt(4);
    outputFetched = true;
    errorsFetched = true;
    inlineFetched = true;
    resultsComplete = true;
    addedRequests = 60;
    addedBytes = 4'000'000'000;
    addingRequests = 7;
    startAnswered = true;
    refused = true;
    cancelRequested = true;
    remoteJson = QByteArray("{\"id\":\"\0\xff\"}", 12);
    return facts;
}

inline StateChange filledChange()
{
    using namespace Qt::StringLiterals;
    StateChange change;
    auto &[at, state, rawStatus, cause, program, words] = change;
    at = timeAt(5);
    state = BatchState::Draft;
    rawStatus = u""_s;
    cause = StateCause::Wait;
    program = u"batchctl"_s;
    words = u"waits: 10 of 10 live \u2713"_s;
    return change;
}

inline Batch filledBatch(RunId runId, ConnectionId connectionId)
{
    using namespace Qt::StringLiterals;
    Batch batch;
    auto &[id, run, connection, firstRequest, requests, bodyFile, bodyBytes, bodySha256, facts,
           resultFiles, history, superseded, submittedAt, checkedAt, nextCheckAt, notBefore]
        = batch;
    run = runId;
    connection = connectionId;
    firstRequest = 50'000;
    requests = 100;
    bodyFile = u"bodies/x.jsonl"_s;
    bodyBytes = 6'000'000'000;
    bodySha256 = QByteArray("\x00\xaa", 2);
    facts = filledFacts();
    resultFiles = {{.source = u"output"_s,
                    .path = u"results/a.jsonl"_s,
                    .bytes = 7,
                    .lines = 2,
                    .sha256 = "\xfe"},
                   {.source = u"error"_s, .path = u"results/b.jsonl"_s}};
    history = {filledChange(),
               {.at = timeAt(6), .state = BatchState::Running, .rawStatus = u"in_progress"_s},
               {.at = {},
                .state = BatchState::Cancelling,
                .rawStatus = u"cancelling!"_s,
                .cause = StateCause::Trouble,
                .words = u"no \"answer\"\nfor 30 s"_s}};
    superseded = true;
    submittedAt = timeAt(7);
    checkedAt = timeAt(8);
    nextCheckAt = timeAt(9);
    notBefore = timeAt(10);
    return batch;
}

inline Connection filledConnection()
{
    using namespace Qt::StringLiterals;
    Connection connection;
    auto &[id, name, profile, baseUrl, keySource, keyVariable, settings, colour, pollMin, pollMax,
           builtIn]
        = connection;
    name = u"Work \u2713"_s;
    profile = u"openai-compatible"_s;
    baseUrl = QUrl(u"https://example.org:8443/v1/?a=%20b"_s);
    keySource = KeySource::Environment;
    keyVariable = u"MY_KEY"_s;
    settings = {{u"start"_s, u"never"_s}, {u"limit"_s, u"10"_s}};
    colour = u"teal"_s;
    pollMin = std::chrono::milliseconds(200);
    pollMax = std::chrono::milliseconds(2000);
    builtIn = true;
    return connection;
}
