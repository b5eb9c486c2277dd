// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsontext.h"

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Length of the string that starts at the quote json[from], its quotes included.
qsizetype stringLength(QByteArrayView json, qsizetype from)
{
    for (qsizetype i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1 - from;
    }
    return json.size() - from;
}

void newLine(QByteArray &out, int depth)
{
    out += '\n';
    out.append(qsizetype(depth) * 2, ' ');
}

qsizetype skipBlank(QByteArrayView json, qsizetype from)
{
    while (from < json.size() && isBlank(json[from]))
        ++from;
    return from;
}

} // namespace

QByteArray jsontext::indented(QByteArrayView json, qsizetype most)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 4);
    int depth = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (most > 0 && out.size() > most)
            break;
        const char c = json[i];
        switch (c) {
        case '"': {
            const qsizetype length = stringLength(json, i);
            out += json.sliced(i, length);
            i += length - 1;
            break;
        }
        case '{':
        case '[': {
            out += c;
            const qsizetype inner = skipBlank(json, i + 1);
            if (inner < json.size() && (json[inner] == '}' || json[inner] == ']')) {
                out += json[inner];
                i = inner;
            } else {
                newLine(out, ++depth);
            }
            break;
        }
        case '}':
        case ']':
            depth = std::max(0, depth - 1);
            newLine(out, depth);
            out += c;
            break;
        case ',':
            out += c;
            newLine(out, depth);
            break;
        case ':': out += ": "; break;
        default:
            if (!isBlank(c))
                out += c;
        }
    }
    return out;
}

QByteArray jsontext::compact(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (json[i] == '"') {
            const qsizetype length = stringLength(json, i);
            out += json.sliced(i, length);
            i += length - 1;
        } else if (!isBlank(json[i])) {
            out += json[i];
        }
    }
    return out;
}
