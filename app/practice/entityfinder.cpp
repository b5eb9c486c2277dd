// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/entityfinder.h"

#include <QtTypes>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace practice {

namespace {

constexpr std::size_t mostFound = 5;

enum class Looks : quint8 { Mail, Code, Percent, Sum, Date, Person, Place, Company, Number, Name };

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// A to Z, and the capitals of Latin-1, which begin with the byte C3.
bool isCapitalised(std::string_view word)
{
    return isAsciiCapital(word.front())
        || (word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) < 0x9F);
}

bool hasDigit(std::string_view word)
{
    return std::ranges::any_of(word, isDigit);
}

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool isTitle(std::string_view word)
{
    static constexpr std::array<std::string_view, 5> titles{"Dr", "Mr", "Mrs", "Ms", "Prof"};
    return isOneOf(titles, word);
}

/// Words with a capital that name nobody.
bool isNoName(std::string_view word)
{
    static constexpr std::array<std::string_view, 22> words{
        "Dear", "Hello",  "Hi",   "Contact", "Invoice", "Order", "Reminder", "Kind",
        "Next", "The",    "On",   "In",      "At",      "Our",   "From",     "To",
        "We",   "Please", "This", "EUR",     "USD",     "GBP"};
    return isOneOf(words, word) || isTitle(word);
}

