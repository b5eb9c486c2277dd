// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/batchengine.h"
#include "practice/dialectapi.h"
#include "practice/stageddrafts.h"
#include "practice/stagedlife.h"
#include "practice/stagedrows.h"

#include <memory>
#include <optional>

namespace practice {

/// The dialect "staged": a batch is created empty, given its requests in parts, started, and gives
/// its results in pages, also while it runs. There is no metadata, so practice=WORD in the
/// description asks for a fate; autostart is a server without a start call, lose_add one that takes
/// an addition and gives no sensible answer, once.
class StagedApi final : public DialectApi {
public:
    explicit StagedApi(std::unique_ptr<BatchEngine> engine);
    [[nodiscard]] static BatchForm form();

    void handle(const ApiRequest &request, const Respond &respond) override;
    [[nodiscard]] ApiReply unauthorised(const ApiRequest &request) const override;

private:
    [[nodiscard]] ApiReply reply(const ApiRequest &request);
    [[nodiscard]] ApiReply batchReply(const ApiRequest &request, const StagedDraft &draft,
                                      const QString &part);
    [[nodiscard]] ApiReply create(const ApiRequest &request);
    [[nodiscard]] ApiReply batchList(const ApiRequest &request) const;
    [[nodiscard]] ApiReply add(const ApiRequest &request, StagedDraft draft);
    [[nodiscard]] ApiReply start(StagedDraft draft);
    [[nodiscard]] ApiReply cancel(StagedDraft draft);
    [[nodiscard]] ApiReply requestList(const ApiRequest &request, const StagedDraft &draft);
    [[nodiscard]] ApiReply resultList(const ApiRequest &request, const StagedDraft &draft);
    [[nodiscard]] Result<StagedRows *> rows(const StagedDraft &draft);

    std::unique_ptr<BatchEngine> m_engine;
    Result<StagedDrafts> m_drafts;
    std::optional<StagedLife> m_life; ///< wherever there are drafts
    struct Loaded {
        QString id;
        qint64 bytes = 0;
        bool begun = false;
        std::unique_ptr<StagedRows> rows;
    };
    Loaded m_loaded; ///< of the batch that was asked about last
};

} // namespace practice
