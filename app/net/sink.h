// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

struct HttpReply;

/// Where the body of a successful reply goes, chunk by chunk, on the net thread. A sink is used
/// once: headers, meet, begin, write..., then either commit or nothing (its destructor leaves
/// nothing behind that could be taken for whole). Bodies of other statuses never reach it.
class Sink {
public:
    /// What is done with an answer: its body is taken; or it is of no use, and the same is asked
    /// once more with what headers() says then; or nothing was left to send, commit follows at once.
    enum class Reception : quint8 { Take, Again, Whole };

    virtual ~Sink() = default;
    /// What goes along with the request besides its own headers, also to where a redirect leads.
    [[nodiscard]] virtual QList<std::pair<QByteArray, QByteArray>> headers() { return {}; }
    /// Status and headers of a successful answer, or of a 416 where headers() asked for a range.
    [[nodiscard]] virtual Result<Reception> meet(const HttpReply &head);
    /// How much of the file was here before the present answer.
    [[nodiscard]] virtual qint64 offset() const { return 0; }
    [[nodiscard]] virtual Result<> begin() = 0;
    [[nodiscard]] virtual Result<> write(QByteArrayView chunk) = 0;
    /// Called once, when the body is whole. Fills in the reply's body or file fields.
    [[nodiscard]] virtual Result<> commit(HttpReply &reply) = 0;
    /// True where only a short answer is expected: it is not held up by transfers of files.
    [[nodiscard]] virtual bool isShort() const { return false; }
};

/// Keeps at most cap bytes in memory; more is an error (BadReply).
class MemorySink final : public Sink {
public:
    explicit MemorySink(qint64 cap = 8 * 1024 * 1024) : m_cap(cap) {}
    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> write(QByteArrayView chunk) override;
    [[nodiscard]] Result<> commit(HttpReply &reply) override;
    [[nodiscard]] bool isShort() const override { return true; }

private:
    qint64 m_cap;
    QByteArray m_bytes;
};

/// Streams into path + ".part"; commit syncs, renames to path and syncs the folder. Counts bytes
/// and lines (by 0x0A, an unfinished last one counts) and hashes with SHA-256. An existing file at
/// path is replaced only by a whole one. A file that is only passed on need not outlive a power cut:
/// Keep::ForNow leaves the syncing out.
enum class Keep : quint8 { ForGood, ForNow };
class FileSink final : public Sink {
public:
    explicit FileSink(QString path, Keep keep = Keep::ForGood);
    ~FileSink() override;
    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> write(QByteArrayView chunk) override;
    [[nodiscard]] Result<> commit(HttpReply &reply) override;

private:
    QString m_path;
    Keep m_keep;
    QFile m_part;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_bytes = 0;
    qint64 m_lines = 0;
    char m_last = '\n';
};

/// For replies that hold results in a top-level array of a JSON object: each element of that array
/// goes to a file as one line (its bytes untouched but for line ends between tokens, which become
/// spaces), everything else stays in memory with an empty array in its place. Memory stays flat
/// whatever the size. A reply without the array leaves no file.
class SplitArraySink final : public Sink {
public:
    static constexpr qint64 usualCap = 8 * 1024 * 1024;
    SplitArraySink(QString path, QByteArray key, qint64 cap = usualCap, Keep keep = Keep::ForGood);
    ~SplitArraySink() override;
    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> write(QByteArrayView chunk) override;
    [[nodiscard]] Result<> commit(HttpReply &reply) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};
