// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/runfixture.h"

#include "support/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

RunFixture::RunFixture()
{
    m_files.dialect = &filesDialect;
    m_files.libraryFolder = m_folder.path();
    m_files.run.id = {1};
}

void RunFixture::setInput(const QByteArray &bytes)
{
    m_files.run.inputFile = u"inputs/in.jsonl"_s;
    m_files.run.bytes = bytes.size();
    writeFile(path(m_files.run.inputFile), bytes);
}

void RunFixture::setRequests(const QStringList &customIds)
{
    QByteArray all;
    for (const QString &id : customIds)
        all += requestLine(id) + '\n';
    setInput(all);
    m_count = customIds.size();
    m_files.run.requests = m_count;
}

Batch &RunFixture::addBatch(BatchState state, qint64 first, qint64 count)
{
    Batch batch;
    batch.id = {static_cast<qint64>(m_files.batches.size()) + 1};
    batch.run = m_files.run.id;
    batch.firstRequest = first;
    batch.requests = count < 0 ? m_count : count;
    batch.facts.state = state;
    batch.facts.resultsComplete = isTerminal(state);
    batch.facts.remoteId = u"batch_%1"_s.arg(batch.id.value);
    m_files.batches.push_back(batch);
    return m_files.batches.back();
}

void RunFixture::addResults(const QByteArray &bytes, size_t batch, const QString &source)
{
    if (m_files.batches.empty())
        addBatch(BatchState::Completed);
    Batch &owner = m_files.batches.at(batch);
    const QString name
        = u"results/b%1.%2.jsonl"_s.arg(owner.id.value).arg(owner.resultFiles.size());
    writeFile(path(name), bytes);
    owner.resultFiles.append(ResultFile{.source = source, .path = name, .bytes = bytes.size()});
}

void RunFixture::addMixed(int count)
{
    const QStringList ids = manyIds(count);
    setRequests(ids);
    addBatch(BatchState::Completed);
    addResults(lines(mixedResults(ids)));
}

Result<std::shared_ptr<const RunResults>> RunFixture::join()
{
    QThreadPool pool;
    auto future = ::join(pool, m_files);
    future.waitForFinished();
    return future.result();
}

QByteArray requestLine(const QString &customId)
{
    return compact(
        {{u"custom_id"_s, customId},
         {u"body"_s, QJsonObject{{u"model"_s, u"m"_s}, {u"prompt"_s, u"ask "_s + customId}}}});
}

QByteArray answerLine(const QString &customId, const QString &content, const QString &finish)
{
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, content}};
    const QJsonObject choice{
        {u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, finish}};
    const QJsonObject usage{
        {u"prompt_tokens"_s, 11}, {u"completion_tokens"_s, 3}, {u"total_tokens"_s, 14}};
    const QJsonObject body{{u"object"_s, u"chat.completion"_s},
                           {u"model"_s, u"demo"_s},
                           {u"choices"_s, QJsonArray{choice}},
                           {u"usage"_s, usage}};
    return compact({{u"custom_id"_s, customId},
                    {u"error"_s, QJsonValue::Null},
                    {u"response"_s, QJsonObject{{u"status_code"_s, 200}, {u"body"_s, body}}}});
}

QByteArray errorLine(const QString &customId, int status, const QString &code,
                     const QString &message)
{
    const QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    const QJsonObject response{{u"status_code"_s, status},
                               {u"body"_s, QJsonObject{{u"error"_s, error}}}};
    return compact(
        {{u"custom_id"_s, customId}, {u"error"_s, QJsonValue::Null}, {u"response"_s, response}});
}

QByteArray lines(const QByteArrayList &all)
{
    return all.isEmpty() ? QByteArray() : all.join('\n') + '\n';
}

QStringList manyIds(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids.append(u"row-%1"_s.arg(i));
    return ids;
}

QByteArrayList mixedResults(const QStringList &ids)
{
    QByteArrayList all;
    for (int i = 0; i < ids.size(); ++i) {
        if (i % 7 == 6)
            continue;
        if (i % 7 == 5)
            all.append(errorLine(ids[i], 400, u"bad"_s, u"no %1"_s.arg(i)));
        else
            all.append(
                answerLine(ids[i], u"answer %1"_s.arg(i), i % 7 == 4 ? u"length"_s : u"stop"_s));
    }
    return all;
}

QStringList printed(const RunResults &results)
{
    const auto rows = results.rows(0, results.count());
    if (!rows)
        return {rows.error().message};
    QStringList all;
    for (const ResultRow &row : *rows) {
        const ResultLine &line = row.result;
        const QString words = line.content.isEmpty() ? line.errorMessage : line.content;
        all.append(u"%1 %2 %3 %4"_s.arg(row.row)
                       .arg(row.customId, outcomeName(line.outcome), words)
                       .trimmed());
    }
    return all;
}

QString printed(const Certificate &certificate)
{
    QStringList all;
    for (const Outcome outcome : allOutcomes)
        if (const qint64 count = certificate.count(outcome))
            all.append(u"%1 %2"_s.arg(outcomeName(outcome)).arg(count));
    return all.join(u", "_s);
}
