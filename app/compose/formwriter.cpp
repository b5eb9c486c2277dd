// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/formkeys.h"
#include "compose/rawedit.h"
#include "core/paddedline.h"
#include "dialects/scan.h"

using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(std::string_view raw)
{
    return QByteArray(raw.data(), qsizetype(raw.size()));
}

bool has(const QByteArray &object, std::string_view key)
{
    const PaddedBuffer buffer(object);
    return scan::Members(buffer.line().bytes).find(key);
}

/// What was typed for a number. What is none goes in as a text, so that nothing typed is lost and
/// the provider, or a look at the JSON, says that it is none.
QByteArray numberJson(const QString &typed)
{
    const QByteArray utf8 = typed.trimmed().toUtf8();
    const std::string_view text(utf8.constData(), std::size_t(utf8.size()));
    return formkeys::isNumber(text) || (scan::isString(text) && scan::isJson(text))
        ? utf8
        : rawedit::quoted(typed.trimmed());
}

QByteArray withOptional(const QByteArray &body, std::string_view key, const QByteArray &value,
                        bool isEmpty)
{
    return isEmpty ? rawedit::withoutMember(body, key) : rawedit::withMember(body, key, value);
}

QByteArray message(const char *role, const QString &content)
{
    return QByteArray("{\"role\":\"") + role + "\",\"content\":" + rawedit::quoted(content) + '}';
}

QByteArray withMessages(const QByteArray &body, const RequestForm &was, const RequestForm &form)
{
    const PaddedBuffer buffer(body);
    const scan::Members members(buffer.line().bytes);
    QByteArray system;
    QByteArray user;
    for (const std::string_view raw : scan::elements(members["messages"])) {
        const bool isUser = scan::unescaped(scan::Members(raw)["role"]) == "user"_L1;
        (isUser ? user : system) = bytes(raw);
    }
    if (form.instruction.isEmpty() && !was.instruction.isEmpty())
        system.clear();
    else if (form.instruction != was.instruction)
        system = system.isEmpty()
            ? message("system", form.instruction)
            : rawedit::withMember(system, "content", rawedit::quoted(form.instruction));
    if (user.isEmpty())
        user = message("user", form.text);
    else if (form.text != was.text)
        user = rawedit::withMember(user, "content", rawedit::quoted(form.text));
    QList<QByteArray> made{system, user};
    made.removeIf([](const QByteArray &one) { return one.isEmpty(); });
    return rawedit::withMember(body, "messages", rawedit::array(made));
}

/// One entry of a list as raw JSON: as it was, changed, or new.
QByteArray entry(RequestKind kind, const QByteArray &raw, const NamedText *was,
                 const NamedText &now)
{
    if (was && *was == now)
        return raw;
    if (kind == RequestKind::Classify) {
        QByteArray label = was ? raw : QByteArray("{}");
        if (!was || was->name != now.name)
            label = rawedit::withMember(label, "name", rawedit::quoted(now.name));
        if (!was || was->text != now.text)
            label = rawedit::withMember(label, "rubric", rawedit::quoted(now.text));
        return label;
    }
    if (!was)
        return rawedit::quoted(now.name) + ':' + rawedit::quoted(now.text);
    // raw is {"name":"text"} without its braces: what did not change keeps its bytes.
    const QByteArray whole = '{' + raw + '}';
    const PaddedBuffer buffer(whole);
    const scan::Member member = scan::Members(buffer.line().bytes).all().front();
    return (was->name == now.name ? '"' + bytes(member.key) + '"' : rawedit::quoted(now.name)) + ':'
        + (was->text == now.text ? bytes(member.value) : rawedit::quoted(now.text));
}

QList<QByteArray> rawEntries(RequestKind kind, std::string_view list)
{
    QList<QByteArray> found;
    const scan::Members members(list);
    if (kind == RequestKind::Classify)
        for (const std::string_view raw : scan::elements(list))
            found.append(bytes(raw));
    else
        for (const scan::Member &member : members.all())
            found.append('"' + bytes(member.key) + "\":" + bytes(member.value));
    return found;
}

