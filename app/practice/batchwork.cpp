// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/batchwork.h"

#include "practice/answers.h"
#include "practice/jsontext.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qsizetype maxFaults = 100;
constexpr qsizetype writeBlock = 1 << 20;
constexpr std::size_t linesPerCancelTest = 1024;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Numbers that are the same for the same seed on every machine (std::shuffle's are not).
void shuffle(std::vector<quint32> &values, quint64 seed)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        seed = stableHash("shuffle", seed);
        std::swap(values[i - 1], values[seed % i]);
    }
}

QJsonObject faultJson(const LineFault &fault, std::size_t line)
{
    return {{u"code"_s, QString::fromUtf8(fault.code)},
            {u"message"_s, QString::fromUtf8(fault.message)},
            {u"param"_s,
             fault.param.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(fault.param))},
            {u"line"_s, line == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(line))}};
}

/// Reads one line after the other and remembers what must agree between them.
class Planner {
public:
    explicit Planner(const PlanTask &task) : m_task(task), m_endpoint(task.batch.endpoint.toUtf8())
    {}

    void take(std::string_view bytes, std::size_t line)
    {
        const auto request = m_parser.parse(bytes, m_task.rules);
        if (!request) {
            add(request.error(), line + 1);
            return;
        }
        if (auto fault = disagreement(*request)) {
            add(*fault, line + 1);
            return;
        }
        // The same seed for the same bytes: a second run of a file fails in the same rows.
        m_seed = stableHash(request->raw, m_seed);
        if (faultOf(*request))
            m_failing.push_back(static_cast<quint32>(line));
    }

    [[nodiscard]] std::shared_ptr<const BatchPlan> finish(LineStarts starts)
    {
        auto plan = std::make_shared<BatchPlan>();
        const std::size_t count = starts.size() - 1;
        if (count == 0)
            add({"empty_file", "The input file holds no requests.", {}, {}}, 0);
        if (m_task.batch.fate == Fate::Fail)
            add({"token_limit_exceeded", "Enqueued token limit reached for the model.", {}, {}}, 0);
        plan->model = QString::fromUtf8(m_model);
        plan->faults = m_faults;
        if (!m_faults.isEmpty())
            return plan;
        plan->starts = std::move(starts);
        plan->order.resize(count);
        std::iota(plan->order.begin(), plan->order.end(), 0U);
        shuffle(plan->order, stableHash(view(m_task.batch.id.toUtf8())));
        plan->failedPlaces = failedPlaces(plan->order);
        return plan;
    }

private:
    void add(const LineFault &fault, std::size_t line)
    {
        if (m_faults.size() < maxFaults)
            m_faults.append(faultJson(fault, line));
    }

    std::optional<LineFault> disagreement(const RequestLine &request)
    {
        if (m_ids.contains(bytesOf(request.customId)))
            return LineFault{"duplicate_custom_id",
                             "The custom_id '" + bytesOf(request.customId) + "' was used before.",
                             "custom_id",
                             {}};
        m_ids.insert(bytesOf(request.customId));
        if (request.url != view(m_endpoint))
            return LineFault{"url_mismatch",
                             "The url '" + bytesOf(request.url) + "' is not the batch's endpoint '"
                                 + m_endpoint + "'.",
                             "url",
                             {}};
        if (request.model.starts_with("no-batch"))
            return LineFault{"model_not_found",
                             "The model '" + bytesOf(request.model) + "' has no batch.",
                             "body.model",
                             {}};
        if (m_model.isEmpty())
            m_model = bytesOf(request.model);
        if (!m_task.rules.mixesModels && request.model != view(m_model))
            return LineFault{"model_mismatch",
                             "The model '" + bytesOf(request.model)
                                 + "' is not that of the first line, '" + m_model + "'.",
                             "body.model",
                             {}};
        return std::nullopt;
    }

