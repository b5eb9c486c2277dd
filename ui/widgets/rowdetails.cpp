// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/rowdetails.h"

#include "core/paddedline.h"
#include "dialects/dialect.h"
#include "dialects/textanswer.h"
#include "widgets/answerview.h"
#include "widgets/jsonactions.h"
#include "widgets/keptlook.h"
#include "widgets/textviewer.h"

#include <QTabWidget>
#include <QThreadPool>
#include <QToolButton>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

/// One row as it is shown.
struct RowDetails::Bytes {
    qint64 row = 0;
    QString answer;
    QString warning; ///< why an answer of parts is shown as text
    std::optional<TextAnswer> parts;
    QByteArray request;
    QByteArray result;
};

namespace {

/// The text operation that a request asked for.
std::optional<TextAnswer::Kind> operationOf(const QByteArray &request)
{
    const PaddedBuffer buffer(request);
    const Result<Request> read = readRequest(buffer.line());
    return read ? textOperation(read->model) : std::nullopt;
}

} // namespace

RowDetails::RowDetails(QThreadPool &pool, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_pool(pool)
    , m_request(new TextViewer(pool, tr("Request"), this))
    , m_answers(new QTabWidget(this))
    , m_answer(new AnswerView(pool, this))
    , m_text(new TextViewer(pool, tr("Text of the answer"), this))
    , m_raw(new TextViewer(pool, tr("Result as it came"), this))
    , m_requestActions(new JsonActions(pool, *m_request, JsonActions::Of::Request))
{
    m_answers->setDocumentMode(true);
    m_answers->addTab(m_answer, tr("Answer"));
    m_answers->addTab(m_text, tr("Its text"));
    m_answers->addTab(m_raw, tr("As it came"));
    m_answers->setTabVisible(m_answers->indexOf(m_text), false);
    auto *requests = new QTabWidget(this);
    requests->setDocumentMode(true);
    requests->addTab(m_request, tr("Request"));
    addWidget(requests);
    addWidget(m_answers);
    setChildrenCollapsible(false);
    keptlook::splitter(*this, u"answer"_s);

    auto *rawActions = new JsonActions(pool, *m_raw, JsonActions::Of::Result);
    requests->setCornerWidget(m_requestActions->newButton(requests));
    m_answers->setCornerWidget(rawActions->newButton(m_answers));
    for (const JsonActions *actions : {m_requestActions, rawActions})
        connect(actions, &JsonActions::findWanted, this, &RowDetails::findWanted);
}

void RowDetails::setResults(std::shared_ptr<const RunResults> results)
{
    m_results = std::move(results);
    // New results of the same run: the row that is shown may say something else now.
    m_shown = -1;
}

void RowDetails::setTarget(std::expected<RequestTarget, QString> target)
{
    m_requestActions->setTarget(std::move(target));
}

void RowDetails::readParts(const ResultLine &line, Bytes &bytes)
{
    std::optional<TextAnswer::Kind> operation = operationOf(bytes.request);
    if (!operation)
        operation = textOperation(line.model);
    if (!operation || line.content.isEmpty())
        return;
    bytes.parts = readTextAnswer(*operation, line.content);
    if (!bytes.parts)
        bytes.warning = line.errorMessage.isEmpty()
            ? RowDetails::tr("This is not the JSON that the operation gives; here is its text.")
            : line.errorMessage;
}

RowDetails::Bytes RowDetails::read(const std::shared_ptr<const RunResults> &results, qint64 row)
{
    Bytes bytes{.row = row,
                .request = results->requestBytes(row).value_or(QByteArray()),
                .result = results->resultBytes(row).value_or(QByteArray())};
    const Result<std::vector<ResultRow>> rows = results->rows(row, 1);
    if (!rows || rows->empty()) {
        bytes.answer = rows ? QString() : userText(rows.error());
        return bytes;
    }
    const ResultLine &line = rows->front().result;
    readParts(line, bytes);
    if (!line.content.isEmpty() || line.errorMessage.isEmpty())
        bytes.answer = line.content;
    else
        bytes.answer = line.errorCode.isEmpty()
            ? line.errorMessage
            : RowDetails::tr("%1 (%2)").arg(line.errorMessage, line.errorCode);
    return bytes;
}

void RowDetails::showNothing()
{
    m_shown = -1;
    m_answer->setProse({});
    for (TextViewer *viewer : {m_request, m_text, m_raw})
        viewer->setProse({});
}

void RowDetails::showRow(qint64 row)
{
    if (row == m_shown)
        return;
    m_shown = row;
    QtConcurrent::run(&m_pool, &RowDetails::read, m_results, row)
        .then(this, [this, results = m_results](const Bytes &bytes) {
            if (results == m_results && bytes.row == m_shown)
                show(bytes);
        });
}

void RowDetails::show(const Bytes &bytes)
{
    if (bytes.parts)
        m_answer->setAnswer(*bytes.parts);
    else
        m_answer->setProse(bytes.answer, bytes.warning);
    m_text->setProse(bytes.parts ? bytes.answer : QString());
    m_answers->setTabVisible(m_answers->indexOf(m_text), bytes.parts.has_value());
    m_request->setJson(bytes.request);
    m_raw->setJson(bytes.result);
}

#include "moc_rowdetails.cpp"
