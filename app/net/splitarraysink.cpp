// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/sink.h"

#include "net/httpreply.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

Failure unreadable(const char *message)
{
    return Failure(Error{.kind = ErrorKind::BadReply,
                         .message = QCoreApplication::translate("Sink", message)});
}

/// A key as its raw bytes between the quotes; escapes are rare, so they cost only where they are.
bool isKey(const QByteArray &raw, const QByteArray &key)
{
    if (!raw.contains('\\'))
        return raw == key;
    const QJsonArray array = QJsonDocument::fromJson("[\"" + raw + "\"]").array();
    return array.at(0).isString() && array.at(0).toString() == QString::fromUtf8(key);
}

} // namespace

/// A lexer over bytes that may be cut anywhere. It looks at strings, brackets and commas only:
/// whether an element is good JSON is for the reader of the lines to say.
struct SplitArraySink::State {
    enum class Place {
        Start, ///< nothing but spaces so far
        Rest, ///< the document around the array
        Between, ///< in the array, outside its elements
        Element,
        Opaque, ///< not an object, or after its end: all goes to memory
    };
    enum class Value { NotYet, Ours, Other }; ///< what follows in the root object

    Result<> scan(QByteArrayView chunk);
    Result<> take(char c);
    Result<> takeRest(char c);
    Result<> takeBetween(char c);
    Result<> takeElement(char c);
    bool takeString(char c, QByteArray &out);
    Result<> openArray();
    void endElement();

    QString path;
    QByteArray key;
    Keep keep = Keep::ForGood;
    qint64 cap = 0;

    Place place = Place::Start;
    Value value = Value::NotYet;
    qint64 depth = 0; ///< of open brackets around the next byte
    bool inString = false;
    bool escaped = false; ///< the byte before was a backslash
    bool isKeyString = false;
    bool wantsElement = false; ///< after a comma in the array
    bool hadElement = false; ///< the last thing in the array is an element without a comma
    QByteArray keyBytes;
    QByteArray memory;
    QByteArray lines; ///< of this chunk, on their way to the file
    std::optional<FileSink> file;
};

Result<> SplitArraySink::State::openArray()
{
    if (file)
        return unreadable(QT_TRANSLATE_NOOP("Sink", "the answer holds its results twice"));
    file.emplace(path, keep);
    place = Place::Between;
    wantsElement = false;
    hadElement = false;
    return file->begin();
}

void SplitArraySink::State::endElement()
{
    lines.append('\n');
    place = Place::Between;
    hadElement = true;
    wantsElement = false;
}

/// One byte inside a string. True where the string ends with it.
bool SplitArraySink::State::takeString(char c, QByteArray &out)
{
    if (c == '\n' && place == Place::Element) {
        // Not JSON, but one line must stay one line: the escape it should have been.
        out.append(escaped ? "n" : "\\n");
        escaped = false;
        return false;
    }
    out.append(c);
    if (escaped)
        escaped = false;
    else if (c == '\\')
        escaped = true;
    else if (c == '"')
        inString = false;
    return !inString;
}

Result<> SplitArraySink::State::takeRest(char c)
{
    if (inString) {
        const bool ends = takeString(c, memory);
        if (isKeyString && !ends)
            keyBytes.append(c);
        return {};
    }
    if (value == Value::Ours && depth == 1 && !isSpace(c)) {
        value = Value::Other;
        if (c == '[') {
            memory.append(c);
            return openArray();
        }
    }
    memory.append(c);
    switch (c) {
    case '"':
        inString = true;
        isKeyString = depth == 1 && value == Value::NotYet;
        if (isKeyString)
            keyBytes.clear();
        break;
    case ':':
        if (depth == 1 && value == Value::NotYet)
            value = isKey(keyBytes, key) ? Value::Ours : Value::Other;
        break;
    case ',':
        if (depth == 1)
            value = Value::NotYet;
        break;
    case '{':
    case '[': ++depth; break;
    case '}':
    case ']':
        if (--depth == 0)
            place = Place::Opaque;
        break;
    default: break;
    }
    return {};
}

