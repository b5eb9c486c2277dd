// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dropzone.h"

#include "widgets/dropoverlay.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QWidget>

DropZone::DropZone(QWidget &window)
    : QObject(&window), m_window(window), m_overlay(new DropOverlay(&window))
{
    window.setAcceptDrops(true);
    qApp->installEventFilter(this);
}

DropZone::~DropZone() = default;

bool DropZone::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::DragLeave || (type == QEvent::Resize && watched == &m_window)) {
        m_overlay->hide();
        return QObject::eventFilter(watched, event);
    }
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    auto *drop = static_cast<QDropEvent *>(event); // drag enter and move are kinds of it
    if (!widget || widget->window() != &m_window || !drop->mimeData()->hasUrls())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    const QList<QUrl> urls = drop->mimeData()->urls();
    if (type == QEvent::Drop) {
        m_overlay->hide();
        Q_EMIT dropped(urls);
    } else if (type == QEvent::DragEnter) {
        m_overlay->appear(tr("Drop to start %n run(s)", nullptr, static_cast<int>(urls.size())));
    }
    return true;
}

#include "moc_dropzone.cpp"
