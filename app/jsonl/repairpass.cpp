// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repairpass.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 100;
constexpr std::size_t mostFiles = 100; ///< a file for each model, not for each request
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

quint64 hashOf(std::string_view id)
{
    return qHashBits(id.data(), id.size(), 0x5bd1e995);
}

Error tooManyFiles()
{
    return Error{.kind = ErrorKind::BadInput,
                 .message
                 = QCoreApplication::translate(
                       "Repair", "There are more than %1 models or endpoints; split by hand")
                       .arg(mostFiles)};
}

} // namespace

RepairPass::RepairPass(InputFile file, const RepairOptions &options, const Pass &pass)
    : m_options(options)
    , m_scanner(std::move(file), pass)
    , m_mender([this](QLatin1StringView kind) { return isWanted(kind); }, options.maxTokens)
    , m_files(options.target, options.dryRun)
{}

bool RepairPass::isWanted(QLatin1StringView kind) const
{
    return (m_options.only.isEmpty() || m_options.only.contains(kind))
        && !m_options.skip.contains(kind);
}

Result<RepairReport> RepairPass::run()
{
    ScannedLine line;
    while (true) {
        const Result<bool> more = m_scanner.fill();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        while (m_scanner.next(line))
            if (const Result<> taken = take(line); !taken)
                return Failure(taken.error());
    }
    if (m_scanner.hasByteOrderMark() && isWanted("bom"_L1))
        note("bom"_L1, 1);
    if (const Result<> finished = finish(); !finished)
        return Failure(finished.error());
    m_report.files = m_files.names();
    for (const QString &kind : repairKinds())
        for (const auto &[known, count] : m_counts)
            if (known == kind)
                m_report.changed.emplaceBack(kind, count);
    return m_report;
}

Result<RepairReport> RepairPass::run(RepairPlan &plan)
{
    m_plan = &plan;
    Result<RepairReport> report = run();
    for (const QString &kind : repairKinds())
        for (auto &[known, changes] : m_changes)
            if (known == kind)
                plan.kinds.push_back({.kind = kind, .changes = std::move(changes)});
    for (const Part &part : m_parts)
        plan.parts.push_back({.url = QString::fromStdString(part.url),
                              .model = QString::fromStdString(part.model),
                              .requests = part.requests});
    return report;
}

void RepairPass::note(QLatin1StringView kind, qint64 physical, qint64 number)
{
    ++m_counts[kind];
    if (m_plan)
        m_changes[kind].push_back(
            {.line = static_cast<quint32>(physical), .number = static_cast<quint32>(number)});
}

void RepairPass::drop(qint64 physical)
{
    ++m_report.dropped;
    if (m_report.droppedLines.size() < mostLines)
        m_report.droppedLines.append(physical);
    if (m_plan)
        m_changes["unusable"_L1].push_back({.line = static_cast<quint32>(physical)});
}

Result<> RepairPass::take(const ScannedLine &line)
{
    m_lastLine = line.physical;
    if (line.isBlank && isWanted("blank_line"_L1)) {
        note("blank_line"_L1, line.physical);
        return {};
    }
    std::optional<Mended> mended;
    if (!line.isBlank && !line.isOverlong)
        mended = m_mender.mend(line.line.bytes, line.physical);
    const bool staysUnusable = !line.isOverlong && m_options.skip.contains("unusable"_L1);
    if (line.isBlank || (!mended && staysUnusable)) {
        mended = Mended{.line = std::string(line.line.bytes)};
    } else if (!mended) {
        drop(line.physical);
        return {};
    }
    if (line.hasCr && isWanted("crlf"_L1))
        note("crlf"_L1, line.physical);
    else if (line.hasCr)
        mended->line += '\r';
    for (const QLatin1StringView kind : mended->kinds)
        note(kind, line.physical);
    makeUnique(*mended, line.physical);
    ++m_report.written;
    const Result<std::size_t> part = partOf(*mended, line.physical);
    if (!part)
        return Failure(part.error());
    m_lastKept = line.physical;
    m_lastPart = *part;
    return m_plan ? Result<>() : m_files.writeLine(*part, mended->line);
}

/// The second and later requests with an id get another one; nothing that was to be asked is lost.
void RepairPass::makeUnique(Mended &mended, qint64 physical)
{
    if (!mended.customId || !isWanted("duplicate_custom_id"_L1))
        return;
    if (m_ids.insert(hashOf(*mended.customId)).second)
        return;
    qint64 &last = m_repeated.try_emplace(*mended.customId, 1).first->second;
    std::string id;
    do {
        id = *mended.customId + '-' + std::to_string(++last);
    } while (!m_ids.insert(hashOf(id)).second);
    mended.line = LineMender::withCustomId(mended.line, id);
    note("duplicate_custom_id"_L1, physical, last);
}

/// As preflight counts: what differs from the first.
void RepairPass::notePlace(const std::string &url, const std::string &model, qint64 physical)
{
    const Part &first = m_parts.front();
    if (!url.empty() && url != first.url)
        note("mixed_urls"_L1, physical);
    if (!model.empty() && model != first.model)
        note("mixed_models"_L1, physical);
}

Result<std::size_t> RepairPass::partOf(const Mended &mended, qint64 physical)
{
    const std::optional<Profile> &profile = m_options.rules.profile;
    const bool byModel = profile && profile->sameModel && isWanted("mixed_models"_L1);
    const bool byUrl = (!profile || profile->sameUrl) && isWanted("mixed_urls"_L1);
    const std::string url = byUrl && mended.url.starts_with('/') ? mended.url : std::string();
    const std::string model = byModel ? mended.model : std::string();
    // A line that names no model, and a blank one that stays, go with the line before.
    if (m_part >= m_parts.size() || !m_parts[m_part].takes(url, model))
        m_part = static_cast<std::size_t>(
            std::ranges::find_if(m_parts, [&](const Part &part) { return part.takes(url, model); })
            - m_parts.begin());
    if (m_part == m_parts.size()) {
        if (m_parts.size() >= mostFiles && !m_plan)
            return Failure(tooManyFiles());
        if (m_parts.size() > mostFiles) {
            --m_part; // a plan says no more than that there are too many
        } else {
            m_parts.push_back({.url = url, .model = model});
            if (const Result<> added = m_plan ? Result<>() : m_files.add(); !added)
                return Failure(added.error());
            if (m_part == 0 && m_scanner.hasByteOrderMark() && !isWanted("bom"_L1))
                if (const Result<> marked = m_files.write(0, byteOrderMark); !marked)
                    return Failure(marked.error());
        }
    }
    Part &part = m_parts[m_part];
    if (part.url.empty())
        part.url = url;
    if (part.model.empty())
        part.model = model;
    ++part.requests;
    notePlace(url, model, physical);
    return m_part;
}

Result<> RepairPass::finish()
{
    if (m_options.dryRun || m_plan)
        return {};
    // A file whose last line has no end keeps it so.
    const InputFile &file = m_scanner.file();
    char last = '\n';
    if (file.size() > 0)
        if (const Result<qint64> read = file.readAt(file.size() - 1, &last, 1); !read)
            return Failure(read.error());
    const bool staysOpen = last != '\n' && m_lastKept == m_lastLine;
    if (const Result<> ended = m_files.end(staysOpen ? m_lastPart : RepairFiles::none); !ended)
        return ended;
    return m_files.commit();
}
