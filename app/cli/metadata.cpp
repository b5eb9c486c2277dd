// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/metadata.h"

#include "core/paddedline.h"
#include "profiles/metadata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace {

Failure bad(const QString &message, const QString &field)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message, .field = field});
}

/// text as a JSON string with quotes.
QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

Result<> readFile(const QString &path, const Profile &profile,
                  QList<std::pair<QString, QByteArray>> &metadata)
{
    const QString field = u"--metadata-json"_s;
    QFile file(path);
    constexpr qint64 most = 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly))
        return bad(file.errorString(), field);
    const QByteArray bytes = file.read(most);
    const PaddedBuffer buffer(bytes);
    simdjson::dom::parser check;
    simdjson::dom::element whole;
    if (check.parse(buffer.line().bytes.data(), buffer.line().bytes.size(), false).get(whole)
            != simdjson::SUCCESS
        || !whole.is_object())
        return bad(
            QCoreApplication::translate("batchctl", "The file does not hold one JSON object"),
            field);

    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    if (parser
            .iterate(buffer.line().bytes.data(), buffer.line().bytes.size(),
                     buffer.line().bytes.size() + linePadding)
            .get(document)
        != simdjson::SUCCESS)
        return bad(
            QCoreApplication::translate("batchctl", "The file does not hold one JSON object"),
            field);
    for (auto member : document.get_object()) {
        std::string_view key;
        std::string_view raw;
        if (member.unescaped_key().get(key) != simdjson::SUCCESS
            || member.value().raw_json().get(raw) != simdjson::SUCCESS)
            return bad(
                QCoreApplication::translate("batchctl", "The file does not hold one JSON object"),
                field);
        const QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
        while (!raw.empty()
               && (raw.back() == '\n' || raw.back() == '\r' || raw.back() == ' '
                   || raw.back() == '\t'))
            raw.remove_suffix(1);
        if (!profile.freeMetadata && raw.front() != '"')
            return bad(QCoreApplication::translate(
                           "batchctl", "The value of \"%1\" must be text for this provider")
                           .arg(name),
                       field);
        metadata.append({name, QByteArray(raw.data(), qsizetype(raw.size()))});
    }
    return {};
}

} // namespace

Result<QList<std::pair<QString, QByteArray>>> readMetadata(const QStringList &pairs,
                                                           const QString &file,
                                                           const Profile &profile)
{
    QList<std::pair<QString, QByteArray>> metadata;
    if (!profile.hasMetadata && (!pairs.isEmpty() || !file.isEmpty()))
        return bad(QCoreApplication::translate("batchctl", "This provider takes no metadata"),
                   u"--metadata"_s);
    if (!file.isEmpty())
        if (const Result<> read = readFile(file, profile, metadata); !read)
            return Failure(read.error());
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return bad(QCoreApplication::translate("batchctl", "Metadata is given as KEY=VALUE"),
                       u"--metadata"_s);
        metadata.append({pair.first(equals), quoted(pair.sliced(equals + 1))});
    }
    if (const Result<> checked = checkMetadata(metadata, profile); !checked)
        return bad(checked.error().message, u"--metadata"_s);
    return metadata;
}

Error sameRunError(const Library &library, RunId earlier)
{
    const Run *run = library.run(earlier);
    return {
        .kind = ErrorKind::Rejected,
        .message
        = QCoreApplication::translate(
              "batchctl",
              "The same was sent before as %1 \"%2\"; --again sends it once more on purpose")
              .arg(earlier.toString(), run ? run->name : QString()),
        .code = u"same_run"_s,
        .field = earlier.toString(),
    };
}
