// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/task.h"
#include "widgets/requesttarget.h"

#include <QList>
#include <QObject>

#include <expected>

class QAction;
class QThreadPool;
class QToolButton;
class TextViewer;

/// What can be done with the JSON that a viewer shows: copy it in several forms, copy the path of what
/// the cursor is at, find rows by it. In the viewer's menu, by keys, and in a button's menu.
class JsonActions final : public QObject {
    Q_OBJECT
public:
    enum class Of : quint8 { Request, Result };
    JsonActions(QThreadPool &pool, TextViewer &viewer, Of of);

    [[nodiscard]] QToolButton *newButton(QWidget *parent) const;
    void setTarget(std::expected<RequestTarget, QString> target); ///< of requests, or why not
    /// The line by which rows are found that have this at this place; empty: a path that the line
    /// cannot hold.
    [[nodiscard]] static QString condition(const QString &pointer, const QByteArray &value, Of of);

Q_SIGNALS:
    void findWanted(const QString &condition);

private:
    QAction *add(const QString &text, const QString &key, void (JsonActions::*act)());
    void copyLaidOut();
    void copyLine();
    void copyPath();
    void copyCurl();
    void find();
    void copyText(QFuture<QString> text);
    void update();

    QThreadPool &m_pool;
    TextViewer &m_viewer;
    Of m_of;
    std::expected<RequestTarget, QString> m_target
        = std::unexpected(tr("It is not known where the request goes"));
    QList<QAction *> m_actions;
    QAction *m_curl = nullptr;
    quint64 m_copies = 0; ///< number of the newest wish
};
