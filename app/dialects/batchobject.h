// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"

#include <QJsonObject>

/// What the dialects with OpenAI's batch object have in common. Pure.
namespace batchobject {

[[nodiscard]] HttpRequest request(const QByteArray &method, const QString &path,
                                  const Profile &profile);

/// known, with what a batch object says laid over. Does not touch what was fetched.
[[nodiscard]] BatchFacts merged(BatchFacts known, const QJsonObject &object);

[[nodiscard]] Result<BatchFacts> absorbCreate(const BatchView &view, const HttpReply &reply);
[[nodiscard]] Result<BatchFacts> absorbStatus(const BatchView &view, const HttpReply &reply);
[[nodiscard]] Result<BatchFacts> absorbCancel(const BatchView &view, const HttpReply &reply);
/// For FetchOutput and FetchErrors.
[[nodiscard]] Result<BatchFacts> absorbFetch(const BatchView &view, StepKind kind,
                                             const HttpReply &reply);
/// The one of these that is meant; the other kinds change nothing.
[[nodiscard]] Result<BatchFacts> absorb(const BatchView &view, StepKind kind,
                                        const HttpReply &reply);

/// The calls for the files of results that have an id.
[[nodiscard]] Call fetchOutput(const BatchView &view);
[[nodiscard]] Call fetchErrors(const BatchView &view);

/// What to do with a batch that is over: look once more with status, fetch, Done.
[[nodiscard]] Step nextAtEnd(const BatchView &view, Call status);

[[nodiscard]] Call cancel(const BatchView &view);
[[nodiscard]] Call list(const ListQuery &query, const Profile &profile);
[[nodiscard]] Result<ListPage> readList(const HttpReply &reply, const ListQuery &query);

/// A request with method and url written out, also where the user left them out.
void writeFullLine(const Request &request, const BatchView &view, QByteArray &out);
/// The url of a request that names none.
[[nodiscard]] QString endpoint(const BatchView &view);
/// Appends "metadata": {...} with the run's pairs and the intent, and a comma before it. Nothing
/// where the provider has no metadata, or there is none.
void appendMetadata(QByteArray &json, const BatchView &view);
/// Appends "completion_window", and a comma before it, where the provider has windows.
void appendWindow(QByteArray &json, const BatchView &view);

} // namespace batchobject
