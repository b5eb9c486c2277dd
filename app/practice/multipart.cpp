// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/multipart.h"

#include "practice/apimessage.h"

namespace practice {

namespace {

/// The value of ; key="value" or ; key=value in a header. Nothing where the key is not there.
std::optional<QByteArray> parameter(const QByteArray &header, const QByteArray &key)
{
    for (qsizetype at = header.indexOf(';'); at >= 0;) {
        qsizetype begin = at + 1;
        while (begin < header.size() && (header[begin] == ' ' || header[begin] == '\t'))
            ++begin;
        const qsizetype equals = header.indexOf('=', begin);
        if (equals < 0)
            return std::nullopt;
        const bool isKey = header.sliced(begin, equals - begin).trimmed().toLower() == key;
        QByteArray value;
        qsizetype end = equals + 1;
        if (end < header.size() && header[end] == '"') {
            for (++end; end < header.size() && header[end] != '"'; ++end) {
                if (header[end] == '\\' && end + 1 < header.size())
                    ++end;
                value.append(header[end]);
            }
        } else {
            while (end < header.size() && header[end] != ';')
                value.append(header[end++]);
            value = value.trimmed();
        }
        if (isKey)
            return value;
        at = header.indexOf(';', end);
    }
    return std::nullopt;
}

std::expected<FormPart, QByteArray> readPart(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::unexpected("A part of the form has no end of its headers.");
    FormPart part{.content = bytes.sliced(end + 4)};
    for (const QByteArray &header : bytes.first(end).toByteArray().split('\n')) {
        if (!header.toLower().startsWith("content-disposition:"))
            continue;
        if (header.sliced(20, std::max<qsizetype>(header.indexOf(';') - 20, 0)).trimmed().toLower()
            != "form-data")
            break;
        const QByteArray value = header.trimmed();
        part.name = parameter(value, "name").value_or(QByteArray());
        const auto fileName = parameter(value, "filename");
        part.isFile = fileName.has_value();
        part.fileName = fileName.value_or(QByteArray());
    }
    if (part.name.isEmpty())
        return std::unexpected("A part of the form has no name.");
    return part;
}

} // namespace

QByteArray formBoundary(const QByteArray &contentType)
{
    if (!isMediaType(contentType, "multipart/form-data"))
        return {};
    return parameter(contentType, "boundary").value_or(QByteArray());
}

std::expected<QList<FormPart>, QByteArray> formParts(QByteArrayView body,
                                                     const QByteArray &boundary)
{
    const QByteArray first = "--" + boundary;
    const QByteArray delimiter = "\r\n" + first;
    if (!body.startsWith(first))
        return std::unexpected("The form does not begin with its boundary.");
    QList<FormPart> parts;
    qsizetype at = first.size();
    while (!body.sliced(at).startsWith("--")) {
        if (!body.sliced(at).startsWith("\r\n"))
            return std::unexpected("A boundary of the form does not end its line.");
        const qsizetype end = body.indexOf(delimiter, at);
        if (end < 0)
            return std::unexpected("The form does not end with its boundary.");
        if (end == at) // two boundaries with nothing between them
            return std::unexpected("A part of the form has no end of its headers.");
        const auto part = readPart(body.sliced(at + 2, end - at - 2));
        if (!part)
            return std::unexpected(part.error());
        parts.append(*part);
        at = end + delimiter.size();
    }
    return parts;
}

} // namespace practice
