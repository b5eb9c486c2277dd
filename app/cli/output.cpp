// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// What a provider or a file says is shown and never obeyed: a terminal takes orders from control
/// characters, so their pictures are printed (U+2400 and on; those of C1 have none).
QString shown(QString text, QStringView kept)
{
    constexpr char16_t pictures = 0x2400;
    constexpr char16_t pictureOfDelete = 0x2421;
    for (QChar &c : text) {
        if (c.category() != QChar::Other_Control || kept.contains(c))
            continue;
        const char16_t code = c.unicode();
        c = code < 0x20    ? QChar(char16_t(pictures + code))
            : code == 0x7f ? QChar(pictureOfDelete)
                           : QChar(QChar::ReplacementCharacter);
    }
    return text;
}

/// Lines for people; a tab is what parts the columns of some.
QByteArray shownLines(const QString &text)
{
    return shown(text, u"\n\t").toUtf8();
}

void put(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

void Output::object(const QJsonObject &object) const
{
    if (json)
        put(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Output::text(const QString &line) const
{
    if (!json)
        put(stdout, shownLines(line));
}

void Output::table(const QStringList &header, const QList<QStringList> &rows) const
{
    if (json)
        return;
    QList<qsizetype> widths;
    for (const QString &title : header)
        widths.append(title.size());
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    const auto print = [&](const QStringList &row) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[i] + 2) : row[i];
        put(stdout, shown(line, {}).toUtf8()); // each picture as wide as what it stands for
    };
    print(header);
    for (const QStringList &row : rows)
        print(row);
}

void Output::message(const QString &line) const
{
    if (!quiet)
        put(stderr, shownLines(line));
}

void Output::error(const Error &error) const
{
    if (json) {
        QJsonObject object = toJson(error);
        object.remove("detail"_L1);
        object.insert("message"_L1, userText(error));
        put(stderr,
            QJsonDocument(QJsonObject{{u"error"_s, object}}).toJson(QJsonDocument::Compact));
    } else {
        put(stderr, "batchctl: " + shownLines(userText(error)));
    }
}

ExitCode exitCode(const Error &error)
{
    if (error.code == "same_run"_L1)
        return ExitLook;
    switch (error.kind) {
    case ErrorKind::Cancelled: return ExitLook;
    case ErrorKind::BadInput:
    case ErrorKind::FileChanged: return ExitUsage;
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Rejected:
    case ErrorKind::NotFound:
    case ErrorKind::NotSupported: return ExitRefused;
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::ServerFault:
    case ErrorKind::BadReply: return ExitUnreachable;
    case ErrorKind::OutcomeUnknown: return ExitUnknown;
    case ErrorKind::Disk:
    case ErrorKind::Database:
    case ErrorKind::Keychain: return ExitTrouble;
    }
    Q_UNREACHABLE_RETURN(ExitTrouble);
}

QStringList findingLines(const QList<Finding> &findings)
{
    QStringList all;
    constexpr qsizetype shownLines = 10;
    for (const Finding &finding : findings) {
        QStringList lines;
        for (const qint64 line : finding.lines.first(std::min(finding.lines.size(), shownLines)))
            lines.append(QString::number(line));
        if (finding.count > lines.size() && !lines.isEmpty())
            lines.append(u"..."_s);
        const QString severity = finding.severity == Severity::Error
            ? QCoreApplication::translate("batchctl", "error")
            : QCoreApplication::translate("batchctl", "warning");
        QString text
            = QCoreApplication::translate("batchctl", "%1: %2 (%3, %4 x)")
                  .arg(severity, finding.message, finding.kind, QString::number(finding.count));
        if (!lines.isEmpty())
            text = QCoreApplication::translate("batchctl", "%1, lines %2")
                       .arg(text, lines.join(", "_L1));
        all.append(text);
    }
    return all;
}

bool refuseFindings(const Output &out, const QList<Finding> &findings, const QString &words)
{
    for (const QString &line : findingLines(findings))
        out.message(line);
    const auto fault = std::ranges::find(findings, Severity::Error, &Finding::severity);
    if (fault == findings.end())
        return false;
    out.error({.kind = ErrorKind::BadInput,
               .message = words,
               .code = u"findings"_s,
               .line = fault->lines.value(0)});
    return true;
}
