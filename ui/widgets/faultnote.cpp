// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/faultnote.h"

#include "theme/colours.h"
#include "theme/fonts.h"
#include "theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

FaultNote::FaultNote(QWidget &field, QWidget *parent)
    : QWidget(parent), m_field(field), m_icon(new QLabel(this)), m_words(new QLabel(this))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    hide();
    colour();
}

void FaultNote::setText(const QString &text)
{
    m_words->setText(text);
    m_field.setAccessibleDescription(text);
    setVisible(!text.isEmpty());
}

QString FaultNote::text() const
{
    return m_words->text();
}

void FaultNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void FaultNote::colour()
{
    const QColor ink = colours::text(colours::Tone::Bad, palette(), QPalette::Window);
    m_icon->setPixmap(icons::tinted(u"dialog-error"_s, ink, fonts::pictureBeside(fontMetrics()),
                                    devicePixelRatioF()));
    QPalette strong = palette();
    strong.setColor(QPalette::WindowText, ink);
    m_words->setPalette(strong);
}

#include "moc_faultnote.cpp"
