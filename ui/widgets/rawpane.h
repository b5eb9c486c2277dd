// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/batch.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

class QAction;
class QListWidget;
class QStackedWidget;
class QThreadPool;
class StatePane;
class TextViewer;

/// One answer of a provider as it came, with what is known of it.
struct RawReply {
    QString what; ///< "State of batch_67f3", "Last error of batch_67f3"
    QString about; ///< when, HTTP status, request id
    QByteArray body; ///< redacted
    bool operator==(const RawReply &) const = default;
};

/// What the library keeps of the provider's answers, for each batch the last: its state, and the
/// error if there is one. Keys and signatures are hidden.
[[nodiscard]] QList<RawReply> rawReplies(const std::vector<const Batch *> &batches);

/// The last answers of the provider, for bug reports and for those who want to know. GUI thread.
class RawPane final : public QWidget {
    Q_OBJECT
public:
    explicit RawPane(QThreadPool &pool, QWidget *parent = nullptr);
    void showReplies(const QList<RawReply> &replies);

Q_SIGNALS:
    void told(const QString &text); ///< something was done

private:
    void build();
    void showCurrent();
    void copy(const QList<RawReply> &replies);

    QList<RawReply> m_replies;
    QStackedWidget *m_stack;
    StatePane *m_state;
    QWidget *m_filled;
    QListWidget *m_list;
    TextViewer *m_body;
    QAction *m_copy;
    QAction *m_copyAll;
};
