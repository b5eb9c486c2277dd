// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "practice/batchrecord.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace practice {

/// A file at the provider.
struct FileRecord {
    QString id;
    qint64 sequence = 0;
    qint64 createdMs = 0;
    qint64 bytes = 0;
    QString name;
    QString purpose; ///< batch, batch_output
    qint64 expiresAt = 0; ///< Unix seconds, 0 never

    bool operator==(const FileRecord &) const = default;
};

/// The files and batches of one dialect, on disk: each record is a small JSON file that is
/// replaced as a whole, each content a file that is renamed into place before its record is
/// written. What a kill leaves half done is swept away when the store is opened.
class Store {
public:
    [[nodiscard]] static Result<Store> open(const QString &folder);

    [[nodiscard]] static QString newId(QLatin1StringView prefix);
    [[nodiscard]] qint64 nextSequence() { return ++m_lastSequence; }

    /// A record whose content is in place already at contentPath.
    [[nodiscard]] Result<> addFile(FileRecord record);
    [[nodiscard]] const FileRecord *file(const QString &id) const;
    [[nodiscard]] QList<FileRecord> files() const; ///< newest first
    bool removeFile(const QString &id);
    [[nodiscard]] QString contentPath(const QString &fileId) const;

    /// Keeps a batch's input readable, whatever becomes of the file it was made from.
    [[nodiscard]] Result<> holdInput(const QString &batchId, const QString &fileId);
    void releaseInput(const QString &batchId);
    [[nodiscard]] QString inputPath(const QString &batchId) const;

    [[nodiscard]] Result<> save(const BatchRecord &record);
    [[nodiscard]] const BatchRecord *batch(const QString &id) const;
    [[nodiscard]] QList<BatchRecord> batches() const; ///< newest first

private:
    explicit Store(QString folder) : m_folder(std::move(folder)) {}
    void loadFiles();
    void loadBatches();

    QString m_folder;
    qint64 m_lastSequence = 0;
    QHash<QString, FileRecord> m_files;
    QHash<QString, BatchRecord> m_batches;
};

} // namespace practice
