// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/resultline.h"

#include <QHash>
#include <QString>

#include <vector>

/// Rows without a proper answer that share a reason.
struct Problem {
    Outcome outcome = Outcome::Failed;
    int httpStatus = 0; ///< 0: not stated
    QString code;
    QString message; ///< of the first one, its beginning
    QString exampleId; ///< custom_id of the first one
    std::vector<quint32> rows; ///< in their order
    /// What finds these rows, as a person would type it (results/rowquery.h). Where a message cannot
    /// be told from another by a search, rows of that one are found, too.
    QString search;
    bool isRest = false; ///< what is left where there are more kinds than are told apart
};

/// Puts rows with the same outcome, status, code and message together. What changes from row to row
/// within a message, words with digits and what is quoted, makes no kind of its own. Of very many
/// kinds those that come first are told apart. For one thread.
class ProblemSorter {
public:
    void take(qint64 row, Outcome outcome, const ResultLine &line);
    /// The most frequent first.
    [[nodiscard]] std::vector<Problem> problems() &&;

private:
    struct Kind {
        Problem problem;
        QString stem; ///< outcome, status and code
        QString steady; ///< the longest piece of the message that does not change
    };
    [[nodiscard]] static QString searchOf(const Kind &kind, bool needsMessage);

    std::vector<Kind> m_kinds;
    QHash<QString, std::size_t> m_places;
    QHash<QString, int> m_stems; ///< how many kinds have it
};
