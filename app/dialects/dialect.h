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

#include <optional>
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
    Add, ///< requests for a batch that exists; one shot
    Start, ///< of what was added; may be repeated
    Status,
    Cancel,
    FetchOutput,
    FetchErrors,
    List,
    ListRequests, ///< the requests of one batch
};

enum class BodySource : quint8 { None, Bytes, SpoolFile };
/// Pages: one answer after another, see Dialect::nextPage; their rows go into one file of results.
enum class SinkKind : quint8 { Memory, ResultFile, SplitArray, Pages };

/// Ask the provider this. The caller makes the URL (endpointUrl), sends, and hands a 2xx reply to
/// absorb() with the same kind; any other to readError(), or for some kinds to withoutAnswer().
/// Auth scheme, the profile's headers, content type and timeouts are in request. Status and
/// FileStatus are paced by the caller's poller; the other kinds go at once.
struct Call {
    StepKind kind = StepKind::Status;
    HttpRequest request;
    BodySource body = BodySource::None;
    SinkKind sink = SinkKind::Memory;
    QByteArray splitKey; ///< for SplitArray and Pages
    QString resultSource; ///< for all but Memory: "output", "error", "inline", "page", "requests"
    /// For Pages: the rest of a batch, namely rows that failed and that no other source holds. Where
    /// the provider has no such call there is no rest.
    bool isRest = false;
    bool paid = false; ///< sent at most once, its intent stored before
};
/// Nothing that a dialect may do in this state: it is not submitted, held, under way or in doubt.
struct Wait {};
/// All that the provider had is here.
struct Done {};
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
    QString intent; ///< metadata.batchdesk_intent, or the last group of it, where it came back
    QString endpoint;
    [[nodiscard]] bool isMarked(const QString &ours) const; ///< with this intent
};
struct ListPage {
    QList<RemoteBatch> batches;
    QString nextCursor; ///< empty: the last page
};
struct ListQuery {
    int limit = 100;
    QString after;
    QString status; ///< the provider's own word; sent where its list takes a filter. Empty: all
};

/// A request of a batch as a provider lists it.
struct RemoteRequest {
    QString remoteId; ///< the provider's id of the request
    QString customId;
    QString status; ///< the provider's own word, such as "pending"
};
struct RequestPage {
    QList<RemoteRequest> requests;
    QString nextCursor; ///< empty: the last page
};
struct RequestQuery {
    int limit = 100;
    QString after;
    QString status; ///< the provider's own word. Empty: all
};

/// A row of a page of results, as far as paging needs it.
struct PageRow {
    QString id; ///< of the record; empty: it says none
    QString customId;
    bool hasFailed = false;
};
/// What one page held; the rows themselves are in a file.
struct PageRows {
    qint64 count = 0;
    qint64 fresh = 0; ///< of these, not on an earlier page
    QString lastId;
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
    /// Created without requests; they are added afterwards, and then it is started. The body is
    /// JSONL of what is added; its lines stay the same for as long as the input does.
    bool isStaged = false;
    /// The rows of the list are whole batches: what they tell of one that is at work (status, counts)
    /// is what asking for it would tell.
    bool listTellsStatus = false;
    /// Requests may name a text operation as their model, which is answered as textanswer.h says.
    bool hasTextAnswers = false;
    /// readResult reads the envelope of OpenAI, so that a ResultGlancer may read its usual lines.
    bool hasUsualResults = false;

    /// Rules of this API for one well-formed request line, beyond what holds for all and what the
    /// profile says as data (both are preflight's: method, url, model, stream, duplicates, lengths,
    /// counts). Appends. Null: there are none.
    void (*checkLine)(const Request &request, const Profile &profile,
                      std::vector<LineFault> &faults);
    /// Appends the request as this API wants it, without line end. The body's bytes are untouched.
    void (*writeLine)(const Request &request, const BatchView &view, QByteArray &out);
    /// After facts.intent is set and before the body is spooled. The intent is part of the body (the
    /// boundary of a form, or metadata), so it stays the same for as long as that body is used:
    /// submitting again after doubt means a new intent and a new body.
    Framing (*framing)(const BatchView &view);

