// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QtTypes>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

/// Counts texts that are mostly the same few. Beyond 10,000 different ones no new ones are counted:
/// a file with another model in each line must not fill the memory.
class TextCounts {
public:
    void add(std::string_view text, qint64 count = 1);
    /// Most frequent first.
    [[nodiscard]] QList<std::pair<QString, qint64>> list() const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_map<std::string, qint64, Hash, std::equal_to<>> m_counts;
    std::pair<const std::string, qint64> *m_last = nullptr;
};
