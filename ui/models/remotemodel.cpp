// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remotemodel.h"

#include "core/clock.h"
#include "library/library.h"
#include "models/timewords.h"
#include "theme/colours.h"
#include "theme/icons.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using RemoteColumn = Column<RemoteRow, RemoteModelNow>;
constexpr Qt::Alignment right = Qt::AlignTrailing | Qt::AlignVCenter;
constexpr Qt::Alignment left = Qt::AlignLeading | Qt::AlignVCenter;

QString number(const std::optional<qint64> &count)
{
    return count ? QLocale().toString(*count) : QString();
}

int toneOf(const RemoteRow &row)
{
    return static_cast<int>(colours::toneOf(row.batch.facts.state));
}

QString stateWords(const RemoteRow &row, const RemoteModelNow &)
{
    return stateText(row.batch.facts.state);
}

QString stateToolTip(const RemoteRow &row, const RemoteModelNow &now)
{
    QStringList lines{stateWords(row, now)};
    const BatchFacts &facts = row.batch.facts;
    if (facts.unknownStatus)
        lines.append(RemoteModel::tr("The provider says “%1”, a word that is not known here")
                         .arg(facts.rawStatus));
    if (facts.error)
        lines.append(userText(*facts.error));
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString runWords(const RemoteRow &row, const RemoteModelNow &)
{
    if (!row.isOurs())
        return {};
    if (row.inBin)
        //: %1 is the id of a run
        return RemoteModel::tr("%1, in the bin").arg(row.run.toString());
    return row.run.toString() + u" · "_s + row.runName;
}

constexpr std::array<RemoteColumn, RemoteModel::ColumnsEnd> columns = {{
    {QT_TRANSLATE_NOOP("RemoteModel", "Batch"),
     [](const RemoteRow &row, const RemoteModelNow &) { return row.batch.facts.remoteId; },
     [](const RemoteRow &row) { return QVariant(row.batch.facts.remoteId); }, left, 38,
     [](const RemoteRow &row, const RemoteModelNow &) {
         return row.batch.facts.remoteId.toHtmlEscaped();
     }},
    {QT_TRANSLATE_NOOP("RemoteModel", "Name"),
     [](const RemoteRow &row, const RemoteModelNow &) { return row.batch.name; },
     [](const RemoteRow &row) { return QVariant(row.batch.name); }, left, 22,
     [](const RemoteRow &row, const RemoteModelNow &) { return row.batch.name.toHtmlEscaped(); }},
    {QT_TRANSLATE_NOOP("RemoteModel", "Provider says"),
     [](const RemoteRow &row, const RemoteModelNow &) { return row.batch.facts.rawStatus; },
     [](const RemoteRow &row) { return QVariant(row.batch.facts.rawStatus); }, left, 18, nullptr,
     nullptr, [](const RemoteRow &) { return static_cast<int>(colours::Tone::Subtle); }},
    {QT_TRANSLATE_NOOP("RemoteModel", "State"), stateWords,
     [](const RemoteRow &row) { return QVariant(static_cast<int>(row.batch.facts.state)); }, left,
     16, stateToolTip,
     [](const RemoteRow &row) { return icons::stateIconName(row.batch.facts.state); }, toneOf},
    {QT_TRANSLATE_NOOP("RemoteModel", "Requests"),
     [](const RemoteRow &row, const RemoteModelNow &) {
         return number(row.batch.facts.counts.total);
     },
     [](const RemoteRow &row) { return QVariant(row.batch.facts.counts.total.value_or(-1)); },
     right, 10},
    {QT_TRANSLATE_NOOP("RemoteModel", "Succeeded"),
     [](const RemoteRow &row, const RemoteModelNow &) {
         return number(row.batch.facts.counts.succeeded);
     },
     [](const RemoteRow &row) { return QVariant(row.batch.facts.counts.succeeded.value_or(-1)); },
     right, 11},
    {QT_TRANSLATE_NOOP("RemoteModel", "Failed"),
     [](const RemoteRow &row, const RemoteModelNow &) {
         return number(row.batch.facts.counts.failed);
     },
     [](const RemoteRow &row) { return QVariant(row.batch.facts.counts.failed.value_or(-1)); },
     right, 8, nullptr, nullptr,
     [](const RemoteRow &row) {
         return static_cast<int>(row.batch.facts.counts.failed.value_or(0) > 0
                                     ? colours::Tone::Bad
                                     : colours::Tone::Plain);
     }},
    {QT_TRANSLATE_NOOP("RemoteModel", "Created"),
     [](const RemoteRow &row, const RemoteModelNow &context) {
         return timewords::ago(row.batch.facts.createdAt, context.now);
     },
     [](const RemoteRow &row) { return QVariant(row.batch.facts.createdAt); }, left, 13,
     [](const RemoteRow &row, const RemoteModelNow &) {
         return timewords::exact(row.batch.facts.createdAt);
     },
     nullptr, [](const RemoteRow &) { return static_cast<int>(colours::Tone::Subtle); }},
    {QT_TRANSLATE_NOOP("RemoteModel", "Our run"), runWords,
     [](const RemoteRow &row) { return QVariant(row.run.value); }, left, 24,
     [](const RemoteRow &row, const RemoteModelNow &) {
         return row.isOurs() && !row.inBin
             ? RemoteModel::tr("Open %1").arg(row.runName).toHtmlEscaped()
             : QString();
     },
     nullptr,
     [](const RemoteRow &row) {
         return static_cast<int>(row.inBin ? colours::Tone::Subtle : colours::Tone::Active);
     }},
}};

} // namespace