    /// What to do next, from facts alone. Uploading leads to Upload, FileStatus and Create by what
    /// is known; Create is asked for in Uploading only (the runner stores the intent and moves to
    /// Creating before it sends). Live states lead to Status, also right after one; staged ones of
    /// ours (with an intent) before that to Add (the caller makes its body, see jobs/addstep.h) and,
    /// where the run is not held, to Start. Terminal states
    /// lead to what is not fetched yet, one Call each, then Done. All others Wait. GiveUp where the
    /// profile lacks a path.
    Step (*next)(const BatchView &view);
    /// The facts after a successful (2xx) reply. Merges: what the reply lacks stays. An answer that
    /// cannot be read is BadReply; after Create that means doubt. Rejected after Upload or
    /// FileStatus: the provider cannot use the file, and says why.
    ///
    /// state is the provider's, from Create on (Draft and Uploading of a provider's own become
    /// Queued and Validating; once Cancelling, only an end ends it; an end stays). error is cleared,
    /// or for a failed batch made of its first fault. outputFetched, errorsFetched: that file is
    /// here, or will never be. inlineFetched: the batch was asked for in its terminal state, so the
    /// ids of its files are known and results that the reply held (HttpReply::fileLines > 0: the
    /// caller keeps that file as source "inline" where the state is terminal after absorb, replaces
    /// it else) are here. resultsComplete is the caller's. To fetch all again, reset the four.
    ///
    /// reason, which comes in empty: why a staged batch does not go on by itself. The four counts of
    /// adding are the caller's; startAnswered is set by what shows that it needs no start. While
    /// refused, a success leaves the error.
    Result<BatchFacts> (*absorb)(const BatchView &view, StepKind kind, const HttpReply &reply);
    /// Every Call that fetches results which may be there by now, whatever the state: for partial
    /// results while a batch runs. May be empty.
    std::vector<Call> (*sources)(const BatchView &view);

    /// Cancel and list, where profile.cancel and profile.list allow.
    Call (*cancel)(const BatchView &view);
    Call (*list)(const ListQuery &query, const Profile &profile);
    Result<ListPage> (*readList)(const HttpReply &reply, const ListQuery &query);

    /// The requests of a batch as the provider lists them; null where it does not.
    Call (*requests)(const BatchView &view, const RequestQuery &query) = nullptr;
    Result<RequestPage> (*readRequests)(const HttpReply &reply, const RequestQuery &query)
        = nullptr;

    /// For sources that come in pages: a row, and the call for the page behind this one, nothing
    /// after the last. reply is the page without its rows. Ends too where a page brings nothing new
    /// (a server that ignores the cursor), goes on where a full page does not say whether it is the
    /// last. BadReply for what is no page.
    PageRow (*readRow)(PaddedLine row) = nullptr;
    Result<std::optional<Call>> (*nextPage)(const Call &page, const HttpReply &reply,
                                            const PageRows &rows)
        = nullptr;

    /// One line of a result file of source ("output", "error", "inline", "page", "requests"). Never fails: what cannot
    /// be read is Outcome::Malformed with the reason in errorMessage.
    ResultLine (*readResult)(PaddedLine line);
    /// An answer other than 2xx, or a 2xx that holds an error: kind, code, message, request id,
    /// line (of the sent requests, from 1) and field (from detail[].loc). retryAfter is left to
    /// net/retrypolicy, redacting detail to net/redact.
    Error (*readError)(const HttpReply &reply);
};

/// The facts with which a batch goes on although a call was answered with this status: a file of
/// results that is not there (404, 410: usual for failed and cancelled batches; of a completed one
/// the caller asks a few times before it believes it), a provider that has no call for the state of
/// an upload or for the start of a batch (404, 405, 501). Nothing where the error stands.
[[nodiscard]] std::optional<BatchFacts> withoutAnswer(BatchFacts facts, StepKind kind, int status);

/// The facts of a submission in doubt that was found again in a list (RemoteBatch::intent, or the
/// id of its input file): what the provider says of it, with what only we know.
[[nodiscard]] BatchFacts adopted(const BatchFacts &known, const RemoteBatch &found);

/// Every dialect there is.
[[nodiscard]] std::span<const Dialect *const> dialects();
[[nodiscard]] const Dialect *findDialect(QStringView id);

/// A request line in the form that all dialects import (the OpenAI line; method and url may be
/// missing). Views point into line. Errors are BadInput with code = the finding's kind
/// (not_json, not_object, missing_custom_id ...). Validity is checked in full, but numbers of any
/// size, lone surrogates and any depth pass: they are valid JSON, and preflight warns of them. A
/// null counts as missing. Kinds: not_utf8 not_json not_object duplicate_key (at the top)
/// missing_custom_id bad_custom_id empty_custom_id bad_method and wrong_url (not a text)
/// missing_body bad_body.
[[nodiscard]] Result<Request> readRequest(PaddedLine line);

extern const Dialect filesDialect;
extern const Dialect inlineDialect;
extern const Dialect stagedDialect;
extern const Dialect rawjsonlDialect;
