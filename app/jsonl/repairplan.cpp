// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repairplan.h"

#include "core/task.h"
#include "jsonl/linemend.h"
#include "jsonl/linereader.h"
#include "jsonl/repairpass.h"

#include <simdjson.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

struct Span {
    std::size_t at = 0;
    std::size_t size = 0;
};

bool isInsideCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// A line cut to what is around the place; never within a character.
RepairSample::Side cutTo(std::string_view line, Span place)
{
    constexpr auto context = static_cast<std::size_t>(sampleContext);
    std::size_t begin = place.at > context ? place.at - context : 0;
    while (begin > 0 && isInsideCharacter(line[begin]))
        --begin;
    // A long change is shown by its beginning.
    const std::size_t size = std::min(place.size, 2 * context);
    std::size_t end = std::min(line.size(), place.at + size + context);
    while (end < line.size() && isInsideCharacter(line[end]))
        ++end;
    const std::string_view shown = line.substr(begin, end - begin);
    return {.bytes = QByteArray(shown.data(), static_cast<qsizetype>(shown.size())),
            .changedAt = static_cast<qsizetype>(place.at - begin),
            .changedSize = static_cast<qsizetype>(size),
            .hasMoreBefore = begin > 0,
            .hasMoreBehind = end < line.size()};
}

bool isOfWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || c == '\\' || static_cast<unsigned char>(c) >= 0x80;
}

/// The places in which two texts differ, from the first to the last difference, as a person would
/// mark them: whole words, and what was put in or taken out from its first sign.
std::pair<Span, Span> difference(std::string_view before, std::string_view after)
{
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t front = 0;
    while (front < most && before[front] == after[front])
        ++front;
    std::size_t back = 0;
    while (back < most - front
           && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    const std::size_t gone = before.size() - front - back;
    const std::size_t put = after.size() - front - back;
    if (gone == 0 || put == 0) {
        const std::string_view longer = gone == 0 ? after : before;
        const std::size_t size = gone + put;
        while (front > 0 && longer[front - 1] == longer[front + size - 1])
            --front;
        return {{front, gone}, {front, put}};
    }
    std::size_t begin = front;
    while (begin > 0 && isOfWord(before[begin - 1]))
        --begin;
    std::size_t more = 0;
    while (more < back && isOfWord(before[before.size() - back + more]))
        ++more;
    return {{begin, front - begin + gone + more}, {begin, front - begin + put + more}};
}

Span spanOf(std::string_view line, std::string_view part)
{
    if (part.data() == nullptr)
        return {};
    return {static_cast<std::size_t>(part.data() - line.data()), part.size()};
}

QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The line mended in these kinds alone; as it is where that cannot be.
LineMender::Mended mendedIn(std::string_view line, qint64 physical, const QStringList &kinds,
                            qint64 maxTokens)
{
    LineMender mender([&kinds](QLatin1StringView kind) { return kinds.contains(kind); }, maxTokens);
    if (std::optional<LineMender::Mended> mended = mender.mend(line, physical))
        return *std::move(mended);
    return {.line = std::string(line)};
}

/// Where the line itself changes, in the way that JSON is mended.
void mendSample(RepairSample &sample, std::string_view line, const QString &kind,
                RepairPlan::Change change, qint64 maxTokens)
{
    QStringList before;
    // What is no text cannot be mended in anything else.
    if (kind != "not_utf8"_L1 && !simdjson::validate_utf8(line))
        before.append(u"not_utf8"_s);
    const bool isRepeated = kind == "duplicate_custom_id"_L1;
    if (isRepeated)
        before += {u"missing_custom_id"_s, u"empty_custom_id"_s, u"bad_custom_id"_s};
    const auto physical = static_cast<qint64>(change.line);
    const LineMender::Mended from = before.isEmpty() ? LineMender::Mended{.line = std::string(line)}
                                                     : mendedIn(line, physical, before, 0);
    const std::string to = isRepeated
        ? LineMender::withCustomId(from.line,
                                   from.customId.value_or(std::string()) + '-'
                                       + std::to_string(change.number))
        : mendedIn(from.line, physical, {kind}, maxTokens).line;
    const auto [left, right] = difference(from.line, to);
    sample.before = cutTo(from.line, left);
    sample.after = cutTo(to, right);
}

} // namespace

