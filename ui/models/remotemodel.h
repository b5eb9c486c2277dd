// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "dialects/dialect.h"
#include "models/tablemodel.h"

#include <QDateTime>
#include <QHash>

#include <vector>

class Clock;
class Library;

/// A batch at a provider, and our run that follows it where there is one.
struct RemoteRow {
    RemoteBatch batch;
    RunId run; ///< null: not ours
    QString runName;
    bool inBin = false; ///< our run is in the bin

    [[nodiscard]] bool isOurs() const { return !run.isNull(); }
};

struct RemoteModelNow {
    QDateTime now;
};

/// What is at a provider, as far as it was asked for. Which rows are ours follows the library. Rows
/// are known by the provider's id: one that is listed again changes in place. GUI thread.
class RemoteModel final : public TableModel<RemoteRow, RemoteModelNow> {
    Q_OBJECT
public:
    enum Columns { Id, Name, Status, State, Total, Succeeded, Failed, Created, OurRun, ColumnsEnd };

    RemoteModel(const Library &library, const Clock &clock, QObject *parent = nullptr);

    /// Forgets all rows and goes to another connection.
    void setConnection(ConnectionId connection);
    [[nodiscard]] ConnectionId connection() const { return m_connection; }
    void replace(const QList<RemoteBatch> &batches); ///< what is not listed goes
    void append(const QList<RemoteBatch> &batches);

    [[nodiscard]] const RemoteRow *row(int row) const; ///< null: there is none
    [[nodiscard]] int rowOf(const QString &remoteId) const; ///< -1: not there
    [[nodiscard]] int ours() const;
    [[nodiscard]] bool hasNames() const;
    /// Time has passed.
    void tick();

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const RemoteRow *rowAt(int row) const override
    {
        return &m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const RemoteModelNow &context() const override { return m_now; }
    [[nodiscard]] QVariant extra(const RemoteRow &row, int column, int role) const override;

private:
    void findOurs();
    [[nodiscard]] QHash<QString, RunId> oursById() const;
    bool mark(RemoteRow &row, RunId id) const; ///< true: it says something else now

    const Library &m_library;
    const Clock &m_clock;
    RemoteModelNow m_now;
    ConnectionId m_connection;
    std::vector<RemoteRow> m_rows;
};
