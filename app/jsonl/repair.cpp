// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/repair.h"

#include "core/task.h"
#include "jsonl/linemend.h"
#include "jsonl/linescanner.h"
#include "jsonl/outputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHashFunctions>

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kinds = {
    "bom"_L1,
    "crlf"_L1,
    "blank_line"_L1,
    "not_utf8"_L1,
    "lone_surrogate"_L1,
    "stream_set"_L1,
    "wrong_url"_L1,
    "bad_method"_L1,
    "missing_custom_id"_L1,
    "empty_custom_id"_L1,
    "bad_custom_id"_L1,
    "duplicate_custom_id"_L1,
    "mixed_urls"_L1,
    "mixed_models"_L1,
};
constexpr qsizetype mostLines = 100;
constexpr std::size_t mostFiles = 100; ///< a file for each model, not for each request

quint64 hashOf(std::string_view id)
{
    return qHashBits(id.data(), id.size(), 0x5bd1e995);
}

/// One pass over one file.
class Repair {
public:
    Repair(InputFile file, const RepairOptions &options, const Pass &pass)
        : m_options(options)
        , m_scanner(std::move(file), pass)
        , m_mender([this](QLatin1StringView kind) { return isWanted(kind); })
    {}
    [[nodiscard]] Result<RepairReport> run();

private:
    [[nodiscard]] bool isWanted(QLatin1StringView kind) const;
    [[nodiscard]] Result<> take(const ScannedLine &line);
    void drop(qint64 physical);
    void makeUnique(LineMender::Mended &mended);
    [[nodiscard]] Result<OutputFile *> outputFor(const LineMender::Mended &mended);
    [[nodiscard]] Result<> finish();
    [[nodiscard]] QString pathOf(std::size_t number) const;
    void count(QLatin1StringView kind) { ++m_counts[kind]; }

    const RepairOptions &m_options;
    LineScanner m_scanner;
    LineMender m_mender;
    std::map<QLatin1StringView, qint64> m_counts;
    std::unordered_set<quint64> m_ids; ///< hashes: two that meet cost a needless new id
    std::unordered_map<std::string, qint64> m_repeated; ///< to the last number given
    std::unordered_map<std::string, std::size_t> m_places; ///< model and url to a file
    std::string m_lastKey;
    std::vector<OutputFile> m_files;
    RepairReport m_report;
};

bool Repair::isWanted(QLatin1StringView kind) const
{
    return (m_options.only.isEmpty() || m_options.only.contains(kind))
        && !m_options.skip.contains(kind);
}

Result<RepairReport> Repair::run()
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
        count("bom"_L1);
    if (const Result<> finished = finish(); !finished)
        return Failure(finished.error());
    for (const QLatin1StringView kind : kinds)
        if (const auto found = m_counts.find(kind); found != m_counts.end())
            m_report.changed.emplaceBack(kind, found->second);
    return m_report;
}

void Repair::drop(qint64 physical)
{
    ++m_report.dropped;
    if (m_report.droppedLines.size() < mostLines)
        m_report.droppedLines.append(physical);
}

Result<> Repair::take(const ScannedLine &line)
{
    if (line.isBlank && isWanted("blank_line"_L1)) {
        count("blank_line"_L1);
        return {};
    }
    std::optional<LineMender::Mended> mended;
    if (line.isBlank)
        mended = LineMender::Mended{.line = std::string(line.line.bytes)};
    else if (!line.isOverlong)
        mended = m_mender.mend(line.line.bytes, line.physical);
    if (!mended) {
        drop(line.physical);
        return {};
    }
    if (line.hasCr && isWanted("crlf"_L1))
        count("crlf"_L1);
    else if (line.hasCr)
        mended->line += '\r';
    for (const QLatin1StringView kind : mended->kinds)
        count(kind);
    makeUnique(*mended);
    ++m_report.written;
    const Result<OutputFile *> output = outputFor(*mended);
    if (!output)
        return Failure(output.error());
    if (*output == nullptr)
        return {};
    mended->line += '\n';
    return (*output)->write(mended->line);
}

