// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultspane.h"

#include "core/paddedline.h"
#include "dialects/dialect.h"
#include "dialects/textanswer.h"
#include "models/resultmodel.h"
#include "theme/icons.h"
#include "widgets/answerview.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int allRows = -1;

/// One row, whole, as it is shown below the table.
struct RowBytes {
    qint64 row = 0;
    QString answer;
    QString warning; ///< why an answer of parts is shown as text
    std::optional<TextAnswer> parts;
    QByteArray request;
    QByteArray result;
};

/// The text operation that a request asked for.
std::optional<TextAnswer::Kind> operationOf(const QByteArray &request)
{
    const PaddedBuffer buffer(request);
    const Result<Request> read = readRequest(buffer.line());
    return read ? textOperation(read->model) : std::nullopt;
}

void readParts(const ResultLine &line, RowBytes &bytes)
{
    std::optional<TextAnswer::Kind> operation = operationOf(bytes.request);
    if (!operation)
        operation = textOperation(line.model);
    if (!operation || line.content.isEmpty())
        return;
    bytes.parts = readTextAnswer(*operation, line.content);
    if (!bytes.parts)
        bytes.warning = line.errorMessage.isEmpty()
            ? ResultsPane::tr("This is not the JSON that the operation gives; here is its text.")
            : line.errorMessage;
}

RowBytes readRow(const std::shared_ptr<const RunResults> &results, qint64 row)
{
    RowBytes bytes{.row = row,
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
            : ResultsPane::tr("%1 (%2)").arg(line.errorMessage, line.errorCode);
    return bytes;
}

} // namespace

ResultsPane::ResultsPane(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_model(new ResultModel(pool, this))
    , m_filter(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_request(new TextViewer(pool, tr("Request"), this))
    , m_answers(new QTabWidget(this))
    , m_answer(new AnswerView(pool, this))
    , m_text(new TextViewer(pool, tr("Text of the answer"), this))
    , m_raw(new TextViewer(pool, tr("Result as it came"), this))
{
    m_filter->setAccessibleName(tr("Outcome"));
    m_filter->addItem(tr("All rows"), allRows);
    m_table->setObjectName("results"_L1);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Results"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    tablelook::apply(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(ResultModel::NumberColumn, letter * 8);
    m_table->setColumnWidth(ResultModel::IdColumn, letter * 20);
    m_table->setColumnWidth(ResultModel::OutcomeColumn, letter * 16);
    m_table->setColumnWidth(ResultModel::TokensColumn, letter * 9);
    m_table->setColumnWidth(ResultModel::FinishColumn, letter * 10);
    header->setSectionResizeMode(ResultModel::AnswerColumn, QHeaderView::Stretch);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->hide();
    auto *over = new QVBoxLayout(m_table->viewport());
    over->addWidget(m_empty);

    m_answers->setDocumentMode(true);
    m_answers->addTab(m_answer, tr("Answer"));
    m_answers->addTab(m_text, tr("Its text"));
    m_answers->addTab(m_raw, tr("As it came"));
    m_answers->setTabVisible(m_answers->indexOf(m_text), false);
    auto *requests = new QTabWidget(this);
    requests->setDocumentMode(true);
    requests->addTab(m_request, tr("Request"));
    auto *beside = new QSplitter(Qt::Horizontal, this);
    beside->addWidget(requests);
    beside->addWidget(m_answers);
    beside->setChildrenCollapsible(false);
    auto *stacked = new QSplitter(Qt::Vertical, this);
    stacked->addWidget(m_table);
    stacked->addWidget(beside);
    stacked->setStretchFactor(0, 3);
    stacked->setStretchFactor(1, 2);
    stacked->setChildrenCollapsible(false);

    auto *top = new QHBoxLayout;
    auto *label = new QLabel(tr("S&how:"), this);
    label->setBuddy(m_filter);
    top->addWidget(label);
    top->addWidget(m_filter);
    top->addWidget(m_count);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(stacked, 1);

    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        const int wanted = m_filter->currentData().toInt();
        m_model->setFilter(wanted == allRows ? std::vector<Outcome>()
                                             : std::vector<Outcome>{Outcome(wanted)});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ResultsPane::showRow);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_count->setText(m_results ? tr("%n row(s)", nullptr, m_model->rowCount()) : QString());
        m_empty->setVisible(m_results && m_model->rowCount() == 0);
        m_empty->setText(m_filter->currentData().toInt() == allRows
                             ? tr("No rows yet")
                             : tr("No rows with this outcome"));
        if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, ResultModel::IdColumn));
        showRow();
    });
    connect(m_model, &ResultModel::readFailed, this, &ResultsPane::readFailed);
}

void ResultsPane::setResults(std::shared_ptr<const RunResults> results)
{
    const int row = m_table->currentIndex().row();
    m_results = std::move(results);
    m_shown = -1;
    showFilter();
    m_model->setResults(m_results);
    // New results of the same run: a person stays where they were.
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, ResultModel::IdColumn));
}

void ResultsPane::clear()
{
    m_filter->setCurrentIndex(0);
    setResults(nullptr);
    m_answer->setProse({});
    for (TextViewer *viewer : {m_request, m_text, m_raw})
        viewer->setProse({});
}

void ResultsPane::showFilter()
{
    const QSignalBlocker blocker(m_filter);
    const int wanted = m_filter->currentData().toInt();
    m_filter->clear();
    m_filter->addItem(tr("All rows"), allRows);
    if (m_results) {
        for (const Outcome outcome : allOutcomes)
            if (const qint64 count = m_results->certificate().count(outcome);
                count > 0 || int(outcome) == wanted)
                m_filter->addItem(
                    icons::forOutcome(outcome),
                    //: an outcome and the number of its rows
                    tr("%1 (%2)").arg(outcomeText(outcome), QLocale().toString(count)),
                    int(outcome));
    }
    m_filter->setCurrentIndex(std::max(0, m_filter->findData(wanted)));
}

void ResultsPane::showOutcome(Outcome outcome)
{
    if (const int index = m_filter->findData(int(outcome)); index >= 0)
        m_filter->setCurrentIndex(index);
    m_table->setFocus();
}

void ResultsPane::showRow()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_results || !current.isValid())
        return;
    const qint64 row = m_model->runRow(current.row());
    if (row == m_shown)
        return;
    m_shown = row;
    QtConcurrent::run(&m_pool, readRow, m_results, row)
        .then(this, [this, results = m_results](const RowBytes &bytes) {
            if (results != m_results || bytes.row != m_shown)
                return;
            if (bytes.parts)
                m_answer->setAnswer(*bytes.parts);
            else
                m_answer->setProse(bytes.answer, bytes.warning);
            m_text->setProse(bytes.parts ? bytes.answer : QString());
            m_answers->setTabVisible(m_answers->indexOf(m_text), bytes.parts.has_value());
            m_request->setJson(bytes.request);
            m_raw->setJson(bytes.result);
        });
}

#include "moc_resultspane.cpp"
