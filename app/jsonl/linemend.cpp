// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/linemend.h"

#include "core/jsonescape.h"
#include "core/request.h"

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <simdjson.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jsonescape;

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

/// Bytes that are no UTF-8 become U+FFFD, each broken sequence one.
std::string validUtf8(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return text.toStdString();
}

/// Halves of surrogate pairs, written as escapes, become the escape of U+FFFD.
std::string withoutLoneSurrogates(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            out += text[i++];
            continue;
        }
        const int unit = escapedUnit(text, i);
        const std::size_t size = unit < 0 ? 2 : 6;
        if (isHigh(unit) && isLow(escapedUnit(text, i + size))) {
            out += text.substr(i, 12);
            i += 12;
            continue;
        }
        out += isHigh(unit) || isLow(unit) ? std::string_view("\\ufffd") : text.substr(i, size);
        i += size;
    }
    return out;
}

std::string jsonString(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string decoded(const JsonMember &member)
{
    if (member.type != JsonType::String)
        return {};
    return decodedJson(member.value.substr(1, member.value.size() - 2));
}

const JsonMember *find(const JsonScan &scan, std::string_view name, int parent = -1)
{
    const JsonMember *found = nullptr;
    for (const JsonMember &member : scan.members())
        if (member.parent == parent && decodedJson(member.key) == name)
            found = &member; // the last one counts
    return found;
}

/// line, which holds part, with text in its place.
std::string replaced(std::string_view line, std::string_view part, std::string_view text)
{
    const auto at = static_cast<std::size_t>(part.data() - line.data());
    std::string out(line.substr(0, at));
    out += text;
    out += line.substr(at + part.size());
    return out;
}

/// The path of an address such as https://api.example.com/v1/chat/completions.
std::optional<std::string> pathOf(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return url.starts_with("v1/") ? std::optional('/' + std::string(url)) : std::nullopt;
    const std::size_t path = url.find('/', scheme + 3);
    return path == std::string_view::npos ? std::nullopt
                                          : std::optional(std::string(url.substr(path)));
}

} // namespace

void LineMender::note(Mended &mended, QLatin1StringView kind) const
{
    if (std::ranges::find(mended.kinds, kind) == mended.kinds.end())
        mended.kinds.push_back(kind);
}

bool LineMender::hasBody() const
{
    if (m_scan.type() != JsonType::Object)
        return false;
    const JsonMember *body = find(m_scan, "body");
    return body != nullptr && body->type == JsonType::Object;
}

LineMender::Text LineMender::mendText(Mended &mended)
{
    if (!simdjson::validate_utf8(mended.line)) {
        const std::string valid = validUtf8(mended.line);
        if (!m_isWanted("not_utf8"_L1))
            return m_scan.read(valid) && hasBody() ? Text::StaysBroken : Text::Unusable;
        mended.line = valid;
        note(mended, "not_utf8"_L1);
    }
    if (!m_scan.read(mended.line) || !hasBody())
        return Text::Unusable;
    if (m_scan.hasLoneSurrogate() && m_isWanted("lone_surrogate"_L1)) {
        mended.line = withoutLoneSurrogates(mended.line);
        note(mended, "lone_surrogate"_L1);
        return m_scan.read(mended.line) ? Text::Good : Text::Unusable;
    }
    return Text::Good;
}

void LineMender::mendCustomId(Mended &mended, qint64 physical)
{
    const JsonMember *id = find(m_scan, "custom_id");
    const bool isMissing = id == nullptr || id->type == JsonType::Null;
    const std::string text = id != nullptr ? decoded(*id) : std::string();
    if (!text.empty()) {
        mended.customId = text;
        return;
    }
    const QLatin1StringView kind = isMissing ? "missing_custom_id"_L1
        : id->type == JsonType::String       ? "empty_custom_id"_L1
                                             : "bad_custom_id"_L1;
    if (!m_isWanted(kind))
        return;
    // A number is an id that lacks its quotes.
    const std::string given = !isMissing && id->type == JsonType::Number
        ? std::string(id->value)
        : "line-" + std::to_string(physical);
    mended.line = withCustomId(mended.line, given);
    mended.customId = given;
    note(mended, kind);
}

void LineMender::mendMethod(Mended &mended)
{
    const JsonMember *method = find(m_scan, "method");
    if (method == nullptr || method->type == JsonType::Null || decoded(*method) == "POST"
        || !m_isWanted("bad_method"_L1))
        return;
    mended.line = replaced(mended.line, method->value, "\"POST\"");
    note(mended, "bad_method"_L1);
}

