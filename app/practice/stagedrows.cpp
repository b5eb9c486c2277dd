// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stagedrows.h"

#include "practice/answers.h"
#include "practice/jsontext.h"

#include <QFile>
#include <QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr QLatin1StringView prefix = "req_"_L1;

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), qsizetype(text.size()));
}

QByteArray listOf(const QByteArrayList &rows, bool hasMore)
{
    return "{\"object\":\"list\",\"data\":[" + rows.join(',')
        + (hasMore ? "],\"has_more\":true}" : "],\"has_more\":false}");
}

} // namespace

QByteArray StagedRows::rowId(qint64 row)
{
    return prefix.latin1() + QByteArray::number(row + 1).rightJustified(7, '0');
}

std::optional<qint64> StagedRows::rowOf(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.sliced(std::min(id.size(), prefix.size())).toLongLong(&isNumber);
    return id.startsWith(prefix) && isNumber && number > 0 ? std::optional(number - 1)
                                                           : std::nullopt;
}

Result<StagedRows> StagedRows::load(const QString &linesPath,
                                    const std::optional<BatchRecord> &record, LineRules rules)
{
    StagedRows rows;
    rows.m_path = linesPath;
    rows.m_rules = rules;
    rows.m_record = record;
    rows.m_starts = {0};
    if (!QFile::exists(linesPath))
        return rows;
    Result<LineFile> file = LineFile::open(linesPath);
    if (!file)
        return Failure(file.error());
    rows.m_file = std::make_unique<LineFile>(std::move(*file));
    if (record) {
        QPromise<Result<std::shared_ptr<const BatchPlan>>> promise;
        promise.start();
        planBatch(promise, {.inputPath = linesPath, .batch = *record, .rules = rules});
        const Result<std::shared_ptr<const BatchPlan>> plan = promise.future().result();
        if (!plan)
            return Failure(plan.error());
        rows.m_plan = *plan;
    }
    Result<LineStarts> starts = findLines(linesPath);
    if (!starts)
        return Failure(starts.error());
    rows.m_starts = std::move(*starts);
    if (rows.m_plan != nullptr && !rows.m_plan->order.empty()) {
        rows.m_placeOf.resize(rows.m_plan->order.size());
        for (std::size_t place = 0; place < rows.m_plan->order.size(); ++place)
            rows.m_placeOf[rows.m_plan->order[place]] = static_cast<quint32>(place);
    }
    return rows;
}

bool StagedRows::isFailed(qint64 place) const
{
    return std::ranges::binary_search(m_plan->failedPlaces, static_cast<quint32>(place));
}

std::string_view StagedRows::statusOf(qint64 row, qint64 done) const
{
    if (m_placeOf.empty() || m_placeOf[static_cast<std::size_t>(row)] >= done)
        return "pending";
    return isFailed(m_placeOf[static_cast<std::size_t>(row)]) ? "failed" : "completed";
}

Result<RequestLine> StagedRows::read(qint64 row)
{
    const auto bytes = m_file->read(m_starts, static_cast<std::size_t>(row));
    if (!bytes)
        return Failure(bytes.error());
    const auto request = m_parser.parse(*bytes, m_rules);
    if (!request)
        return Failure(
            Error{.kind = ErrorKind::FileChanged, .message = u"The input has changed."_s});
    return *request;
}

Result<StagedRows::Page> StagedRows::requests(const Wish &wish, qint64 done)
{
    QByteArrayList rows;
    bool hasMore = false;
    const std::string status = wish.status.toStdString();
    for (qint64 row = wish.after + 1; row < count(); ++row) {
        const std::string_view mine = statusOf(row, done);
        if (!status.empty() && mine != status)
            continue;
        if (rows.size() == wish.limit) {
            hasMore = true;
            break;
        }
        const Result<RequestLine> request = read(row);
        if (!request)
            return Failure(request.error());
        QByteArray json = "{\"id\":\"" + rowId(row) + "\",\"custom_id\":";
        appendJsonString(json, request->customId);
        append(json, R"(,"status":")");
        append(json, mine);
        rows.append(json + "\"}");
    }
    return Page{listOf(rows, hasMore)};
}

Result<> StagedRows::appendResult(QByteArray &out, qint64 place, qint64 createdSeconds)
{
    const qint64 row = m_plan->order[static_cast<std::size_t>(place)];
    const Result<RequestLine> request = read(row);
    if (!request)
        return Failure(request.error());
    out += "{\"id\":\"" + rowId(row) + "\",\"custom_id\":";
    appendJsonString(out, request->customId);
    if (isFailed(place)) {
        QByteArray words;
        appendFault(words,
                    faultOf(*request).value_or(chanceFault(stableHash(request->customId, 5))));
        out += ",\"status\":\"failed\"," + words.sliced(1); // {"error":{...}}
        return {};
    }
    append(out, R"(,"status":"completed","response":)");
    appendAnswer(out, *request, createdSeconds);
    out += '}';
    return {};
}

Result<StagedRows::Page> StagedRows::results(const Wish &wish, qint64 done, qint64 createdSeconds)
{
    if (m_placeOf.empty())
        return Page{listOf({}, false)};
    QByteArrayList rows;
    bool hasMore = false;
    const bool isKnown = wish.after >= 0 && wish.after < qint64(m_placeOf.size());
    qint64 place = isKnown ? qint64(m_placeOf[static_cast<std::size_t>(wish.after)]) + 1 : 0;
    for (; place < std::min(done, qint64(m_placeOf.size())); ++place) {
        if (isLost(*m_record, place))
            continue;
        if (rows.size() == wish.limit) {
            hasMore = true;
            break;
        }
        QByteArray json;
        if (const Result<> read = appendResult(json, place, createdSeconds); !read)
            return Failure(read.error());
        rows.append(json);
    }
    return Page{listOf(rows, hasMore)};
}

} // namespace practice