/// The list anew. What stands before and behind a change keeps its bytes, also where entries came
/// in or went out between.
QByteArray listJson(RequestKind kind, const QList<QByteArray> &raw, const QList<NamedText> &was,
                    const QList<NamedText> &now)
{
    const qsizetype most = std::min(was.size(), now.size());
    qsizetype behind = 0;
    qsizetype before = 0;
    while (before < most && was[before] == now[before])
        ++before;
    while (behind < most - before && was[was.size() - 1 - behind] == now[now.size() - 1 - behind])
        ++behind;
    QList<QByteArray> made;
    for (qsizetype i = 0; i < now.size(); ++i) {
        const qsizetype old = i < now.size() - behind ? i : i + was.size() - now.size();
        const bool isNew = i < now.size() - behind && i >= was.size() - behind;
        made.append(isNew ? entry(kind, {}, nullptr, now[i])
                          : entry(kind, raw[old], &was[old], now[i]));
    }
    return kind == RequestKind::Classify ? rawedit::array(made) : '{' + made.join(',') + '}';
}

QByteArray withList(const QByteArray &body, const QList<NamedText> &was, const RequestForm &form)
{
    const std::string_view key = formkeys::of(form.kind).list;
    const PaddedBuffer buffer(body);
    const scan::Members members(buffer.line().bytes);
    return rawedit::withMember(
        body, key, listJson(form.kind, rawEntries(form.kind, members.set(key)), was, form.list));
}

/// Takes out what only the old kind has, and tells what is left of it.
RequestForm leave(QByteArray &body, const RequestForm &was, const RequestForm &form)
{
    const formkeys::Keys &old = formkeys::of(was.kind);
    const formkeys::Keys &now = formkeys::of(form.kind);
    const auto drop = [&body](std::string_view key) { body = rawedit::withoutMember(body, key); };
    if (was.kind == RequestKind::Chat)
        drop("messages");
    for (const auto &[key, kept] :
         {std::pair(old.text, now.text), {old.instruction, now.instruction}, {old.list, now.list}})
        if (!key.empty() && key != kept)
            drop(key);
    if (was.hasTemperature())
        drop("temperature");
    if (was.hasMaxTokens() && !form.hasMaxTokens())
        drop("max_tokens");
    const QString model = form.hasModel() ? form.model : QString::fromLatin1(now.model);
    body = rawedit::withMember(body, "model", rawedit::quoted(model));
    return {.kind = form.kind,
            .model = form.model,
            .text = old.text == now.text ? was.text : QString(),
            .maxTokens = form.hasMaxTokens() ? was.maxTokens : QString()};
}

QByteArray withBody(QByteArray body, RequestForm was, const RequestForm &form)
{
    const bool isOther = was.kind != form.kind;
    if (isOther)
        was = leave(body, was, form);
    const formkeys::Keys &keys = formkeys::of(form.kind);
    if (form.hasModel() && form.model != was.model)
        body = rawedit::withMember(body, "model", rawedit::quoted(form.model));
    if (form.kind == RequestKind::Chat) {
        if (isOther || form.text != was.text || form.instruction != was.instruction)
            body = withMessages(body, was, form);
    } else {
        if (form.text != was.text || (isOther && !has(body, keys.text)))
            body = rawedit::withMember(body, keys.text, rawedit::quoted(form.text));
        if (form.hasList() && (isOther || form.list != was.list))
            body = withList(body, was.list, form);
        if (form.instruction != was.instruction)
            body = withOptional(body, keys.instruction, rawedit::quoted(form.instruction),
                                form.instruction.isEmpty());
    }
    if (form.hasTemperature() && form.temperature != was.temperature)
        body = withOptional(body, "temperature", numberJson(form.temperature),
                            form.temperature.trimmed().isEmpty());
    if (form.hasMaxTokens() && form.maxTokens != was.maxTokens)
        body = withOptional(body, "max_tokens", numberJson(form.maxTokens),
                            form.maxTokens.trimmed().isEmpty());
    return body;
}

} // namespace

QByteArray withForm(const QByteArray &line, const RequestForm &wanted)
{
    RequestForm form = wanted;
    if (form.hasModel())
        form.kind = formkeys::kindOf(form.model); // the model tells the kind, also when typed
    const FormReading was = readForm(line);
    if (!was.form || *was.form == form)
        return line;
    const PaddedBuffer buffer(line);
    const scan::Members members(scan::trimmed(buffer.line().bytes));
    return rawedit::withMember(line, "body", withBody(bytes(members["body"]), *was.form, form));
}

QByteArray newRequest(const QString &customId, const RequestForm &form)
{
    const QByteArray start = "{\"custom_id\":" + rawedit::quoted(customId)
        + ",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":";
    const RequestForm empty{.kind = form.kind == RequestKind::Chat ? RequestKind::Summarize
                                                                   : RequestKind::Chat};
    return start + withBody("{}", empty, form) + '}';
}
