// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/curlcommand.h"

#include "net/wirerequest.h"

#include <algorithm>

namespace {

/// Linux takes 128 KiB in one argument.
constexpr qsizetype longestArgument = 100'000;

QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

bool isVariable(const QByteArray &name)
{
    const auto isLetter
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.isEmpty() && isLetter(name.front())
        && std::ranges::all_of(name, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

/// A word that no line of the body is.
QByteArray endMarkFor(const QByteArray &body)
{
    QByteArray mark = "END";
    while (body.contains(mark))
        mark += "_END";
    return mark;
}

} // namespace

QByteArray curlCommand(const HttpRequest &request, const QByteArray &keyVariable)
{
    const QByteArray next = " \\\n  ";
    QByteArray line
        = "curl -g -X " + quoted(request.method) + ' ' + quoted(wireUrl(request).toEncoded());
    if (request.auth != AuthScheme::None) {
        const QByteArray variable = isVariable(keyVariable) ? keyVariable : "API_KEY";
        line += next + "-H \"" + keyHeader(request.auth) + ": "
            + (request.auth == AuthScheme::Bearer ? "Bearer " : "") + "${" + variable + "}\"";
    }
    for (const auto &[name, value] : request.headers)
        line += next + "-H " + quoted(name + ": " + value);
    if (!request.contentType.isEmpty())
        line += next + "-H " + quoted("Content-Type: " + request.contentType);
    if (request.body.isEmpty())
        return line;
    if (request.body.size() <= longestArgument)
        return line + next + "--data-raw " + quoted(request.body);
    const QByteArray mark = endMarkFor(request.body);
    return line + next + "--data-binary @- <<'" + mark + "'\n" + request.body + '\n' + mark + '\n';
}
