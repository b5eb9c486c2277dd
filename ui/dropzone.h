// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QUrl>

class DropOverlay;
class QWidget;

/// Lets files be dropped anywhere on a window, also over text fields, which would take them for
/// text. Says over the window what dropping would do. Owned by the window.
class DropZone final : public QObject {
    Q_OBJECT
public:
    explicit DropZone(QWidget &window);
    ~DropZone() override;

Q_SIGNALS:
    void dropped(const QList<QUrl> &urls);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    DropOverlay *m_overlay;
};
