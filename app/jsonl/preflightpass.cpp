// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflightpass.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

void PreflightBlock::clear()
{
    lines.clear();
    ids.clear();
    texts.clear();
    faults.clear();
    hasJson = false;
}

PreflightBlock::Text PreflightBlock::placeOf(std::string_view text, Text usual)
{
    if (usual != none && texts[usual] == text)
        return usual;
    // Few in a block, or nearly all different: then what is looked through is not worth a table.
    const std::size_t from = texts.size() > 16 ? texts.size() - 16 : 0;
    for (std::size_t i = from; i < texts.size(); ++i)
        if (texts[i] == text)
            return static_cast<Text>(i);
    texts.emplace_back(text);
    return static_cast<Text>(texts.size() - 1);
}

PreflightWorker::PreflightWorker(const PreflightRules &rules, PreflightPass &pass)
    : m_checker(rules), m_pass(pass)
{}

void PreflightWorker::begin()
{
    m_block.clear();
}

void PreflightWorker::take(const ScannedLine &line)
{
    using Block = PreflightBlock;
    std::vector<LineFault> &faults = m_faults;
    faults.clear();
    Block::Line mine;
    if (line.hasCr)
        faults.push_back({"crlf"_L1, Severity::Warning});
    if (line.isBlank) {
        faults.push_back({"blank_line"_L1, Severity::Warning});
    } else {
        mine.start = line.start;
        if (line.isOverlong) {
            faults.push_back({"line_too_long"_L1, Severity::Error});
        } else {
            const LineFacts &facts = m_checker.check(line.line, faults);
            m_block.hasJson = m_block.hasJson || facts.isJson;
            const Block::Line last = m_block.lines.empty() ? Block::Line() : m_block.lines.back();
            if (facts.customId) {
                mine.idHash = IdSet::hashOf(*facts.customId);
                mine.idBegin = static_cast<quint32>(m_block.ids.size());
                mine.idSize = static_cast<quint32>(facts.customId->size());
                m_block.ids += *facts.customId;
            }
            if (facts.model)
                mine.model = m_block.placeOf(*facts.model, last.model);
            if (facts.url)
                mine.url = m_block.placeOf(*facts.url, last.url);
        }
    }
    m_block.faults.insert(m_block.faults.end(), faults.begin(), faults.end());
    mine.faultsEnd = static_cast<quint32>(m_block.faults.size());
    m_block.lines.push_back(mine);
}

Result<> PreflightWorker::merge(std::string_view bytes, qint64 linesBefore)
{
    return m_pass.merge(m_block, bytes, linesBefore);
}

PreflightPass::PreflightPass(const InputFile &file, const PreflightRules &rules,
                             qsizetype linesKept)
    : m_file(file)
    , m_rules(rules)
    , m_ids([this](qint64 row, std::string_view id) { return hasId(row, id); })
    , m_findings(linesKept)
{}

Result<> PreflightPass::merge(const PreflightBlock &block, std::string_view bytes,
                              qint64 linesBefore)
{
    if (std::exchange(m_isFirst, false) && bytes.contains('\0') && !block.hasJson)
        return Failure(binaryError(bytes));
    if (m_rules.withDigest)
        m_hash.add(bytes);

    // All starts before the first id: an id that repeats is looked up in the row that had it.
    qint64 row = m_builder.soFar().count();
    qint64 physical = linesBefore;
    for (const PreflightBlock::Line &line : block.lines) {
        ++physical;
        if (line.start < 0)
            m_builder.addBlank(physical);
        else
            m_builder.addLine(line.start);
    }
    physical = linesBefore;
    auto fault = block.faults.begin();
    for (const PreflightBlock::Line &line : block.lines) {
        ++physical;
        m_faults.assign(fault, block.faults.begin() + line.faultsEnd);
        fault = block.faults.begin() + line.faultsEnd;
        if (line.start >= 0)
            mergeLine(block, line, row++);
        if (m_faults.empty())
            continue;
        for (const LineFault &each : m_faults)
            m_findings.add(each, physical);
        count();
    }
    return {};
}

