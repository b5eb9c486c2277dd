// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"

/// How the answers of the staged dialect are read. Pure.
namespace staged {

/// The name a batch gets there: the run's, and the last group of the intent in brackets. The name is
/// the one field of ours that its list shows, so the mark is what finds a submission in doubt again.
[[nodiscard]] QString markedName(const QString &name, const QString &intent);

[[nodiscard]] Result<BatchFacts> absorbCreate(const BatchView &view, const HttpReply &reply);
[[nodiscard]] Result<BatchFacts> absorbStatus(const BatchView &view, const HttpReply &reply);
/// Add and Start: nobody says what the answer looks like. BadReply only for what is no answer to it.
[[nodiscard]] Result<BatchFacts> absorbTaken(const BatchView &view, StepKind kind,
                                             const HttpReply &reply);

[[nodiscard]] Result<ListPage> readList(const HttpReply &reply, const ListQuery &query);
[[nodiscard]] Result<RequestPage> readRequests(const HttpReply &reply, const RequestQuery &query);

[[nodiscard]] PageRow readRow(PaddedLine row);
[[nodiscard]] Result<std::optional<Call>> nextPage(const Call &page, const HttpReply &reply,
                                                   const PageRows &rows);
[[nodiscard]] ResultLine readResult(PaddedLine line);
/// Also the line where it names the index of a request.
[[nodiscard]] Error readError(const HttpReply &reply);

} // namespace staged
