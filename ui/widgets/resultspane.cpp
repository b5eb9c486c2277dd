// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/resultspane.h"

#include "core/paddedline.h"
#include "dialects/dialect.h"
#include "dialects/textanswer.h"
#include "models/resultmodel.h"
#include "theme/icons.h"
#include "widgets/answerview.h"
#include "widgets/keptlook.h"
#include "widgets/resultfilter.h"
#include "widgets/tablelook.h"
#include "widgets/textviewer.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

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
    , m_filter(new ResultFilter(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_request(new TextViewer(pool, tr("Request"), this))
    , m_answers(new QTabWidget(this))
    , m_answer(new AnswerView(pool, this))
    , m_text(new TextViewer(pool, tr("Text of the answer"), this))
    , m_raw(new TextViewer(pool, tr("Result as it came"), this))
{
    build();
    connect(m_filter, &ResultFilter::changed, this, [this] {
        m_model->setQuery(m_filter->query());
        showCount();
    });
    connect(m_filter, &ResultFilter::leaveDown, this, [this] { m_table->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showRow();
        m_chosen = m_shown;
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultsPane::rowsReset);
    connect(m_model, &ResultModel::searchEnded, this, &ResultsPane::showCount);
    connect(m_model, &ResultModel::readFailed, this, &ResultsPane::readFailed);
}

void ResultsPane::build()
{
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
    keptlook::columns(*m_table, u"results"_s, ResultModel::IdColumn);
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
    keptlook::splitter(*beside, u"answer"_s);
    auto *stacked = new QSplitter(Qt::Vertical, this);
    stacked->addWidget(m_table);
    stacked->addWidget(beside);
    stacked->setStretchFactor(0, 3);
    stacked->setStretchFactor(1, 2);
    stacked->setChildrenCollapsible(false);
    keptlook::splitter(*stacked, u"results"_s);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(stacked, 1);
}

void ResultsPane::rowsReset()
{
    showCount();
    // A person stays at the row that they chose, and comes back to it when a search that left it
    // out, or has not come to it yet, is over.
    const qint64 chosen = m_chosen;
    const int place = chosen >= 0 ? m_model->placeOf(chosen) : -1;
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::max(0, place), ResultModel::IdColumn));
    m_chosen = chosen;
    showRow();
    Q_EMIT shownRowsChanged();
}

void ResultsPane::showCount()
{
    const int shown = m_model->rowCount();
    const QLocale locale;
    QString text;
    if (m_results && m_model->searched()) {
        const qint64 all = std::max<qint64>(1, m_results->count());
        //: while a search goes on: rows found so far, and how far it is in percent
        text = tr("%1 found so far (%2 %)")
                   .arg(locale.toString(shown),
                        locale.toString(100 * std::min(all, *m_model->searched()) / all));
    } else if (m_results && m_model->shownRows()) {
        //: rows that are shown of all that there are
        text = tr("%1 of %Ln row(s)", nullptr, int(m_results->count())).arg(locale.toString(shown));
    } else if (m_results) {
        text = tr("%Ln row(s)", nullptr, shown);
    }
    m_filter->setCount(text);
    m_empty->setVisible(m_results && shown == 0);
    m_empty->setText(m_filter->query().isAll() ? tr("No rows yet")
                         : m_model->searched()
                         ? tr("Looking…")
                         : tr("No row fits. Take something out of the search."));
}

void ResultsPane::setResults(std::shared_ptr<const RunResults> results)
{
    m_results = std::move(results);
    m_filter->setCounts(m_results ? std::optional(m_results->certificate()) : std::nullopt);
    // New results of the same run: the row that is shown may say something else now.
    m_shown = -1;
    m_model->setResults(m_results);
}

void ResultsPane::clear()
{
    m_filter->clear();
    setResults(nullptr);
    m_chosen = -1;
    showNothing();
}

void ResultsPane::showNothing()
{
    m_showsNothing = true;
    m_answer->setProse({});
    for (TextViewer *viewer : {m_request, m_text, m_raw})
        viewer->setProse({});
}

void ResultsPane::showOutcome(Outcome outcome)
{
    m_filter->setOutcome(outcome);
    m_table->setFocus();
}

void ResultsPane::focusSearch()
{
    m_filter->focusLine();
}

const std::optional<std::vector<qint64>> &ResultsPane::shownRows() const
{
    return m_model->shownRows();
}

void ResultsPane::showRow()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_results || !current.isValid()) {
        // Nothing is chosen: what was, is not said to be.
        showNothing();
        return;
    }
    const qint64 row = m_model->runRow(current.row());
    if (row == m_shown && !m_showsNothing)
        return;
    m_shown = row;
    m_showsNothing = false;
    QtConcurrent::run(&m_pool, readRow, m_results, row)
        .then(this, [this, results = m_results](const RowBytes &bytes) {
            if (results != m_results || bytes.row != m_shown || m_showsNothing)
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
