// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include "jsonl/inputfile.h"
#include "jsonl/outputfile.h"

#include <memory>

namespace {

/// The copy is the first half of the way, the check the other.
Pass half(const Pass &whole, bool isSecond)
{
    Pass pass = whole;
    pass.progressed = [&whole, isSecond](qint64 done, qint64 total) {
        whole.tell(done + (isSecond ? total : 0), total * 2);
    };
    return pass;
}

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

Result<> copyBytes(const InputFile &from, OutputFile &to, const Pass &pass, qint64 offset = 0)
{
    const std::unique_ptr<char[]> block(new char[static_cast<size_t>(pass.blockBytes)]);
    while (true) {
        if (pass.cancelled())
            return Failure(cancelledError());
        const Result<qint64> got = from.readAt(offset, block.get(), pass.blockBytes);
        if (!got)
            return Failure(got.error());
        if (const Result<> written = to.write({block.get(), static_cast<size_t>(*got)}); !written)
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

/// Behind another file: on a line of its own and without a mark.
Result<> appendBytes(const InputFile &from, const InputFile &earlier, OutputFile &to,
                     const Pass &pass)
{
    char last = '\n';
    if (earlier.size() > 0)
        if (const Result<qint64> got = earlier.readAt(earlier.size() - 1, &last, 1); !got)
            return Failure(got.error());
    if (last != '\n')
        if (const Result<> written = to.write("\n"); !written)
            return written;
    char front[byteOrderMark.size()] = {};
    const Result<qint64> got = from.readAt(0, front, sizeof front);
    if (!got)
        return Failure(got.error());
    const bool isMarked = std::string_view(front, static_cast<size_t>(*got)) == byteOrderMark;
    return copyBytes(from, to, pass, isMarked ? qint64(byteOrderMark.size()) : 0);
}

} // namespace

Result<PreflightReport> joinAndCheck(const QStringList &sources, const QString &target,
                                     const PreflightRules &rules, const Pass &pass)
{
    Result<OutputFile> to = OutputFile::create(target);
    if (!to)
        return Failure(to.error());
    std::optional<InputFile> earlier;
    for (const QString &source : sources) {
        Result<InputFile> from = InputFile::open(source);
        if (!from)
            return Failure(from.error());
        const Result<> copied = earlier ? appendBytes(*from, *earlier, *to, half(pass, false))
                                        : copyBytes(*from, *to, half(pass, false));
        if (!copied)
            return Failure(copied.error());
        earlier.emplace(std::move(*from));
    }
    Result<PreflightReport> report = checkFile(to->temporaryPath(), rules, half(pass, true));
    if (!report)
        return report;
    if (const Result<> kept = to->commitNew(); !kept)
        return Failure(kept.error());
    return report;
}

Result<PreflightReport> copyAndCheck(const QString &source, const QString &target,
                                     const PreflightRules &rules, const Pass &pass)
{
    const Result<InputFile> from = InputFile::open(source);
    if (!from)
        return Failure(from.error());
    Result<OutputFile> to = OutputFile::create(target);
    if (!to)
        return Failure(to.error());
    if (const Result<> copied = copyBytes(*from, *to, half(pass, false)); !copied)
        return Failure(copied.error());
    Result<PreflightReport> report = checkFile(to->temporaryPath(), rules, half(pass, true));
    if (!report) {
        Error error = report.error();
        // The person knows the file by its own name.
        error.message.replace(to->temporaryPath(), source);
        return Failure(std::move(error));
    }
    if (const Result<> kept = to->commitNew(); !kept)
        return Failure(kept.error());
    return report;
}
