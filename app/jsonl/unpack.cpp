// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/unpack.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostIn = 256 << 10;
constexpr std::size_t outBytes = 1 << 20;
/// Enough of a text to tell what it is.
constexpr std::size_t frontBytes = 64 << 10;
constexpr qint64 roomEvery = 16 << 20;

Packing packingOf(std::string_view front)
{
    if (front.starts_with("\x1f\x8b\x08"))
        return Packing::Gzip;
    // The first byte of a frame that is to be skipped has 16 values.
    const bool isSkipped = front.size() >= 4 && front.substr(1, 3) == "\x2a\x4d\x18"
        && (static_cast<unsigned char>(front[0]) & 0xF0U) == 0x50;
    if (front.starts_with("\x28\xb5\x2f\xfd") || isSkipped)
        return Packing::Zstd;
    return Packing::None;
}

/// Of a frame that wants more memory to be read than a reader has to have, 128 MiB.
bool hasLargeWindow(std::string_view front)
{
    constexpr unsigned mostLog = 27;
    if (front.size() < 6 || !front.starts_with("\x28\xb5\x2f\xfd"))
        return false;
    const auto descriptor = static_cast<unsigned char>(front[4]);
    const auto window = static_cast<unsigned char>(front[5]);
    const bool isOneSegment = (descriptor & 0x20U) != 0; // its window is the whole of it
    const unsigned log = 10 + (window >> 3U);
    return !isOneSegment && (log > mostLog || (log == mostLog && (window & 7U) != 0));
}

bool isTar(std::string_view front)
{
    return front.size() > 262 && front.substr(257, 5) == "ustar";
}

struct EndFilter {
    void operator()(KFilterBase *filter) const
    {
        filter->terminate();
        delete filter;
    }
};

KCompressionDevice::CompressionType typeOf(Packing packing)
{
    return packing == Packing::Zstd ? KCompressionDevice::Zstd : KCompressionDevice::GZip;
}

Error bad(const QString &words)
{
    return {.kind = ErrorKind::BadInput, .message = words};
}

/// One file on its way. The filters of KArchive are used and not its device: that one takes a file
/// that is cut for a whole one.
class Unpacker {
public:
    Unpacker(const InputFile &from, Packing packing, const Unpacking &to, const Pass &pass)
        : m_from(from)
        , m_to(to)
        , m_pass(pass)
        , m_filter(KCompressionDevice::filterForCompressionType(typeOf(packing)))
        , m_in(static_cast<std::size_t>(std::clamp<qint64>(pass.blockBytes, 1, mostIn)))
        , m_out(outBytes)
    {}
    [[nodiscard]] Result<> run();

private:
    [[nodiscard]] Result<bool> hasLargeWindow() const;
    [[nodiscard]] Result<> take(std::size_t size);
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] Result<> put(std::string_view bytes);
    [[nodiscard]] Result<> lookAtFront();
    [[nodiscard]] Result<> lookForRoom();
    [[nodiscard]] QString name() const { return QDir::toNativeSeparators(m_from.path()); }
    [[nodiscard]] Error damaged() const;

    const InputFile &m_from;
    const Unpacking &m_to;
    const Pass &m_pass;
    std::unique_ptr<KFilterBase, EndFilter> m_filter;
    std::vector<char> m_in;
    std::vector<char> m_out;
    std::string m_front; ///< of the text, until it was looked at
    bool m_isFrontSeen = false;
    bool m_isAtEnd = false; ///< of a member
    qint64 m_written = 0;
    qint64 m_nextRoom = 0;
};

Result<> Unpacker::run()
{
    if (!m_filter || !m_filter->init(QIODevice::ReadOnly))
        return Failure(damaged());
    if (const Result<bool> large = hasLargeWindow(); !large || *large)
        return Failure(large ? bad(QCoreApplication::translate(
                                       "Unpack",
                                       "%1 takes more than 128 MiB of memory to unpack (zstd "
                                       "--long). Pack it without that.")
                                       .arg(name()))
                             : large.error());
    for (qint64 offset = 0;;) {
        if (m_pass.cancelled())
            return Failure(cancelledError());
        const Result<qint64> got
            = m_from.readAt(offset, m_in.data(), static_cast<qint64>(m_in.size()));
        if (!got)
            return Failure(got.error());
        if (*got == 0)
            break;
        offset += *got;
        if (const Result<> taken = take(static_cast<std::size_t>(*got)); !taken)
            // A file that is being written looks damaged.
            return m_from.isUnchanged() ? taken : Failure(m_from.changedError());
        m_pass.tell(std::min(offset, m_from.size()), m_from.size());
    }
    if (!m_from.isUnchanged())
        return Failure(m_from.changedError());
    if (!m_isAtEnd)
        return Failure(
            bad(QCoreApplication::translate(
                    "Unpack",
                    "%1 ends in the middle of its compressed data: it was cut, or is still being "
                    "written. Copy or download it again.")
                    .arg(name())));
    return m_isFrontSeen ? Result<>() : lookAtFront();
}

