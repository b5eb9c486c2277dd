// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "dialects/dialect.h"
#include "models/pagedlisting.h"
#include "models/remotemodel.h"

#include <QFuture>

#include <functional>

/// Fills a RemoteModel with the batches at a provider. The status is the provider's word or a state's
/// name.
class RemoteListing final : public PagedListing {
    Q_OBJECT
public:
    /// As Driver::list.
    using Ask = std::function<QFuture<Result<ListPage>>(ConnectionId, const ListQuery &)>;

    RemoteListing(RemoteModel &model, Ask ask, QObject *parent = nullptr);

    /// Another connection: what was shown goes.
    void open(ConnectionId connection);

protected:
    [[nodiscard]] bool canAsk() const override { return !m_model.connection().isNull(); }
    [[nodiscard]] bool hasRows() const override { return m_model.rowCount() > 0; }
    void send(const Question &question) override;

private:
    void answered(const Question &question, const Result<ListPage> &page);

    RemoteModel &m_model;
    Ask m_ask;
};
