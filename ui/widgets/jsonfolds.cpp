// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/jsonfolds.h"

#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

JsonFolds::JsonFolds(QTextDocument &document, QChar continues)
    : m_document(document), m_continues(continues)
{}

void JsonFolds::read()
{
    clear();
    m_lines.resize(static_cast<size_t>(m_document.blockCount()));
    std::vector<int> open;
    bool isPart = false; // of a line that began in an earlier block
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        const QStringView shown = QStringView(text).trimmed();
        const int line = block.blockNumber();
        if (!isPart && (shown.startsWith(u'}') || shown.startsWith(u']')) && !open.empty()) {
            m_lines[static_cast<size_t>(open.back())].end = line;
            open.pop_back();
        }
        isPart = text.endsWith(m_continues);
        if (shown.endsWith(u'{') || shown.endsWith(u'['))
            open.push_back(line);
    }
    // What is cut off goes to where it is cut.
    for (const int line : open)
        m_lines[static_cast<size_t>(line)].end = m_document.blockCount() - 1;
    m_hasAny = std::ranges::any_of(m_lines, [](const Line &line) { return line.end >= 0; });
}

void JsonFolds::clear()
{
    m_lines.clear();
    m_hasAny = false;
}

bool JsonFolds::canFold(int line) const
{
    return line >= 0 && line < std::ssize(m_lines) && m_lines[static_cast<size_t>(line)].end > line;
}

bool JsonFolds::isFolded(int line) const
{
    return canFold(line) && m_lines[static_cast<size_t>(line)].isFolded;
}

int JsonFolds::innermost(int from, int line) const
{
    for (int one = std::min(from, int(m_lines.size()) - 1); one >= 0; --one)
        if (isInside(line, one) || (one == line && canFold(one)))
            return one;
    return -1;
}

bool JsonFolds::isInside(int line, int begin) const
{
    return canFold(begin) && line > begin && line <= m_lines[static_cast<size_t>(begin)].end;
}

void JsonFolds::setFolded(int line, bool isFolded)
{
    if (!canFold(line))
        return;
    m_lines[static_cast<size_t>(line)].isFolded = isFolded;
    show();
}

void JsonFolds::foldAll()
{
    for (size_t line = 1; line < m_lines.size(); ++line)
        m_lines[line].isFolded = m_lines[line].end >= 0;
    show();
}

void JsonFolds::unfoldAll()
{
    for (Line &line : m_lines)
        line.isFolded = false;
    show();
}

void JsonFolds::reveal(int line)
{
    bool isChanged = false;
    for (int one = 0; one < line; ++one) {
        if (isFolded(one) && isInside(line, one)) {
            m_lines[static_cast<size_t>(one)].isFolded = false;
            isChanged = true;
        }
    }
    if (isChanged)
        show();
}

QString JsonFolds::endOf(int line) const
{
    return canFold(line)
        ? m_document.findBlockByNumber(m_lines[static_cast<size_t>(line)].end).text().trimmed()
        : QString();
}

/// Without marking anything as changed, for then all of it would be coloured anew.
void JsonFolds::show()
{
    int hiddenTo = -1;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        const bool isVisible = line > hiddenTo;
        if (block.isVisible() != isVisible) {
            block.setVisible(isVisible);
            block.setLineCount(isVisible ? 1 : 0);
        }
        if (isVisible && isFolded(line))
            hiddenTo = m_lines[static_cast<size_t>(line)].end;
    }
    auto *layout = static_cast<QPlainTextDocumentLayout *>(m_document.documentLayout());
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
}
