// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/formkeys.h"
#include "core/paddedline.h"
#include "dialects/scan.h"

using namespace Qt::StringLiterals;

namespace {

FormReading none(NoForm reason, const QString &key = {})
{
    return {.reason = reason, .key = key};
}

QString latin(std::string_view key)
{
    return QString::fromLatin1(key.data(), qsizetype(key.size()));
}

/// Takes a text that may be absent or null; false: it is something else.
bool takeText(std::string_view raw, QString &text)
{
    text = scan::unescaped(raw);
    return raw.empty() || raw == "null" || scan::isString(raw);
}

/// A number as written. A string that is no number inside is shown without its quotes: that is how
/// what a person typed and is none comes back. One that is a number keeps them, since it is a fault.
bool takeNumber(std::string_view raw, QString &number)
{
    number.clear();
    if (raw.empty() || raw == "null")
        return true;
    if (formkeys::isNumber(raw)) {
        number = latin(raw);
        return true;
    }
    if (!scan::isString(raw))
        return false;
    const QString inside = scan::unescaped(raw);
    number = inside.isEmpty() || formkeys::isNumber(inside.toStdString())
        ? QString::fromUtf8(raw.data(), qsizetype(raw.size()))
        : inside;
    return true;
}

FormReading readMessages(const scan::Members &body, RequestForm form)
{
    bool hasUser = false;
    bool hasSystem = false;
    for (const std::string_view raw : scan::elements(body["messages"])) {
        const scan::Members message(raw);
        const QString role = scan::unescaped(message["role"]);
        if (role != "system"_L1 && role != "user"_L1)
            return role.isEmpty() ? none(NoForm::OtherRequest) : none(NoForm::OtherRole, role);
        const bool isUser = role == "user"_L1;
        if (hasUser || (hasSystem && !isUser))
            return none(NoForm::SeveralMessages);
        if (!scan::isString(message["content"]))
            return none(NoForm::ContentNotText);
        (isUser ? form.text : form.instruction) = scan::unescaped(message["content"]);
        (isUser ? hasUser : hasSystem) = true;
    }
    return {.form = form};
}

bool readEntities(std::string_view raw, QList<NamedText> &list)
{
    const scan::Members members(raw);
    for (const scan::Member &member : members.all()) {
        if (!scan::isString(member.value))
            return false;
        // The quotes of a key are there, one byte to each side.
        list.append({scan::unescaped({member.key.data() - 1, member.key.size() + 2}),
                     scan::unescaped(member.value)});
    }
    return raw.empty() || scan::isObject(raw);
}

bool readLabels(std::string_view raw, QList<NamedText> &list)
{
    for (const std::string_view element : scan::elements(raw)) {
        const scan::Members label(element);
        NamedText read;
        if (!scan::isObject(element) || !takeText(label["name"], read.name)
            || !takeText(label["rubric"], read.text))
            return false;
        list.append(read);
    }
    return raw.empty() || scan::isArray(raw);
}

FormReading readBody(std::string_view raw)
{
    const scan::Members body(raw);
    RequestForm form;
    const std::string_view model = body["model"];
    if (!takeText(model, form.model))
        return none(NoForm::FieldNotText, u"model"_s);
    form.kind = formkeys::kindOf(form.model);
    const formkeys::Keys &keys = formkeys::of(form.kind);
    if (form.hasTemperature() && !takeNumber(body["temperature"], form.temperature))
        return none(NoForm::FieldNotNumber, u"temperature"_s);
    if (form.hasMaxTokens() && !takeNumber(body["max_tokens"], form.maxTokens))
        return none(NoForm::FieldNotNumber, u"max_tokens"_s);
    if (form.kind == RequestKind::Chat)
        return scan::isArray(body["messages"]) ? readMessages(body, form)
                                               : none(NoForm::OtherRequest);
    form.model.clear();
    if (!takeText(body[keys.text], form.text))
        return none(NoForm::FieldNotText, latin(keys.text));
    if (!takeText(body[keys.instruction], form.instruction))
        return none(NoForm::FieldNotText, latin(keys.instruction));
    const auto read = form.kind == RequestKind::Extract ? readEntities : readLabels;
    if (form.hasList() && !read(body.set(keys.list), form.list))
        return none(NoForm::ListNotTexts, latin(keys.list));
    return {.form = form};
}

} // namespace

FormReading readForm(const QByteArray &line)
{
    const PaddedBuffer buffer(line);
    if (scan::validity(buffer.line()) != scan::Validity::Valid)
        return none(NoForm::NotJson);
    const scan::Members members(scan::trimmed(buffer.line().bytes));
    const std::string_view body = members["body"];
    return scan::isObject(body) ? readBody(body) : none(NoForm::NoBody);
}
