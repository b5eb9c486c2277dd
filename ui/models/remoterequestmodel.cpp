// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remoterequestmodel.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace {

using RequestColumn = Column<RemoteRequest, RemoteRequestContext>;
constexpr Qt::Alignment left = Qt::AlignLeading | Qt::AlignVCenter;

QString keyOf(const RemoteRequest &request)
{
    return request.remoteId.isEmpty() ? u'c' + request.customId : u'r' + request.remoteId;
}

constexpr std::array<RequestColumn, RemoteRequestModel::ColumnsEnd> columns = {{
    {QT_TRANSLATE_NOOP("RemoteRequestModel", "custom_id"),
     [](const RemoteRequest &row, const RemoteRequestContext &) { return row.customId; },
     [](const RemoteRequest &row) { return QVariant(row.customId); }, left, 34,
     [](const RemoteRequest &row, const RemoteRequestContext &) {
         return row.customId.toHtmlEscaped();
     }},
    {QT_TRANSLATE_NOOP("RemoteRequestModel", "Provider says"),
     [](const RemoteRequest &row, const RemoteRequestContext &) { return row.status; },
     [](const RemoteRequest &row) { return QVariant(row.status); }, left, 20},
    {QT_TRANSLATE_NOOP("RemoteRequestModel", "Its id there"),
     [](const RemoteRequest &row, const RemoteRequestContext &) { return row.remoteId; },
     [](const RemoteRequest &row) { return QVariant(row.remoteId); }, left, 40,
     [](const RemoteRequest &row, const RemoteRequestContext &) {
         return row.remoteId.toHtmlEscaped();
     }},
}};

} // namespace

RemoteRequestModel::RemoteRequestModel(QObject *parent)
    : TableModel("RemoteRequestModel", columns, parent)
{}

void RemoteRequestModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void RemoteRequestModel::replace(const QList<RemoteRequest> &requests)
{
    QSet<QString> listed;
    for (const RemoteRequest &request : requests)
        listed.insert(keyOf(request));
    for (int row = rows() - 1; row >= 0; --row) {
        if (listed.contains(keyOf(*rowAt(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    append(requests);
}

void RemoteRequestModel::append(const QList<RemoteRequest> &requests)
{
    QHash<QString, int> known;
    for (int row = 0; row < rows(); ++row)
        known.insert(keyOf(*rowAt(row)), row);
    std::vector<RemoteRequest> fresh;
    for (const RemoteRequest &request : requests) {
        const QString key = keyOf(request);
        const int at = known.value(key, -1);
        if (at >= rows()) {
            fresh[static_cast<std::size_t>(at - rows())] = request; // twice in one page
        } else if (at >= 0) {
            m_rows[static_cast<std::size_t>(at)] = request;
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnsEnd - 1));
        } else {
            known.insert(key, rows() + static_cast<int>(fresh.size()));
            fresh.push_back(request);
        }
    }
    if (fresh.empty())
        return;
    beginInsertRows({}, rows(), rows() + static_cast<int>(fresh.size()) - 1);
    std::ranges::move(fresh, std::back_inserter(m_rows));
    endInsertRows();
}

QStringList RemoteRequestModel::statuses() const
{
    QStringList words;
    for (const RemoteRequest &row : m_rows)
        if (!row.status.isEmpty() && !words.contains(row.status))
            words.append(row.status);
    words.sort();
    return words;
}

#include "moc_remoterequestmodel.cpp"
