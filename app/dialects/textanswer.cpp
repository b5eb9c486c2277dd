// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/textanswer.h"

#include "core/paddedline.h"
#include "dialects/scan.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;
using scan::Members;

namespace {

using Kind = TextAnswer::Kind;

std::optional<double> number(std::string_view raw)
{
    bool ok = false;
    const double value = QByteArrayView(raw.data(), qsizetype(raw.size())).trimmed().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QByteArray copied(std::string_view raw)
{
    return {raw.data(), qsizetype(raw.size())};
}

bool readEntities(const Members &answer, TextAnswer &out)
{
    const std::string_view list = answer.set("entities");
    if (!scan::isArray(list))
        return false;
    for (const std::string_view raw : scan::elements(list)) {
        if (!scan::isObject(raw))
            return false;
        const Members entity(raw);
        out.entities.append({.type = scan::text(entity.set("type")),
                             .text = scan::text(entity.set("text")),
                             .confidence = number(entity.set("confidence"))});
    }
    out.entitiesJson = copied(list);
    return true;
}

bool readSummary(const Members &answer, TextAnswer &out)
{
    if (!scan::isString(answer.set("summary")))
        return false;
    out.summary = scan::unescaped(answer.set("summary"));
    out.inputChars = scan::integer(answer.set("input_chars"));
    out.outputChars = scan::integer(answer.set("output_chars"));
    return true;
}

bool readLabel(const Members &answer, TextAnswer &out)
{
    if (!scan::isString(answer.set("top_label")))
        return false;
    out.topLabel = scan::unescaped(answer.set("top_label"));
    out.reasoning = scan::text(answer.set("reasoning"));
    const std::string_view scores = answer.set("scores");
    if (!scan::isObject(scores))
        return scores.empty();
    out.scoresJson = copied(scores);
    const Members members(scores);
    for (const scan::Member &member : members.all()) {
        const std::optional<double> score = number(member.value);
        if (!score)
            return false;
        const std::string_view quoted(member.key.data() - 1, member.key.size() + 2);
        out.scores.append({scan::unescaped(quoted), *score});
    }
    return true;
}

} // namespace

std::optional<Kind> textOperation(std::string_view model)
{
    if (model == "extract")
        return Kind::Extract;
    if (model == "summarize")
        return Kind::Summarize;
    return model == "classify" ? std::optional(Kind::Classify) : std::nullopt;
}

std::optional<Kind> textOperation(QStringView model)
{
    constexpr qsizetype longest = 9;
    return model.size() > longest ? std::nullopt
                                  : textOperation(std::string_view(model.toUtf8().toStdString()));
}

std::optional<TextAnswer> readTextAnswer(Kind kind, const QString &content)
{
    const PaddedBuffer buffer(content.toUtf8());
    const std::string_view text = scan::trimmed(buffer.line().bytes);
    if (!scan::isObject(text) || scan::validity(buffer.line()) != scan::Validity::Valid)
        return std::nullopt;
    const Members answer(text);
    TextAnswer out{.kind = kind};
    const bool isRead = kind == Kind::Extract ? readEntities(answer, out)
        : kind == Kind::Summarize             ? readSummary(answer, out)
                                              : readLabel(answer, out);
    return isRead ? std::optional(std::move(out)) : std::nullopt;
}

void checkTextAnswer(ResultLine &result, std::optional<TextAnswer::Kind> operation)
{
    if (result.outcome != Outcome::Answered || !operation
        || readTextAnswer(*operation, result.content))
        return;
    result.outcome = Outcome::Malformed;
    result.errorMessage = QCoreApplication::translate(
        "Result", "The answer is not the JSON that this operation gives");
}
