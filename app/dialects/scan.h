// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/paddedline.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

/// Raw JSON, looked into without being taken apart: every answer is a view of the same bytes, so
/// what is kept or sent on is what was there. All text given to members() and elements() is valid
/// JSON with linePadding readable bytes behind: views into a line that isValid.
namespace scan {

enum class Validity : quint8 { Valid, NotUtf8, NotJson };

/// JSON in full, as RFC 8259 has it: numbers of any size, lone surrogates and any depth are valid,
/// though a parser may refuse them.
[[nodiscard]] Validity validity(PaddedLine line);

/// The grammar alone, for text that is known to be UTF-8; needs no padding.
[[nodiscard]] bool isJson(std::string_view text);

/// One member of an object.
struct Member {
    std::string_view key; ///< as written, without quotes
    std::string_view value; ///< raw JSON, without white space around it
};

/// The members of an object in their order. Empty for anything else.
class Members {
public:
    explicit Members(std::string_view object);
    /// The raw value; the last one where a key comes twice. Empty: not there. null is "null".
    [[nodiscard]] std::string_view operator[](std::string_view key) const;
    /// The last member of that name, however its key is written; nullptr: not there.
    [[nodiscard]] const Member *find(std::string_view key) const;
    [[nodiscard]] const std::vector<Member> &all() const { return m_members; }
    /// As [], but null is not there either.
    [[nodiscard]] std::string_view set(std::string_view key) const;
    [[nodiscard]] bool isEmpty() const { return m_members.empty(); }
    [[nodiscard]] bool hasDuplicate() const;

private:
    std::vector<Member> m_members;
};

/// The elements of an array, at most limit. Empty for anything else.
[[nodiscard]] std::vector<std::string_view> elements(std::string_view array,
                                                     std::size_t limit = SIZE_MAX);

[[nodiscard]] constexpr bool isObject(std::string_view raw)
{
    return raw.starts_with('{');
}
[[nodiscard]] constexpr bool isArray(std::string_view raw)
{
    return raw.starts_with('[');
}
[[nodiscard]] constexpr bool isString(std::string_view raw)
{
    return raw.starts_with('"');
}

/// Text in UTF-8 to the character: a byte order mark in front is a part of it.
[[nodiscard]] QString decoded(std::string_view utf8);
/// The text of a JSON string with its quotes; lone surrogates stay. Empty for anything else.
[[nodiscard]] QString unescaped(std::string_view raw);
/// The text of a string, or the characters of a number; empty for anything else.
[[nodiscard]] QString text(std::string_view raw);
/// A whole number, also where it is written as a string or as 5.0.
[[nodiscard]] std::optional<qint64> integer(std::string_view raw);

/// Without the white space of JSON at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string_view withoutBom(std::string_view text);

/// The value of a string member among the first string members of a line that may be cut off: to
/// tell whose answer it was.
[[nodiscard]] std::optional<QString> salvage(std::string_view line, std::string_view key);

} // namespace scan