const RepairPlan::Kind *RepairPlan::find(QStringView kind) const
{
    const auto found
        = std::ranges::find_if(kinds, [kind](const Kind &known) { return known.kind == kind; });
    return found != kinds.end() ? &*found : nullptr;
}

qsizetype RepairPlan::fileCount(const QStringList &skip) const
{
    // As the repair does it: what names nothing goes with the first that fits.
    std::vector<Part> files;
    for (Part part : parts) {
        if (skip.contains("mixed_urls"_L1))
            part.url.clear();
        if (skip.contains("mixed_models"_L1))
            part.model.clear();
        const auto fits = [](const QString &one, const QString &other) {
            return one.isEmpty() || other.isEmpty() || one == other;
        };
        const auto known = std::ranges::find_if(files, [&](const Part &file) {
            return fits(file.url, part.url) && fits(file.model, part.model);
        });
        if (known == files.end()) {
            files.push_back(part);
            continue;
        }
        if (known->url.isEmpty())
            known->url = part.url;
        if (known->model.isEmpty())
            known->model = part.model;
    }
    return std::ssize(files);
}

Result<std::shared_ptr<const RepairPlan>> planRepair(const QString &source,
                                                     const RepairOptions &options, const Pass &pass)
{
    Result<InputFile> file = InputFile::open(source);
    if (!file)
        return Failure(file.error());
    const RepairOptions all{.rules = options.rules, .maxTokens = options.maxTokens};
    auto plan = std::make_shared<RepairPlan>();
    if (const Result<RepairReport> report = RepairPass(std::move(*file), all, pass).run(*plan);
        !report)
        return Failure(report.error());
    return std::shared_ptr<const RepairPlan>(std::move(plan));
}

QFuture<Result<std::shared_ptr<const RepairPlan>>> planRepair(QThreadPool &pool, QString source,
                                                              RepairOptions options)
{
    using Plan = std::shared_ptr<const RepairPlan>;
    return runOnPool<Plan>(pool,
                           [source = std::move(source),
                            options = std::move(options)](QPromise<Result<Plan>> &promise) {
                               promise.addResult(planRepair(source, options, passOf(promise)));
                           });
}

Result<RepairSample> sampleRepair(const QString &source,
                                  const std::shared_ptr<const LineIndex> &index,
                                  const QString &kind, RepairPlan::Change change,
                                  const RepairOptions &options)
{
    RepairSample sample{.line = change.line};
    const qint64 row = index->rowOfPhysicalLine(change.line);
    std::string line;
    if (row >= 0) {
        const Result<LineReader> reader = LineReader::open(source, index);
        if (!reader)
            return Failure(reader.error());
        const Result<LineBlock> block = reader->read(LineNo{row}, 1);
        if (!block)
            return Failure(block.error());
        if (block->size() > 0)
            line = (*block)[0].bytes;
    }
    if (kind == "bom"_L1) {
        sample.before = cutTo(std::string(byteOrderMark) + line, {0, byteOrderMark.size()});
        sample.after = cutTo(line, {0, 0});
    } else if (kind == "crlf"_L1) {
        sample.before = cutTo(line + '\r', {line.size(), 1});
        sample.after = cutTo(line, {line.size(), 0});
    } else if (kind == "blank_line"_L1 || kind == "unusable"_L1) {
        sample.before = cutTo(line, {0, line.size()});
        sample.isGone = true;
    } else if (kind == "mixed_urls"_L1 || kind == "mixed_models"_L1) {
        const std::string_view value = kind == "mixed_urls"_L1
            ? LineMender::valueOf(line, "url")
            : LineMender::bodyValueOf(line, "model");
        sample.before = sample.after = cutTo(line, spanOf(line, value));
        sample.isMoved = true;
        sample.group = toBytes(value);
    } else {
        mendSample(sample, line, kind, change, options.maxTokens);
    }
    return sample;
}
