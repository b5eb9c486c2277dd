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
#include "widgets/resultstable.h"
#include "widgets/textviewer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A clipboard hands its text around whole, to every program that asks.
constexpr qsizetype mostCopied = 16 << 20;

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
    , m_table(new ResultsTable(*m_model, this))
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
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ResultsPane::showCount);
    connect(m_table, &ResultsTable::copyWanted, this, &ResultsPane::copy);
    connect(m_table, &ResultsTable::exportWanted, this, &ResultsPane::exportChosenWanted);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultsPane::rowsReset);
    connect(m_model, &ResultModel::progressed, this, &ResultsPane::showCount);
    connect(m_model, &ResultModel::readFailed, this, &ResultsPane::readFailed);
    m_copyTick.setInterval(std::chrono::milliseconds(100));
    connect(&m_copyTick, &QTimer::timeout, this, &ResultsPane::showCount);
}

void ResultsPane::build()
{
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

QString ResultsPane::countText() const
{
    const int shown = m_model->rowCount();
    const QLocale locale;
    if (m_model->searched()) {
        const qint64 all = std::max<qint64>(1, m_results->count());
        //: while a search goes on: rows found so far, and how far it is in percent
        return tr("%1 found so far (%2 %)")
            .arg(locale.toString(shown),
                 locale.toString(100 * std::min(all, *m_model->searched()) / all));
    }
    const int all = int(m_results->count());
    if (!m_filter->query().isAll())
        //: rows that are shown of all that there are
        return tr("%1 of %Ln row(s)", nullptr, all).arg(locale.toString(shown));
    return tr("%Ln row(s)", nullptr, all);
}

void ResultsPane::showCount()
{
    QStringList texts;
    if (m_copying.isRunning())
        texts.append(tr("Copying…"));
    if (m_results && m_model->sorted())
        //: rows are put into another order; how far it is in percent
        texts.append(tr("Sorting (%1 %)").arg(QLocale().toString(*m_model->sorted())));
    if (const int chosen = m_table->chosenCount(); chosen > 1)
        texts.append(tr("%Ln row(s) chosen", nullptr, chosen));
    if (m_results)
        texts.append(countText());
    m_filter->setCount(texts.join(u" · "_s));
    m_empty->setVisible(m_results && m_model->rowCount() == 0);
    m_empty->setText(m_filter->query().isAll() ? tr("No rows yet")
                         : m_model->searched()
                         ? tr("Looking…")
                         : tr("No row fits. Take something out of the search."));
}

void ResultsPane::copy(CopyAs as)
{
    std::vector<qint64> rows = m_table->chosenRows();
    if (!m_results || rows.empty())
        return;
    const qint64 wanted = std::ssize(rows);
    const quint64 wish = ++m_copies;
    m_copying = TaskHandle(copyRows(m_pool, m_results, std::move(rows), as, mostCopied));
    m_copyTick.start();
    m_copying.future().then(this, [this, wanted, wish](const Result<CopiedRows> &copied) {
        if (wish != m_copies)
            return; // a newer one
        m_copyTick.stop();
        m_copying = {};
        showCount();
        if (!copied) {
            Q_EMIT readFailed(copied.error());
            return;
        }
        QGuiApplication::clipboard()->setText(copied->text);
        if (copied->rows < wanted)
            Q_EMIT told(tr("Copied the first %1 of %2 chosen rows: more is too much for a "
                           "clipboard. Export them for all.")
                            .arg(QLocale().toString(copied->rows), QLocale().toString(wanted)));
    });
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
    m_table->clearOrder();
    ++m_copies;
    m_copying = {};
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

std::optional<std::vector<qint64>> ResultsPane::shownRows() const
{
    if (m_filter->query().isAll() || !m_model->shownRows())
        return std::nullopt;
    return inRunOrder(*m_model->shownRows());
}

std::vector<qint64> ResultsPane::chosenRows() const
{
    return inRunOrder(m_table->chosenRows());
}

/// Exports have the order of the requests, however the table is sorted.
std::vector<qint64> ResultsPane::inRunOrder(std::vector<qint64> rows) const
{
    if (std::ranges::is_sorted(rows))
        return rows;
    std::vector<bool> isThere(size_t(m_results->count())); // of a million rows quicker than sorting
    for (const qint64 row : rows)
        isThere[size_t(row)] = true;
    rows.clear();
    for (qint64 row = 0; row < m_results->count(); ++row)
        if (isThere[size_t(row)])
            rows.push_back(row);
    return rows;
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
