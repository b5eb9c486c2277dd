// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/runheader.h"

#include "models/timewords.h"
#include "theme/calmstyle.h"
#include "theme/colours.h"
#include "theme/fonts.h"
#include "theme/icons.h"

#include <KSqueezedTextLabel>

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

RunHeader::RunHeader(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_summary(new KSqueezedTextLabel(this))
    , m_warningIcon(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_again(new QToolButton(this))
    , m_add(new QToolButton(this))
    , m_start(new QToolButton(this))
    , m_check(new QToolButton(this))
    , m_partial(new QToolButton(this))
    , m_cancel(new QToolButton(this))
{
    auto *back = new QToolButton(this);
    back->setIcon(icons::named(u"go-previous"_s));
    back->setAutoRaise(true);
    back->setFocusPolicy(Qt::StrongFocus);
    back->setToolTip(tr("Back to the runs"));
    back->setAccessibleName(back->toolTip());
    connect(back, &QToolButton::clicked, this, &RunHeader::backPressed);
    QFont font = m_name->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    for (QLabel *label : {m_name, m_state, static_cast<QLabel *>(m_summary), m_warning})
        label->setTextFormat(Qt::PlainText);
    m_summary->setTextElideMode(Qt::ElideRight);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *title = new QHBoxLayout;
    title->addWidget(m_name);
    title->addSpacing(fontMetrics().averageCharWidth());
    title->addWidget(m_stateIcon);
    title->addWidget(m_state);
    title->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(title);
    words->addWidget(m_summary);
    auto *warning = new QHBoxLayout;
    warning->addWidget(m_warningIcon);
    warning->addWidget(m_warning, 1);
    words->addLayout(warning);
    m_warning->setWordWrap(true);
    m_warningIcon->hide();
    m_warning->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(back, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    const int side = fonts::pictureBeside(fontMetrics());
    back->setIconSize(QSize(side, side));
    for (const auto &[button, action] : {std::pair(m_again, actions.submitAgain),
                                         {m_add, actions.addRequests},
                                         {m_start, actions.startRun},
                                         {m_check, actions.checkNow},
                                         {m_partial, actions.fetchPartial},
                                         {m_cancel, actions.cancelRun},
                                         {new QToolButton(this), actions.exportRun}}) {
        button->setDefaultAction(action);
        if (action == actions.exportRun) // what all the rest was for
            makePrimary(*button);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize(QSize(side, side));
        row->addWidget(button, 0, Qt::AlignVCenter);
        m_buttons.append(button);
    }
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addActions(actions.more);
    auto *more = new QToolButton(this);
    //: a button with a menu of what else can be done
    more->setText(tr("More"));
    more->setAccessibleName(tr("More that can be done with this run"));
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(more, 0, Qt::AlignVCenter);
    m_buttons.append(more);
    // Few providers work in stages: there is no room for what is not of use.
    for (QToolButton *button : {m_add, m_start}) {
        const QAction *action = button->defaultAction();
        button->setVisible(action->isEnabled());
        connect(action, &QAction::enabledChanged, this, [this, button](bool enabled) {
            button->setVisible(enabled);
            fitButtons();
        });
    }
}

void RunHeader::showRun(const RunSummary &summary, const QString &warning)
{
    m_shown = summary;
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_warningIcon->setVisible(!warning.isEmpty());
    paintWarning();
    m_name->setText(fontMetrics().elidedText(summary.name, Qt::ElideMiddle,
                                             fontMetrics().averageCharWidth() * 60));
    m_name->setToolTip(summary.name.toHtmlEscaped());
    const bool isUnderWay = !isTerminal(summary.state) && summary.state != BatchState::Draft;
    m_again->setVisible(summary.state == BatchState::Unknown || summary.state == BatchState::Draft
                        || (summary.state == BatchState::Failed && summary.remoteIds.isEmpty()));
    m_cancel->setVisible(isUnderWay);
    m_check->setVisible(isUnderWay);
    m_partial->setVisible(isLive(summary.state));
    showState();
    fitButtons();
}

void RunHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void RunHeader::fitButtons()
{
    int words = 0;
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (!button->isHidden())
            words += button->sizeHint().width() + layout()->spacing();
    }
    const int letter = fontMetrics().averageCharWidth();
    const int title = m_name->sizeHint().width() + m_stateIcon->sizeHint().width()
        + m_state->sizeHint().width() + letter * 12;
    if (width() - words < std::max(title, letter * 50))
        for (QToolButton *button : std::as_const(m_buttons))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void RunHeader::showState()
{
    const RunSummary &summary = *m_shown;
    const QColor ink = colours::text(colours::toneOf(summary.state), palette(), QPalette::Window);
    m_stateIcon->setPixmap(icons::tinted(icons::stateIconName(summary.state), ink,
                                         fonts::pictureBeside(fontMetrics()), devicePixelRatioF()));
    QPalette strong = palette();
    strong.setColor(QPalette::WindowText, ink);
    m_state->setPalette(strong);
    m_state->setToolTip(summary.reason.toHtmlEscaped());
    m_state->setText(summary.fraction() || summary.waitsForStart
                         ? tr("%1 · %2").arg(summary.stateWords(), summary.progressText())
                         : summary.stateWords());
    QStringList parts{summary.id.toString(),
                      tr("%Ln request(s)", nullptr, static_cast<int>(summary.requests))};
    for (const QString &part : {summary.connection, summary.model})
        if (!part.isEmpty())
            parts.append(part);
    if (summary.submittedAt.isValid())
        parts.append(tr("submitted %1").arg(timewords::exact(summary.submittedAt)));
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText,
                   colours::text(colours::Tone::Subtle, faint, QPalette::Window));
    m_summary->setPalette(faint);
    // At the side where reading begins, whichever way its own words run.
    m_summary->setAlignment((layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)
                            | Qt::AlignAbsolute | Qt::AlignVCenter);
    // When it is cut its whole text is its tool tip, which takes "<" for the beginning of a tag.
    m_summary->setText(parts.join(u" · "_s).replace(u'<', u'‹'));
}

void RunHeader::paintWarning()
{
    QPalette strong = palette();
    const QColor ink = colours::text(colours::Tone::Warning, strong, QPalette::Window);
    strong.setColor(QPalette::WindowText, ink);
    m_warning->setPalette(strong);
    m_warningIcon->setPixmap(icons::tinted(
        u"dialog-warning"_s, ink, fonts::pictureBeside(fontMetrics()), devicePixelRatioF()));
}

void RunHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown) {
        showState();
        paintWarning();
    }
}

#include "moc_runheader.cpp"
