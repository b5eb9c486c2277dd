// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/resultmodel.h"

#include "theme/colours.h"
#include "theme/icons.h"

#include <QLocale>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 windowSize = 256;
constexpr int keptWindows = 32;
/// Layout and painting of text are the cost of a row: what does not fit is not laid out.
constexpr qsizetype shownAnswer = 300;

/// What a table shows of the rows: a long answer and its raw bytes are not kept by the window full.
Result<std::vector<ResultRow>> readWindow(const std::shared_ptr<const RunResults> &results,
                                          const std::vector<qint64> &rows)
{
    Result<std::vector<ResultRow>> read = results->rowsAt(rows);
    if (read) {
        for (ResultRow &row : *read) {
            row.result.body = {};
            row.customId = row.customId.left(shownAnswer);
            row.result.finishReason = row.result.finishReason.left(shownAnswer);
            row.result.content = row.result.content.left(shownAnswer).simplified();
            row.result.errorMessage = row.result.errorMessage.left(shownAnswer).simplified();
        }
    }
    return read;
}

QString answerText(const ResultLine &result)
{
    const bool error = result.content.isEmpty() && !result.errorMessage.isEmpty();
    return error ? result.errorMessage : result.content;
}

colours::Tone toneOf(ResultModel::Column column, Outcome outcome)
{
    if (column == ResultModel::OutcomeColumn)
        return colours::toneOf(outcome);
    return column == ResultModel::AnswerColumn || column == ResultModel::IdColumn
        ? colours::Tone::Plain
        : colours::Tone::Subtle;
}

} // namespace

ResultModel::ResultModel(QThreadPool &pool, QObject *parent)
    : QAbstractTableModel(parent), m_pool(pool), m_arranger(pool), m_windows(keptWindows)
{
    connect(&m_arranger, &RowArranger::arranged, this, &ResultModel::show);
    connect(&m_arranger, &RowArranger::progressed, this, &ResultModel::progressed);
    connect(&m_arranger, &RowArranger::failed, this, &ResultModel::readFailed);
}

ResultModel::~ResultModel() = default;

void ResultModel::setResults(std::shared_ptr<const RunResults> results)
{
    // What was shown of as many rows is shown of these, until they are searched and sorted again.
    const bool isAlike = m_results && results && m_results->count() == results->count();
    beginResetModel();
    m_results = std::move(results);
    forget(isAlike ? m_rows : nullptr);
    endResetModel();
    m_arranger.setResults(m_results);
}

void ResultModel::setQuery(RowQuery query)
{
    m_arranger.setQuery(std::move(query));
}

void ResultModel::setOrder(RowOrder order)
{
    m_arranger.setOrder(order);
}

RowOrder::Key ResultModel::keyOf(Column column)
{
    switch (column) {
    case NumberColumn:
    case ColumnCount: break;
    case IdColumn: return RowOrder::Key::CustomId;
    case OutcomeColumn: return RowOrder::Key::Outcome;
    case AnswerColumn: return RowOrder::Key::Answer;
    case TokensColumn: return RowOrder::Key::TotalTokens;
    case FinishColumn: return RowOrder::Key::FinishReason;
    }
    return RowOrder::Key::Number;
}

void ResultModel::sort(int column, Qt::SortOrder order)
{
    setOrder(column < 0 ? RowOrder() : RowOrder{.key = keyOf(Column(column)), .direction = order});
}

void ResultModel::forget(RowArranger::Rows rows)
{
    ++m_generation;
    m_rows = std::move(rows);
    m_windows.clear();
    m_wanted.clear();
}

void ResultModel::show(RowArranger::Rows rows)
{
    beginResetModel();
    forget(std::move(rows));
    endResetModel();
}

int ResultModel::placeOf(qint64 runRow) const
{
    if (!m_rows)
        return m_results && runRow >= 0 && runRow < m_results->count() ? int(runRow) : -1;
    const auto found = std::ranges::find(*m_rows, runRow); // in any order; 0.3 ms in a million
    return found != m_rows->end() ? int(found - m_rows->begin()) : -1;
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_results)
        return 0;
    return int(m_rows ? std::ssize(*m_rows) : m_results->count());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole
        && (section == NumberColumn || section == TokensColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NumberColumn: return tr("No.");
    case IdColumn: return tr("custom_id");
    case OutcomeColumn: return tr("Outcome");
    case AnswerColumn: return tr("Answer");
    case TokensColumn: return tr("Tokens");
    case FinishColumn: return tr("Finish");
    case ColumnCount: break;
    }
    return {};
}

qint64 ResultModel::runRow(int row) const
{
    return m_rows ? (*m_rows)[size_t(row)] : row;
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qint64 row = runRow(index.row());
    const Outcome outcome = m_results->outcome(row);
    const auto column = Column(index.column());
    if (role == OutcomeRole)
        return int(outcome);
    if (role == RowRole)
        return row;
    if (role == IconRole && column == OutcomeColumn)
        return icons::outcomeIconName(outcome);
    if (role == ToneRole)
        return static_cast<int>(toneOf(column, outcome));
    if (role == Qt::TextAlignmentRole && (column == NumberColumn || column == TokensColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (column == NumberColumn)
        return QLocale().toString(row + 1);
    if (column == OutcomeColumn)
        return outcomeText(outcome);
    const ResultRow *shown = shownRow(index.row());
    if (!shown)
        return u"…"_s;
    switch (column) {
    case IdColumn: return shown->customId;
    case AnswerColumn: return answerText(shown->result);
    case TokensColumn:
        return shown->result.totalTokens ? QLocale().toString(*shown->result.totalTokens)
                                         : QString();
    case FinishColumn: return shown->result.finishReason;
    default: return {};
    }
}

const ResultRow *ResultModel::shownRow(int row) const
{
    const qint64 window = row / windowSize;
    if (const std::vector<ResultRow> *rows = m_windows.object(window)) {
        const auto place = size_t(row % windowSize);
        return place < rows->size() ? &(*rows)[place] : nullptr;
    }
    request(window);
    return nullptr;
}

void ResultModel::request(qint64 window) const
{
    m_wanted.want(window);
    readNext();
}

void ResultModel::readNext() const
{
    const std::optional<qint64> next = m_wanted.next();
    if (!next)
        return;
    const qint64 window = *next;
    std::vector<qint64> rows;
    const qint64 end = std::min<qint64>((window + 1) * windowSize, rowCount());
    for (qint64 row = window * windowSize; row < end; ++row)
        rows.push_back(runRow(int(row)));
    // Reading is caching: the model's meaning does not change by it.
    auto *self = const_cast<ResultModel *>(this);
    QtConcurrent::run(&m_pool, readWindow, m_results, rows)
        .then(
            self,
            [self, window, generation = m_generation](const Result<std::vector<ResultRow>> &read) {
                if (generation != self->m_generation)
                    return;
                self->m_wanted.done(window);
                self->m_windows.insert(
                    window, new std::vector<ResultRow>(read.value_or(std::vector<ResultRow>())));
                if (!read)
                    Q_EMIT self->readFailed(read.error());
                const int first = int(window * windowSize);
                const int last = std::min(first + int(windowSize), self->rowCount()) - 1;
                if (last >= first)
                    Q_EMIT self->dataChanged(self->index(first, 0),
                                             self->index(last, ColumnCount - 1));
                self->readNext();
            });
}

#include "moc_resultmodel.cpp"
