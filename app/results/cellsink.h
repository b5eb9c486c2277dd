// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>
#include <QtTypes>

#include <optional>
#include <string_view>

/// Where the cells of an export go, one after the other, row by row.
class CellSink {
public:
    virtual ~CellSink() = default;
    virtual void addText(QStringView text) = 0;
    virtual void addUtf8(std::string_view text) = 0;
    virtual void addNumber(std::optional<qint64> number) = 0; ///< none: an empty cell
    virtual void addPlain(QStringView number) = 0; ///< text of a number as JSON has it
    virtual void endRow() = 0;
};
