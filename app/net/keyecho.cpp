// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/keyecho.h"

#include "net/httpreply.h"

#include <algorithm>

namespace {

constexpr qsizetype shortest = 6; // shorter ones are words, and replacing words would do harm
constexpr qsizetype longKey = 16;
constexpr qsizetype leastOfKey = 8;
constexpr qsizetype leastOfBase64 = 16; // 12 characters of the key

/// The number that so many hexadecimal digits make, or -1.
int hexAt(QByteArrayView text, qsizetype at, qsizetype digits)
{
    if (at + digits > text.size())
        return -1;
    bool ok = false;
    const int value = text.sliced(at, digits).toInt(&ok, 16);
    return ok ? value : -1;
}

qsizetype percentLength(QByteArrayView text, qsizetype at, char wanted)
{
    qsizetype end = at + 1;
    while (text.sliced(end).startsWith("25")) // encoded twice, or more
        end += 2;
    if (hexAt(text, end, 2) == static_cast<unsigned char>(wanted))
        return end + 2 - at;
    return 0;
}

qsizetype backslashLength(QByteArrayView text, qsizetype at, char wanted)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == '\\')
        ++end;
    if (end == text.size())
        return wanted == '\\' ? end - at : 0;
    const int code = static_cast<unsigned char>(wanted);
    if (text[end] == 'u' && hexAt(text, end + 1, 4) == code)
        return end + 5 - at;
    if (text[end] == 'x' && hexAt(text, end + 1, 2) == code)
        return end + 3 - at;
    if (wanted == '\\')
        return end - at;
    return text[end] == wanted ? end + 1 - at : 0;
}

qsizetype entityLength(QByteArrayView text, qsizetype at, char wanted)
{
    const qsizetype semicolon
        = text.sliced(at, std::min<qsizetype>(10, text.size() - at)).indexOf(';');
    if (semicolon < 2)
        return 0;
    const QByteArrayView name = text.sliced(at + 1, semicolon - 1);
    const bool isHex = name.startsWith("#x") || name.startsWith("#X");
    const int code = isHex     ? hexAt(name, 2, name.size() - 2)
        : name.startsWith("#") ? name.sliced(1).toInt()
        : name == "amp"        ? '&'
        : name == "lt"         ? '<'
        : name == "gt"         ? '>'
        : name == "quot"       ? '"'
        : name == "apos"       ? '\''
                               : -1;
    return code == static_cast<unsigned char>(wanted) ? semicolon + 1 : 0;
}

/// How many bytes of text stand for one character, 0 where another one is there.
qsizetype lengthOf(char wanted, QByteArrayView text, qsizetype at)
{
    const char c = text[at];
    const qsizetype escaped = c == '%' ? percentLength(text, at, wanted)
        : c == '\\'                    ? backslashLength(text, at, wanted)
        : c == '&'                     ? entityLength(text, at, wanted)
                                       : 0;
    return escaped > 0 ? escaped : c == wanted ? 1 : 0;
}

/// What is the same in Base64 whatever stands before (so many bytes, modulo 3) and behind.
QByteArray base64Core(QByteArrayView key, qsizetype before, QByteArray::Base64Options options)
{
    const QByteArray all = QByteArray(before, '\0').append(key).toBase64(options);
    const qsizetype from = (before * 8 + 5) / 6;
    const qsizetype whole = (before + key.size()) * 8 / 6;
    return all.sliced(from, whole - from);
}

} // namespace

KeyEcho::KeyEcho(const SecretBytes &key)
{
    const QByteArrayView bytes = key.reveal();
    if (bytes.size() < shortest)
        return;
    m_isTelling = bytes.size() >= longKey;
    const auto add = [this](QByteArray text, qsizetype least) {
        least = m_isTelling ? std::min(least, text.size()) : text.size();
        m_begins[static_cast<unsigned char>(text.front())] = true;
        m_forms.push_back({SecretBytes(std::move(text)), least});
    };
    add(bytes.toByteArray(), leastOfKey);
    for (qsizetype before = 0; before < 3; ++before)
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            add(base64Core(bytes, before, alphabet), leastOfBase64);
    for (const char c : {'%', '\\', '&'})
        m_begins[static_cast<unsigned char>(c)] = true;
}

/// The bytes at this place that are one of the forms, or the beginning of one; else 0.
qsizetype KeyEcho::lengthAt(QByteArrayView text, qsizetype at) const
{
    qsizetype longest = 0;
    for (const Form &form : m_forms) {
        const QByteArrayView wanted = form.text.reveal();
        qsizetype end = at;
        qsizetype matched = 0;
        while (matched < wanted.size() && end < text.size()) {
            const qsizetype length = lengthOf(wanted[matched], text, end);
            if (length == 0)
                break;
            end += length;
            ++matched;
        }
        if (matched >= form.least)
            longest = std::max(longest, end - at);
    }
    return longest;
}

bool KeyEcho::isIn(QByteArrayView text) const
{
    for (qsizetype at = 0; canLook() && at < text.size(); ++at)
        if (m_begins[static_cast<unsigned char>(text[at])] && lengthAt(text, at) > 0)
            return true;
    return false;
}

QByteArray KeyEcho::hidden(const QByteArray &text) const
{
    if (!isIn(text))
        return text;
    QByteArray clean;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length
            = m_begins[static_cast<unsigned char>(text[at])] ? lengthAt(text, at) : 0;
        if (length > 0)
            clean += "[hidden]";
        else
            clean += text[at];
        at += std::max<qsizetype>(length, 1);
    }
    return clean;
}

QString KeyEcho::hidden(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    return isIn(bytes) ? QString::fromUtf8(hidden(bytes)) : text;
}

void KeyEcho::hideIn(Result<HttpReply> &result) const
{
    if (!canLook())
        return;
    if (!result) {
        Error error = result.error();
        for (QString *text : {&error.message, &error.detail, &error.code, &error.requestId})
            *text = hidden(*text);
        result = Failure(error);
        return;
    }
    for (auto &header : result->headers)
        header.second = hidden(header.second);
    if (!result->isSuccess() || isTelling())
        result->body = hidden(result->body);
}
