// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/problemsorter.h"

#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostKinds = 500;
constexpr qsizetype mostOfMessage = 2'000;
constexpr qsizetype mostOfShape = 400; ///< what follows does not tell kinds apart

bool isQuote(QChar c)
{
    return u"\"'`“”‘’«»„"_s.contains(c);
}

/// The pieces of a message that are the same in each row: between words with a digit, and quotes.
QStringList steadyPieces(const QString &message)
{
    const QString beginning = message.first(std::min(mostOfShape, message.size()));
    QStringList pieces;
    QString piece;
    bool isQuoted = false;
    const auto close = [&] {
        if (const QString text = std::exchange(piece, QString()).trimmed(); !text.isEmpty())
            pieces.append(text);
    };
    for (qsizetype i = 0; i < beginning.size();) {
        const QChar c = beginning[i];
        // An apostrophe within a word is none.
        const bool isInWord = i > 0 && i + 1 < beginning.size()
            && beginning[i - 1].isLetterOrNumber() && beginning[i + 1].isLetterOrNumber();
        if (isQuote(c) && !isInWord) {
            isQuoted = !isQuoted;
            close();
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (!c.isSpace() && end < beginning.size() && !beginning[end].isSpace()
               && !isQuote(beginning[end]))
            ++end;
        const QStringView word = QStringView(beginning).sliced(i, end - i);
        if (std::ranges::any_of(word, [](QChar sign) { return sign.isDigit(); }))
            close();
        else if (!isQuoted)
            piece += word;
        i = end;
    }
    close();
    return pieces;
}

QString longest(const QStringList &pieces)
{
    QString found;
    for (const QString &piece : pieces)
        if (piece.size() > found.size() && !piece.contains(u'"') && !piece.contains(u'\n'))
            found = piece;
    return found;
}

/// A value as the line of a search takes it; empty where it cannot be written.
QString typed(const QString &value)
{
    if (value.contains(u'"') || value.isEmpty())
        return {};
    const bool isPlain = std::ranges::none_of(value, [](QChar c) { return c.isSpace(); });
    return isPlain ? value : u'"' + value + u'"';
}

} // namespace

void ProblemSorter::take(qint64 row, Outcome outcome, const ResultLine &line)
{
    const QStringList pieces = steadyPieces(line.errorMessage);
    const QString stem
        = outcomeName(outcome) + u'\n' + QString::number(line.httpStatus) + u'\n' + line.errorCode;
    QString name = stem + u'\n' + pieces.join(u'\n');
    const bool isRest = !m_places.contains(name) && m_kinds.size() >= mostKinds;
    if (isRest)
        name = outcomeName(outcome);
    const auto known = m_places.constFind(name);
    if (known != m_places.cend()) {
        m_kinds[*known].problem.rows.push_back(static_cast<quint32>(row));
        return;
    }
    m_places.insert(name, m_kinds.size());
    Kind kind{.problem
              = {.outcome = outcome, .rows = {static_cast<quint32>(row)}, .isRest = isRest},
              .stem = isRest ? name : stem,
              .steady = isRest ? QString() : longest(pieces)};
    if (!isRest) {
        kind.problem.httpStatus = line.httpStatus;
        kind.problem.code = line.errorCode;
        kind.problem.message
            = line.errorMessage.first(std::min(mostOfMessage, line.errorMessage.size()));
    }
    ++m_stems[kind.stem];
    m_kinds.push_back(std::move(kind));
}

QString ProblemSorter::searchOf(const Kind &kind, bool needsMessage)
{
    const Problem &problem = kind.problem;
    QStringList parts{"outcome:"_L1 + outcomeName(problem.outcome)};
    if (problem.httpStatus != 0)
        parts.append("status="_L1 + QString::number(problem.httpStatus));
    if (const QString code = typed(problem.code); !code.isEmpty())
        parts.append("error="_L1 + code);
    if (const QString piece = typed(kind.steady); needsMessage && !piece.isEmpty())
        parts.append("error:"_L1 + piece);
    return parts.join(u' ');
}

std::vector<Problem> ProblemSorter::problems() &&
{
    std::vector<Problem> all;
    for (Kind &kind : m_kinds) {
        kind.problem.search = searchOf(kind, m_stems.value(kind.stem) > 1);
        std::ranges::sort(kind.problem.rows);
        all.push_back(std::move(kind.problem));
    }
    std::ranges::stable_sort(all, [](const Problem &a, const Problem &b) {
        return std::pair(b.rows.size(), a.rows.front()) < std::pair(a.rows.size(), b.rows.front());
    });
    return all;
}
