// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/statepane.h"

#include "theme/colours.h"
#include "theme/fonts.h"
#include "theme/icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

StatePane::StatePane(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_heading(new QLabel(this))
    , m_words(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_buttons(new QHBoxLayout)
{
    QFont font = m_heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_heading->setFont(font);
    const int width = fontMetrics().averageCharWidth() * 66;
    for (QLabel *label : {m_heading, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setFixedWidth(width);
    }
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(width / 3, 8);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(m_heading, 0, Qt::AlignHCenter);
    column->addWidget(m_words, 0, Qt::AlignHCenter);
    column->addWidget(m_busy, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_buttons);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
}

void StatePane::say(const Content &content)
{
    m_iconName = content.icon;
    m_heading->setText(content.heading);
    m_words->setText(content.words);
    m_words->setVisible(!content.words.isEmpty());
    // A box layout that centres a label does not ask it how high it is at its width.
    for (QLabel *label : {m_heading, m_words})
        label->setFixedHeight(std::max(0, label->heightForWidth(label->width())));
    m_busy->setVisible(content.isBusy);
    m_busy->setAccessibleName(content.heading);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (QAction *action : content.actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setVisible(action->isEnabled());
        connect(action, &QAction::enabledChanged, button, &QWidget::setVisible);
        m_buttons->addWidget(button);
    }
    paintIcon();
}

QString StatePane::heading() const
{
    return m_heading->text();
}

QString StatePane::words() const
{
    return m_words->text();
}

void StatePane::paintIcon()
{
    QPalette faint = palette();
    const QColor ink = colours::text(colours::Tone::Subtle, faint, QPalette::Window);
    faint.setColor(QPalette::WindowText, ink);
    m_words->setPalette(faint);
    m_icon->setPixmap(icons::tinted(m_iconName, ink, 2 * fonts::pictureBeside(fontMetrics()),
                                    devicePixelRatioF()));
}

void StatePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

#include "moc_statepane.cpp"
