// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/stageddrafts.h"

#include "practice/jsontext.h"
#include "practice/linefile.h"
#include "practice/requestline.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject toJson(const StagedDraft &draft)
{
    return {{u"id"_s, draft.id},
            {u"sequence"_s, draft.sequence},
            {u"created_ms"_s, draft.createdMs},
            {u"name"_s, draft.name},
            {u"description"_s, draft.description},
            {u"model"_s, draft.model},
            {u"endpoint"_s, draft.endpoint},
            {u"count"_s, draft.count},
            {u"bytes"_s, draft.bytes},
            {u"added_ms"_s, draft.addedMs},
            {u"started_ms"_s, draft.startedMs},
            {u"cancelled_ms"_s, draft.cancelledMs},
            {u"begun"_s, draft.begun},
            {u"lost_add"_s, draft.lostAdd}};
}

StagedDraft fromJson(const QJsonObject &json)
{
    return {.id = json["id"_L1].toString(),
            .sequence = json["sequence"_L1].toInteger(),
            .createdMs = json["created_ms"_L1].toInteger(),
            .name = json["name"_L1].toString(),
            .description = json["description"_L1].toString(),
            .model = json["model"_L1].toString(),
            .endpoint = json["endpoint"_L1].toString(),
            .count = json["count"_L1].toInteger(),
            .bytes = json["bytes"_L1].toInteger(),
            .addedMs = json["added_ms"_L1].toInteger(),
            .startedMs = json["started_ms"_L1].toInteger(),
            .cancelledMs = json["cancelled_ms"_L1].toInteger(),
            .begun = json["begun"_L1].toBool(),
            .lostAdd = json["lost_add"_L1].toBool()};
}

} // namespace

QString StagedDraft::askedWord() const
{
    static const QRegularExpression asked(u"practice=([a-z_]+)"_s);
    return asked.match(description).captured(1);
}

bool StagedDraft::asksFor(QLatin1StringView word) const
{
    return askedWord() == word;
}

Result<StagedDrafts> StagedDrafts::open(const QString &folder)
{
    StagedDrafts drafts(QDir(folder).absolutePath());
    if (!QDir().mkpath(drafts.m_folder))
        return Failure(Error{.kind = ErrorKind::Disk,
                             .message = u"%1 cannot be made."_s.arg(drafts.m_folder)});
    const QDir dir(drafts.m_folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const StagedDraft draft = fromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (draft.id + ".json"_L1 != name)
            continue;
        QFile lines(drafts.linesPath(draft.id));
        if (!draft.begun && lines.exists() && lines.size() > draft.bytes
            && !lines.resize(draft.bytes))
            return Failure(diskError(lines));
        drafts.m_lastSequence = std::max(drafts.m_lastSequence, draft.sequence);
        drafts.m_drafts.insert(draft.id, draft);
    }
    return drafts;
}

const StagedDraft *StagedDrafts::find(const QString &id) const
{
    const auto found = m_drafts.constFind(id);
    return found == m_drafts.cend() ? nullptr : &*found;
}

QList<StagedDraft> StagedDrafts::newestFirst() const
{
    QList<StagedDraft> sorted = m_drafts.values();
    std::ranges::sort(sorted, std::greater(), &StagedDraft::sequence);
    return sorted;
}

QString StagedDrafts::linesPath(const QString &id) const
{
    return m_folder + u'/' + id + ".lines"_L1;
}

Result<> StagedDrafts::save(const StagedDraft &draft)
{
    QSaveFile file(m_folder + u'/' + draft.id + ".json"_L1);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact)) < 0
        || !file.commit())
        return Failure(diskError(file));
    m_drafts.insert(draft.id, draft);
    return {};
}

Result<> StagedDrafts::append(StagedDraft draft, const QByteArrayList &lines)
{
    QFile file(linesPath(draft.id));
    const QByteArray bytes = lines.isEmpty() ? QByteArray() : lines.join('\n') + '\n';
    if (!file.open(QIODevice::ReadWrite) || !file.resize(draft.bytes) || !file.seek(draft.bytes)
        || file.write(bytes) != bytes.size() || !file.flush())
        return Failure(diskError(file));
    draft.count += lines.size();
    draft.bytes += bytes.size();
    return save(draft);
}

Result<QSet<quint64> *> StagedDrafts::ids(const StagedDraft &draft)
{
    if (m_idsOf == draft.id)
        return &m_ids;
    m_idsOf.clear();
    m_ids.clear();
    if (draft.count > 0) {
        const Result<LineStarts> starts = findLines(linesPath(draft.id));
        Result<LineFile> file = LineFile::open(linesPath(draft.id));
        if (!starts || !file)
            return Failure(starts ? file.error() : starts.error());
        LineParser parser;
        for (std::size_t line = 0; line + 1 < starts->size(); ++line) {
            const auto bytes = file->read(*starts, line);
            if (!bytes)
                return Failure(bytes.error());
            if (const auto request = parser.parse(*bytes, {}))
                m_ids.insert(stableHash(request->customId));
        }
    }
    m_idsOf = draft.id;
    return &m_ids;
}

} // namespace practice
