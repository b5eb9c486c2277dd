// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/result.h"

#include <QString>
#include <QtTypes>

#include <vector>

/// One condition on a row.
struct RowCondition {
    enum class What : quint8 {
        CustomId,
        Error, ///< code or message
        FinishReason,
        Model,
        HttpStatus,
        InputTokens,
        OutputTokens,
        TotalTokens,
        ResultPath, ///< what stands at a JSON Pointer in the result
        RequestPath
    };
    enum class Test : quint8 { Contains, Equals, Less, More };

    What what = What::CustomId;
    Test test = Test::Contains;
    QString pointer; ///< of ResultPath and RequestPath
    QString value; ///< without a difference between A and a; a number for Less and More
    double number = 0;
    bool operator==(const RowCondition &) const = default;
};

/// Which rows of a run are looked for; all that is said holds together.
struct RowQuery {
    enum class Where : quint8 { Answers, Requests, Both };

    std::vector<Outcome> outcomes; ///< empty: any
    /// In the text of the answer, or of the error where there is no answer; in requests anywhere.
    /// Escapes are decoded before.
    QString text;
    bool isPattern = false; ///< text is a regular expression
    bool matchesCase = false;
    Where where = Where::Answers;
    bool withErrors = true; ///< the words of an error count as an answer where there is none
    std::vector<RowCondition> conditions;

    [[nodiscard]] bool isAll() const { return outcomes.empty() && !readsFiles(); }
    [[nodiscard]] bool readsFiles() const { return !text.isEmpty() || !conditions.empty(); }
    [[nodiscard]] bool readsRequests() const;
    bool operator==(const RowQuery &) const = default;
};

/// A query as a person types it: words that are looked for, and between them conditions such as
/// error:rate_limit, finish=length, model:mini, id:row-7, status=429, outcome:failed, tokens>500,
/// input_tokens<10, /response/body/id:abc and request:/body/temperature=0.2. A value with blanks stands
/// in quotes; words in quotes are words whatever they look like. BadInput with a sentence for what
/// cannot be meant. patterns: the whole text is one regular expression.
[[nodiscard]] Result<RowQuery> parseRowQuery(const QString &text, bool isPattern = false);

/// The same for requests that were not sent yet: id:, model: and places such as /body/temperature>0.5,
/// which are places in the request. BadInput for what only results have.
[[nodiscard]] Result<RowQuery> parseRequestQuery(const QString &text, bool isPattern = false);
