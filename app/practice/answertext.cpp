// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/answertext.h"

#include "practice/jsontext.h"

#include <algorithm>
#include <array>
#include <format>
#include <vector>

namespace practice {

namespace {

// Only the ends of a long prompt say what it wants.
constexpr std::size_t looked = 2000;
constexpr std::size_t maxSummary = 160;

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    });
    return lower;
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!isWordByte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isWordByte(text[end]))
            ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// The longest different words, in the order of the text.
std::vector<std::string_view> topicsOf(std::string_view text, std::size_t count)
{
    std::vector<std::string_view> words = wordsOf(text.substr(0, looked));
    std::vector<std::string_view> longest;
    std::ranges::stable_sort(words, std::greater(), &std::string_view::size);
    for (const std::string_view word : words) {
        if (longest.size() < count && word.size() <= 40
            && std::ranges::find(longest, word) == longest.end())
            longest.push_back(word);
    }
    std::ranges::sort(longest, std::less(), [](std::string_view word) { return word.data(); });
    return longest;
}

template <std::size_t N>
std::string_view pick(const std::array<std::string_view, N> &choices, quint64 hash)
{
    return choices[hash % N];
}

/// The text that a task is about: behind the last colon or line end that something follows.
std::string_view subjectOf(std::string_view prompt)
{
    constexpr std::string_view blank = " \t\r\n\"'.";
    const std::size_t last = prompt.find_last_not_of(blank);
    if (last == std::string_view::npos)
        return {};
    prompt = prompt.substr(0, last + 1);
    const std::size_t mark = prompt.find_last_of(":\n");
    if (mark == std::string_view::npos)
        return prompt;
    std::string_view rest = prompt.substr(mark + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(blank), rest.size()));
    return rest;
}

std::string firstWords(std::string_view text, std::size_t count)
{
    std::string joined;
    for (std::size_t at = 0; count > 0 && at < text.size(); --count) {
        at = text.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos)
            break;
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        if (!joined.empty())
            joined.push_back(' ');
        joined.append(text.substr(at, end - at));
        at = end;
    }
    return joined;
}

/// "one of: a, b or c" gives three; nothing where there is no such list.
std::vector<std::string_view> labelsIn(std::string_view text)
{
    const std::string lower = lowered(text);
    for (const std::string_view mark :
         {"one word:", "one of", "labels", "categories", "as either", "classes"}) {
        const std::size_t at = lower.find(mark);
        if (at == std::string::npos)
            continue;
        const std::string_view rest = text.substr(at + mark.size());
        std::vector<std::string_view> labels;
        for (const std::string_view word : wordsOf(rest.substr(0, rest.find_first_of(".\n?;")))) {
            if (word != "or" && word != "and" && word != "the" && word != "these"
                && word != "following")
                labels.push_back(word);
        }
        if (labels.size() > 1)
            return labels;
    }
    return {};
}

/// The label that the text itself names, else one by chance.
std::string_view chooseLabel(const std::vector<std::string_view> &labels, std::string_view text,
                             quint64 hash)
{
    const std::string lower = lowered(text.substr(0, looked));
    const auto named = std::ranges::find_if(
        labels, [&](std::string_view label) { return lower.contains(lowered(label)); });
    return named != labels.end() ? *named : labels[hash % labels.size()];
}

std::string poem(const std::vector<std::string_view> &topics, quint64 hash)
{
    static constexpr std::array<std::string_view, 4> ends{"light", "night", "sight", "flight"};
    static constexpr std::array<std::string_view, 4> verbs{"turns", "falls", "waits", "shines"};
    std::string text;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string_view topic = topics.empty() ? "morning" : topics[i % topics.size()];
        text += std::format("{}The {} {} upon the {}{}", i == 0 ? "" : "\n", topic,
                            verbs[(hash >> i) % verbs.size()], ends[(hash + i) % ends.size()],
                            i == 3 ? '.' : ',');
    }
    return text;
}

