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

Result<> copyBytes(const InputFile &from, OutputFile &to, const Pass &pass)
{
    const std::unique_ptr<char[]> block(new char[static_cast<size_t>(pass.blockBytes)]);
    qint64 offset = 0;
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

} // namespace

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
