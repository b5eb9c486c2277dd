// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QTextDocument>

/// What is in a text widget, to the character: toPlainText() makes plain blanks of those that do
/// not break.
[[nodiscard]] inline QString exactText(const QPlainTextEdit &widget)
{
    return widget.document()->toRawText().replace(QChar(QChar::ParagraphSeparator), u'\n');
}