std::string sentences(const std::vector<std::string_view> &topics, quint64 hash)
{
    static constexpr std::array<std::string_view, 4> openings{
        "Three things stand out: {}, {} and {}.", "In brief, it is about {}, {} and {}.",
        "The key points are {}, {} and {}.", "Taken together, {}, {} and {} decide the matter."};
    static constexpr std::array<std::string_view, 4> middles{
        "The first of them matters most, because the others follow from it.",
        "They support each other, though each can be looked at alone.",
        "There are good reasons on both sides.", "Some details are still open."};
    static constexpr std::array<std::string_view, 4> closings{
        "I would look at a few examples before going on.", "On the whole this is sound.",
        "A short check of the sources is worth the time.", "Let me know if you want more detail."};
    const std::array<std::string_view, 3> fallback{"the question", "its context",
                                                   "the possible answers"};
    std::array<std::string_view, 3> named = fallback;
    std::ranges::copy(topics, named.begin());
    return std::format(
        "{} {} {}",
        std::vformat(pick(openings, hash), std::make_format_args(named[0], named[1], named[2])),
        pick(middles, hash >> 8), pick(closings, hash >> 16));
}

bool hasAny(const std::string &text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text.contains(word); });
}

std::string shortText(std::string_view prompt, quint64 hash)
{
    if (const std::size_t end = prompt.find('?'); end != std::string_view::npos) {
        const auto words = wordsOf(prompt.substr(0, end));
        return words.empty() ? "Yes." : std::format("It is {}.", words.back());
    }
    const auto topics = topicsOf(subjectOf(prompt), 1);
    return topics.empty() ? std::format("Answer {}.", hash % 100)
                          : std::format("It is {}.", topics.front());
}

} // namespace

std::string answerText(const TextWish &wish)
{
    static constexpr std::array<std::string_view, 3> sentiments{"positive", "neutral", "negative"};
    static constexpr std::array<std::string_view, 2> yesNo{"Yes.", "No."};
    const std::string_view prompt = wish.prompt;
    const std::string lower = lowered(wish.system.substr(0, looked))
        + lowered(prompt.substr(0, looked))
        + lowered(prompt.substr(prompt.size() - std::min(prompt.size(), looked)));
    for (const std::string_view place : {prompt, wish.system}) {
        const auto labels = labelsIn(place);
        if (!labels.empty())
            return std::string(
                chooseLabel(labels, place == prompt ? std::string_view() : prompt, wish.hash));
    }
    if (hasAny(lower, {"classify", "category", "sentiment"}))
        return std::string(pick(sentiments, wish.hash));
    if (hasAny(lower, {"yes or no", "true or false"}))
        return std::string(pick(yesNo, wish.hash));
    if (wish.isShort
        || hasAny(lower, {"words or less", "words or fewer", "one word", "single word"}))
        return shortText(prompt, wish.hash);
    if (hasAny(lower, {"translat"}))
        return std::format("[translation] {}", firstWords(subjectOf(prompt), 200));
    if (hasAny(lower, {"summary", "summarise", "summarize", "shorten", "headline"}))
        return std::format("In short: {} ...",
                           cutUtf8(firstWords(subjectOf(prompt), 18), maxSummary));
    const auto topics = topicsOf(prompt, 3);
    if (hasAny(lower, {"sonnet", "poem", "verse", "haiku"}))
        return poem(topics, wish.hash);
    if (hasAny(lower, {"rating", "evaluate", "score"}))
        return std::format("Rating: {} of 10. {}", 3 + wish.hash % 8, sentences(topics, wish.hash));
    return sentences(topics, wish.hash);
}

std::string answerObject(const TextWish &wish)
{
    QByteArray json("{\"answer\":");
    appendJsonString(json, answerText(wish));
    return json.toStdString() + std::format(",\"confidence\":0.{}}}", 50 + wish.hash % 50);
}

} // namespace practice
