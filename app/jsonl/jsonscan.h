// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

enum class JsonType : quint8 { Object, Array, String, Number, True, False, Null };

/// One member of an object: the bytes as they stand in the text.
struct JsonMember {
    std::string_view key; ///< between its quotes
    std::string_view value; ///< the whole value, strings with their quotes
    JsonType type = JsonType::Null;
    int parent = -1; ///< place of the member whose value holds this one; -1: the outermost object
};

/// A strict reading of one JSON text (RFC 8259) that keeps the bytes: members of the outermost
/// object and of the objects right in it. Unlike the parser it does not stop at what is valid JSON
/// but beyond a usual reader: numbers out of range, lone surrogates, very deep nesting; it says
/// that they are there. UTF-8 is not looked at. Stays in flat memory but for a bit a level.
class JsonScan {
public:
    /// Reads text; false where it is not JSON. All below is of the last text.
    [[nodiscard]] bool read(std::string_view text);

    [[nodiscard]] JsonType type() const { return m_type; }
    /// In the order of the text, a parent before what it holds.
    [[nodiscard]] const std::vector<JsonMember> &members() const { return m_members; }
    [[nodiscard]] bool hasNumberOutOfRange() const { return m_numberOutOfRange; }
    [[nodiscard]] bool hasLoneSurrogate() const { return m_loneSurrogate; }
    [[nodiscard]] qsizetype depth() const { return m_deepest; }

private:
    bool readValue(JsonType &type);
    bool readDocument();
    bool openContainer(bool isObject);
    bool readKey();
    bool closeContainer();
    bool readString();
    bool readEscape();
    bool readNumber();
    bool readWord(std::string_view word);
    void skipBlanks();

    std::string_view m_text;
    std::size_t m_at = 0;
    JsonType m_type = JsonType::Null;
    std::vector<JsonMember> m_members;
    std::vector<bool> m_isObject; ///< of the containers that are open
    int m_open[2] = {-1, -1}; ///< the member being read in the outermost object and in one in it
    qsizetype m_deepest = 0;
    bool m_numberOutOfRange = false;
    bool m_loneSurrogate = false;
};

/// The text of a JSON string given as it stands between its quotes, as UTF-8. A lone surrogate is
/// kept as its own three bytes, so that different texts stay different.
[[nodiscard]] std::string decodedJson(std::string_view raw);