/// The line at hand, by its faults.
void PreflightPass::count()
{
    const auto isOwn = [](const LineFault &fault) {
        return fault.severity == Severity::Error && fault.kind != "duplicate_custom_id"_L1;
    };
    if (std::ranges::any_of(m_faults, isOwn))
        ++m_faultyLines;
    else if (std::ranges::contains(m_faults, Severity::Error, &LineFault::severity))
        ++m_repeatedIds;
}

void PreflightPass::mergeLine(const PreflightBlock &block, const PreflightBlock::Line &line,
                              qint64 row)
{
    if (line.idSize > 0) {
        const std::string_view id(block.ids.data() + line.idBegin, line.idSize);
        if (m_ids.insert(line.idHash, id, row))
            m_faults.push_back({"duplicate_custom_id"_L1, Severity::Error});
    }
    if (line.model != PreflightBlock::none) {
        m_models.add(block.texts[line.model]);
        if (profile() && profile()->sameModel)
            compare(m_firstModel, block.texts[line.model], "mixed_models"_L1);
    }
    if (line.url != PreflightBlock::none) {
        m_endpoints.add(block.texts[line.url]);
        if (!profile() || profile()->sameUrl)
            compare(m_firstUrl, block.texts[line.url], "mixed_urls"_L1);
    }
}

void PreflightPass::compare(std::optional<std::string> &first, const std::string &text,
                            QLatin1StringView kind)
{
    if (!first)
        first = text;
    else if (*first != text)
        m_faults.push_back({kind, Severity::Error});
}

bool PreflightPass::hasId(qint64 row, std::string_view id)
{
    if (row != m_knownRow) {
        // The last row of all is never asked for: it is the one that is looked up.
        const LineIndex &index = m_builder.soFar();
        const qint64 start = index.start({row}).value;
        std::string line(static_cast<size_t>(index.start({row + 1}).value - start), '\0');
        const Result<qint64> got
            = m_file.readAt(start, line.data(), static_cast<qint64>(line.size()));
        line.resize(std::min(line.find('\n'), got ? static_cast<size_t>(*got) : 0));
        m_knownId = customIdOf(line);
        m_knownRow = row;
    }
    return m_knownId == id;
}

Error PreflightPass::binaryError(std::string_view bytes) const
{
    const QString name = QDir::toNativeSeparators(m_file.path());
    const bool isUtf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const QString words = isUtf16
        ? QCoreApplication::translate("Preflight", "%1 is UTF-16 text. Save it as UTF-8.").arg(name)
        : QCoreApplication::translate(
              "Preflight", "%1 is no text: it holds binary data. Choose a file of JSON lines.")
              .arg(name);
    return Error{.kind = ErrorKind::BadInput, .message = words};
}

void PreflightPass::addLimit(const Limit &limit, qint64 amount, QLatin1StringView kind)
{
    if (limit.isExceededBy(amount))
        m_findings.addFileWide({kind, limit.certain ? Severity::Error : Severity::Warning});
}

Result<PreflightReport> PreflightPass::finish()
{
    PreflightReport report;
    report.bytes = m_file.size();
    report.requests = m_builder.soFar().count();
    report.blankLines = m_builder.soFar().blankLines();
    report.models = m_models.list();
    report.endpoints = m_endpoints.list();
    report.faultyLines = m_faultyLines;
    report.repeatedIds = m_repeatedIds;
    if (m_rules.withDigest)
        report.sha256 = m_hash.result();
    const Result<qint64> mark = byteOrderMarkSize(m_file);
    if (!mark)
        return Failure(mark.error());
    if (*mark > 0)
        m_findings.add({"bom"_L1, Severity::Warning}, 1);
    if (report.requests == 0)
        m_findings.addFileWide({"no_requests"_L1, Severity::Error});
    if (profile()) {
        addLimit(profile()->maxRequests, report.requests, "too_many_requests"_L1);
        addLimit(profile()->maxBytes, report.bytes, "too_many_bytes"_L1);
    }
    report.findings = m_findings.finish(profile());
    Result<QByteArray> digest = m_file.headTailDigest();
    if (!digest)
        return Failure(digest.error());
    report.index = m_builder.finish(report.bytes, std::move(*digest));
    return report;
}
