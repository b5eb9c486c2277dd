// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <optional>

/// A list that a provider gives page by page: what was asked for, how that went, whether there is
/// more. An answer that comes after another question was asked is dropped. GUI thread; never waits.
///
/// A subclass sends the questions, gives each answer to failed() or shown() where it isCurrent(), and
/// keeps the rows.
class PagedListing : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 {
        Idle, ///< nothing was asked for
        Loading, ///< the first page is under way
        Shown, ///< with rows or without; with an error where the last question failed
        Failed, ///< and there is nothing to show
        NotSupported, ///< the provider has no list
    };

    void setStatus(const QString &status); ///< empty: all
    void setPageSize(int size);
    /// From the first page on. Rows that are listed again stay.
    void refresh();
    void loadMore();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isLoadingMore() const { return m_loadingMore; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    [[nodiscard]] const QString &status() const { return m_question.status; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

protected:
    struct Question {
        int limit = 100;
        QString after; ///< a cursor; empty: the first page
        QString status;
        bool isFirst = true; ///< its rows take the place of what is shown
        quint64 number = 0;
    };
    explicit PagedListing(QObject *parent) : QObject(parent) {}

    [[nodiscard]] virtual bool canAsk() const = 0;
    [[nodiscard]] virtual bool hasRows() const = 0;
    virtual void send(const Question &question) = 0;

    [[nodiscard]] bool isCurrent(const Question &question) const
    {
        return question.number == m_question.number;
    }
    void failed(const Error &error);
    void shown(qsizetype rows, const QString &nextCursor); ///< rows: of this page
    /// Forgets what was asked; nothing is under way.
    void reset();

private:
    void ask();

    Question m_question;
    QString m_next;
    QSet<QString> m_cursors; ///< that were followed: one that comes back ends the list
    State m_state = State::Idle;
    bool m_loadingMore = false;
    int m_emptyPages = 0; ///< in a row, without one that fits the status
    std::optional<Error> m_error;
};
