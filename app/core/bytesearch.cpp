// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bytesearch.h"

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

ByteSearch::ByteSearch(std::string_view wanted, Case sameCase)
    : m_wanted(wanted), m_ignoresCase(sameCase == Case::IsTheSame)
{
    constexpr unsigned char caseBit = 0x20;
    if (!m_ignoresCase)
        return;
    for (char &c : m_wanted)
        c = lower(c);
    m_firstFold = isLetter(m_wanted.front()) ? caseBit : 0;
    m_lastFold = isLetter(m_wanted.back()) ? caseBit : 0;
}

bool ByteSearch::isAt(const char *at) const
{
    if (!m_ignoresCase)
        return std::memcmp(at, m_wanted.data(), m_wanted.size()) == 0;
    for (std::size_t i = 0; i < m_wanted.size(); ++i)
        if (lower(at[i]) != m_wanted[i])
            return false;
    return true;
}

std::size_t ByteSearch::find(std::string_view text) const
{
    if (text.size() < m_wanted.size())
        return std::string_view::npos;
    const std::size_t places = text.size() - m_wanted.size() + 1;
    std::size_t at = 0;
#ifdef __SSE2__
    const __m128i first = _mm_set1_epi8(m_wanted.front());
    const __m128i last = _mm_set1_epi8(m_wanted.back());
    const __m128i firstFold = _mm_set1_epi8(static_cast<char>(m_firstFold));
    const __m128i lastFold = _mm_set1_epi8(static_cast<char>(m_lastFold));
    const auto load
        = [](const char *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); };
    for (; at + 16 <= places; at += 16) {
        const char *const from = text.data() + at;
        const __m128i isFirst = _mm_cmpeq_epi8(_mm_or_si128(load(from), firstFold), first);
        const __m128i isLast
            = _mm_cmpeq_epi8(_mm_or_si128(load(from + m_wanted.size() - 1), lastFold), last);
        auto hits = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(isFirst, isLast)));
        for (; hits != 0; hits &= hits - 1) {
            const auto hit = static_cast<std::size_t>(std::countr_zero(hits));
            if (isAt(from + hit))
                return at + hit;
        }
    }
#endif
    for (; at < places; ++at)
        if (isAt(text.data() + at))
            return at;
    return std::string_view::npos;
}
