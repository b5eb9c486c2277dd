// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/exportcolumns.h"

#include "dialects/textanswer.h"

#include <QCoreApplication>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> statusOf(int status)
{
    return status == 0 ? std::nullopt : std::optional<qint64>(status);
}

using Glance = ResultGlance;

constexpr std::array<ExportField, 12> fields = {{
    {"row"_L1, [](const ResultRow &row, CellSink &cells) { cells.addNumber(row.row + 1); },
     [](qint64 row, const Glance &, CellSink &cells) { cells.addNumber(row + 1); }},
    {"custom_id"_L1, [](const ResultRow &row, CellSink &cells) { cells.addText(row.customId); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addUtf8(glance.customId); }},
    {"outcome"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addText(outcomeName(row.result.outcome)); },
     [](qint64, const Glance &glance, CellSink &cells) {
         cells.addText(outcomeName(glance.outcome));
     }},
    {"http_status"_L1,
     [](const ResultRow &row, CellSink &cells) {
         cells.addNumber(statusOf(row.result.httpStatus));
     },
     [](qint64, const Glance &glance, CellSink &cells) {
         cells.addNumber(statusOf(glance.httpStatus));
     }},
    {"error_code"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addText(row.result.errorCode); },
     [](qint64, const Glance &, CellSink &cells) { cells.addUtf8({}); }},
    {"error_message"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addText(row.result.errorMessage); },
     [](qint64, const Glance &, CellSink &cells) { cells.addUtf8({}); }},
    {"model"_L1, [](const ResultRow &row, CellSink &cells) { cells.addText(row.result.model); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addUtf8(glance.model); }},
    {"finish_reason"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addText(row.result.finishReason); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addUtf8(glance.finishReason); }},
    {"content"_L1, [](const ResultRow &row, CellSink &cells) { cells.addText(row.result.content); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addUtf8(glance.content); }},
    {"input_tokens"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addNumber(row.result.inputTokens); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addNumber(glance.inputTokens); }},
    {"output_tokens"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addNumber(row.result.outputTokens); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addNumber(glance.outputTokens); }},
    {"total_tokens"_L1,
     [](const ResultRow &row, CellSink &cells) { cells.addNumber(row.result.totalTokens); },
     [](qint64, const Glance &glance, CellSink &cells) { cells.addNumber(glance.totalTokens); }},
}};

/// What a text operation answered, in parts: of rows that are such an answer.
template <class Write>
void writePart(const ResultRow &row, CellSink &cells, Write write)
{
    const std::optional<TextAnswer> answer
        = row.operation ? readTextAnswer(*row.operation, row.result.content) : std::nullopt;
    cells.addText(answer ? write(*answer) : QString());
}

constexpr std::array<ExportField, 4> textFields = {{
    {"entities"_L1,
     [](const ResultRow &row, CellSink &cells) {
         writePart(row, cells,
                   [](const TextAnswer &a) { return QString::fromUtf8(a.entitiesJson); });
     },
     nullptr},
    {"summary"_L1,
     [](const ResultRow &row, CellSink &cells) {
         writePart(row, cells, [](const TextAnswer &a) { return a.summary; });
     },
     nullptr},
    {"top_label"_L1,
     [](const ResultRow &row, CellSink &cells) {
         writePart(row, cells, [](const TextAnswer &a) { return a.topLabel; });
     },
     nullptr},
    {"scores"_L1,
     [](const ResultRow &row, CellSink &cells) {
         writePart(row, cells, [](const TextAnswer &a) { return QString::fromUtf8(a.scoresJson); });
     },
     nullptr},
}};

const ExportField *fieldOf(const QString &name)
{
    for (const std::span<const ExportField> all :
         {std::span<const ExportField>(fields), {textFields}})
        for (const ExportField &field : all)
            if (field.name == name)
                return &field;
    return nullptr;
}

QStringList namesOf(std::span<const ExportField> all)
{
    QStringList names;
    for (const ExportField &field : all)
        names.append(field.name);
    return names;
}

} // namespace

QStringList exportFieldNames()
{
    return namesOf(fields);
}

QStringList textFieldNames()
{
    return namesOf(textFields);
}

Result<ExportColumn> ExportColumn::named(const QString &name)
{
    constexpr QLatin1StringView requestPrefix = "request:"_L1;
    ExportColumn column{.name = name};
    column.field = fieldOf(name);
    if (column.field != nullptr)
        return column;
    const bool isRequest = name.startsWith(requestPrefix);
    if (!isRequest && !name.startsWith(u'/')) {
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message
            = QCoreApplication::translate("Exporter",
                                          "There is no column “%1”. Columns are %2, JSON Pointers "
                                          "such as /response/body/id, and such as "
                                          "request:/body/model.")
                  .arg(name, (exportFieldNames() + textFieldNames()).join(", "_L1))});
    }
    column.source = isRequest ? Source::Request : Source::Result;
    Result<JsonPointer> pointer
        = JsonPointer::parse(isRequest ? name.mid(requestPrefix.size()) : name);
    if (!pointer)
        return Failure(pointer.error());
    column.pointer = std::move(*pointer);
    return column;
}
