// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OpenAI's format and that of the many who speak it: upload a JSONL file, create a batch from it,
// ask for its status, fetch a file of answers and a file of errors.
#include "dialects/batchobject.h"
#include "dialects/dialect.h"
#include "dialects/json.h"
#include "dialects/resultreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

/// Made of the intent, a random uuid, so that no line can hold it.
QByteArray boundary(const BatchView &view)
{
    return "batchdesk-" + view.batch.facts.intent.toLatin1();
}

QByteArray textPart(const QByteArray &boundary, const QByteArray &name, const QByteArray &value)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
        + value + "\r\n";
}

Framing framing(const BatchView &view)
{
    const QByteArray line = boundary(view);
    // Some servers read the form as a stream and want the texts before the file; some refuse a
    // file whose name does not end in .jsonl.
    QByteArray before;
    if (!view.profile.uploadPurpose.isEmpty())
        before += textPart(line, "purpose", view.profile.uploadPurpose.toUtf8());
    before += "--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + line
        + ".jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n";
    return {.before = before,
            .between = "\n",
            .after = "\n\r\n--" + line + "--\r\n",
            .contentType = "multipart/form-data; boundary=" + line};
}

GiveUp without(const QString &call)
{
    return {Error{
        .kind = ErrorKind::NotSupported,
        .message
        = QCoreApplication::translate("Dialect", "The profile has no path for \"%1\"").arg(call)}};
}

Step upload(const BatchView &view)
{
    const QString path = view.profile.path(u"upload"_s);
    if (path.isEmpty())
        return without(u"upload"_s);
    Call call{.kind = StepKind::Upload,
              .request = batchobject::request("POST", path, view.profile),
              .body = BodySource::SpoolFile};
    call.request.contentType = framing(view).contentType;
    return call;
}

Step create(const BatchView &view)
{
    const QString path = view.profile.path(u"create"_s);
    if (path.isEmpty())
        return without(u"create"_s);
    Call call{.kind = StepKind::Create,
              .request = batchobject::request("POST", path, view.profile),
              .body = BodySource::Bytes,
              .paid = true};
    QByteArray body = "{\"input_file_id\":";
    json::appendString(body, view.batch.facts.inputFileId);
    if (view.profile.choosesEndpoint) {
        body += ",\"endpoint\":";
        json::appendString(body, batchobject::endpoint(view));
    }
    batchobject::appendWindow(body, view);
    batchobject::appendMetadata(body, view);
    if (view.profile.outputExpiresAfter > 0)
        body += ",\"output_expires_after\":{\"anchor\":\"created_at\",\"seconds\":"
            + QByteArray::number(view.profile.outputExpiresAfter) + '}';
    call.request.body = body + '}';
    call.request.contentType = "application/json";
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

Step next(const BatchView &view)
{
    const BatchFacts &facts = view.batch.facts;
    if (isTerminal(facts.state))
        return batchobject::nextAtEnd(view, status(view));
    if (isLive(facts.state))
        return status(view);
    if (facts.state != BatchState::Uploading)
        return Wait{};
    if (facts.inputFileId.isEmpty())
        return upload(view);
    if (const QString path = view.profile.path(u"file"_s, {}, facts.inputFileId);
        !facts.inputFileReady && !path.isEmpty())
        return Call{.kind = StepKind::FileStatus,
                    .request = batchobject::request("GET", path, view.profile)};
    return create(view);
}

enum class FileState : quint8 { Ready, Received, Pending, Bad };

FileState fileState(const QString &raw)
{
    const QString word = raw.trimmed().toLower();
    for (const QLatin1StringView bad : {"error"_L1, "failed"_L1, "invalid"_L1, "rejected"_L1,
                                        "expired"_L1, "deleted"_L1, "cancelled"_L1})
        if (word == bad)
            return FileState::Bad;
    for (const QLatin1StringView pending :
         {"pending"_L1, "running"_L1, "processing"_L1, "in_progress"_L1, "uploading"_L1,
          "queued"_L1, "validating"_L1})
        if (word == pending)
            return FileState::Pending;
    return word == "uploaded"_L1 ? FileState::Received : FileState::Ready;
}

/// Bytes of the file alone, without the form around it; nothing where that is not known.
std::optional<qint64> fileBytes(const BatchView &view)
{
    const Framing frame = framing(view);
    // The line end before the closing boundary is the file's own: JSONL ends with one.
    const qint64 bytes = view.batch.bodyBytes - frame.before.size() - frame.after.size() + 1;
    return view.batch.bodyBytes > 0 && bytes > 0 ? std::optional(bytes) : std::nullopt;
}

Result<BatchFacts> absorbFile(const BatchView &view, StepKind kind, const HttpReply &reply)
{
    const Result<QJsonObject> object = json::object(reply);
    if (!object)
        return Failure(object.error());
    BatchFacts facts = view.batch.facts;
    if (kind == StepKind::Upload) {
        const QString id = json::text(*object, "id"_L1);
        facts.inputFileId = id.isEmpty() ? json::text(*object, "file_id"_L1) : id;
        if (facts.inputFileId.isEmpty())
            return Failure(json::badReply(
                reply,
                QCoreApplication::translate("Reply", "The answer to the upload names no file")));
        const std::optional<qint64> received = json::integer(object->value("bytes"_L1));
        const std::optional<qint64> sent = fileBytes(view);
        if (view.profile.checksUpload && received && sent && *received != *sent)
            return Failure(json::badReply(
                reply,
                QCoreApplication::translate("Reply", "The provider received %1 of %2 bytes")
                    .arg(QString::number(*received), QString::number(*sent))));
    }
    const FileState state = fileState(json::text(*object, "status"_L1));
    if (state == FileState::Bad) {
        const QString reason = json::text(*object, "status_details"_L1);
        return Failure(Error{.kind = ErrorKind::Rejected,
                             .message = reason.isEmpty()
                                 ? QCoreApplication::translate(
                                       "Reply", "The provider could not read the uploaded file")
                                 : reason,
                             .requestId = json::requestId(reply, *object)});
    }
    // Some never say more than "uploaded": it is waited for once.
    facts.inputFileReady = state == FileState::Ready
        || (state == FileState::Received && kind == StepKind::FileStatus);
    facts.error.reset();
    if (const QString id = json::requestId(reply, *object); !id.isEmpty())
        facts.lastRequestId = id;
    return facts;
}

Result<BatchFacts> absorb(const BatchView &view, StepKind kind, const HttpReply &reply)
{
    const bool isOfTheInput = kind == StepKind::Upload || kind == StepKind::FileStatus;
    return isOfTheInput ? absorbFile(view, kind, reply) : batchobject::absorb(view, kind, reply);
}

std::vector<Call> sources(const BatchView &view)
{
    std::vector<Call> calls;
    if (!view.batch.facts.outputFileId.isEmpty())
        calls.push_back(batchobject::fetchOutput(view));
    if (!view.batch.facts.errorFileId.isEmpty())
        calls.push_back(batchobject::fetchErrors(view));
    return calls;
}

} // namespace

constinit const Dialect filesDialect = {
    .id = "files"_L1,
    .listTellsStatus = true,
    .hasUsualResults = true,
    .checkLine = nullptr,
    .writeLine = batchobject::writeFullLine,
    .framing = framing,
    .next = next,
    .absorb = absorb,
    .sources = sources,
    .cancel = batchobject::cancel,
    .list = batchobject::list,
    .readList = batchobject::readList,
    .readResult = resultreader::read,
    .readError = json::error,
};
