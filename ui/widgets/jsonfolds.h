// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

class QTextBlock;
class QTextDocument;

/// Which lines of a plain text document that holds laid-out JSON are hidden: the inside of any object
/// or array, with its end, behind the line on which it begins. Lines are blocks, by their number. A
/// long line may go on in the next block: then it ends with continues.
class JsonFolds {
public:
    JsonFolds(QTextDocument &document, QChar continues);

    void read(); ///< a new text; all of it is shown
    void clear(); ///< a text that is no JSON
    [[nodiscard]] bool canFold(int line) const;
    [[nodiscard]] bool isFolded(int line) const;
    [[nodiscard]] bool hasAny() const { return m_hasAny; }
    /// The innermost object or array that this line is of; -1: none.
    [[nodiscard]] int beginOf(int line) const { return innermost(line, line); }
    /// The one around what begins on this line; -1: none.
    [[nodiscard]] int parentOf(int line) const { return innermost(line - 1, line); }
    [[nodiscard]] bool isInside(int line, int begin) const;
    void setFolded(int line, bool isFolded);
    void foldAll(); ///< all but the outermost
    void unfoldAll();
    void reveal(int line);
    /// What the lines that are hidden behind a folded one end with, such as "},".
    [[nodiscard]] QString endOf(int line) const;

private:
    struct Line {
        int end = -1; ///< the last line of what begins here; -1: nothing does
        bool isFolded = false;
    };
    [[nodiscard]] int innermost(int from, int line) const;
    void show();

    QTextDocument &m_document;
    QChar m_continues;
    std::vector<Line> m_lines;
    bool m_hasAny = false;
};