Result<> SplitArraySink::State::takeBetween(char c)
{
    if (isSpace(c))
        return {};
    if (c == ']' && !wantsElement) {
        memory.append(c);
        place = Place::Rest;
        return {};
    }
    if (c == ',' && hadElement) {
        hadElement = false;
        wantsElement = true;
        return {};
    }
    if (hadElement || c == ',' || c == ']' || c == '}' || c == ':')
        return unreadable(
            QT_TRANSLATE_NOOP("Sink", "the list of results in the answer is not valid JSON"));
    place = Place::Element;
    return takeElement(c);
}

Result<> SplitArraySink::State::takeElement(char c)
{
    constexpr qint64 outside = 1; // depth of the array's elements, the array itself not counted
    if (inString) {
        if (takeString(c, lines) && depth == outside)
            endElement();
        return {};
    }
    if (depth == outside && (isSpace(c) || c == ',' || c == ']')) {
        endElement(); // of a number or a word
        return takeBetween(c);
    }
    lines.append(c == '\n' || c == '\r' ? ' ' : c);
    if (c == '"') {
        inString = true;
    } else if (c == '{' || c == '[') {
        ++depth;
    } else if (c == '}' || c == ']') {
        if (--depth < outside)
            return unreadable(
                QT_TRANSLATE_NOOP("Sink", "the list of results in the answer is not valid JSON"));
        if (depth == outside)
            endElement();
    }
    return {};
}

Result<> SplitArraySink::State::take(char c)
{
    switch (place) {
    case Place::Start:
        memory.append(c);
        if (c == '{') {
            place = Place::Rest;
            depth = 1;
        } else if (!isSpace(c)) {
            place = Place::Opaque;
        }
        return {};
    case Place::Rest: return takeRest(c);
    case Place::Between: return takeBetween(c);
    case Place::Element: return takeElement(c);
    case Place::Opaque: memory.append(c); return {};
    }
    Q_UNREACHABLE_RETURN({});
}

Result<> SplitArraySink::State::scan(QByteArrayView chunk)
{
    for (qsizetype i = 0; i < chunk.size(); ++i) {
        // The long stretches of a big answer are strings: copy them as a whole.
        if (place == Place::Element && inString && !escaped) {
            qsizetype end = i;
            while (end < chunk.size() && chunk[end] != '"' && chunk[end] != '\\'
                   && chunk[end] != '\n')
                ++end;
            lines.append(chunk.sliced(i, end - i));
            i = end;
            if (i == chunk.size())
                break;
        }
        if (const Result<> taken = take(chunk[i]); !taken)
            return taken;
    }
    if (memory.size() > cap)
        return unreadable(QT_TRANSLATE_NOOP("Sink", "the answer is too large beside its results"));
    if (lines.isEmpty())
        return {};
    const Result<> written = file->write(lines);
    lines.clear();
    return written;
}

SplitArraySink::SplitArraySink(QString path, QByteArray key, qint64 cap, Keep keep)
    : m_state(std::make_unique<State>())
{
    m_state->path = std::move(path);
    m_state->key = std::move(key);
    m_state->keep = keep;
    m_state->cap = cap;
}

SplitArraySink::~SplitArraySink() = default;

Result<> SplitArraySink::begin()
{
    return {};
}

Result<> SplitArraySink::write(QByteArrayView chunk)
{
    // In pieces, so that what is held beside the caller's chunk stays small.
    constexpr qsizetype piece = 64 * 1024;
    for (qsizetype at = 0; at < chunk.size(); at += piece)
        if (const Result<> scanned
            = m_state->scan(chunk.sliced(at).first(qMin(piece, chunk.size() - at)));
            !scanned)
            return scanned;
    return {};
}

Result<> SplitArraySink::commit(HttpReply &reply)
{
    if (m_state->place != State::Place::Opaque)
        return unreadable(QT_TRANSLATE_NOOP("Sink", "the answer was cut short"));
    reply.body = std::move(m_state->memory);
    if (!m_state->file)
        return {};
    return m_state->file->commit(reply);
}
