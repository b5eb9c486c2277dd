// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/dialect.h"
#include "models/tablemodel.h"

#include <vector>

/// Words of these rows need nothing beside them.
struct RemoteRequestContext {};

/// The requests of a batch as the provider lists them, as far as they were asked for. A request is
/// known by the provider's id, else by its custom id. GUI thread.
class RemoteRequestModel final : public TableModel<RemoteRequest, RemoteRequestContext> {
    Q_OBJECT
public:
    enum Columns { CustomId, Status, Id, ColumnsEnd };

    explicit RemoteRequestModel(QObject *parent = nullptr);

    void clear();
    void replace(const QList<RemoteRequest> &requests); ///< what is not listed goes
    void append(const QList<RemoteRequest> &requests);
    [[nodiscard]] QStringList statuses() const; ///< the words there are, each once, sorted

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const RemoteRequest *rowAt(int row) const override
    {
        return &m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const RemoteRequestContext &context() const override { return m_context; }

private:
    RemoteRequestContext m_context;
    std::vector<RemoteRequest> m_rows;
};
