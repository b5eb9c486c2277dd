// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/formkeys.h"

#include "dialects/scan.h"

namespace {

constexpr formkeys::Keys table[] = {
    {RequestKind::Chat, {}, {}, {}, {}},
    {RequestKind::Extract, "extract", "text", "instruction", "entities"},
    {RequestKind::Summarize, "summarize", "text", "instructions", {}},
    {RequestKind::Classify, "classify", "text", "system_prompt", "labels"},
};

} // namespace

const formkeys::Keys &formkeys::of(RequestKind kind)
{
    return table[std::size_t(kind)];
}

RequestKind formkeys::kindOf(const QString &model)
{
    for (const Keys &keys : table)
        if (!keys.model.empty() && model == QLatin1StringView(keys.model))
            return keys.kind;
    return RequestKind::Chat;
}

bool formkeys::isNumber(std::string_view text)
{
    return !text.empty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'))
        && scan::trimmed(text) == text && scan::isJson(text);
}
