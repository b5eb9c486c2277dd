// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/batchengine.h"
#include "practice/dialectapi.h"
#include "practice/inlinebody.h"

#include <memory>

namespace practice {

/// The dialect "inline" as MeshAPI speaks it: the requests come in the create call, and what is
/// wrong with them is said at once. Ten batches may be alive.
class InlineApi final : public DialectApi {
public:
    explicit InlineApi(std::unique_ptr<BatchEngine> engine);
    [[nodiscard]] static BatchForm form();

    void handle(const ApiRequest &request, const Respond &respond) override;
    [[nodiscard]] ApiReply unauthorised(const ApiRequest &request) const override;

private:
    [[nodiscard]] ApiReply reply(const ApiRequest &request, const QStringList &path);
    [[nodiscard]] ApiReply batchReply(const ApiRequest &request, const QStringList &path);
    void create(const ApiRequest &request, const Respond &respond);
    [[nodiscard]] ApiReply created(const ApiRequest &request, const QString &id,
                                   const Result<InlineBody> &body);
    [[nodiscard]] ApiReply batchList(const ApiRequest &request) const;
    [[nodiscard]] ApiReply whole(const BatchRecord &record) const;
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] QJsonObject batchJson(const BatchRecord &record) const;

    std::unique_ptr<BatchEngine> m_engine;
};

} // namespace practice
