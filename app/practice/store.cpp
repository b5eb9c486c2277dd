// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/store.h"

#include "practice/linefile.h"

#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject fileJson(const FileRecord &record)
{
    return {{u"id"_s, record.id},
            {u"sequence"_s, record.sequence},
            {u"created_ms"_s, record.createdMs},
            {u"bytes"_s, record.bytes},
            {u"name"_s, record.name},
            {u"purpose"_s, record.purpose},
            {u"expires_at"_s, record.expiresAt}};
}

FileRecord fileFromJson(const QJsonObject &json)
{
    return {.id = json["id"_L1].toString(),
            .sequence = json["sequence"_L1].toInteger(),
            .createdMs = json["created_ms"_L1].toInteger(),
            .bytes = json["bytes"_L1].toInteger(),
            .name = json["name"_L1].toString(),
            .purpose = json["purpose"_L1].toString(),
            .expiresAt = json["expires_at"_L1].toInteger()};
}

Result<> writeJson(const QString &path, const QJsonObject &json)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QJsonDocument(json).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        return Failure(diskError(file));
    return {};
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

template <class T>
QList<T> newestFirst(const QHash<QString, T> &records)
{
    QList<T> sorted = records.values();
    std::ranges::sort(sorted, std::greater(), &T::sequence);
    return sorted;
}

} // namespace

Result<Store> Store::open(const QString &folder)
{
    Store store(QDir(folder).absolutePath());
    for (const QString &part : {u"/files"_s, u"/batches"_s}) {
        if (!QDir().mkpath(store.m_folder + part))
            return Failure(Error{.kind = ErrorKind::Disk,
                                 .message = u"%1 cannot be made."_s.arg(store.m_folder + part)});
    }
    store.loadFiles();
    store.loadBatches();
    return store;
}

QString Store::newId(QLatin1StringView prefix)
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    QString id(prefix);
    for (const quint32 part : bits)
        id += QString::number(part, 16).rightJustified(8, u'0');
    return id;
}

void Store::loadFiles()
{
    const QDir folder(m_folder + "/files"_L1);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const FileRecord record = fileFromJson(readJson(folder.filePath(name)));
        if (record.id + ".json"_L1 == name && QFile::exists(contentPath(record.id)))
            m_files.insert(record.id, record);
        m_lastSequence = std::max(m_lastSequence, record.sequence);
    }
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (!m_files.contains(name.left(name.indexOf(u'.'))) || name.endsWith(".part"_L1))
            QFile::remove(folder.filePath(name));
    }
}

void Store::loadBatches()
{
    const QDir folder(m_folder + "/batches"_L1);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const auto record = batchFromJson(readJson(folder.filePath(name)));
        if (!record || record->id + ".json"_L1 != name)
            continue;
        m_batches.insert(record->id, *record);
        m_lastSequence = std::max(m_lastSequence, record->sequence);
    }
    for (const QString &name : folder.entryList({u"*.input"_s, u"*.part"_s}, QDir::Files)) {
        if (name.endsWith(".part"_L1) || !m_batches.contains(name.chopped(6)))
            QFile::remove(folder.filePath(name));
    }
}

Result<> Store::addFile(FileRecord record)
{
    if (auto written = writeJson(contentPath(record.id) + ".json"_L1, fileJson(record)); !written)
        return written;
    m_files.insert(record.id, std::move(record));
    return {};
}

const FileRecord *Store::file(const QString &id) const
{
    const auto found = m_files.constFind(id);
    return found == m_files.cend() ? nullptr : &*found;
}

QList<FileRecord> Store::files() const
{
    return newestFirst(m_files);
}

bool Store::removeFile(const QString &id)
{
    if (m_files.remove(id) == 0)
        return false;
    QFile::remove(contentPath(id) + ".json"_L1);
    QFile::remove(contentPath(id));
    return true;
}

QString Store::contentPath(const QString &fileId) const
{
    return m_folder + "/files/"_L1 + fileId;
}

Result<> Store::holdInput(const QString &batchId, const QString &fileId)
{
    // A second name for the same bytes costs nothing; where the disk has none, a copy does.
    std::error_code error;
    std::filesystem::create_hard_link(contentPath(fileId).toStdString(),
                                      inputPath(batchId).toStdString(), error);
    if (!error || QFile::copy(contentPath(fileId), inputPath(batchId)))
        return {};
    return Failure(Error{.kind = ErrorKind::Disk,
                         .message = u"%1 cannot be copied."_s.arg(contentPath(fileId))});
}

void Store::releaseInput(const QString &batchId)
{
    QFile::remove(inputPath(batchId));
}

QString Store::inputPath(const QString &batchId) const
{
    return m_folder + "/batches/"_L1 + batchId + ".input"_L1;
}

Result<> Store::save(const BatchRecord &record)
{
    if (auto written
        = writeJson(m_folder + "/batches/"_L1 + record.id + ".json"_L1, toJson(record));
        !written)
        return written;
    m_batches.insert(record.id, record);
    return {};
}

const BatchRecord *Store::batch(const QString &id) const
{
    const auto found = m_batches.constFind(id);
    return found == m_batches.cend() ? nullptr : &*found;
}

QList<BatchRecord> Store::batches() const
{
    return newestFirst(m_batches);
}

} // namespace practice
