// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-generate LINES FOLDER
//
// Writes requests.jsonl, results.jsonl (in another order) and truth.json, the same bytes for the same
// number of lines on every machine. About 1.1 kB a line; half of the lines have \uXXXX escapes, one
// result in a hundred is an error, one answer in a thousand holds "quartzite", another one "crème".

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

namespace {

/// xorshift64*, seeded with the number of the line: lines do not depend on each other.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed * 0x9e3779b97f4a7c15ULL + 88172645463325252ULL)
    {
        for (int i = 0; i < 4; ++i)
            below(2);
    }
    std::uint64_t below(std::uint64_t end)
    {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return (m_state * 0x2545f4914f6cdd1dULL >> 33) % end;
    }

private:
    std::uint64_t m_state;
};

const char *const words[] = {"order",  "parcel",  "refund", "late",      "the",  "and", "with",
                             "review", "label",   "price",  "warehouse", "of",   "to",  "answer",
                             "in",     "service", "is",     "not",       "very", "kind"};
const char *const plainOdd[] = {"größer", "naïve", "señor", "東京", "\xF0\x9F\x98\x80"};
const char *const escapedOdd[]
    = {"gr\\u00f6\\u00dfer", "na\\u00efve", "se\\u00f1or", "\\u6771\\u4eac", "\\ud83d\\ude00"};

/// As it stands in JSON.
std::string text(Random &random, std::size_t size, bool isEscaped)
{
    std::string out;
    while (out.size() < size) {
        const std::uint64_t which = random.below(40);
        if (which == 0)
            out += isEscaped ? escapedOdd[random.below(5)] : plainOdd[random.below(5)];
        else if (which == 1)
            out += "\\n";
        else if (which == 2)
            out += "\\\"quoted\\\",";
        else
            out += words[random.below(20)];
        out += ' ';
    }
    return out;
}

struct Truth {
    std::uint64_t errors = 0;
    std::uint64_t plain = 0; ///< answers with "quartzite"
    std::uint64_t odd = 0; ///< answers with "crème"
};

std::string request(std::uint64_t n)
{
    Random random(n * 2 + 1);
    const bool isEscaped = random.below(2) == 0;
    return "{\"custom_id\": \"row-" + std::to_string(n)
        + "\", \"method\": \"POST\", \"url\": \"/v1/chat/completions\", \"body\": {\"model\": "
          "\"gpt-4o-mini\", \"temperature\": 0.2, \"max_tokens\": 512, \"messages\": [{\"role\": "
          "\"system\", \"content\": \"Sort the text into one of five labels.\"}, {\"role\": "
          "\"user\", "
          "\"content\": \""
        + text(random, 500 + random.below(900), isEscaped) + "\"}]}}\n";
}

std::string result(std::uint64_t n, Truth &truth)
{
    Random random(n * 2 + 2);
    const std::string id = std::to_string(n);
    if (random.below(100) == 0) {
        ++truth.errors;
        return "{\"id\": \"r" + id + "\", \"custom_id\": \"row-" + id
            + "\", \"response\": {\"status_code\": 429, \"request_id\": \"q" + id
            + "\", \"body\": {\"error\": {\"message\": \"Rate limit reached\", \"code\": "
              "\"rate_limit\"}}}, \"error\": null}\n";
    }
    const bool isEscaped = random.below(2) == 0;
    std::string content = text(random, 350 + random.below(900), isEscaped);
    if (random.below(1000) == 0) {
        ++truth.plain;
        content += "quartzite";
    }
    if (random.below(1000) == 0) {
        ++truth.odd;
        content += isEscaped ? "cr\\u00e8me" : "crème";
    }
    const std::uint64_t input = 80 + random.below(300);
    const std::uint64_t output = 40 + random.below(300);
    return "{\"id\": \"r" + id + "\", \"custom_id\": \"row-" + id
        + "\", \"response\": {\"status_code\": 200, \"request_id\": \"q" + id
        + "\", \"body\": {\"id\": \"c" + id
        + "\", \"object\": \"chat.completion\", \"model\": \"gpt-4o-mini\", \"choices\": "
          "[{\"index\": "
          "0, \"message\": {\"role\": \"assistant\", \"content\": \""
        + content
        + "\", \"refusal\": null}, \"logprobs\": null, \"finish_reason\": \"stop\"}], \"usage\": "
          "{\"prompt_tokens\": "
        + std::to_string(input) + ", \"completion_tokens\": " + std::to_string(output)
        + ", \"total_tokens\": " + std::to_string(input + output) + "}}}, \"error\": null}\n";
}

std::FILE *create(const std::string &path)
{
    std::FILE *file = std::fopen(path.c_str(), "wb");
    if (!file) {
        std::perror(path.c_str());
        std::exit(1);
    }
    return file;
}

void put(const std::string &bytes, std::FILE *file)
{
    if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
        std::perror("bench-generate");
        std::exit(1);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("bench-generate LINES FOLDER\n", stderr);
        return 2;
    }
    const std::uint64_t lines = std::strtoull(argv[1], nullptr, 10);
    const std::string folder = argv[2];
    std::FILE *const requests = create(folder + "/requests.jsonl");
    std::FILE *const results = create(folder + "/results.jsonl");
    Truth truth;
    std::vector<std::uint32_t> order(lines);
    std::iota(order.begin(), order.end(), 0U);
    Random random(0);
    for (std::uint64_t i = lines; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    for (std::uint64_t n = 0; n < lines; ++n) {
        put(request(n), requests);
        put(result(order[n], truth), results);
    }
    std::FILE *const told = create(folder + "/truth.json");
    std::fprintf(
        told, "{\"lines\": %llu, \"errors\": %llu, \"quartzite\": %llu, \"creme\": %llu}\n",
        static_cast<unsigned long long>(lines), static_cast<unsigned long long>(truth.errors),
        static_cast<unsigned long long>(truth.plain), static_cast<unsigned long long>(truth.odd));
    return std::fclose(requests) + std::fclose(results) + std::fclose(told) == 0 ? 0 : 1;
}
