// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/formfaults.h"

#include "compose/formkeys.h"

#include <QSet>

namespace {

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

std::optional<FieldFault> listFault(RequestKind kind, const QList<NamedText> &list)
{
    if (list.isEmpty())
        return FieldFault{FormField::List, FormFault::Missing};
    QSet<QString> names;
    for (int row = 0; row < int(list.size()); ++row) {
        const QString &name = list[row].name;
        if (isBlank(name))
            return FieldFault{FormField::List, FormFault::Unnamed, row};
        if (names.contains(name))
            return FieldFault{FormField::List, FormFault::Twice, row};
        names.insert(name);
        if (kind == RequestKind::Classify && isBlank(list[row].text))
            return FieldFault{FormField::List, FormFault::Untold, row};
    }
    return std::nullopt;
}

} // namespace

QList<FieldFault> formFaults(const RequestForm &form)
{
    QList<FieldFault> found;
    if (form.hasModel() && isBlank(form.model))
        found.append({FormField::Model, FormFault::Missing});
    if (isBlank(form.text))
        found.append({FormField::Text, FormFault::Missing});
    if (form.hasList())
        if (const std::optional<FieldFault> fault = listFault(form.kind, form.list))
            found.append(*fault);
    const auto number
        = [](const QString &typed) { return formkeys::isNumber(typed.trimmed().toStdString()); };
    if (form.hasTemperature() && !isBlank(form.temperature) && !number(form.temperature))
        found.append({FormField::Temperature, FormFault::NotNumber});
    if (form.hasMaxTokens() && !isBlank(form.maxTokens)) {
        const QString typed = form.maxTokens.trimmed();
        const bool isWhole
            = std::ranges::all_of(typed, [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!isWhole || !number(typed) || typed == u'0')
            found.append({FormField::MaxTokens, FormFault::NotWhole});
    }
    return found;
}
