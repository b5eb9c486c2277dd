// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/norows.h"

#include "theme/icons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct NoRows {
    Q_DECLARE_TR_FUNCTIONS(NoRows)
};

/// A heading, and words where there is no error that says it better.
std::pair<QString, QString> sentences(const RunSummary &run)
{
    using enum BatchState;
    switch (run.state) {
    case Draft:
        return {NoRows::tr("The run was not sent"),
                NoRows::tr("Results come once it is submitted and the provider has answered.")};
    case Failed:
        return {NoRows::tr("The run failed"),
                NoRows::tr("The provider gave no results for it, and no reason.")};
    case Unknown:
        return {NoRows::tr("It is not certain that the provider has this run"),
                NoRows::tr("It is looked for. Nothing is sent again unless you say so.")};
    default: break;
    }
    if (isTerminal(run.state))
        return run.resultsComplete
            ? std::pair(NoRows::tr("No results came back"),
                        NoRows::tr("The run has ended, and the provider has none for it."))
            : std::pair(NoRows::tr("The results are not here yet"),
                        NoRows::tr("The run has ended; its results are still to be fetched."));
    return {NoRows::tr("No results yet"),
            NoRows::tr("They are fetched by themselves once the run has ended.")};
}

} // namespace

StatePane::Content noRows(const RunSummary &run, const QList<QAction *> &actions)
{
    const auto &[heading, words] = sentences(run);
    return {.icon = icons::stateIconName(run.state),
            .heading = heading,
            .words = run.error ? userText(*run.error) : words,
            .actions = actions};
}
