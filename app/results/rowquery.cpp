// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowquery.h"

#include "results/linefields.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

using What = RowCondition::What;
using Test = RowCondition::Test;

struct Name {
    QLatin1StringView name;
    What what;
    bool isNumber;
};

constexpr std::array<Name, 8> names = {{
    {"id"_L1, What::CustomId, false},
    {"error"_L1, What::Error, false},
    {"finish"_L1, What::FinishReason, false},
    {"model"_L1, What::Model, false},
    {"status"_L1, What::HttpStatus, true},
    {"input_tokens"_L1, What::InputTokens, true},
    {"output_tokens"_L1, What::OutputTokens, true},
    {"tokens"_L1, What::TotalTokens, true},
}};

Failure bad(const QString &message)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message});
}

QString unquoted(const QString &value)
{
    return value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"')
        ? value.sliced(1, value.size() - 2)
        : value;
}

Test comparisonOf(QChar sign)
{
    switch (sign.unicode()) {
    case u'=': return Test::Equals;
    case u'<': return Test::Less;
    case u'>': return Test::More;
    default: return Test::Contains;
    }
}

Result<> takeOutcomes(const QString &value, RowQuery &query)
{
    for (const QString &name : value.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Outcome> outcome = outcomeFromName(name);
        if (!outcome) {
            QStringList known;
            for (const Outcome one : allOutcomes)
                known.append(outcomeName(one));
            return bad(
                QCoreApplication::translate("RowQuery", "There is no outcome “%1”. There are %2.")
                    .arg(name, known.join(", "_L1)));
        }
        query.outcomes.push_back(*outcome);
    }
    return {};
}

Result<> takeCondition(const QString &name, QChar sign, const QString &value, RowQuery &query)
{
    if (name == "outcome"_L1)
        return takeOutcomes(value, query);
    RowCondition condition{.test = comparisonOf(sign), .value = value};
    const bool isRequest = name.startsWith("request:/"_L1);
    bool isNumber = condition.test == Test::Less || condition.test == Test::More;
    if (isRequest || name.startsWith(u'/')) {
        condition.what = isRequest ? What::RequestPath : What::ResultPath;
        condition.pointer = isRequest ? name.sliced(name.indexOf(u'/')) : name;
        if (const Result<JsonPointer> pointer = JsonPointer::parse(condition.pointer); !pointer)
            return Failure(pointer.error());
    } else {
        const auto known = std::ranges::find(names, name, &Name::name);
        Q_ASSERT(known != names.end());
        condition.what = known->what;
        isNumber = isNumber || known->isNumber;
        // Part of a number is never meant.
        if (known->isNumber && condition.test == Test::Contains)
            condition.test = Test::Equals;
    }
    bool isOk = true;
    if (isNumber)
        condition.number = value.toDouble(&isOk);
    if (!isOk)
        return bad(
            QCoreApplication::translate("RowQuery", "“%1” is no number for %2.").arg(value, name));
    query.conditions.push_back(std::move(condition));
    return {};
}

} // namespace

bool RowQuery::readsRequests() const
{
    return (!text.isEmpty() && where != Where::Answers)
        || std::ranges::contains(conditions, What::RequestPath, &RowCondition::what);
}

Result<RowQuery> parseRowQuery(const QString &text, bool isPattern)
{
    RowQuery query{.isPattern = isPattern};
    if (isPattern) {
        const QRegularExpression pattern(text, QRegularExpression::UseUnicodePropertiesOption);
        if (!pattern.isValid())
            return bad(QCoreApplication::translate("RowQuery",
                                                   "The expression is wrong at character %1: %2")
                           .arg(pattern.patternErrorOffset() + 1)
                           .arg(pattern.errorString()));
        query.text = text;
        return query;
    }
    static const QRegularExpression condition(
        uR"((?<!\S)(outcome|id|error|finish|model|status|input_tokens|output_tokens|tokens|(?:request:)?/[^\s:=<>"]+)([:=<>])("[^"]*"|\S+))"_s);
    QString words;
    qsizetype behind = 0;
    for (auto match = condition.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        words += text.sliced(behind, one.capturedStart() - behind);
        behind = one.capturedEnd();
        if (const Result<> taken = takeCondition(one.captured(1), one.captured(2).front(),
                                                 unquoted(one.captured(3)), query);
            !taken)
            return Failure(taken.error());
    }
    words += text.sliced(behind);
    query.text = unquoted(words.trimmed());
    return query;
}

Result<RowQuery> parseRequestQuery(const QString &text, bool isPattern)
{
    Result<RowQuery> query = parseRowQuery(text, isPattern);
    if (!query)
        return query;
    bool isOfResults = !query->outcomes.empty();
    for (RowCondition &condition : query->conditions) {
        if (condition.what == What::ResultPath)
            condition.what = What::RequestPath;
        isOfResults = isOfResults
            || (condition.what != What::CustomId && condition.what != What::Model
                && condition.what != What::RequestPath);
    }
    if (isOfResults)
        return bad(QCoreApplication::translate(
            "RowQuery",
            "Requests have an id, a model and places such as /body/temperature; the rest is of "
            "results."));
    query->where = RowQuery::Where::Requests;
    return query;
}
