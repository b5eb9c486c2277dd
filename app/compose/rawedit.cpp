// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/rawedit.h"

#include "core/paddedline.h"
#include "dialects/scan.h"

using namespace Qt::StringLiterals;

namespace {

/// The place of a view in the text that it is a view of.
qsizetype begin(std::string_view part, std::string_view text)
{
    return part.data() - text.data();
}

qsizetype end(std::string_view part, std::string_view text)
{
    return begin(part, text) + qsizetype(part.size());
}

void appendEscape(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

} // namespace

QByteArray rawedit::quoted(const QString &text)
{
    QByteArray out(1, '"');
    out.reserve(text.size() + 2);
    qsizetype plain = 0; // what needs no escape goes over in one piece
    const auto flush = [&](qsizetype to) {
        out += QStringView(text).sliced(plain, to - plain).toUtf8();
        plain = to + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        if (c != u'"' && c != u'\\' && c.unicode() >= 0x20 && !c.isSurrogate())
            continue;
        flush(i);
        switch (c.unicode()) {
        case u'"': out += "\\\""; break;
        case u'\\': out += "\\\\"; break;
        case u'\n': out += "\\n"; break;
        case u'\r': out += "\\r"; break;
        case u'\t': out += "\\t"; break;
        default: appendEscape(out, c.unicode());
        }
    }
    flush(text.size());
    return out += '"';
}

QByteArray rawedit::withMember(const QByteArray &object, std::string_view key,
                               const QByteArray &value)
{
    const PaddedBuffer buffer(object);
    const std::string_view text = buffer.line().bytes;
    const scan::Members members(scan::trimmed(text));
    QByteArray made = object;
    if (const scan::Member *old = members.find(key))
        return made.replace(begin(old->value, text), qsizetype(old->value.size()), value);
    const QByteArray member = '"' + QByteArray(key.data(), qsizetype(key.size())) + "\":" + value;
    const qsizetype at
        = members.isEmpty() ? object.indexOf('{') + 1 : end(members.all().back().value, text);
    return made.insert(at, members.isEmpty() ? member : ',' + member);
}

QByteArray rawedit::withoutMember(QByteArray object, std::string_view key)
{
    for (;;) {
        const PaddedBuffer buffer(object);
        const std::string_view text = buffer.line().bytes;
        const scan::Members members(scan::trimmed(text));
        const scan::Member *const old = members.find(key);
        if (!old)
            return object;
        const auto place = std::size_t(old - members.all().data());
        const qsizetype quote = begin(old->key, text) - 1;
        qsizetype from = quote;
        qsizetype to = end(old->value, text);
        // One comma goes with it: the one behind, or before the last.
        if (place + 1 < members.all().size())
            to = begin(members.all()[place + 1].key, text) - 1;
        else if (place > 0)
            from = end(members.all()[place - 1].value, text);
        object.remove(from, to - from);
    }
}

QByteArray rawedit::array(const QList<QByteArray> &elements)
{
    return '[' + elements.join(',') + ']';
}

QByteArray rawedit::withCustomId(const QByteArray &line, const QString &id)
{
    return withMember(line, "custom_id", quoted(id));
}
