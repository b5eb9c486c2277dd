// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Changes of raw JSON: the bytes outside of what is changed stay, and the result is JSON again.
#include "compose/rawedit.h"
#include "core/paddedline.h"
#include "dialects/scan.h"
#include "target.h"

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

bool isObject(const QByteArray &bytes)
{
    const PaddedBuffer buffer(bytes);
    return scan::validity(buffer.line()) == scan::Validity::Valid
        && scan::isObject(scan::trimmed(buffer.line().bytes));
}

void replaceMember(const QByteArray &object, std::string_view key, const QByteArray &value)
{
    const PaddedBuffer before(object);
    const scan::Members members(scan::trimmed(before.line().bytes));
    const QByteArray made = rawedit::withMember(object, key, value);
    demand(isObject(made), "an object stays one");
    const PaddedBuffer after(made);
    const scan::Members changed(scan::trimmed(after.line().bytes));
    const scan::Member *const found = changed.find(key);
    demand(found && found->value == view(value), "the member has the new value");
    const std::size_t count = members.all().size();
    demand(changed.all().size() == count + (members.find(key) ? 0 : 1), "no member is lost");
    // One stretch was taken out and one put in: all before and behind it is as it was.
    const auto at = found->value.data() - after.line().bytes.data();
    const qsizetype behind = made.size() - at - value.size();
    const qsizetype front = members.find(key) ? at : at - qsizetype(key.size()) - 4;
    demand(object.startsWith(made.first(qMax<qsizetype>(front, 0)))
               && object.endsWith(made.last(behind)),
           "the bytes around a member stay");
}

void removeMember(const QByteArray &object, std::string_view key)
{
    const QByteArray made = rawedit::withoutMember(object, key);
    demand(isObject(made), "an object without a member is one");
    const PaddedBuffer before(object);
    const PaddedBuffer after(made);
    const scan::Members all(scan::trimmed(before.line().bytes));
    const scan::Members rest(scan::trimmed(after.line().bytes));
    demand(!rest.find(key), "the member is gone");
    std::size_t at = 0;
    for (const scan::Member &member : all.all()) {
        const bool isOther = at < rest.all().size() && rest.all()[at].key == member.key
            && rest.all()[at].value == member.value;
        at += isOther ? 1 : 0;
    }
    demand(at == rest.all().size(), "all others are as they were");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    constexpr std::string_view keys[] = {"custom_id", "a", "model", ""};
    const std::string_view key = keys[input.choice(4)];
    const QString text = QString::fromUtf8(input.line());
    const QByteArray quoted = rawedit::quoted(text);
    demand(scan::isJson(view(quoted)), "a quoted text is JSON");
    const PaddedBuffer buffer(quoted);
    demand(scan::unescaped(buffer.line().bytes) == text, "a quoted text is that text");
    const QByteArray object = input.bytes();
    if (!isObject(object))
        return 0;
    replaceMember(object, key, quoted);
    removeMember(object, key);
    return 0;
}
