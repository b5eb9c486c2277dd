// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/shownrequests.h"

#include "models/draftmodel.h"

#include <QMutex>

#include <algorithm>

/// What a search found so far: written by a worker, looked at by a timer.
struct ShownRequests::News {
    QMutex mutex;
    std::optional<FoundRows> found;
};

ShownRequests::ShownRequests(DraftModel &model, QObject *parent)
    : QAbstractProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    connect(&m_newsTimer, &QTimer::timeout, this, &ShownRequests::showNews);
    followSource();
}

ShownRequests::~ShownRequests() = default;

void ShownRequests::followSource()
{
    const auto on = [this](auto signal, auto slot) { connect(&m_model, signal, this, slot); };
    on(&QAbstractItemModel::dataChanged, [this](const QModelIndex &from, const QModelIndex &to) {
        int first = from.row();
        int last = to.row();
        if (m_rows) {
            first = int(std::ranges::lower_bound(*m_rows, first) - m_rows->begin());
            last = int(std::ranges::upper_bound(*m_rows, last) - m_rows->begin()) - 1;
        }
        if (first <= last)
            Q_EMIT dataChanged(index(first, from.column()), index(last, to.column()));
    });
    on(&QAbstractItemModel::rowsAboutToBeInserted,
       [this](const QModelIndex &, int first, int last) {
           if (!m_rows)
               beginInsertRows({}, first, last);
       });
    on(&QAbstractItemModel::rowsInserted,
       [this](const QModelIndex &, int first, int last) { inserted(first, last); });
    on(&QAbstractItemModel::rowsAboutToBeRemoved,
       [this](const QModelIndex &, int first, int last) { aboutToRemove(first, last); });
    on(&QAbstractItemModel::rowsRemoved,
       [this](const QModelIndex &, int first, int last) { removed(first, last); });
    on(&QAbstractItemModel::modelAboutToBeReset, [this] { beginResetModel(); });
    on(&QAbstractItemModel::modelReset, [this] {
        m_rows.reset();
        m_kept = -1;
        endResetModel();
        search();
    });
    // What is being looked through is not there any more.
    connect(&m_model, &DraftModel::edited, this, [this] {
        if (m_news)
            search();
    });
}

void ShownRequests::inserted(int first, int last)
{
    if (!m_rows) {
        endInsertRows();
        return;
    }
    const qint64 count = last - first + 1;
    const auto behind = std::ranges::lower_bound(*m_rows, first);
    std::for_each(behind, m_rows->end(), [count](qint64 &row) { row += count; });
    m_kept += m_kept >= first ? count : 0;
    const int place = int(behind - m_rows->begin());
    beginInsertRows({}, place, place + int(count) - 1);
    std::vector<qint64> rows;
    for (qint64 row = first; row <= last; ++row)
        rows.push_back(row);
    m_rows->insert(behind, rows.begin(), rows.end());
    endInsertRows();
}

void ShownRequests::aboutToRemove(int first, int last)
{
    if (!m_rows) {
        beginRemoveRows({}, first, last);
        return;
    }
    const auto begin = std::ranges::lower_bound(*m_rows, first);
    const auto end = std::ranges::upper_bound(*m_rows, last);
    if (begin == end)
        return;
    beginRemoveRows({}, int(begin - m_rows->begin()), int(end - m_rows->begin()) - 1);
    m_rows->erase(begin, end);
    endRemoveRows();
}

void ShownRequests::removed(int first, int last)
{
    if (!m_rows) {
        endRemoveRows();
        return;
    }
    const qint64 count = last - first + 1;
    std::for_each(std::ranges::lower_bound(*m_rows, first), m_rows->end(),
                  [count](qint64 &row) { row -= count; });
    if (m_kept > last)
        m_kept -= count;
    else if (m_kept >= first)
        m_kept = -1;
}

void ShownRequests::setQuery(RequestQuery query, int kept)
{
    if (query == m_query)
        return;
    m_query = std::move(query);
    m_kept = kept;
    search();
}

void ShownRequests::search()
{
    m_finding = {};
    m_news.reset();
    m_newsTimer.stop();
    m_searched.reset();
    if (m_query.isAll() || m_model.rowCount() == 0) {
        if (m_rows)
            show(std::nullopt);
        Q_EMIT searchEnded();
        return;
    }
    m_news = std::make_shared<News>();
    m_searched = 0;
    m_newsTimer.start(std::chrono::milliseconds(5)); // what is found first is waited for
    const auto soFar = [news = m_news](FoundRows found) {
        const QMutexLocker lock(&news->mutex);
        news->found = std::move(found);
    };
    m_finding = TaskHandle(findRequests(m_model.pool(), m_model.lines(), m_query, soFar));
    m_finding.future().then(this, [this, news = m_news](const Result<FoundRows> &found) {
        if (news != m_news)
            return; // a newer wish
        m_news.reset();
        m_newsTimer.stop();
        m_searched.reset();
        if (found)
            show(found->rows);
        else
            Q_EMIT searchFailed(found.error());
        Q_EMIT searchEnded();
    });
}

void ShownRequests::showNews()
{
    std::optional<FoundRows> found;
    {
        const QMutexLocker lock(&m_news->mutex);
        found.swap(m_news->found);
    }
    if (!found)
        return;
    m_newsTimer.setInterval(std::chrono::milliseconds(50));
    m_searched = found->looked;
    show(std::move(found->rows));
}

void ShownRequests::show(std::optional<std::vector<qint64>> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    // Rows of a check that is older than the last change may be behind the end.
    while (m_rows && !m_rows->empty() && m_rows->back() >= m_model.rowCount())
        m_rows->pop_back();
    if (m_rows && m_kept >= 0) {
        const auto place = std::ranges::lower_bound(*m_rows, m_kept);
        if (place == m_rows->end() || *place != m_kept)
            m_rows->insert(place, m_kept);
    }
    endResetModel();
}

int ShownRequests::placeOf(int row) const
{
    if (row < 0 || row >= m_model.rowCount())
        return -1;
    if (!m_rows)
        return row;
    const auto found = std::ranges::lower_bound(*m_rows, row);
    return found != m_rows->end() && *found == row ? int(found - m_rows->begin()) : -1;
}

int ShownRequests::rowOf(int place) const
{
    if (place < 0 || place >= rowCount())
        return -1;
    return m_rows ? int((*m_rows)[size_t(place)]) : place;
}

QModelIndex ShownRequests::mapToSource(const QModelIndex &proxy) const
{
    return proxy.isValid() ? m_model.index(rowOf(proxy.row()), proxy.column()) : QModelIndex();
}

QModelIndex ShownRequests::mapFromSource(const QModelIndex &source) const
{
    const int place = source.isValid() ? placeOf(source.row()) : -1;
    return place >= 0 ? index(place, source.column()) : QModelIndex();
}

QModelIndex ShownRequests::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int ShownRequests::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_rows ? int(m_rows->size()) : m_model.rowCount();
}

int ShownRequests::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_model.columnCount();
}

QVariant ShownRequests::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

#include "moc_shownrequests.cpp"
