// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "dialects/dialect.h"
#include "models/pagedlisting.h"
#include "models/remoterequestmodel.h"

#include <QFuture>

#include <functional>

/// Fills a RemoteRequestModel with the requests of a run as its provider lists them.
class RemoteRequestListing final : public PagedListing {
    Q_OBJECT
public:
    /// As Driver::requests.
    using Ask = std::function<QFuture<Result<RequestPage>>(RunId, const RequestQuery &)>;

    RemoteRequestListing(RemoteRequestModel &model, Ask ask, QObject *parent = nullptr);

    /// Another run: what was shown goes. Nothing is asked yet.
    void setRun(RunId run);

protected:
    [[nodiscard]] bool canAsk() const override { return !m_run.isNull(); }
    [[nodiscard]] bool hasRows() const override { return m_model.rowCount() > 0; }
    void send(const Question &question) override;

private:
    void answered(const Question &question, const Result<RequestPage> &page);

    RemoteRequestModel &m_model;
    Ask m_ask;
    RunId m_run;
};
