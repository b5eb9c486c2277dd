// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/messagearea.h"

#include "theme/icons.h"
#include "widgets/announce.h"
#include "widgets/messagelook.h"

#include <KMessageWidget>

#include <QAction>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto staysFor = 12s; // long enough to read two lines and reach for Undo
constexpr qsizetype mostShown = 3;
constexpr auto staysProperty = "stays";

KMessageWidget::MessageType typeOf(MessageArea::Kind kind)
{
    switch (kind) {
    case MessageArea::Kind::Information: return KMessageWidget::Information;
    case MessageArea::Kind::Good: return KMessageWidget::Positive;
    case MessageArea::Kind::Warning: return KMessageWidget::Warning;
    case MessageArea::Kind::Error: return KMessageWidget::Error;
    }
    Q_UNREACHABLE_RETURN(KMessageWidget::Information);
}

QString iconOf(MessageArea::Kind kind)
{
    switch (kind) {
    case MessageArea::Kind::Information: return u"dialog-information"_s;
    case MessageArea::Kind::Good: return u"dialog-ok"_s;
    case MessageArea::Kind::Warning: return u"dialog-warning"_s;
    case MessageArea::Kind::Error: return u"dialog-error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

MessageArea::MessageArea(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

MessageArea::~MessageArea() = default;

void MessageArea::show(const Message &message)
{
    if (!message.key.isEmpty())
        withdraw(message.key);
    auto *widget = new KMessageWidget(this);
    widget->setObjectName(message.key);
    widget->setProperty(staysProperty, message.stays);
    widget->setTextFormat(Qt::PlainText);
    widget->setText(message.text);
    widget->setAccessibleName(message.text);
    widget->setMessageType(typeOf(message.kind));
    widget->setIcon(icons::named(iconOf(message.kind)));
    // With word wrap its buttons go below the text, which a short one need not suffer.
    widget->setWordWrap(message.text.contains(u'\n')
                        || fontMetrics().horizontalAdvance(message.text) > window()->width() / 2);
    messagelook::apply(*widget);
    for (const Button &button : message.buttons) {
        auto *action = new QAction(button.icon.isEmpty() ? QIcon() : icons::named(button.icon),
                                   button.text, widget);
        widget->addAction(action);
        connect(action, &QAction::triggered, this, [this, widget, pressed = button.pressed] {
            drop(widget);
            pressed();
        });
    }
    connect(widget, &KMessageWidget::hideAnimationFinished, this, [this, widget] { drop(widget); });
    m_column->insertWidget(0, widget);
    m_shown.prepend(widget);
    limit();
    QWidget::show();
    widget->show();
    if (!message.stays)
        QTimer::singleShot(staysFor, widget, [this, widget] { drop(widget); });
    announce(*this, message.text);
}

void MessageArea::withdraw(const QString &key)
{
    const QList<KMessageWidget *> shown = m_shown;
    for (KMessageWidget *widget : shown)
        if (widget->objectName() == key)
            drop(widget);
}

QStringList MessageArea::texts() const
{
    QStringList texts;
    for (const KMessageWidget *widget : m_shown)
        texts.append(widget->text());
    return texts;
}

void MessageArea::drop(KMessageWidget *widget)
{
    if (!m_shown.removeOne(widget))
        return;
    m_column->removeWidget(widget);
    widget->hide();
    widget->deleteLater();
    if (m_shown.isEmpty())
        hide();
}

void MessageArea::limit()
{
    while (m_shown.size() > mostShown) {
        const auto oldest
            = std::find_if(m_shown.crbegin(), m_shown.crend(), [](const KMessageWidget *widget) {
                  return !widget->property(staysProperty).toBool();
              });
        drop(oldest == m_shown.crend() ? m_shown.last() : *oldest);
    }
}

#include "moc_messagearea.cpp"