void LineMender::mendUrl(Mended &mended)
{
    mended.url = std::string(defaultUrl);
    const JsonMember *url = find(m_scan, "url");
    if (url == nullptr || url->type == JsonType::Null)
        return;
    const std::string text = decoded(*url);
    mended.url = text;
    if (text.starts_with('/') || !m_isWanted("wrong_url"_L1))
        return;
    if (const std::optional<std::string> path = pathOf(text)) {
        mended.line = replaced(mended.line, url->value, jsonString(*path));
        mended.url = *path;
        note(mended, "wrong_url"_L1);
    }
}

void LineMender::mendStream(Mended &mended)
{
    const std::vector<JsonMember> &members = m_scan.members();
    const JsonMember *body = find(m_scan, "body");
    const int place = static_cast<int>(body - members.data());
    if (const JsonMember *model = find(m_scan, "model", place))
        mended.model = decoded(*model);
    const JsonMember *stream = find(m_scan, "stream", place);
    if (stream == nullptr || stream->type != JsonType::True || !m_isWanted("stream_set"_L1))
        return;
    mended.line = replaced(mended.line, stream->value, "false");
    note(mended, "stream_set"_L1);
}

/// A reply without a limit may be refused, or cost more than was meant.
void LineMender::mendMaxTokens(Mended &mended)
{
    if (m_maxTokens <= 0 || !m_isWanted("missing_max_tokens"_L1))
        return;
    const JsonMember *body = find(m_scan, "body");
    const int place = static_cast<int>(body - m_scan.members().data());
    if (find(m_scan, "messages", place) == nullptr)
        return;
    const JsonMember *empty = nullptr;
    for (const char *name : {"max_tokens", "max_completion_tokens", "max_output_tokens"}) {
        const JsonMember *limit = find(m_scan, name, place);
        if (limit != nullptr && limit->type != JsonType::Null)
            return;
        empty = limit != nullptr ? limit : empty;
    }
    const std::string number = std::to_string(m_maxTokens);
    // There is a member behind the brace, so that the comma is right.
    mended.line = empty != nullptr
        ? replaced(mended.line, empty->value, number)
        : replaced(mended.line, body->value.substr(1, 0), "\"max_tokens\":" + number + ',');
    note(mended, "missing_max_tokens"_L1);
}

std::optional<LineMender::Mended> LineMender::mend(std::string_view line, qint64 physical)
{
    Mended mended{.line = std::string(line)};
    switch (mendText(mended)) {
    case Text::Good: break;
    case Text::StaysBroken: return mended;
    case Text::Unusable: return std::nullopt;
    }
    // Where one changes the line, its members are found anew.
    using Step = void (LineMender::*)(Mended &);
    for (const Step step : {&LineMender::mendStream, &LineMender::mendMaxTokens,
                            &LineMender::mendUrl, &LineMender::mendMethod}) {
        const std::size_t before = mended.kinds.size();
        (this->*step)(mended);
        if (mended.kinds.size() != before && !m_scan.read(mended.line))
            return std::nullopt;
    }
    mendCustomId(mended, physical);
    return mended;
}

std::string_view LineMender::valueOf(std::string_view line, std::string_view name)
{
    JsonScan scan;
    const JsonMember *member = scan.read(line) ? find(scan, name) : nullptr;
    return member != nullptr ? member->value : std::string_view();
}

std::string_view LineMender::bodyValueOf(std::string_view line, std::string_view name)
{
    JsonScan scan;
    const JsonMember *body = scan.read(line) ? find(scan, "body") : nullptr;
    if (body == nullptr)
        return {};
    const JsonMember *member = find(scan, name, static_cast<int>(body - scan.members().data()));
    return member != nullptr ? member->value : std::string_view();
}

std::string LineMender::withCustomId(std::string_view line, std::string_view id)
{
    JsonScan scan;
    if (!scan.read(line))
        return std::string(line);
    if (const JsonMember *member = find(scan, "custom_id"))
        return replaced(line, member->value, jsonString(id));
    const std::size_t open = line.find('{') + 1;
    std::string out(line.substr(0, open));
    out += "\"custom_id\":" + jsonString(id);
    if (!scan.members().empty())
        out += ',';
    return out + std::string(line.substr(open));
}
