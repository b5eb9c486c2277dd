// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ScaleDown's format: the body of the one call is the JSONL itself; results come as JSONL from
// /output; no list and no cancel. The work may be a chat, or a text operation: extract, summarize,
// classify.
#include "dialects/batchobject.h"
#include "dialects/dialect.h"
#include "dialects/json.h"
#include "dialects/resultreader.h"
#include "dialects/scan.h"
#include "dialects/textanswer.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using scan::Members;

namespace {

bool isFilledText(std::string_view raw)
{
    return scan::isString(raw) && !scan::unescaped(raw).trimmed().isEmpty();
}

/// An object that says for each label what it means.
bool areEntities(std::string_view raw)
{
    if (!scan::isObject(raw) || scan::trimmed(raw.substr(1, raw.size() - 2)).empty())
        return false;
    const Members entities(raw);
    return std::ranges::all_of(entities.all(), [](const scan::Member &member) {
        return !member.key.empty() && scan::isString(member.value);
    });
}

/// A list of objects with name and rubric.
bool areLabels(std::string_view raw)
{
    if (!scan::isArray(raw))
        return false;
    const std::vector<std::string_view> labels = scan::elements(raw);
    return !labels.empty() && std::ranges::all_of(labels, [](std::string_view label) {
        const Members members(label);
        return isFilledText(members.set("name")) && isFilledText(members.set("rubric"));
    });
}

void checkLine(const Request &request, const Profile &profile, std::vector<LineFault> &faults)
{
    if (profile.textOperations == TextOperations::None)
        return;
    if (!request.url.empty() && request.url != defaultUrl)
        faults.push_back({"wrong_url"_L1});
    const std::optional<TextAnswer::Kind> kind = textOperation(request.model);
    if (!kind) {
        if (profile.textOperations == TextOperations::Only && !request.model.empty())
            faults.push_back({"bad_model"_L1});
        return;
    }
    const Members body(request.body);
    for (const std::string_view key : {"document", "document_mime_type"})
        if (!body.set(key).empty())
            faults.push_back({"document_in_batch"_L1});
    if (!isFilledText(body.set("text")))
        faults.push_back({"missing_text"_L1});
    if (*kind == TextAnswer::Kind::Extract && !areEntities(body.set("entities")))
        faults.push_back({"bad_entities"_L1});
    if (*kind == TextAnswer::Kind::Classify && !areLabels(body.set("labels")))
        faults.push_back({"bad_labels"_L1});
}

Framing framing(const BatchView &view)
{
    return {.before = {},
            .between = "\n",
            .after = "\n",
            .contentType = view.profile.bodyType.toUtf8()};
}

Step create(const BatchView &view)
{
    const QString path = view.profile.path(u"create"_s);
    if (path.isEmpty())
        return GiveUp{Error{
            .kind = ErrorKind::NotSupported,
            .message = QCoreApplication::translate("Dialect", "The profile has no path for \"%1\"")
                           .arg(u"create"_s)}};
    Call call{.kind = StepKind::Create,
              .request = batchobject::request("POST", path, view.profile),
              .body = BodySource::SpoolFile,
              .paid = true};
    call.request.contentType = view.profile.bodyType.toUtf8();
    call.request.oneShot = true;
    call.request.timeout = std::chrono::minutes(2);
    return call;
}

Call status(const BatchView &view)
{
    return {.kind = StepKind::Status,
            .request = batchobject::request(
                "GET", view.profile.path(u"get"_s, view.batch.facts.remoteId), view.profile)};
}

Call output(const BatchView &view)
{
    return {.kind = StepKind::FetchOutput,
            .request = batchobject::request(
                "GET", view.profile.path(u"output"_s, view.batch.facts.remoteId), view.profile),
            .sink = SinkKind::ResultFile,
            .resultSource = u"output"_s};
}

/// Also a failed batch may have some; none is answered with 404.
Step nextAtEnd(const BatchView &view)
{
    const BatchFacts &facts = view.batch.facts;
    if (facts.remoteId.isEmpty())
        return Done{};
    if (!facts.inlineFetched)
        return status(view);
    return facts.outputFetched ? Step(Done{}) : Step(output(view));
}

Step next(const BatchView &view)
{
    const BatchState state = view.batch.facts.state;
    if (isTerminal(state))
        return nextAtEnd(view);
    if (isLive(state))
        return status(view);
    return state == BatchState::Uploading ? create(view) : Wait{};
}

std::vector<Call> sources(const BatchView &view)
{
    if (view.batch.facts.remoteId.isEmpty())
        return {};
    return {output(view)};
}

/// The line alone: who knows the request goes by its model (results/runresults.h).
ResultLine readResult(PaddedLine line)
{
    ResultLine result = resultreader::read(line);
    checkTextAnswer(result, textOperation(result.model));
    return result;
}

/// "Line 3: unknown model" speaks of the third request. A parser that tells "line 1 column 5" counts
/// within what it was given, which is one line.
qint64 lineNamedIn(const QString &message)
{
    static const QRegularExpression words(u"\\bline\\s*(?:number\\s*|no\\.?\\s*|#\\s*)?[:=]?\\s*"
                                          "([0-9]{1,9})\\b(?!\\s*,?\\s*col)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(message).captured(1).toLongLong();
}

/// The line that a refusal speaks of: this API's refusals have words, and no known field for it.
Error readError(const HttpReply &reply)
{
    Error error = json::error(reply);
    if (error.line > 0 || (error.httpStatus != 400 && error.httpStatus != 422))
        return error;
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    for (const QJsonObject &object : {body, body.value("error"_L1).toObject()})
        for (const QLatin1StringView key : {"line"_L1, "line_number"_L1})
            if (error.line <= 0)
                error.line = json::integer(object.value(key)).value_or(0);
    if (error.line <= 0)
        error.line = lineNamedIn(error.message);
    return error;
}

} // namespace

constinit const Dialect rawjsonlDialect = {
    .id = "rawjsonl"_L1,
    .hasTextAnswers = true,
    .checkLine = checkLine,
    .writeLine = batchobject::writeFullLine,
    .framing = framing,
    .next = next,
    .absorb = batchobject::absorb,
    .sources = sources,
    .cancel = batchobject::cancel,
    .list = batchobject::list,
    .readList = batchobject::readList,
    .readResult = readResult,
    .readError = readError,
};