    std::vector<quint32> failedPlaces(const std::vector<quint32> &order)
    {
        std::vector<quint32> rows(order.size());
        std::iota(rows.begin(), rows.end(), 0U);
        shuffle(rows, m_seed);
        const double share = std::clamp(m_task.batch.failShare, 0.0, 1.0);
        rows.resize(
            static_cast<std::size_t>(std::llround(share * static_cast<double>(rows.size()))));
        rows.insert(rows.end(), m_failing.begin(), m_failing.end());
        std::vector<bool> fails(order.size());
        for (const quint32 row : rows)
            fails[row] = true;
        std::vector<quint32> places;
        for (std::size_t place = 0; place < order.size(); ++place) {
            if (fails[order[place]])
                places.push_back(static_cast<quint32>(place));
        }
        return places;
    }

    const PlanTask &m_task;
    QByteArray m_endpoint;
    LineParser m_parser;
    QSet<QByteArray> m_ids;
    QByteArray m_model;
    QJsonArray m_faults;
    std::vector<quint32> m_failing;
    quint64 m_seed = 0;
};

/// A file that is written in blocks under another name until it is whole.
class BlockWriter {
public:
    explicit BlockWriter(QString path) : m_path(std::move(path)), m_file(m_path + ".part"_L1) {}

    Result<> add(const QByteArray &line)
    {
        if (!m_file.isOpen()
            && !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
            return Failure(diskError(m_file));
        m_block.append(line);
        return m_block.size() >= writeBlock ? flush() : Result<>();
    }

    /// The size; nothing is there where nothing was added.
    Result<qint64> finish()
    {
        QFile::remove(m_path);
        if (!m_file.isOpen())
            return 0;
        if (auto done = flush(); !done)
            return Failure(done.error());
        const qint64 size = m_file.size();
        m_file.close();
        if (!m_file.rename(m_path))
            return Failure(diskError(m_file));
        return size;
    }

private:
    Result<> flush()
    {
        if (m_file.write(m_block) != m_block.size())
            return Failure(diskError(m_file));
        m_block.clear();
        return {};
    }

    QString m_path;
    QFile m_file;
    QByteArray m_block;
};

class ResultWriter {
public:
    explicit ResultWriter(const WriteTask &task)
        : m_task(task)
        , m_toAnswer(task.batch.rowsToAnswer())
        , m_created(task.batch.finalizingMs() / 1000)
        , m_output(task.outputPath)
        , m_error(task.errorPath)
    {}

    Result<> take(std::string_view bytes, qint64 place)
    {
        const auto request = m_parser.parse(bytes, m_task.rules);
        if (!request)
            return Failure(
                Error{.kind = ErrorKind::FileChanged, .message = u"The input file has changed."_s});
        m_line.clear();
        if (place >= m_toAnswer)
            return m_task.writesUnanswered ? unanswered(*request) : Result<>();
        const bool isFailed
            = std::ranges::binary_search(m_task.plan->failedPlaces, static_cast<quint32>(place));
        if (isFailed)
            ++m_done.failed;
        else
            ++m_done.completed;
        if (isLost(m_task.batch, place))
            return {};
        return isFailed ? failed(*request) : answered(*request);
    }

    Result<WrittenResults> finish()
    {
        const Result<qint64> output = m_output.finish();
        if (!output)
            return Failure(output.error());
        const Result<qint64> error = m_error.finish();
        if (!error)
            return Failure(error.error());
        m_done.outputBytes = *output;
        m_done.errorBytes = *error;
        return m_done;
    }

private:
    void head(const RequestLine &request)
    {
        m_line.append('{');
        if (m_task.shape == ResultShape::WithIds) {
            const std::string id = std::format("{:016x}", stableHash(request.customId, m_seed));
            m_line.append(R"("id":"batch_req_)").append(bytesOf(id)).append(R"(",)");
        }
        m_line.append(R"("custom_id":)");
        appendJsonString(m_line, request.customId);
    }

