// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/keptformat.h"

#include "core/digest.h"

#include <QDataStream>

namespace {

constexpr qsizetype digestBytes = 32;
constexpr char magic[] = "batchdesk preflight 1\n";
constexpr qsizetype magicBytes = sizeof magic - 1;

QByteArray digestOf(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add({bytes.data(), static_cast<std::size_t>(bytes.size())});
    return hash.result();
}

/// Numbers that only grow, as their distances, seven bits a byte.
QByteArray packed(const std::vector<qint64> &numbers)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(numbers.size()) * 2);
    qint64 before = 0;
    for (const qint64 number : numbers) {
        auto rest = static_cast<quint64>(number - before);
        before = number;
        for (; rest >= 0x80; rest >>= 7)
            bytes.append(static_cast<char>(rest | 0x80));
        bytes.append(static_cast<char>(rest));
    }
    return bytes;
}

/// Calls take for each number; false where the bytes end within one.
template <class Take>
bool unpacked(const QByteArray &bytes, Take take)
{
    quint64 number = 0;
    quint64 rest = 0;
    int shift = 0;
    for (const char byte : bytes) {
        rest |= static_cast<quint64>(byte & 0x7F) << shift;
        shift += 7;
        if ((byte & 0x80) != 0 && shift < 63)
            continue;
        number += rest;
        take(static_cast<qint64>(number));
        rest = 0;
        shift = 0;
    }
    return shift == 0;
}

void writeFindings(QDataStream &out, const QList<Finding> &findings)
{
    out << findings.size();
    for (const Finding &finding : findings)
        out << finding.kind << (finding.severity == Severity::Error) << finding.count
            << finding.lines;
}

QList<Finding> readFindings(QDataStream &in)
{
    QList<Finding> findings;
    qsizetype count = 0;
    in >> count;
    while (in.status() == QDataStream::Ok && findings.size() < count) {
        Finding finding;
        bool isError = false;
        in >> finding.kind >> isError >> finding.count >> finding.lines;
        finding.severity = isError ? Severity::Error : Severity::Warning;
        findings.append(finding);
    }
    return findings;
}

} // namespace

QByteArray keptformat::write(const PreflightReport &report, const QByteArray &key)
{
    QByteArray bytes(magic, magicBytes);
    QDataStream out(&bytes, QIODevice::WriteOnly | QIODevice::Append);
    out.setVersion(QDataStream::Qt_6_8);
    out << key << report.requests << report.bytes << report.blankLines << report.models
        << report.endpoints << report.faultyLines << report.repeatedIds << report.sha256
        << report.index->fileSize() << report.index->headTailDigest()
        << packed(report.index->starts()) << packed(report.index->blanks());
    writeFindings(out, report.findings);
    bytes.append(digestOf(bytes));
    return bytes;
}

std::optional<PreflightReport> keptformat::read(const QByteArray &bytes, const QByteArray &key)
{
    if (bytes.size() < magicBytes + digestBytes || !bytes.startsWith(magic))
        return std::nullopt;
    const QByteArrayView content = QByteArrayView(bytes).chopped(digestBytes);
    if (digestOf(content) != QByteArrayView(bytes).last(digestBytes))
        return std::nullopt;
    QDataStream in(QByteArray::fromRawData(content.data(), content.size()).sliced(magicBytes));
    in.setVersion(QDataStream::Qt_6_8);
    PreflightReport report;
    QByteArray wanted;
    QByteArray ends;
    QByteArray starts;
    QByteArray blanks;
    qint64 fileSize = 0;
    in >> wanted;
    if (wanted != key)
        return std::nullopt;
    in >> report.requests >> report.bytes >> report.blankLines >> report.models >> report.endpoints
        >> report.faultyLines >> report.repeatedIds >> report.sha256 >> fileSize >> ends >> starts
        >> blanks;
    report.findings = readFindings(in);
    LineIndexBuilder builder;
    const bool isWhole = in.status() == QDataStream::Ok && in.atEnd()
        && unpacked(starts, [&](qint64 start) { builder.addLine(start); })
        && unpacked(blanks, [&](qint64 physical) { builder.addBlank(physical); });
    if (!isWhole || builder.soFar().count() != report.requests)
        return std::nullopt;
    report.index = builder.finish(fileSize, ends);
    return report;
}
