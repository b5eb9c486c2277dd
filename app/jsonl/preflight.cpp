// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include "jsonl/blockhash.h"
#include "jsonl/findinglist.h"
#include "jsonl/idset.h"
#include "jsonl/linecheck.h"
#include "jsonl/linescanner.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace {

/// Counts texts that are mostly the same few. Beyond this many different ones no new ones are
/// counted: a file with another model in each line must not fill the memory.
constexpr std::size_t maxTexts = 10'000;

struct TextHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class TextCounts {
public:
    void add(std::string_view text)
    {
        if (m_last && m_last->first == text) {
            ++m_last->second;
            return;
        }
        auto found = m_counts.find(text);
        if (found == m_counts.end()) {
            if (m_counts.size() >= maxTexts)
                return;
            found = m_counts.emplace(std::string(text), 0).first;
        }
        m_last = &*found;
        ++m_last->second;
    }
    /// Most frequent first.
    [[nodiscard]] QList<std::pair<QString, qint64>> list() const
    {
        QList<std::pair<QString, qint64>> all;
        for (const auto &[text, count] : m_counts)
            all.emplaceBack(QString::fromStdString(text), count);
        std::ranges::sort(all, [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        return all;
    }

private:
    std::unordered_map<std::string, qint64, TextHash, std::equal_to<>> m_counts;
    std::pair<const std::string, qint64> *m_last = nullptr;
};

/// One pass over one file.
class Preflight {
public:
    Preflight(InputFile file, const PreflightRules &rules, const Pass &pass)
        : m_rules(rules)
        , m_scanner(std::move(file), pass)
        , m_checker(rules)
        , m_ids([this](qint64 row, std::string_view id) { return hasId(row, id); })
    {}
    Result<PreflightReport> run();

private:
    void take(const ScannedLine &line);
    void takeFacts(const LineFacts &facts, qint64 row);
    void compare(std::optional<std::string> &first, std::optional<std::string_view> text,
                 QLatin1StringView kind);
    bool hasId(qint64 row, std::string_view id);
    [[nodiscard]] Error binaryError() const;
    Result<PreflightReport> finish();
    void addLimit(const Limit &limit, qint64 amount, QLatin1StringView kind);
    [[nodiscard]] const Profile *profile() const
    {
        return m_rules.profile ? &*m_rules.profile : nullptr;
    }

    const PreflightRules &m_rules;
    LineScanner m_scanner;
    LineChecker m_checker;
    IdSet m_ids;
    LineIndexBuilder m_builder;
    FindingList m_findings;
    BlockHash m_hash;
    TextCounts m_models;
    TextCounts m_endpoints;
    std::vector<LineFault> m_faults; ///< of the line at hand
    std::optional<std::string> m_firstModel;
    std::optional<std::string> m_firstUrl;
    qint64 m_knownRow = -1; ///< the row whose id was last read again, and its id
    std::optional<std::string> m_knownId;
    bool m_hasJson = false; ///< at least one line is JSON
};

Result<PreflightReport> Preflight::run()
{
    ScannedLine line;
    bool isFirstBlock = true;
    while (true) {
        m_hash.wait(); // it reads the bytes that fill() is about to write over
        const Result<bool> more = m_scanner.fill();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        m_hash.add(m_scanner.block());
        const bool mayBeBinary = isFirstBlock && m_scanner.block().contains('\0');
        while (m_scanner.next(line))
            take(line);
        if (mayBeBinary && !m_hasJson)
            return Failure(binaryError());
        isFirstBlock = false;
    }
    return finish();
}

void Preflight::take(const ScannedLine &line)
{
    m_faults.clear();
    if (line.hasCr)
        m_faults.push_back({"crlf"_L1, Severity::Warning});
    if (line.isBlank) {
        m_builder.addBlank(line.physical);
        m_faults.push_back({"blank_line"_L1, Severity::Warning});
    } else {
        const qint64 row = m_builder.soFar().count();
        m_builder.addLine(line.start);
        if (line.isOverlong)
            m_faults.push_back({"line_too_long"_L1, Severity::Error});
        else
            takeFacts(m_checker.check(line.line, m_faults), row);
    }
    for (const LineFault &fault : m_faults)
        m_findings.add(fault, line.physical);
}

void Preflight::takeFacts(const LineFacts &facts, qint64 row)
{
    m_hasJson = m_hasJson || facts.isJson;
    if (facts.customId && m_ids.insert(*facts.customId, row))
        m_faults.push_back({"duplicate_custom_id"_L1, Severity::Error});
    if (facts.model)
        m_models.add(*facts.model);
    if (facts.url)
        m_endpoints.add(*facts.url);
    if (profile() && profile()->sameModel)
        compare(m_firstModel, facts.model, "mixed_models"_L1);
    if (!profile() || profile()->sameUrl)
        compare(m_firstUrl, facts.url, "mixed_urls"_L1);
}

void Preflight::compare(std::optional<std::string> &first, std::optional<std::string_view> text,
                        QLatin1StringView kind)
{
    if (!text)
        return;
    if (!first)
        first = std::string(*text);
    else if (*first != *text)
        m_faults.push_back({kind, Severity::Error});
}

bool Preflight::hasId(qint64 row, std::string_view id)
{
    if (row != m_knownRow) {
        // The row at hand is in the index already, so that an earlier one has a bound.
        const LineIndex &index = m_builder.soFar();
        const qint64 start = index.start({row}).value;
        std::string line(static_cast<size_t>(index.start({row + 1}).value - start), '\0');
        const Result<qint64> got
            = m_scanner.file().readAt(start, line.data(), static_cast<qint64>(line.size()));
        line.resize(std::min(line.find('\n'), got ? static_cast<size_t>(*got) : 0));
        m_knownId = customIdOf(line);
        m_knownRow = row;
    }
    return m_knownId == id;
}

Error Preflight::binaryError() const
{
    const QString name = QDir::toNativeSeparators(m_scanner.file().path());
    const std::string_view block = m_scanner.block();
    const bool isUtf16 = block.starts_with("\xFF\xFE") || block.starts_with("\xFE\xFF");
    const QString words = isUtf16
        ? QCoreApplication::translate("Preflight", "%1 is UTF-16 text. Save it as UTF-8.").arg(name)
        : QCoreApplication::translate(
              "Preflight", "%1 is no text: it holds binary data. Choose a file of JSON lines.")
              .arg(name);
    return Error{.kind = ErrorKind::BadInput, .message = words};
}

void Preflight::addLimit(const Limit &limit, qint64 amount, QLatin1StringView kind)
{
    if (limit.isExceededBy(amount))
        m_findings.addFileWide({kind, limit.certain ? Severity::Error : Severity::Warning});
}

Result<PreflightReport> Preflight::finish()
{
    PreflightReport report;
    report.bytes = m_scanner.file().size();
    report.requests = m_builder.soFar().count();
    report.blankLines = m_builder.soFar().blankLines();
    report.models = m_models.list();
    report.endpoints = m_endpoints.list();
    report.sha256 = m_hash.result();
    if (m_scanner.hasByteOrderMark())
        m_findings.add({"bom"_L1, Severity::Warning}, 1);
    if (report.requests == 0)
        m_findings.addFileWide({"no_requests"_L1, Severity::Error});
    if (profile()) {
        addLimit(profile()->maxRequests, report.requests, "too_many_requests"_L1);
        addLimit(profile()->maxBytes, report.bytes, "too_many_bytes"_L1);
    }
    report.findings = m_findings.finish(profile());
    Result<QByteArray> digest = m_scanner.file().headTailDigest();
    if (!digest)
        return Failure(digest.error());
    report.index = m_builder.finish(report.bytes, std::move(*digest));
    return report;
}

} // namespace

bool PreflightReport::hasErrors() const
{
    return std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.severity == Severity::Error; });
}

Result<PreflightReport> checkFile(const QString &path, const PreflightRules &rules,
                                  const Pass &pass)
{
    Result<InputFile> file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    return Preflight(std::move(*file), rules, pass).run();
}

QFuture<Result<PreflightReport>> preflight(QThreadPool &pool, QString path, PreflightRules rules)
{
    return runOnPool<PreflightReport>(
        pool,
        [path = std::move(path),
         rules = std::move(rules)](QPromise<Result<PreflightReport>> &promise) {
            promise.addResult(checkFile(path, rules, passOf(promise)));
        });
}
