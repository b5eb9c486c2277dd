// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/foldmargin.h"

#include "widgets/textviewer.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

FoldMargin::FoldMargin(TextViewer &viewer) : QWidget(&viewer), m_viewer(viewer)
{
    setCursor(Qt::PointingHandCursor);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

QSize FoldMargin::sizeHint() const
{
    return {m_viewer.fontMetrics().height(), 0};
}

void FoldMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    for (const TextViewer::FoldMark &mark : m_viewer.foldMarks()) {
        const int side = std::min(width(), mark.height) * 3 / 4;
        option.rect = QRect((width() - side) / 2, mark.top + (mark.height - side) / 2, side, side);
        style()->drawPrimitive(mark.isFolded ? QStyle::PE_IndicatorArrowRight
                                             : QStyle::PE_IndicatorArrowDown,
                               &option, &painter, this);
    }
}

void FoldMargin::mousePressEvent(QMouseEvent *event)
{
    const int y = event->position().toPoint().y();
    for (const TextViewer::FoldMark &mark : m_viewer.foldMarks())
        if (y >= mark.top && y < mark.top + mark.height)
            return m_viewer.setFolded(mark.line, !mark.isFolded);
}

#include "moc_foldmargin.cpp"