    void response(const RequestLine &request, int status)
    {
        head(request);
        m_line.append(R"(,"response":{"status_code":)").append(QByteArray::number(status));
        if (m_task.shape == ResultShape::WithIds) {
            const std::string id = std::format("{:016x}", stableHash(request.customId, m_seed + 1));
            m_line.append(R"(,"request_id":"req_)").append(bytesOf(id)).append('"');
        }
        m_line.append(R"(,"body":)");
    }

    Result<> answered(const RequestLine &request)
    {
        response(request, 200);
        const Tokens tokens = appendAnswer(m_line, request, m_created);
        m_done.inputTokens += tokens.input;
        m_done.outputTokens += tokens.output;
        return m_output.add(m_line.append("},\"error\":null}\n"));
    }

    Result<> failed(const RequestLine &request)
    {
        const RowFault fault
            = faultOf(request).value_or(chanceFault(stableHash(request.customId, 5)));
        if (m_task.shape == ResultShape::OneFile) {
            head(request);
            m_line.append(R"(,"response":null,)");
            QByteArray words;
            appendFault(words, fault);
            return m_output.add(m_line.append(words.sliced(1)).append('\n'));
        }
        response(request, fault.status);
        appendFault(m_line, fault);
        return m_error.add(m_line.append("},\"error\":null}\n"));
    }

    Result<> unanswered(const RequestLine &request)
    {
        head(request);
        m_line.append(R"(,"response":null,"error":{"code":)")
            .append(
                m_task.batch.cancelMs != 0
                    ? R"("batch_cancelled","message":"The batch was cancelled before this request ran.")"
                    : R"("batch_expired","message":"The request did not run before the batch expired.")")
            .append("}}\n");
        return m_error.add(m_line);
    }

    const WriteTask &m_task;
    qint64 m_toAnswer;
    qint64 m_created;
    quint64 m_seed = stableHash(view(m_task.batch.id.toUtf8()), 7);
    LineParser m_parser;
    BlockWriter m_output;
    BlockWriter m_error;
    QByteArray m_line;
    WrittenResults m_done;
};

} // namespace

qint64 BatchPlan::failedBefore(qint64 place) const
{
    return std::ranges::lower_bound(failedPlaces, static_cast<quint32>(place))
        - failedPlaces.begin();
}

void planBatch(QPromise<Result<std::shared_ptr<const BatchPlan>>> &promise, const PlanTask &task)
{
    Result<LineStarts> starts = findLines(task.inputPath);
    Result<LineFile> file = LineFile::open(task.inputPath);
    if (!starts || !file) {
        promise.addResult(Failure(starts ? file.error() : starts.error()));
        return;
    }
    Planner planner(task);
    for (std::size_t line = 0; line + 1 < starts->size(); ++line) {
        if (line % linesPerCancelTest == 0 && promise.isCanceled())
            return;
        const auto bytes = file->read(*starts, line);
        if (!bytes) {
            promise.addResult(Failure(bytes.error()));
            return;
        }
        planner.take(*bytes, line);
    }
    promise.addResult(planner.finish(std::move(*starts)));
}

void writeResults(QPromise<Result<WrittenResults>> &promise, const WriteTask &task)
{
    Result<LineFile> file = LineFile::open(task.inputPath);
    if (!file) {
        promise.addResult(Failure(file.error()));
        return;
    }
    ResultWriter writer(task);
    for (qint64 place = 0; place < task.plan->total(); ++place) {
        if (place % static_cast<qint64>(linesPerCancelTest) == 0 && promise.isCanceled())
            return;
        const auto bytes
            = file->read(task.plan->starts, task.plan->order[static_cast<size_t>(place)]);
        const Result<> taken
            = bytes ? writer.take(*bytes, place) : Result<>(Failure(bytes.error()));
        if (!taken) {
            promise.addResult(Failure(taken.error()));
            return;
        }
    }
    promise.addResult(writer.finish());
}

bool isLost(const BatchRecord &batch, qint64 place)
{
    return batch.fate == Fate::Lose && place % 10 == 0;
}

} // namespace practice
