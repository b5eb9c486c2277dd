// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/batchengine.h"
#include "practice/dialectapi.h"

#include <memory>

namespace practice {

/// The dialect "rawjsonl" as ScaleDown speaks it: the body of the call is the JSONL itself, and a
/// line at fault refuses it as a whole. Takes chats beside extract, summarize and classify. There
/// is no list and no cancel.
class RawjsonlApi final : public DialectApi {
public:
    explicit RawjsonlApi(std::unique_ptr<BatchEngine> engine);
    [[nodiscard]] static BatchForm form();

    void handle(const ApiRequest &request, const Respond &respond) override;
    [[nodiscard]] ApiReply unauthorised(const ApiRequest &request) const override;
    [[nodiscard]] bool wantsKeyHeader() const override { return true; }

private:
    [[nodiscard]] ApiReply reply(const ApiRequest &request, const QStringList &path) const;
    void create(const ApiRequest &request, const Respond &respond);
    [[nodiscard]] ApiReply output(const ApiRequest &request, const BatchRecord &record) const;
    [[nodiscard]] QJsonObject batchJson(const BatchRecord &record) const;

    std::unique_ptr<BatchEngine> m_engine;
};

} // namespace practice
