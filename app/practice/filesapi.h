// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/batchengine.h"
#include "practice/dialectapi.h"

#include <memory>

namespace practice {

/// The dialect "files" as OpenAI speaks it: upload a file, make a batch of it, download files.
/// What is wrong inside the file fails the batch after a moment, as there.
class FilesApi final : public DialectApi {
public:
    explicit FilesApi(std::unique_ptr<BatchEngine> engine);
    [[nodiscard]] static BatchForm form();

    void handle(const ApiRequest &request, const Respond &respond) override;
    [[nodiscard]] ApiReply unauthorised(const ApiRequest &request) const override;

private:
    [[nodiscard]] ApiReply reply(const ApiRequest &request, const QStringList &path);
    [[nodiscard]] ApiReply fileReply(const ApiRequest &request, const QStringList &path);
    [[nodiscard]] ApiReply batchReply(const ApiRequest &request, const QStringList &path);
    void upload(const ApiRequest &request, const Respond &respond);
    [[nodiscard]] ApiReply create(const ApiRequest &request);
    [[nodiscard]] ApiReply listFiles(const ApiRequest &request) const;
    [[nodiscard]] ApiReply listBatches(const ApiRequest &request) const;
    [[nodiscard]] QJsonObject batchJson(const BatchRecord &record) const;

    std::unique_ptr<BatchEngine> m_engine;
};

} // namespace practice
