// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/filesupload.h"

#include "practice/multipart.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qsizetype maxFileBytes = 512LL << 20;
constexpr qint64 shortestLife = 3600;
constexpr qint64 longestLife = 2'592'000;

OpenAiFault wrong(const QString &param, const QString &message)
{
    return {.message = message, .param = param, .code = u"invalid_value"_s};
}

OpenAiFault missing(const QString &param)
{
    return {.message = u"Missing required parameter: '%1'."_s.arg(param),
            .param = param,
            .code = u"missing_required_parameter"_s};
}

std::expected<void, OpenAiFault> readField(const FormPart &part, QByteArray &purpose,
                                           QByteArray &anchor, Upload &upload)
{
    const QByteArray value = part.content.toByteArray();
    if (part.name == "purpose") {
        if (value != "batch")
            return std::unexpected(wrong(u"purpose"_s, u"'purpose' must be batch here."_s));
        purpose = value;
    } else if (part.name == "expires_after[anchor]") {
        if (value != "created_at")
            return std::unexpected(wrong(u"expires_after"_s, u"The anchor must be created_at."_s));
        anchor = value;
    } else if (part.name == "expires_after[seconds]") {
        upload.lifeSeconds = value.toLongLong();
        if (upload.lifeSeconds < shortestLife || upload.lifeSeconds > longestLife)
            return std::unexpected(
                wrong(u"expires_after"_s, u"The seconds must be 3600 to 2592000."_s));
    } else {
        const QString name = QString::fromUtf8(part.name);
        return std::unexpected(OpenAiFault{.message = u"Unknown parameter: '%1'."_s.arg(name),
                                           .param = name,
                                           .code = u"unknown_parameter"_s});
    }
    return {};
}

std::expected<void, OpenAiFault> keep(const FormPart &part, const QString &path)
{
    if (part.name != "file")
        return std::unexpected(wrong(u"file"_s, u"The file must be in the field 'file'."_s));
    if (!part.fileName.endsWith(".jsonl"))
        return std::unexpected(wrong(u"file"_s, u"Invalid file name: it must end in .jsonl."_s));
    if (part.content.size() > maxFileBytes)
        return std::unexpected(OpenAiFault{
            .status = 413, .message = u"The file is larger than 512 MiB."_s, .param = u"file"_s});
    QFile file(path + ".part"_L1);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)
        || file.write(part.content.data(), part.content.size()) != part.content.size())
        return std::unexpected(
            OpenAiFault{.status = 500, .message = file.errorString(), .type = u"server_error"_s});
    file.close();
    if (!file.rename(path))
        return std::unexpected(
            OpenAiFault{.status = 500, .message = file.errorString(), .type = u"server_error"_s});
    return {};
}

} // namespace

UploadResult keepUpload(const UploadTask &task)
{
    const QByteArray boundary = formBoundary(task.contentType);
    if (boundary.isEmpty())
        return std::unexpected(OpenAiFault{
            .message = u"The content type must be multipart/form-data with a boundary."_s,
            .code = u"invalid_content_type"_s});
    const auto parts = formParts(task.body, boundary);
    if (!parts)
        return std::unexpected(OpenAiFault{.message = QString::fromUtf8(parts.error()),
                                           .code = u"invalid_multipart"_s});
    Upload upload;
    QByteArray purpose;
    QByteArray anchor;
    for (qsizetype i = 0; i < parts->size(); ++i) {
        const FormPart &part = parts->at(i);
        if (!part.isFile) {
            if (auto read = readField(part, purpose, anchor, upload); !read)
                return std::unexpected(read.error());
            continue;
        }
        if (i + 1 != parts->size())
            return std::unexpected(
                wrong(u"file"_s, u"The file must be the last part of the form."_s));
        if (purpose.isEmpty())
            break;
        if (auto kept = keep(part, task.path); !kept)
            return std::unexpected(kept.error());
        upload.bytes = part.content.size();
        upload.name = QString::fromUtf8(part.fileName);
        return upload;
    }
    return std::unexpected(missing(purpose.isEmpty() ? u"purpose"_s : u"file"_s));
}

} // namespace practice
