// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>
#include <QString>
#include <QStringView>

/// A text widget lays out a line as a whole, and one without blanks, or in Chinese, in a time that
/// grows with the square of its length: 256 KB take from half a second to twenty (measured). Lines of
/// this length are laid out as they come into view. A line end that is not in the text has a mark in
/// front of it.
namespace shortlines {

inline constexpr qsizetype mostInLine = 1'000;

/// Where a line that is too long may end best: behind a blank near its end, not within a character.
[[nodiscard]] inline qsizetype breakOf(QStringView line)
{
    for (qsizetype at = mostInLine; at > mostInLine / 2; --at)
        if (line[at - 1].isSpace())
            return at;
    return line[mostInLine].isLowSurrogate() ? mostInLine - 1 : mostInLine;
}

[[nodiscard]] inline QString broken(const QString &text, QChar mark)
{
    QString out;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        QStringView line = QStringView(text).sliced(begin, end - begin);
        while (line.size() > mostInLine) {
            const qsizetype at = breakOf(line);
            out += line.first(at);
            out += mark;
            out += u'\n';
            line.slice(at);
        }
        out += line;
        if (end < text.size())
            out += u'\n';
        begin = end + 1;
    }
    return out;
}

/// The text that it was made from, where the mark is not in that.
[[nodiscard]] inline QString whole(QString text, QChar mark)
{
    return text.remove(QString(mark) + u'\n').remove(mark);
}

} // namespace shortlines