RemoteModel::RemoteModel(const Library &library, const Clock &clock, QObject *parent)
    : TableModel("RemoteModel", columns, parent)
    , m_library(library)
    , m_clock(clock)
    , m_now{clock.now()}
{
    connect(&library, &Library::runsChanged, this, &RemoteModel::findOurs);
    connect(&library, &Library::batchesChanged, this, &RemoteModel::findOurs);
}

void RemoteModel::setConnection(ConnectionId connection)
{
    m_connection = connection;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void RemoteModel::replace(const QList<RemoteBatch> &batches)
{
    QSet<QString> listed;
    for (const RemoteBatch &batch : batches)
        listed.insert(batch.facts.remoteId);
    for (int row = rows() - 1; row >= 0; --row) {
        if (listed.contains(rowAt(row)->batch.facts.remoteId))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    append(batches);
}

void RemoteModel::append(const QList<RemoteBatch> &batches)
{
    m_now.now = m_clock.now();
    QHash<QString, int> known;
    for (int row = 0; row < rows(); ++row)
        known.insert(rowAt(row)->batch.facts.remoteId, row);
    const QHash<QString, RunId> ours = oursById();
    std::vector<RemoteRow> fresh;
    for (const RemoteBatch &batch : batches) {
        const QString &id = batch.facts.remoteId;
        if (const int at = known.value(id, -1); at >= rows()) {
            fresh[static_cast<std::size_t>(at - rows())].batch = batch; // twice in one page
        } else if (at >= 0) {
            m_rows[static_cast<std::size_t>(at)].batch = batch;
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnsEnd - 1));
        } else {
            known.insert(id, rows() + static_cast<int>(fresh.size()));
            fresh.push_back({.batch = batch, .run = {}, .runName = {}});
            mark(fresh.back(), ours.value(id));
        }
    }
    if (fresh.empty())
        return;
    beginInsertRows({}, rows(), rows() + static_cast<int>(fresh.size()) - 1);
    std::ranges::move(fresh, std::back_inserter(m_rows));
    endInsertRows();
}

const RemoteRow *RemoteModel::row(int row) const
{
    return row >= 0 && row < rows() ? rowAt(row) : nullptr;
}

int RemoteModel::rowOf(const QString &remoteId) const
{
    const auto found = std::ranges::find(
        m_rows, remoteId, [](const RemoteRow &row) { return row.batch.facts.remoteId; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RemoteModel::ours() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &RemoteRow::isOurs));
}

bool RemoteModel::hasNames() const
{
    return std::ranges::any_of(m_rows,
                               [](const RemoteRow &row) { return !row.batch.name.isEmpty(); });
}

void RemoteModel::tick()
{
    m_now.now = m_clock.now();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Created), index(rows() - 1, Created), {Qt::DisplayRole});
}

QHash<QString, RunId> RemoteModel::oursById() const
{
    QHash<QString, RunId> ours;
    const QList<BatchId> ids = m_library.batchIds();
    for (const BatchId id : ids)
        if (const Batch *batch = m_library.batch(id);
            batch->connection == m_connection && !batch->facts.remoteId.isEmpty())
            ours.insert(batch->facts.remoteId, batch->run);
    return ours;
}

bool RemoteModel::mark(RemoteRow &row, RunId id) const
{
    const Run *run = id.isNull() ? nullptr : m_library.run(id);
    const QString name = run ? run->name : QString();
    const bool inBin = run && run->deleted;
    if (row.run == id && row.runName == name && row.inBin == inBin)
        return false;
    row.run = id;
    row.runName = name;
    row.inBin = inBin;
    return true;
}

void RemoteModel::findOurs()
{
    if (m_rows.empty())
        return;
    const QHash<QString, RunId> ours = oursById();
    for (int number = 0; number < rows(); ++number) {
        RemoteRow &row = m_rows[static_cast<std::size_t>(number)];
        if (mark(row, ours.value(row.batch.facts.remoteId)))
            Q_EMIT dataChanged(index(number, 0), index(number, ColumnsEnd - 1));
    }
}

QVariant RemoteModel::extra(const RemoteRow &row, int column, int role) const
{
    switch (role) {
    case IdRole: return QVariant::fromValue(row.run);
    case LinkRole: return column == OurRun && row.isOurs() && !row.inBin;
    case Qt::AccessibleTextRole:
        if (column == Id && row.isOurs())
            return tr("%1, followed here").arg(row.batch.facts.remoteId);
        return {};
    default: return {};
    }
}

#include "moc_remotemodel.cpp"
