// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/keptreports.h"

#include "core/digest.h"
#include "dialects/dialect.h"
#include "jsonl/keptformat.h"
#include "jsonl/outputfile.h"
#include "jsonl/unpack.h"

#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".preflight"_L1;

QByteArray digestOf(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return hash.result();
}

/// All of the rules that a finding may hang on, and the number of requests that count as one file.
QByteArray printOf(const PreflightRules &rules)
{
    QByteArray print;
    QDataStream out(&print, QIODevice::WriteOnly);
    out << KeptReports::findingsVersion << QByteArray(BATCHDESK_VERSION)
        << (rules.dialect ? QString(rules.dialect->id) : QString()) << rules.profile.has_value();
    if (!rules.profile)
        return print;
    const Profile &profile = *rules.profile;
    out << profile.id << profile.dialect << profile.sameModel << profile.sameUrl
        << profile.needsModel << profile.needsMaxTokens << int(profile.textOperations)
        << profile.endpoints << profile.windows;
    for (const Limit &limit :
         {profile.maxRequests, profile.maxBytes, profile.maxLineBytes, profile.maxCustomId})
        out << limit.value << limit.certain;
    return print;
}

/// The file as it is; none where it cannot be read.
std::optional<QByteArray> keyOf(const InputFile &file, const PreflightRules &rules)
{
    const Result<QByteArray> ends = file.headTailDigest();
    if (!ends)
        return std::nullopt;
    QByteArray key = printOf(rules);
    QDataStream out(&key, QIODevice::WriteOnly | QIODevice::Append);
    const FileState &state = file.state();
    out << QFileInfo(file.path()).absoluteFilePath() << state.device << state.inode << state.size
        << state.modified.first << state.modified.second << state.changed.first
        << state.changed.second << *ends;
    return digestOf(key);
}

} // namespace

KeptReports::KeptReports(QString folder, Limits limits)
    : m_folder(folder.isEmpty() ? QString() : folder + "/preflight"_L1), m_limits(limits)
{}

QString KeptReports::pathOf(const InputFile &file, const PreflightRules &rules) const
{
    const QByteArray name
        = printOf(rules) + QFile::encodeName(QFileInfo(file.path()).absoluteFilePath());
    return m_folder + u'/' + QString::fromLatin1(digestOf(name).first(16).toHex()) + suffix;
}

std::optional<PreflightReport> KeptReports::find(const InputFile &file,
                                                 const PreflightRules &rules) const
{
    if (m_folder.isEmpty() || file.size() < 1)
        return std::nullopt;
    QFile entry(pathOf(file, rules));
    if (!entry.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
        || entry.size() > m_limits.mostBytes)
        return std::nullopt;
    const std::optional<QByteArray> key = keyOf(file, rules);
    if (!key)
        return std::nullopt;
    std::optional<PreflightReport> report = keptformat::read(entry.readAll(), *key);
    if (!report || (rules.withDigest && report->sha256.isEmpty()))
        return std::nullopt;
    if (!rules.withDigest)
        report->sha256.clear();
    // The words are of this person's language.
    for (Finding &finding : report->findings)
        finding.message = findingText(finding.kind, rules.profile ? &*rules.profile : nullptr);
    ::futimens(entry.handle(), nullptr); // which makes it the youngest
    return report;
}

void KeptReports::keep(const InputFile &file, const PreflightRules &rules,
                       const PreflightReport &report) const
{
    if (m_folder.isEmpty() || report.bytes < m_limits.leastBytes || !report.index)
        return;
    Result<OutputFile> entry = OutputFile::create(pathOf(file, rules));
    const std::optional<QByteArray> key = keyOf(file, rules);
    if (!entry || !key || !isSettled(file, *entry) || !file.isUnchanged())
        return;
    const QByteArray bytes = keptformat::write(report, *key);
    if (bytes.size() <= m_limits.mostBytes / 4
        && entry->write({bytes.constData(), static_cast<std::size_t>(bytes.size())})
        && entry->commit())
        makeRoom();
}

/// By the clock that gives files their times: a new file of ours tells it.
bool KeptReports::isSettled(const InputFile &file, const OutputFile &now) const
{
    const auto since = [](const FileState::Time &time) {
        return std::chrono::seconds(time.first) + std::chrono::nanoseconds(time.second);
    };
    const Result<InputFile> made = InputFile::open(now.temporaryPath());
    return made && since(made->state().changed) - since(file.state().changed) >= m_limits.settled;
}

void KeptReports::makeRoom() const
{
    qint64 bytes = 0;
    const QFileInfoList entries = QDir(m_folder).entryInfoList(
        {u'*' + suffix + u'*'}, QDir::Files | QDir::Hidden, QDir::Time);
    // The newest first.
    const QDateTime yesterday = entries.value(0).lastModified().addDays(-1);
    for (const QFileInfo &entry : entries) {
        // One that was never finished has a dot before its name.
        const bool isLeft = entry.fileName().startsWith(u'.') && entry.lastModified() < yesterday;
        bytes += entry.size();
        if (isLeft || bytes > m_limits.mostBytes)
            QFile::remove(entry.filePath());
    }
}

QFuture<Result<std::optional<PreflightReport>>> knownReport(QThreadPool &pool, QString path,
                                                            PreflightRules rules)
{
    using Known = std::optional<PreflightReport>;
    return runOnPool<Known>(
        pool, [path = std::move(path), rules = std::move(rules)](QPromise<Result<Known>> &promise) {
            const Result<InputFile> file = InputFile::open(path);
            const Result<Packing> packing
                = file ? packingOf(*file) : Result<Packing>(Failure(file.error()));
            if (!packing)
                promise.addResult(Failure(packing.error()));
            else
                promise.addResult(*packing == Packing::None
                                      ? KeptReports(rules.cache).find(*file, rules)
                                      : Known());
        });
}
