// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/requesttext.h"

#include "core/privatefolder.h"
#include "core/uninterrupted.h"
#include "jsonl/unpack.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

qint64 freeAt(const QString &folder)
{
    std::error_code error;
    const std::filesystem::space_info space
        = std::filesystem::space(QFileInfo(folder).filesystemFilePath(), error);
    return error ? -1 : qint64(space.available);
}

/// A file without a name, for its owner alone.
class ScratchFile {
public:
    [[nodiscard]] static Result<ScratchFile> create(const QString &folder);
    ScratchFile(ScratchFile &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1)), m_folder(std::move(other.m_folder))
    {}
    ScratchFile(const ScratchFile &) = delete;
    ScratchFile &operator=(const ScratchFile &) = delete;
    ~ScratchFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] Result<> write(std::string_view bytes);
    /// What was written, for reading.
    [[nodiscard]] Result<InputFile> take(const QString &path)
    {
        return InputFile::ofDescriptor(std::exchange(m_descriptor, -1), path);
    }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    ScratchFile() = default;
    [[nodiscard]] static Error failure(const QString &folder, int code)
    {
        return {.kind = ErrorKind::Disk,
                .message = QCoreApplication::translate(
                               "RequestText", "There is no unpacking into the folder %1: %2")
                               .arg(QDir::toNativeSeparators(folder), qt_error_string(code))};
    }
    int m_descriptor = -1;
    QString m_folder;
};

Result<ScratchFile> ScratchFile::create(const QString &folder)
{
    ScratchFile file;
    file.m_folder = folder.isEmpty() ? QDir::tempPath() : folder;
    if (!makePrivateFolder(file.m_folder))
        return Failure(failure(file.m_folder, errno));
    // Not every file system can make a file that never had a name.
    const QByteArray pattern = QFile::encodeName(file.m_folder + "/.unpacked.XXXXXX"_L1);
    QByteArray name;
    file.m_descriptor = uninterrupted([&] {
        name = pattern;
        return ::mkostemp(name.data(), O_CLOEXEC);
    });
    if (file.m_descriptor < 0)
        return Failure(failure(file.m_folder, errno));
    ::unlink(name.constData());
    return file;
}

Result<> ScratchFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n
            = uninterrupted([&] { return ::write(m_descriptor, bytes.data(), bytes.size()); });
        if (n < 0)
            return Failure(failure(m_folder, errno));
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return {};
}

/// Without what tells that it is packed; lower case.
QString plainName(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    return isNamedAsPacked(name) ? name.first(name.lastIndexOf(u'.')) : name;
}

} // namespace

Result<InputFile> openText(const QString &path, const QString &folder, const Pass &pass)
{
    Result<InputFile> file = InputFile::open(path);
    if (!file)
        return file;
    const Result<Packing> packing = packingOf(*file);
    if (!packing)
        return Failure(packing.error());
    if (*packing == Packing::None)
        return file;
    Result<ScratchFile> scratch = ScratchFile::create(folder);
    if (!scratch)
        return Failure(scratch.error());
    const Unpacking to{.write = [&](std::string_view bytes) { return scratch->write(bytes); },
                       .free = [&] { return freeAt(scratch->folder()); }};
    if (const Result<> unpacked = unpack(*file, *packing, to, pass); !unpacked)
        return Failure(unpacked.error());
    return scratch->take(path);
}

Result<> copyBytes(const InputFile &from, const TakeBytes &to, const Pass &pass, qint64 offset)
{
    const std::unique_ptr<char[]> block(new char[static_cast<std::size_t>(pass.blockBytes)]);
    while (true) {
        if (pass.cancelled())
            return Failure(cancelledError());
        const Result<qint64> got = from.readAt(offset, block.get(), pass.blockBytes);
        if (!got)
            return Failure(got.error());
        if (const Result<> written = to({block.get(), static_cast<std::size_t>(*got)}); !written)
            return written;
        offset += *got;
        pass.tell(offset, from.size());
        if (*got < pass.blockBytes)
            break;
    }
    if (!from.isUnchanged())
        return Failure(from.changedError());
    return {};
}

Result<> copyText(const InputFile &from, const QString &folder, const TakeBytes &to,
                  const Pass &pass)
{
    const Result<Packing> packing = packingOf(from);
    if (!packing)
        return Failure(packing.error());
    if (*packing == Packing::None)
        return copyBytes(from, to, pass);
    return unpack(from, *packing, {.write = to, .free = [&] { return freeAt(folder); }}, pass);
}

Result<QByteArray> frontOfText(const QString &path, qsizetype most)
{
    const Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    const Result<Packing> packing = packingOf(*file);
    if (!packing)
        return Failure(packing.error());
    QByteArray front;
    if (*packing == Packing::None) {
        front.resize(std::min(most, qsizetype(file->size())));
        const Result<qint64> got = file->readAt(0, front.data(), front.size());
        if (!got)
            return Failure(got.error());
        front.truncate(*got);
        return front;
    }
    Pass pass;
    pass.blockBytes = most;
    pass.isCancelled = [&front, most] { return front.size() >= most; };
    const Unpacking to{.write = [&front](std::string_view bytes) {
        front.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return Result<>();
    }};
    const Result<> unpacked = unpack(*file, *packing, to, pass);
    if (!unpacked && front.isEmpty())
        return Failure(unpacked.error());
    front.truncate(most);
    return front;
}

QString titleOf(const QString &path)
{
    const QFileInfo info(path);
    return isNamedAsPacked(path) ? QFileInfo(info.completeBaseName()).completeBaseName()
                                 : info.completeBaseName();
}

bool isNamedAsRequests(const QString &path)
{
    const QString name = plainName(path);
    return name.endsWith(".jsonl"_L1) || name.endsWith(".ndjson"_L1);
}

bool isNamedAsPacked(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "gz"_L1 || suffix == "zst"_L1;
}
