// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "dialects/dialect.h"
#include "models/remotemodel.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

/// Fills a RemoteModel page by page: what was asked for, how that went, whether there is more. An
/// answer that comes after another question was asked is dropped. GUI thread; never waits.
class RemoteListing final : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 {
        Idle, ///< nothing was asked for
        Loading, ///< the first page is under way
        Shown, ///< with rows or without; with an error where the last question failed
        Failed, ///< and there is nothing to show
        NotSupported, ///< the provider has no list
    };
    /// As Driver::list.
    using Ask = std::function<QFuture<Result<ListPage>>(ConnectionId, const ListQuery &)>;

    RemoteListing(RemoteModel &model, Ask ask, QObject *parent = nullptr);

    /// Another connection: what was shown goes.
    void open(ConnectionId connection);
    void setStatus(const QString &status); ///< the provider's word or a state's name; empty: all
    void setPageSize(int size);
    /// From the first page on. Rows that are listed again stay.
    void refresh();
    void loadMore();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isLoadingMore() const { return m_loadingMore; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    [[nodiscard]] const QString &status() const { return m_query.status; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void ask(bool first);
    void answered(const Result<ListPage> &page, bool first);

    RemoteModel &m_model;
    Ask m_ask;
    ListQuery m_query;
    QString m_next;
    QSet<QString> m_cursors; ///< that were followed: one that comes back ends the list
    State m_state = State::Idle;
    bool m_loadingMore = false;
    int m_emptyPages = 0; ///< in a row, without one that fits the status
    std::optional<Error> m_error;
    quint64 m_question = 0;
};