/// The second and later requests with an id get another one; nothing that was to be asked is lost.
void Repair::makeUnique(LineMender::Mended &mended)
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
    count("duplicate_custom_id"_L1);
}

QString Repair::pathOf(std::size_t number) const
{
    if (number == 0)
        return m_options.target;
    const QFileInfo info(m_options.target);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return info.dir().filePath(
        u"%1-%2%3"_s.arg(info.completeBaseName()).arg(number + 1).arg(suffix));
}

/// Null in a dry run.
Result<OutputFile *> Repair::outputFor(const LineMender::Mended &mended)
{
    const std::optional<Profile> &profile = m_options.rules.profile;
    const bool byModel = profile && profile->sameModel && isWanted("mixed_models"_L1);
    const bool byUrl = (!profile || profile->sameUrl) && isWanted("mixed_urls"_L1);
    std::string key;
    if (byUrl)
        key += mended.url;
    key += '\n';
    if (byModel)
        key += mended.model;
    if (!m_lastKey.empty() && mended.url.empty())
        key = m_lastKey; // a blank line that stays
    m_lastKey = key;
    const auto [place, isNew] = m_places.try_emplace(key, m_places.size());
    if (isNew && m_places.size() > mostFiles)
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message = QCoreApplication::translate(
                           "Repair", "There are more than %1 models or endpoints; split by hand")
                           .arg(mostFiles)});
    if (place->second > 0)
        count(byUrl && !byModel ? "mixed_urls"_L1 : "mixed_models"_L1);
    if (isNew)
        m_report.files.append(pathOf(place->second));
    if (m_options.dryRun)
        return nullptr;
    if (isNew) {
        Result<OutputFile> file = OutputFile::create(pathOf(place->second));
        if (!file)
            return Failure(file.error());
        m_files.push_back(std::move(*file));
    }
    return &m_files.at(place->second);
}

Result<> Repair::finish()
{
    if (m_options.dryRun)
        return {};
    for (OutputFile &file : m_files)
        if (const Result<> synced = file.sync(); !synced)
            return synced;
    for (OutputFile &file : m_files)
        if (const Result<> committed = file.commit(); !committed)
            return committed;
    return {};
}

Result<> checkOptions(const QString &source, const RepairOptions &options)
{
    const QStringList known = repairKinds();
    for (const QString &kind : options.only + options.skip)
        if (!known.contains(kind))
            return Failure(Error{.kind = ErrorKind::BadInput,
                                 .message = QCoreApplication::translate(
                                                "Repair", "“%1” cannot be mended; there are %2")
                                                .arg(kind, known.join(", "_L1))});
    const QFileInfo target(options.target);
    if (target.exists() && target.canonicalFilePath() == QFileInfo(source).canonicalFilePath())
        return Failure(
            Error{.kind = ErrorKind::BadInput,
                  .message = QCoreApplication::translate(
                      "Repair", "The mended copy needs another name: your file stays as it is")});
    return {};
}

} // namespace

QStringList repairKinds()
{
    return {kinds.begin(), kinds.end()};
}

Result<RepairReport> repairFile(const QString &source, const RepairOptions &options,
                                const Pass &pass)
{
    if (const Result<> checked = checkOptions(source, options); !checked)
        return Failure(checked.error());
    Result<InputFile> file = InputFile::open(source);
    if (!file)
        return Failure(file.error());
    return Repair(std::move(*file), options, pass).run();
}

QFuture<Result<RepairReport>> repair(QThreadPool &pool, QString source, RepairOptions options)
{
    return runOnPool<RepairReport>(
        pool,
        [source = std::move(source),
         options = std::move(options)](QPromise<Result<RepairReport>> &promise) {
            promise.addResult(repairFile(source, options, passOf(promise)));
        });
}