bool isMonthOrDay(std::string_view word)
{
    static constexpr std::array<std::string_view, 19> words{
        "January",   "February",  "March",   "April",    "May",      "June",   "July",
        "August",    "September", "October", "November", "December", "Monday", "Tuesday",
        "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
    return isOneOf(words, word);
}

bool isCurrency(std::string_view word)
{
    static constexpr std::array<std::string_view, 8> words{"EUR",   "USD",     "GBP",    "CHF",
                                                           "euros", "dollars", "pounds", "million"};
    return isOneOf(words, word);
}

/// What the last word of a company's name often is.
bool isTrade(std::string_view word)
{
    static constexpr std::array<std::string_view, 24> words{
        "Furniture", "Robotics", "Optics", "Foods", "Insurance", "Rail",    "Software", "Freight",
        "Energy",    "Dairy",    "Klinik", "Bank",  "Group",     "Labs",    "Media",    "Motors",
        "Systems",   "Works",    "Ltd",    "Inc",   "GmbH",      "Airways", "Textiles", "Hotels"};
    return isOneOf(words, word);
}

/// One word of a text, without the marks around it.
struct Token {
    std::string_view word;
    bool startsSentence = false;
    bool endsPhrase = false; ///< a mark follows: the next word belongs to something else
};

std::vector<Token> tokensOf(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    constexpr std::string_view marks = ".,;:!?()[]\"'";
    std::vector<Token> tokens;
    bool startsSentence = true;
    for (std::size_t at = text.find_first_not_of(blank); at != std::string_view::npos;
         at = text.find_first_not_of(blank, at)) {
        const std::size_t end = std::min(text.find_first_of(blank, at), text.size());
        const std::string_view whole = text.substr(at, end - at);
        at = end;
        const std::size_t first = whole.find_first_not_of(marks);
        if (first == std::string_view::npos)
            continue;
        const std::size_t last = whole.find_last_not_of(marks);
        const std::string_view word = whole.substr(first, last - first + 1);
        const bool isMarked = last + 1 < whole.size() && !isTitle(word);
        tokens.push_back({word, startsSentence, isMarked});
        startsSentence = isMarked && whole.substr(last + 1).find_first_of(".!?:") == 0;
    }
    return tokens;
}

/// The first rule with a word that the label or its meaning has, whatever its ending.
Looks looksOf(std::string_view label, std::string_view meaning)
{
    static constexpr std::array<std::pair<std::string_view, Looks>, 41> rules{
        {{"mail", Looks::Mail},       {"e-mail", Looks::Mail},      {"invoice", Looks::Code},
         {"order", Looks::Code},      {"code", Looks::Code},        {"serial", Looks::Code},
         {"ticket", Looks::Code},     {"reference", Looks::Code},   {"identif", Looks::Code},
         {"percent", Looks::Percent}, {"discount", Looks::Percent}, {"amount", Looks::Sum},
         {"price", Looks::Sum},       {"cost", Looks::Sum},         {"revenue", Looks::Sum},
         {"money", Looks::Sum},       {"budget", Looks::Sum},       {"total", Looks::Sum},
         {"salary", Looks::Sum},      {"date", Looks::Date},        {"day", Looks::Date},
         {"deadline", Looks::Date},   {"when", Looks::Date},        {"month", Looks::Date},
         {"time", Looks::Date},       {"person", Looks::Person},    {"people", Looks::Person},
         {"customer", Looks::Person}, {"human", Looks::Person},     {"place", Looks::Place},
         {"city", Looks::Place},      {"country", Looks::Place},    {"where", Looks::Place},
         {"company", Looks::Company}, {"organi", Looks::Company},   {"business", Looks::Company},
         {"vendor", Looks::Company},  {"number", Looks::Number},    {"quantity", Looks::Number},
         {"count", Looks::Number},    {"many", Looks::Number}}};
    for (const std::string_view text : {label, meaning}) {
        const std::vector<Token> words = tokensOf(text);
        for (const auto &[beginning, looks] : rules)
            for (const Token &token : words) {
                std::string lower(token.word.substr(0, beginning.size()));
                std::ranges::transform(lower, lower.begin(), [](char c) {
                    return isAsciiCapital(c) ? static_cast<char>(c | 0x20) : c;
                });
                if (lower == beginning)
                    return looks;
            }
    }
    return Looks::Name;
}

bool isNumber(std::string_view word)
{
    return hasDigit(word) && std::ranges::all_of(word, [](char c) {
               return isDigit(c) || c == '.' || c == ',' || c == '-';
           });
}

bool isDashedDate(std::string_view word)
{
    return isNumber(word) && std::ranges::count(word, '-') == 2;
}

bool isSum(std::string_view word)
{
    return hasDigit(word)
        && (word.starts_with('$') || word.starts_with("€") || word.starts_with("£"));
}

bool isCode(std::string_view word)
{
    const bool isMarked = std::ranges::any_of(word, isAsciiCapital) || word.starts_with('#');
    return hasDigit(word) && word.size() > 3 && isMarked && !isSum(word);
}

/// A text's tokens, looked at from one of them on.
class Finder {
public:
    explicit Finder(std::string_view text) : m_tokens(tokensOf(text)) {}

    [[nodiscard]] std::size_t count() const { return m_tokens.size(); }
    [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const
    {
        const char *const begin = m_tokens[first].word.data();
        const std::string_view end = m_tokens[last].word;
        return {begin, static_cast<std::size_t>(end.data() + end.size() - begin)};
    }
    /// How many tokens from this one on are one entity; 0: none begins here.
    [[nodiscard]] std::size_t lengthAt(std::size_t at, Looks looks) const
    {
        const std::string_view word = m_tokens[at].word;
        switch (looks) {
        case Looks::Mail: return word.contains('@') && word.contains('.') ? 1 : 0;
        case Looks::Code: return isCode(word) ? 1 : 0;
        case Looks::Percent:
            return word.ends_with('%') ? 1 : isNumber(word) && next(at) == "percent" ? 2 : 0;
        case Looks::Sum:
            return isSum(word)                           ? (next(at) == "million" ? 2 : 1)
                : isNumber(word) && isCurrency(next(at)) ? 2
                                                         : 0;
        case Looks::Date: return dateAt(at);
        case Looks::Number:
            return isNumber(word) && dateAt(at) == 0 && !isCurrency(next(at)) ? 1 : 0;
        case Looks::Person:
        case Looks::Place:
        case Looks::Company:
        case Looks::Name: break;
        }
        const std::size_t length = nameAt(at);
        return length > 0 && fits(at, length, looks) ? length : 0;
    }
    /// Names and dates are gone over whole, so that no part of one is taken for something else.
    [[nodiscard]] std::size_t stepAt(std::size_t at, Looks looks) const
    {
        const bool isNamed = looks >= Looks::Person && looks != Looks::Number;
        return std::max<std::size_t>(isNamed ? nameAt(at) : dateAt(at), 1);
    }

private:
    /// The word behind this one in the same phrase.
    [[nodiscard]] std::string_view next(std::size_t at) const
    {
        const bool isThere = at + 1 < m_tokens.size() && !m_tokens[at].endsPhrase;
        return isThere ? m_tokens[at + 1].word : std::string_view();
    }

    /// 3 January 2026, 3 January, January 2026, Thursday, 2026-01-03
    [[nodiscard]] std::size_t dateAt(std::size_t at) const
    {
        const std::string_view word = m_tokens[at].word;
        if (isDashedDate(word))
            return 1;
        if (isMonthOrDay(word))
            return isNumber(next(at)) ? 2 : 1;
        if (!isNumber(word) || !isMonthOrDay(next(at)))
            return 0;
        return next(at + 1).size() == 4 && isNumber(next(at + 1)) ? 3 : 2;
    }

    [[nodiscard]] bool isNamePart(std::size_t at) const
    {
        const std::string_view word = m_tokens[at].word;
        return word.size() > 1 && isCapitalised(word) && !hasDigit(word) && !isNoName(word)
            && !isMonthOrDay(word);
    }

    [[nodiscard]] std::size_t nameAt(std::size_t at) const
    {
        // One word at the start of a sentence has its capital from there.
        const std::string_view second = next(at);
        const bool isAlone = second.empty() || !isCapitalised(second) || isNoName(second);
        if (!isNamePart(at) || (m_tokens[at].startsSentence && isAlone && second != "&"))
            return 0;
        std::size_t end = at + 1;
        while (!m_tokens[end - 1].endsPhrase && end < m_tokens.size()) {
            const bool isJoined = m_tokens[end].word == "&" && !next(end).empty();
            if (!isJoined && !isNamePart(end))
                break;
            ++end;
        }
        return end - at;
    }

    [[nodiscard]] bool fits(std::size_t at, std::size_t length, Looks looks) const
    {
        static constexpr std::array<std::string_view, 7> ways{"in",   "to", "from",   "at",
                                                              "near", "of", "through"};
        const bool isTitled = at > 0 && isTitle(m_tokens[at - 1].word);
        const bool isPlace
            = length == 1 && at > 0 && !isTitled && isOneOf(ways, m_tokens[at - 1].word);
        const bool isCompany = length > 2 || isTrade(m_tokens[at + length - 1].word);
        const bool isPerson = isTitled || (length == 2 && !isCompany);
        switch (looks) {
        case Looks::Person: return isPerson;
        case Looks::Place: return isPlace;
        case Looks::Company: return isCompany;
        default: return true;
        }
    }

    std::vector<Token> m_tokens;
};

} // namespace

std::vector<std::string_view> findEntities(std::string_view text, std::string_view label,
                                           std::string_view meaning)
{
    const Finder finder(text);
    const Looks looks = looksOf(label, meaning);
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < finder.count() && found.size() < mostFound;) {
        const std::size_t length = finder.lengthAt(at, looks);
        if (length == 0) {
            at += finder.stepAt(at, looks);
            continue;
        }
        const std::string_view whole = finder.between(at, at + length - 1);
        if (std::ranges::find(found, whole) == found.end())
            found.push_back(whole);
        at += length;
    }
    return found;
}

} // namespace practice
