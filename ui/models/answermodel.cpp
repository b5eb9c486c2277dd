// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answermodel.h"

#include "models/columns.h"
#include "theme/colours.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

void AnswerModel::setAnswer(const TextAnswer &answer)
{
    beginResetModel();
    m_kind = answer.kind;
    m_rows.clear();
    for (const TextAnswer::Entity &entity : answer.entities)
        m_rows.append({.type = entity.type, .text = entity.text, .number = entity.confidence});
    for (const auto &[label, score] : answer.scores)
        m_rows.append({.text = label, .number = score, .isTop = label == answer.topLabel});
    if (m_kind == TextAnswer::Kind::Classify)
        std::ranges::stable_sort(m_rows, std::ranges::greater(),
                                 [](const Row &row) { return row.number.value_or(0); });
    endResetModel();
}

int AnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_kind == TextAnswer::Kind::Summarize ? 0 : hasTypes() ? 3 : 2;
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles = hasTypes() ? QStringList{tr("Entity"), tr("Text"), tr("Confidence")}
                                          : QStringList{tr("Label"), tr("Score")};
    return titles.value(section);
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool isNumber = index.column() + 1 == columnCount();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (isNumber)
            return row.number ? QLocale().toString(*row.number, 'g', 4) : u"–"_s;
        if (hasTypes() && index.column() == 0)
            return row.type;
        //: the label that was chosen among several; the mark stands for "chosen"
        return row.isTop ? tr("✓ %1").arg(row.text) : row.text;
    case Qt::AccessibleDescriptionRole: return row.isTop ? tr("chosen") : QString();
    case SortRole: return isNumber && row.number ? QVariant(*row.number) : QVariant();
    case ProgressRole:
        return isNumber && row.number ? QVariant(std::clamp(*row.number, 0.0, 1.0)) : QVariant();
    case ToneRole:
        return int(row.isTop && isNumber         ? colours::Tone::Good
                       : isNumber && !hasTypes() ? colours::Tone::Active
                                                 : colours::Tone::Plain);
    case EmphasisRole: return row.isTop;
    case Qt::ToolTipRole: return isNumber ? QString() : row.text.left(1'000).toHtmlEscaped();
    default: return {};
    }
}

#include "moc_answermodel.cpp"
