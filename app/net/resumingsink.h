// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "net/partnote.h"
#include "net/sink.h"

/// Streams into path + ".part" as FileSink does, but what has arrived before a cut is kept, with a
/// note beside it (path + ".part.json"), and the next sink of the same path and source asks for the
/// rest only. The part outlives the process (kill -9 too); after a power cut what was synced of it.
///
/// Two answers are put together only where the server proves that they are of the same content: a
/// strong validator, and a range that begins where the part ends and is of the same whole. All else
/// starts over: a server that ignores the range, another validator or length, a range that does not
/// fit, several ranges in one answer. An answer that cannot be the file (a web page, a compressed
/// body) does no harm to the part.
///
/// The digest begins with the bytes of the part as they are on the disk. A full disk (noSpaceCode)
/// keeps the part too; the last bytes of room are left to others.
class ResumingSink final : public Sink {
public:
    static constexpr qint64 usualReserve = 1024 * 1024;
    /// source: the same words each time for the same thing, such as connection and file id. reserve:
    /// room on the disk that is never taken, so that the library can note down that it is full.
    ResumingSink(QString path, const QByteArray &source, qint64 reserve = usualReserve);
    ~ResumingSink() override;
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> headers() override;
    [[nodiscard]] Result<Reception> meet(const HttpReply &head) override;
    [[nodiscard]] qint64 offset() const override { return m_start; }
    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> write(QByteArrayView chunk) override;
    [[nodiscard]] Result<> commit(HttpReply &reply) override;

private:
    [[nodiscard]] bool pickUp();
    [[nodiscard]] bool readPart(qint64 size);
    [[nodiscard]] Result<Reception> meetRange(const HttpReply &head);
    [[nodiscard]] bool fits(const HttpReply &head, const ContentRange &range) const;
    [[nodiscard]] bool isWhole(const HttpReply &head) const;
    [[nodiscard]] Result<> lookForRoom(qint64 wanted);
    void count(QByteArrayView bytes);
    void keep();
    void drop();

    QString m_path;
    QByteArray m_source;
    QFile m_part; ///< unbuffered: after an error nothing may be written twice
    PartNote m_note;
    Sha256 m_hash;
    bool m_hasLooked = false;
    bool m_isFresh = true; ///< the answer begins at the first byte
    bool m_isChanged = false; ///< since the note was written
    qint64 m_start = 0; ///< of the present answer
    qint64 m_end = -1; ///< of a range: it may not bring more
    qint64 m_bytes = 0;
    qint64 m_lines = 0;
    qint64 m_reserve;
    qint64 m_unlooked = -1; ///< bytes since the room was looked at; -1: never
    char m_last = '\n';
};

/// Makes a part again of a file that has just come, where that may be gone on with: an answer that
/// does not tell its size may be cut without a trace, and only who reads its lines can see it.
[[nodiscard]] bool makePart(const QString &path, const QByteArray &source, const HttpReply &reply);

/// What is known of a part of the file at this path, where there is one to go on with: for showing
/// how far it is, and how much room the rest needs.
[[nodiscard]] std::optional<PartNote> partNoteOf(const QString &path);
