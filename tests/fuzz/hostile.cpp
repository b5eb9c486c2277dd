// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostile.h"

#include "core/paddedline.h"
#include "dialects/scan.h"

#include <string_view>

namespace {

using hostile::Named;

QByteArray deep(char open, char close, qsizetype levels, const QByteArray &inside = {})
{
    return QByteArray(levels, open) + inside + QByteArray(levels, close);
}

QByteArray deepObject(qsizetype levels)
{
    return QByteArrayLiteral("{\"a\":").repeated(levels) + "1" + QByteArray(levels, '}');
}

QByteArray request(const QByteArray &id, const QByteArray &content = "\"Hi\"")
{
    return "{\"custom_id\":" + id
        + ",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"m\","
          "\"messages\":[{\"role\":\"user\",\"content\":"
        + content + "}]}}";
}

QByteArray answer(const QByteArray &id, const QByteArray &content)
{
    return "{\"custom_id\":" + id
        + ",\"response\":{\"status_code\":200,\"body\":{\"model\":\"m\",\"choices\":[{"
          "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
        + content + "}}]}},\"error\":null}";
}

/// The place of every value in the text, outer ones before what they hold.
struct Place {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype keyBegin = -1; ///< of a member, with its quote
};

void collect(std::string_view value, std::string_view text, QList<Place> &places, qsizetype key)
{
    const qsizetype begin = value.data() - text.data();
    places.append({begin, begin + qsizetype(value.size()), key});
    const scan::Members members(value);
    for (const scan::Member &member : members.all())
        collect(member.value, text, places, member.key.data() - text.data() - 1);
    for (const std::string_view element : scan::elements(value))
        collect(element, text, places, -1);
}

/// Broken UTF-8 in a text of JSON.
void addBrokenTexts(QList<Named> &lines)
{
    const QList<Named> broken{
        {"lone continuation", "\x80"},
        {"lead without end", "\xC3"},
        {"overlong slash", "\xC0\xAF"},
        {"overlong NUL", QByteArray("\xC0\x80")},
        {"overlong in three", "\xE0\x80\xAF"},
        {"surrogate in UTF-8", "\xED\xA0\x80"},
        {"beyond Unicode", "\xF4\x90\x80\x80"},
        {"five bytes", "\xF8\x88\x80\x80\x80"},
        {"Latin-1", "f\xFCr"},
        {"FE FF", "\xFE\xFF"},
        {"NUL", QByteArray("\0", 1)},
        {"escape", "\x1B[31m"},
        {"tab as it is", "\t"},
        {"carriage return", "a\rb"},
    };
    for (const Named &text : broken) {
        lines.append({text.name + " in an id", request('"' + text.bytes + '"')});
        lines.append({text.name + " in a text", request("\"x\"", '"' + text.bytes + '"')});
        lines.append({text.name + " in an answer", answer("\"x\"", '"' + text.bytes + '"')});
        lines.append({text.name + " behind", request("\"x\"") + text.bytes});
        lines.append({text.name + " before", text.bytes + request("\"x\"")});
        lines.append({text.name + " alone", text.bytes});
    }
}

void addDeep(QList<Named> &lines)
{
    constexpr qsizetype million = 1'000'000;
    for (const qsizetype levels : {qsizetype(511), qsizetype(1023), qsizetype(1024),
                                   qsizetype(1025), qsizetype(100'000), million}) {
        const QByteArray name = QByteArray::number(levels) + " deep";
        lines.append({name + " arrays alone", deep('[', ']', levels)});
        lines.append({name + " arrays, open", QByteArray(levels, '[')});
        lines.append({name + " objects alone", deepObject(levels)});
        lines.append({name + " closing", QByteArray(levels, '}')});
        lines.append({name + " in a request", request("\"x\"", deep('[', ']', levels))});
        lines.append({name + " as id", request(deep('[', ']', levels))});
        lines.append({name + " in an answer", answer("\"x\"", deep('[', ']', levels))});
        lines.append({name + " objects in an answer", answer("\"x\"", deepObject(levels))});
    }
}

void addLong(QList<Named> &lines)
{
    constexpr qsizetype mega = 1 << 20;
    const QByteArray longId = '"' + QByteArray(mega, 'i') + '"';
    lines.append({"id of 1 MB", request(longId)});
    lines.append({"id of 1 MB, answered", answer(longId, "\"x\"")});
    lines.append({"id of 1 MB of escapes",
                  request('"' + QByteArrayLiteral("\\u0069").repeated(mega / 6) + '"')});
    lines.append({"text of 20 MB", request("\"x\"", '"' + QByteArray(20 * mega, 't') + '"')});
    lines.append({"answer of 20 MB", answer("\"x\"", '"' + QByteArray(20 * mega, 't') + '"')});
    lines.append({"20 MB without an end", "{\"custom_id\":\"" + QByteArray(20 * mega, 'x')});
    lines.append({"2 MB of blanks", QByteArray(2 * mega, ' ')});
    lines.append({"2 MB of quotes", QByteArray(2 * mega, '"')});
    lines.append({"2 MB of backslashes", "\"" + QByteArray(2 * mega, '\\')});
    lines.append({"2 MB of commas", "[" + QByteArray(2 * mega, ',') + "]"});
    lines.append({"number of 1 MB", request("\"x\"", QByteArray(mega, '9'))});
    lines.append({"exponent of 1 MB", request("\"x\"", "1e" + QByteArray(mega, '9'))});
    QByteArray members = "{\"custom_id\":\"x\"";
    for (int i = 0; i < 100'000; ++i)
        members += ",\"k" + QByteArray::number(i) + "\":1";
    lines.append({"100,000 members", members + "}"});
    lines.append({"100,000 times the same member",
                  "{\"a\":1" + QByteArrayLiteral(",\"custom_id\":\"x\"").repeated(100'000) + "}"});
}

void addBrokenJson(QList<Named> &lines)
{
    const QByteArray good = request("\"x\"");
    for (const char *text : {"",
                             "{",
                             "}",
                             "[",
                             "]",
                             "\"",
                             "'",
                             ",",
                             ":",
                             "null",
                             "true",
                             "nul",
                             "NaN",
                             "Infinity",
                             "-",
                             "+1",
                             "01",
                             "1.",
                             ".5",
                             "1e",
                             "1e400",
                             "-1e400",
                             "0x10",
                             "{}",
                             "[]",
                             "[1,2]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{,}",
                             "{a:1}",
                             "{'a':1}",
                             "{\"a\" 1}",
                             "[1 2]",
                             "[1,]",
                             "{\"a\":1}{\"b\":2}",
                             "{\"a\":1} x",
                             "// comment",
                             "/* c */{}",
                             "{}//",
                             "\"\\x41\"",
                             "\"\\u12\"",
                             "\"\\ud800\"",
                             "\"\\udc00\\ud800\"",
                             "\xEF\xBB\xBF{}",
                             "\xEF\xBB\xBF\xEF\xBB\xBF{}",
                             "{}\r",
                             "\r",
                             "<html><h1>502</h1></html>",
                             "data: {\"id\":1}",
                             "event: end",
                             "HTTP/1.1 200 OK",
                             "\xE2\x80\xA8",
                             "\xC2\x85",
                             "--boundary",
                             "%PDF-1.4",
                             "PK\x03\x04",
                             "\x1F\x8B\x08",
                             "a;b;c",
                             "a\tb"})
        lines.append(Named{QByteArray("text ") + text, text});
    // Cut at every eighth byte, with rubbish behind.
    for (qsizetype cut = 1; cut < good.size(); cut += 8) {
        lines.append({"cut at " + QByteArray::number(cut), good.first(cut)});
        lines.append({"closed at " + QByteArray::number(cut), good.first(cut) + "\"}}"});
    }
    lines.append(
        Named{"id twice", "{\"custom_id\":\"a\",\"custom_id\":\"b\",\"body\":{\"model\":\"m\"}}"});
    lines.append(
        Named{"id twice, once escaped",
              "{\"custom_id\":\"a\",\"custom\\u005fid\":\"b\",\"body\":{\"model\":\"m\"}}"});
    lines.append(Named{"separators in a text",
                       request("\"x\"",
                               "\"a\xE2\x80\xA8"
                               "b\xE2\x80\xA9"
                               "c\"")});
    lines.append(Named{"carriage returns between", "{\r\"custom_id\":\r\"x\"\r}"});
}

} // namespace

const QList<Named> &hostile::values()
{
    static const QList<Named> all{
        {"null", "null"},
        {"true", "true"},
        {"zero", "0"},
        {"minus one", "-1"},
        {"fraction", "1.5"},
        {"beyond 64 bits", "18446744073709551616"},
        {"most negative", "-9223372036854775808"},
        {"most positive", "9223372036854775807"},
        {"beyond a double", "1e400"},
        {"empty text", "\"\""},
        {"text", "\"x\""},
        {"number in a text", "\"9223372036854775807\""},
        {"blank", "\" \""},
        {"NUL", "\"\\u0000\""},
        {"lone surrogate", "\"\\ud800\""},
        {"right to left", "\"\\u202eexe.x\""},
        {"escape", "\"\\u001b[31mred\\u0007\""},
        {"path", "\"../../../../etc/passwd\""},
        {"absolute path", "\"/etc/passwd\""},
        {"header", "\"a\\r\\nX-Evil: 1\""},
        {"mark-up", "\"<img src=x onerror=1><a href='file:///etc/passwd'>b</a>\""},
        {"formula", "\"=HYPERLINK(\\\"http://x\\\")\""},
        {"date far away", "\"999999-99-99T99:99:99Z\""},
        {"long text", '"' + QByteArray(20'000, 'x') + '"'},
        {"empty list", "[]"},
        {"empty object", "{}"},
        {"list of null", "[null]"},
        {"list of lists", "[[],[[]]]"},
        {"odd object", "{\"\":null,\"id\":[],\"message\":{},\"code\":1e400}"},
        {"deep list", deep('[', ']', 2'000)},
        {"deep object", deepObject(1'500)},
    };
    return all;
}

const QList<Named> &hostile::lines()
{
    static const QList<Named> all = [] {
        QList<Named> lines;
        addBrokenJson(lines);
        addBrokenTexts(lines);
        for (const Named &value : values()) {
            lines.append({value.name + " as id", request(value.bytes)});
            lines.append({value.name + " as content", request("\"x\"", value.bytes)});
            lines.append({value.name + " as answer", answer("\"x\"", value.bytes)});
            lines.append({value.name + " as id of an answer", answer(value.bytes, "\"x\"")});
            lines.append({value.name + " alone", value.bytes});
        }
        addDeep(lines);
        addLong(lines);
        return lines;
    }();
    return all;
}

const QList<Named> &hostile::pages()
{
    static const QList<Named> all{
        {"nothing", ""},
        {"page",
         "<!doctype html><html><head><title>Sign in</title></head><body><h1>Wi-Fi</h1>"
         "<form action=\"http://portal\"></form></body></html>"},
        {"upper case page", "<HTML><BODY>OK</BODY></HTML>"},
        {"XML", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"},
        {"text", "OK"},
        {"events", "data: {\"id\":\"b\"}\n\ndata: [DONE]\n"},
        {"two objects", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n"},
        {"cut", "{\"id\":\"batch_1\",\"status\":\"comple"},
        {"NULs", QByteArray(4'096, '\0')},
        {"compressed", QByteArray("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x4B", 11)},
        {"UTF-16", QByteArray("\xFF\xFE{\0}\0", 6)},
        {"mark", "\xEF\xBB\xBF{\"id\":\"b\",\"status\":\"completed\"}"},
        {"deep", deep('[', ']', 1'000'000)},
        {"deep object", deepObject(1'000'000)},
        {"open", QByteArray(1'000'000, '{')},
        {"number", "17"},
        {"null", "null"},
        {"list", "[{}]"},
        {"eight megabytes", "{\"id\":\"" + QByteArray(8 << 20, 'x') + "\"}"},
        {"million errors",
         "{\"id\":\"b\",\"status\":\"failed\",\"errors\":{\"data\":["
             + QByteArrayLiteral("{\"code\":\"c\",\"line\":1},").repeated(300'000) + "{}]}}"},
    };
    return all;
}

QList<Named> hostile::variants(const QByteArray &good)
{
    const PaddedBuffer buffer(good);
    const std::string_view text = buffer.line().bytes;
    if (scan::validity(buffer.line()) != scan::Validity::Valid)
        return {};
    QList<Place> places;
    collect(scan::trimmed(text), text, places, -1);
    QList<Named> all;
    for (const Place &place : places) {
        const QByteArray where = "at " + QByteArray::number(place.begin) + ": ";
        const qsizetype size = place.end - place.begin;
        for (const Named &value : values())
            all.append(
                {where + value.name, QByteArray(good).replace(place.begin, size, value.bytes)});
        if (place.keyBegin < 0)
            continue;
        const QByteArray member = good.sliced(place.keyBegin, place.end - place.keyBegin);
        all.append({where + "another name", QByteArray(good).insert(place.keyBegin + 1, "zz")});
        all.append({where + "twice", QByteArray(good).insert(place.end, ',' + member)});
        all.append({where + "twice, then null",
                    QByteArray(good).insert(
                        place.end, ',' + member.first(place.begin - place.keyBegin) + "null")});
    }
    return all;
}
