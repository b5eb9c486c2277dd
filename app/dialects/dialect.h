// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"
#include "core/finding.h"
#include "core/paddedline.h"
#include "core/request.h"
#include "core/result.h"
#include "core/resultline.h"
#include "core/run.h"
#include "net/httpreply.h"
#include "net/httprequest.h"
#include "profiles/profile.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <span>
#include <variant>
#include <vector>

/// All that a pure function of a dialect may know of a batch.
struct BatchView {
    const Run &run;
    const Batch &batch;
    const Profile &profile;
};

enum class StepKind : quint8 {
    Upload, ///< bytes only, not paid, may be repeated
    FileStatus, ///< is the upload ready?
    Create, ///< paid, one shot
    Status,
    Cancel,
    FetchOutput,
    FetchErrors,
    List,
};

enum class BodySource : quint8 { None, Bytes, SpoolFile };
enum class SinkKind : quint8 { Memory, ResultFile, SplitArray };

/// Ask the provider this. The caller makes the URL, adds the key, sends, and hands the reply to
/// absorb() with the same kind.
struct Call {
    StepKind kind = StepKind::Status;
    HttpRequest request;
    BodySource body = BodySource::None;
    SinkKind sink = SinkKind::Memory;
    QByteArray splitKey; ///< for SplitArray
    QString resultSource; ///< for ResultFile and SplitArray: "output", "error", "inline"
    bool paid = false; ///< sent at most once, its intent stored before
};
/// Nothing to do now: ask again when the poller says so.
struct Wait { };
/// All that the provider had is here.
struct Done { };
/// The batch cannot go on; the error says why.
struct GiveUp {
    Error error;
};
using Step = std::variant<Call, Wait, Done, GiveUp>;

/// The bytes around and between the lines of a body, so that JSONL bodies, multipart forms and one
/// big JSON object are the same streaming code.
struct Framing {
    QByteArray before;
    QByteArray between;
    QByteArray after;
    QByteArray contentType; ///< of the whole body
};

/// A batch as a provider lists it.
struct RemoteBatch {
    BatchFacts facts;
    QString name;
    QString intent; ///< metadata.batchdesk_intent, where it came back
    QString endpoint;
};
struct ListPage {
    QList<RemoteBatch> batches;
    QString nextCursor; ///< empty: the last page
};
struct ListQuery {
    int limit = 100;
    QString after;
};

/// One remark of checkLine: kind as in Finding; message is made from the kind.
struct LineFault {
    QLatin1StringView kind;
    Severity severity = Severity::Error;
};

/// One wire format: a constant table of pure functions, no state, no I/O, any thread. Each must
/// accept any bytes: what cannot be read is an Error or a malformed ResultLine, never a crash.
struct Dialect {
    QLatin1StringView id;

    /// Rules of this API for one well-formed request line, beyond what holds for all. Appends.
    void (*checkLine)(const Request &request, const Profile &profile, std::vector<LineFault> &faults);
    /// Appends the request as this API wants it, without line end. The body's bytes are untouched.
    void (*writeLine)(const Request &request, const BatchView &view, QByteArray &out);
    /// Called once a batch, after facts.intent is set and before the body is spooled.
    Framing (*framing)(const BatchView &view);

    /// What to do next. Looks at facts alone; Create is asked for only in state Creating's
    /// forerunner (the runner stores the intent and moves to Creating before it sends).
    Step (*next)(const BatchView &view);
    /// The facts after a successful (2xx) reply. Merges: what the reply lacks stays. An answer that
    /// cannot be read is BadReply.
    Result<BatchFacts> (*absorb)(const BatchView &view, StepKind kind, const HttpReply &reply);

    /// Cancel and list, where profile.cancel and profile.list allow.
    Call (*cancel)(const BatchView &view);
    Call (*list)(const ListQuery &query, const Profile &profile);
    Result<ListPage> (*readList)(const HttpReply &reply, const ListQuery &query);

    /// One line of a result file of source ("output", "error", "inline"). Never fails: what cannot
    /// be read is Outcome::Malformed with the reason in errorMessage.
    ResultLine (*readResult)(PaddedLine line);
    /// An answer other than 2xx, or a 2xx that holds an error: kind, code, message, request id,
    /// line and field (from detail[].loc), retryAfter left to net/retrypolicy.
    Error (*readError)(const HttpReply &reply);
};

/// Every dialect there is.
[[nodiscard]] std::span<const Dialect *const> dialects();
[[nodiscard]] const Dialect *findDialect(QStringView id);

/// A request line in the form that all dialects import (the OpenAI line; method and url may be
/// missing). Views point into line. Errors are BadInput with code = the finding's kind
/// (not_json, not_object, missing_custom_id ...). Validity is checked in full.
[[nodiscard]] Result<Request> readRequest(PaddedLine line);

extern const Dialect filesDialect;
extern const Dialect inlineDialect;