Result<bool> Unpacker::hasLargeWindow() const
{
    char front[6] = {};
    const Result<qint64> got = m_from.readAt(0, front, sizeof front);
    if (!got)
        return Failure(got.error());
    return ::hasLargeWindow({front, static_cast<std::size_t>(*got)});
}

/// Unpacks all of the block at hand.
Result<> Unpacker::take(std::size_t size)
{
    m_filter->setInBuffer(m_in.data(), static_cast<unsigned>(size));
    // A full buffer may leave more to come; without input, a filter says that by an error.
    while (m_filter->inBufferAvailable() > 0) {
        if (m_pass.cancelled())
            return Failure(cancelledError());
        const Result<bool> moved = step();
        if (!moved)
            return Failure(moved.error());
        if (!*moved)
            return Failure(damaged());
    }
    while (!m_isAtEnd && m_filter->outBufferAvailable() == 0) {
        m_filter->setOutBuffer(m_out.data(), static_cast<unsigned>(m_out.size()));
        const KFilterBase::Result result = m_filter->uncompress();
        m_isAtEnd = result == KFilterBase::End;
        const std::size_t got
            = m_out.size() - static_cast<std::size_t>(m_filter->outBufferAvailable());
        if (const Result<> written = put({m_out.data(), got}); !written)
            return written;
    }
    return {};
}

/// One buffer of text; false: the filter does not move any more.
Result<bool> Unpacker::step()
{
    const int before = m_filter->inBufferAvailable();
    m_filter->setOutBuffer(m_out.data(), static_cast<unsigned>(m_out.size()));
    const KFilterBase::Result result = m_filter->uncompress();
    if (result == KFilterBase::Error)
        return Failure(damaged());
    m_isAtEnd = result == KFilterBase::End;
    const std::size_t got = m_out.size() - static_cast<std::size_t>(m_filter->outBufferAvailable());
    if (const Result<> written = put({m_out.data(), got}); !written)
        return Failure(written.error());
    return got > 0 || m_filter->inBufferAvailable() < before;
}

Result<> Unpacker::put(std::string_view bytes)
{
    if (bytes.empty())
        return {};
    if (!m_isFrontSeen) {
        m_front += bytes.substr(0, frontBytes);
        if (m_front.size() >= frontBytes)
            if (const Result<> seen = lookAtFront(); !seen)
                return seen;
    }
    m_written += static_cast<qint64>(bytes.size());
    if (m_written >= m_nextRoom)
        if (const Result<> room = lookForRoom(); !room)
            return room;
    return m_to.write(bytes);
}

Result<> Unpacker::lookAtFront()
{
    m_isFrontSeen = true;
    if (packingOf(m_front) != Packing::None || isTar(m_front))
        return Failure(
            bad(QCoreApplication::translate(
                    "Unpack",
                    "%1 is packed more than once, or holds an archive of files. Unpack it once, "
                    "and open what comes out.")
                    .arg(name())));
    // Zeros, mostly: what else is binary is found by who reads it, and said more exactly.
    if (m_front.contains('\0') && !m_front.contains('{'))
        return Failure(
            bad(QCoreApplication::translate(
                    "Unpack", "%1 holds no text but binary data. Choose a file of JSON lines.")
                    .arg(name())));
    m_front = std::string();
    return {};
}

Result<> Unpacker::lookForRoom()
{
    m_nextRoom = m_written + roomEvery;
    if (m_written > m_to.usualMost && m_written / m_to.mostTimes > m_from.size())
        return Failure(bad(
            QCoreApplication::translate("Unpack",
                                        "%1 unpacks to more than %2, far more than requests would. "
                                        "If that is right, unpack it yourself and open what comes "
                                        "out.")
                .arg(name(), QLocale().formattedDataSize(m_to.usualMost))));
    const qint64 free = m_to.free ? m_to.free() : -1;
    if (free < 0 || free >= m_to.reserve)
        return {};
    //: %1 is a file, %2 and %3 are sizes such as 64 MiB
    const QString words = QCoreApplication::translate(
        "Unpack",
        "%1 does not fit on the disk unpacked: %2 of it are there, and %3 are free. Make "
        "room, or unpack it on another disk and open what comes out.");
    return Failure(Error{.kind = ErrorKind::Disk,
                         .message = words.arg(name(), QLocale().formattedDataSize(m_written),
                                              QLocale().formattedDataSize(free)),
                         .code = u"no_space"_s});
}

Error Unpacker::damaged() const
{
    return bad(QCoreApplication::translate(
                   "Unpack",
                   "%1 is damaged: its compressed data or their checksum are wrong, or something "
                   "follows that is not part of them. Copy or download it again.")
                   .arg(name()));
}

} // namespace

Result<Packing> packingOf(const InputFile &file)
{
    char front[4] = {};
    const Result<qint64> got = file.readAt(0, front, sizeof front);
    if (!got)
        return Failure(got.error());
    return packingOf(std::string_view(front, static_cast<std::size_t>(*got)));
}

Result<> unpack(const InputFile &from, Packing packing, const Unpacking &to, const Pass &pass)
{
    return Unpacker(from, packing, to, pass).run();
}
