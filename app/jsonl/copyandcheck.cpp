// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include "jsonl/blockhash.h"
#include "jsonl/inputfile.h"
#include "jsonl/keptreports.h"
#include "jsonl/outputfile.h"
#include "jsonl/preflightpass.h"
#include "jsonl/requesttext.h"

#include <QFileInfo>

#include <optional>
#include <utility>

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

TakeBytes into(OutputFile &to)
{
    return [&to](std::string_view bytes) { return to.write(bytes); };
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
    return copyBytes(from, into(to), pass, isMarked ? qint64(byteOrderMark.size()) : 0);
}

/// path: the name that a person knows the text by.
Result<PreflightReport> checkCopy(const OutputFile &copy, const QString &path,
                                  const PreflightRules &rules, const Pass &pass)
{
    const Result<InputFile> text = InputFile::open(copy.temporaryPath());
    Result<PreflightReport> report
        = text ? checkText(*text, rules, pass) : Result<PreflightReport>(Failure(text.error()));
    if (report)
        return report;
    Error error = report.error();
    error.message.replace(copy.temporaryPath(), path);
    return Failure(std::move(error));
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
        const Result<> copied = earlier ? appendBytes(*from, *earlier, *to, firstHalf(pass))
                                        : copyBytes(*from, into(*to), firstHalf(pass));
        if (!copied)
            return Failure(copied.error());
        earlier.emplace(std::move(*from));
    }
    Result<PreflightReport> report = checkCopy(*to, target, rules, secondHalf(pass));
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
    const KeptReports kept(rules.cache);
    std::optional<PreflightReport> known = kept.find(*from, rules);
    // What is known of a file is taken for the copy where every byte of it is the same.
    const bool isCompared = known && !known->sha256.isEmpty();
    BlockHash hash;
    const auto take = [&](std::string_view bytes) {
        if (isCompared)
            hash.add(bytes);
        const Result<> written = to->write(bytes);
        hash.wait();
        return written;
    };
    const QString folder = QFileInfo(target).absolutePath();
    if (const Result<> copied = copyText(*from, folder, take, firstHalf(pass)); !copied)
        return Failure(copied.error());
    const bool isKnown = isCompared && hash.result() == known->sha256;
    Result<PreflightReport> report = isKnown ? Result<PreflightReport>(*std::move(known))
                                             : checkCopy(*to, source, rules, secondHalf(pass));
    if (!report)
        return report;
    if (const Result<> done = to->commitNew(); !done)
        return Failure(done.error());
    if (!isKnown)
        kept.keep(*from, rules, *report);
    return report;
}
