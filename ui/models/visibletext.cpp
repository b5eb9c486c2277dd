// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostInTip = 1'000;

bool isHidden(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit < 0x20 && unit != u'\n' && unit != u'\t' && unit != u'\r')
        || (unit >= 0x7F && unit <= 0x9F) // DEL and the second set of controls
        || (unit >= 0x202A && unit <= 0x202E) // embedding and override
        || (unit >= 0x2066 && unit <= 0x2069) // isolates
        || unit == 0xDB40; // the first half of a tag
}

QString signOf(char32_t code)
{
    constexpr char32_t pictures = 0x2400;
    if (code < 0x20)
        return QChar(char16_t(pictures + code));
    if (code == 0x7F)
        return u"␡"_s;
    return u"⟨U+"_s + QString::number(uint(code), 16).toUpper().rightJustified(4, u'0') + u'⟩';
}

bool isTag(char32_t code)
{
    return code >= 0xE0000 && code <= 0xE007F;
}

} // namespace

QString visibletext::marked(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isHidden))
        return text;
    QString shown;
    shown.reserve(text.size() + 64);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!isHidden(c)) {
            shown += c;
        } else if (!c.isHighSurrogate()) {
            shown += signOf(c.unicode());
        } else {
            const bool isPair = i + 1 < text.size() && text[i + 1].isLowSurrogate();
            const char32_t code = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : 0;
            shown += c;
            if (isTag(code)) {
                shown.chop(1);
                shown += signOf(code);
                ++i;
            }
        }
    }
    return shown;
}

QString visibletext::brief(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return marked(text.simplified());
    return marked(text.left(most).simplified()) + u'…';
}

QString visibletext::tip(const QString &text)
{
    const QString shown = text.size() <= mostInTip ? text : text.left(mostInTip) + u'…';
    return marked(shown).toHtmlEscaped();
}
