// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace practice {

/// What is known of a staged batch from its creation on. Times are wall-clock milliseconds.
struct StagedDraft {
    QString id;
    qint64 sequence = 0;
    qint64 createdMs = 0;
    QString name;
    QString description;
    QString model;
    QString endpoint;
    qint64 count = 0; ///< of requests
    qint64 bytes = 0; ///< of their lines
    qint64 addedMs = 0; ///< the last time
    qint64 startedMs = 0; ///< 0: nobody asked for it
    qint64 cancelledMs = 0;
    bool begun = false; ///< the engine has it
    bool lostAdd = false; ///< the answer to an addition was lost once

    /// Whether the description holds practice=WORD.
    [[nodiscard]] bool asksFor(QLatin1StringView word) const;
    [[nodiscard]] QString askedWord() const; ///< of practice=WORD
};

/// The staged batches of a folder and the requests that they were given, a line each. An addition
/// counts once its record is written: what a kill leaves behind is cut off. One thread.
class StagedDrafts {
public:
    [[nodiscard]] static Result<StagedDrafts> open(const QString &folder);

    [[nodiscard]] const StagedDraft *find(const QString &id) const;
    [[nodiscard]] QList<StagedDraft> newestFirst() const;
    [[nodiscard]] qint64 nextSequence() { return ++m_lastSequence; }
    [[nodiscard]] Result<> save(const StagedDraft &draft);
    [[nodiscard]] QString linesPath(const QString &id) const;

    /// Appends lines (without line ends), counts them and saves.
    [[nodiscard]] Result<> append(StagedDraft draft, const QByteArrayList &lines);
    /// Hashes of the custom_ids that are there.
    [[nodiscard]] Result<QSet<quint64> *> ids(const StagedDraft &draft);

private:
    explicit StagedDrafts(QString folder) : m_folder(std::move(folder)) {}

    QString m_folder;
    qint64 m_lastSequence = 0;
    QHash<QString, StagedDraft> m_drafts;
    QString m_idsOf; ///< the batch whose ids are held
    QSet<quint64> m_ids;
};

} // namespace practice
