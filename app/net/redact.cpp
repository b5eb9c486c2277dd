// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redact.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr auto hidden = "[hidden]"_L1;

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::DotMatchesEverythingOption);
}

/// From the most telling to the most general; each works on what the ones before left.
const std::array<Rule, 8> &rules()
{
    // A quote of JSON, also of JSON inside JSON.
    const QString quote = uR"((?:\\*["']))"_s;
    const QString name = u"(?:proxy-)?authorization|x-api-key|x-goog-api-key|api[-_ ]?key|"
                         "x-auth-token|(?:set-)?cookie|access[-_]?token|refresh[-_]?token|"
                         "client[-_]?secret|secret[-_]?key|secret|password"_s;
    // Parts of signed and keyed addresses, the separators also as Go, HTML and percent write them.
    const QString query
        = u"key|api[-_]?key|access[-_]?token|auth|token|sig|signature|"
          "x-(?:amz|goog)-(?:signature|credential|security-token)|"
          "awsaccesskeyid|googleaccessid|policy|key-pair-id|se|sp|sv|sr|skoid|sktid"_s;
    // Never destroyed: libraries log when they are unloaded, after all static objects have gone.
    static const auto &all = *new std::array<Rule, 8>{
        // "name": "value" in any depth of escaping; the value ends at the same kind of quote
        Rule{pattern(
                 u"(%1(?:%2)%1\\s*[:=]\\s*(\\\\*[\"'])).*?(?=(?<!\\\\)\\2|$)"_s.arg(quote, name)),
             u"\\1"_s + hidden},
        // ["name", "value"] as lists of headers are printed
        Rule{pattern(u"(%1(?:%2)%1\\s*,\\s*(\\\\*[\"'])).*?(?=(?<!\\\\)\\2|$)"_s.arg(quote, name)),
             u"\\1"_s + hidden},
        // name: value up to the end of the line, also where the line end is escaped
        Rule{pattern(uR"(\b((?:%1)\s*[:=]\s*+)(?!\\*["'\[])[^\r\n]*?(?=\\+[rn"']|["'}]|[\r\n]|$))"_s
                         .arg(name)),
             u"\\1"_s + hidden},
        Rule{
            pattern(
                uR"(\b((?:bearer|basic(?=\S*\s*\S*[0-9=]))(?:\s|\\u0020|%20|\+)+)[A-Za-z0-9._~+/=*%-]{6,})"_s),
            u"\\1"_s + hidden},
        Rule{
            pattern(
                uR"(((?:[?&;]|\\u0026|%26|%3f|\b)(?:%1)(?:=|\\u003d|%3d))(?!\[hidden\])[^\s&"'<>\\)},;]+)"_s
                    .arg(query)),
            u"\\1"_s + hidden},
        Rule{pattern(uR"(([a-z][a-z0-9+.-]*:\\?/\\?/)[^\s/@"'<>]+@)"_s),
             u"\\1"_s + hidden + u"@"_s},
        // Shapes of keys wherever they stand; servers quote them half masked with stars.
        Rule{
            pattern(
                uR"((?<![A-Za-z0-9])(?:sk|rk|pk|rsk|gsk|csk|xai|fw|nvapi|pplx|hf|r8|tgp)[-_][A-Za-z0-9_*.-]{8,})"_s),
            hidden},
        Rule{
            pattern(
                uR"((?<![A-Za-z0-9])(?:AIza[A-Za-z0-9_-]{16,}|AKIA[A-Z0-9]{12,}|eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)+))"_s),
            hidden},
    };
    return all;
}

} // namespace

QString redact(const QString &text, qsizetype cap)
{
    // What is cut away need not be searched; the margin keeps a key at the edge whole.
    constexpr qsizetype margin = 8192;
    QString clean = text.left(cap + margin);
    for (const Rule &rule : rules())
        clean.replace(rule.pattern, rule.replacement);
    if (text.size() <= cap && clean.size() <= cap)
        return clean;
    const qsizetype before = clean.size() > cap ? cap : clean.size();
    qsizetype keep = before;
    if (keep > 0 && clean.at(keep - 1).isHighSurrogate())
        --keep;
    const int size = int(text.size());
    //: After a text that was cut: %n is the length of the whole
    const QString end = QCoreApplication::translate("Redact", " ... (cut, %n character(s) in all)",
                                                    nullptr, size);
    return clean.left(keep) + end;
}
