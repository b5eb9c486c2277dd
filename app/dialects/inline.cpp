// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MeshAPI's format: one call with all requests in one JSON object; results in the answer to a
// status call, in files, or both.
#include "dialects/batchobject.h"
#include "dialects/dialect.h"
#include "dialects/json.h"
#include "dialects/resultreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

Framing framing(const BatchView &view)
{
    QByteArray after = "]";
    batchobject::appendWindow(after, view);
    batchobject::appendMetadata(after, view);
    return {.before = "{\"requests\":[",
            .between = ",",
            .after = after + '}',
            .contentType = "application/json"};
}

void appendView(QByteArray &out, std::string_view text)
{
    out.append(text.data(), qsizetype(text.size()));
}

void writeLine(const Request &request, const BatchView &view, QByteArray &out)
{
    out += "{\"custom_id\":";
    appendView(out, request.customIdJson);
    if (!request.method.empty() && request.method != defaultMethod) {
        out += ",\"method\":";
        json::appendString(
            out, QString::fromUtf8(request.method.data(), qsizetype(request.method.size())));
    }
    const QString url = request.url.empty()
        ? batchobject::endpoint(view)
        : QString::fromUtf8(request.url.data(), qsizetype(request.url.size()));
    if (url != QLatin1StringView(defaultUrl.data(), qsizetype(defaultUrl.size()))) {
        out += ",\"url\":";
        json::appendString(out, url);
    }
    out += ",\"body\":";
    appendView(out, request.body);
    out += '}';
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
    call.request.contentType = "application/json";
    call.request.oneShot = true;
    call.request.timeout = std::chrono::minutes(2);
    return call;
}

Call status(const BatchView &view)
{
    return {.kind = StepKind::Status,
            .request = batchobject::request(
                "GET", view.profile.path(u"get"_s, view.batch.facts.remoteId), view.profile),
            .sink = SinkKind::SplitArray,
            .splitKey = "results",
            .resultSource = u"inline"_s};
}

Step next(const BatchView &view)
{
    const BatchState state = view.batch.facts.state;
    if (isTerminal(state))
        return batchobject::nextAtEnd(view, status(view));
    if (isLive(state))
        return status(view);
    return state == BatchState::Uploading ? create(view) : Wait{};
}

std::vector<Call> sources(const BatchView &view)
{
    std::vector<Call> calls;
    if (view.batch.facts.remoteId.isEmpty())
        return calls;
    calls.push_back(status(view));
    if (!view.batch.facts.outputFileId.isEmpty())
        calls.push_back(batchobject::fetchOutput(view));
    if (!view.batch.facts.errorFileId.isEmpty())
        calls.push_back(batchobject::fetchErrors(view));
    return calls;
}

} // namespace

constinit const Dialect inlineDialect = {
    .id = "inline"_L1,
    .listTellsStatus = true,
    .hasUsualResults = true,
    .checkLine = nullptr,
    .writeLine = writeLine,
    .framing = framing,
    .next = next,
    .absorb = batchobject::absorb,
    .sources = sources,
    .cancel = batchobject::cancel,
    .list = batchobject::list,
    .readList = batchobject::readList,
    .readResult = resultreader::read,
    .readError = json::error,
};
