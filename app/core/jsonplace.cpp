// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonplace.h"

#include <QJsonDocument>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// An object or array that has begun, and the member in it that was seen last.
struct Level {
    bool isArray = false;
    qsizetype index = -1;
    QByteArray name; ///< with its quotes
};

/// Bytes of the string in quotes that text begins with.
qsizetype stringLength(QByteArrayView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return text.size();
}

QString tokenOf(const Level &level)
{
    if (level.isArray)
        return QString::number(level.index);
    QString name = QJsonDocument::fromJson('[' + level.name + ']').array().first().toString();
    return name.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

/// Takes the member's name or number from the front of a line, so that its value is left.
QByteArrayView takeMember(QByteArrayView line, Level &level)
{
    if (level.isArray) {
        ++level.index;
        return line;
    }
    const qsizetype length = line.startsWith('"') ? stringLength(line) : 0;
    level.name = line.first(length).toByteArray();
    return line.sliced(std::min(line.size(), length + 2)); // behind ": "
}

QString pointerOf(const std::vector<Level> &levels)
{
    QString pointer;
    for (const Level &level : levels)
        pointer += u'/' + tokenOf(level);
    return pointer;
}

} // namespace

JsonPlace jsonPlaceAt(QByteArrayView indented, qsizetype line)
{
    std::vector<Level> levels;
    qsizetype begin = 0;
    for (qsizetype number = 0; begin <= indented.size(); ++number) {
        qsizetype end = indented.indexOf('\n', begin);
        end = end < 0 ? indented.size() : end;
        QByteArrayView text = indented.sliced(begin, end - begin).trimmed();
        begin = end + 1;
        const bool isLast = number == line || begin > indented.size();
        if (text.startsWith('}') || text.startsWith(']')) {
            if (!levels.empty())
                levels.pop_back();
            if (isLast)
                return {.pointer = pointerOf(levels), .value = text.first(1).toByteArray()};
            continue;
        }
        if (!levels.empty())
            text = takeMember(text, levels.back());
        if (isLast) {
            if (text.endsWith(','))
                text.chop(1);
            return {.pointer = pointerOf(levels), .value = text.toByteArray()};
        }
        if (text == "{" || text == "[")
            levels.push_back({.isArray = text == "["});
    }
    return {};
}
