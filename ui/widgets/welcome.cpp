// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/choicebutton.h"

#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Welcome::Welcome(const QString &libraryFolder, QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_place(new QLabel(this))
{
    auto *picture = new QLabel(this);
    picture->setPixmap(icons::application().pixmap(QSize(88, 88), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignHCenter);
    auto *title = new QLabel(tr("Thousands of requests, one run"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.7);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setAlignment(Qt::AlignHCenter);
    m_text->setText(tr("Drop JSONL files anywhere in this window. Each one is checked first; "
                       "nothing is sent before you press Submit."));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    //: %1 is a folder
    m_place->setText(tr("Your requests and results stay on this computer, in %1")
                         .arg(QDir::toNativeSeparators(libraryFolder)));
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    m_place->setAlignment(Qt::AlignHCenter);

    auto *sample = new ChoiceButton(
        tr("Send a sample run"),
        tr("One click: sample requests go to a provider inside this program, and answers come "
           "back. No key, no cost, no network."),
        u"media-playback-start"_s, this);
    auto *practice = new ChoiceButton(
        tr("Try it with the practice provider"),
        tr("The same requests as a draft: look at them, change them, then submit."),
        u"view-list-details"_s, this);
    auto *files = new ChoiceButton(tr("Open a JSONL file…"),
                                   tr("One request a line, as the Batch APIs take it."),
                                   u"document-open"_s, this);
    auto *compose = new ChoiceButton(tr("Write requests here"),
                                     tr("Add, edit and paste requests in a table."),
                                     u"document-edit"_s, this);
    auto *connection = new ChoiceButton(
        tr("Add a connection…"),
        tr("A provider's address and your key, which goes into the system's keychain."),
        u"network-connect"_s, this);
    connect(sample, &ChoiceButton::clicked, this, &Welcome::sampleRunWanted);
    connect(practice, &ChoiceButton::clicked, this, &Welcome::practiceWanted);
    connect(files, &ChoiceButton::clicked, this, &Welcome::filesWanted);
    connect(compose, &ChoiceButton::clicked, this, &Welcome::emptyRunWanted);
    connect(connection, &ChoiceButton::clicked, this, &Welcome::connectionWanted);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(fontMetrics().averageCharWidth() * 78);
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(10);
    column->addWidget(picture);
    column->addWidget(title);
    column->addWidget(m_text);
    column->addSpacing(12);
    for (ChoiceButton *button : {sample, practice, files, compose, connection})
        column->addWidget(button);
    column->addSpacing(8);
    column->addWidget(m_place);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 10);
    row->addStretch(1);
    auto *page = new QWidget(this);
    auto *outer = new QVBoxLayout(page);
    outer->addStretch(2);
    outer->addLayout(row);
    outer->addStretch(3);
    // Large letters in a small window: all of it can be reached.
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
    setFocusProxy(sample);
    followPalette();
}

void Welcome::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followPalette();
}

void Welcome::followPalette()
{
    QPalette subtle = palette();
    subtle.setColor(QPalette::WindowText,
                    colours::text(colours::Tone::Subtle, subtle, QPalette::Window));
    for (QLabel *label : {m_text, m_place})
        label->setPalette(subtle);
}

#include "moc_welcome.cpp"
