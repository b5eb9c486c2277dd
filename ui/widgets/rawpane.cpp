// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/rawpane.h"

#include "models/timewords.h"
#include "models/visibletext.h"
#include "net/redact.h"
#include "theme/icons.h"
#include "widgets/actionrow.h"
#include "widgets/keptlook.h"
#include "widgets/statepane.h"
#include "widgets/textviewer.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// As much as the library keeps of one.
constexpr qsizetype mostOfReply = 65'536;

QByteArray redacted(const QByteArray &body)
{
    return redact(QString::fromUtf8(body), mostOfReply).toUtf8();
}

QString aboutState(const Batch &batch)
{
    QStringList parts;
    if (batch.checkedAt.isValid())
        parts.append(RawPane::tr("asked %1").arg(timewords::exact(batch.checkedAt)));
    if (!batch.facts.lastRequestId.isEmpty())
        parts.append(RawPane::tr("request id %1").arg(batch.facts.lastRequestId));
    return parts.join(u" · "_s);
}

QString aboutError(const Error &error)
{
    QStringList parts{headline(error.kind)};
    if (error.httpStatus != 0)
        parts.append(RawPane::tr("HTTP status %1").arg(QString::number(error.httpStatus)));
    if (!error.requestId.isEmpty())
        parts.append(RawPane::tr("request id %1").arg(error.requestId));
    return parts.join(u" · "_s);
}

} // namespace

QList<RawReply> rawReplies(const std::vector<const Batch *> &batches)
{
    QList<RawReply> all;
    for (const Batch *batch : batches) {
        const QString name
            = batch->facts.remoteId.isEmpty() ? batch->id.toString() : batch->facts.remoteId;
        if (!batch->facts.remoteJson.isEmpty())
            all.append({.what = RawPane::tr("State of %1").arg(name),
                        .about = aboutState(*batch),
                        .body = redacted(batch->facts.remoteJson)});
        if (batch->facts.error && !batch->facts.error->detail.isEmpty())
            all.append({.what = RawPane::tr("Last error of %1").arg(name),
                        .about = aboutError(*batch->facts.error),
                        .body = redacted(batch->facts.error->detail.toUtf8())});
    }
    return all;
}

RawPane::RawPane(QThreadPool &pool, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePane(this))
    , m_filled(new QWidget(this))
    , m_list(new QListWidget(this))
    , m_body(new TextViewer(pool, tr("Answer as it came"), this))
    , m_copy(new QAction(icons::named(u"edit-copy"_s), tr("Copy this answer"), this))
    , m_copyAll(new QAction(icons::named(u"edit-copy"_s), tr("Copy all answers"), this))
{
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &RawPane::showCurrent);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0 && row < m_replies.size())
            copy({m_replies[row]});
    });
    connect(m_copyAll, &QAction::triggered, this, [this] { copy(m_replies); });
}

void RawPane::build()
{
    m_list->setAccessibleName(tr("Answers of the provider"));
    m_list->setWordWrap(true);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_copy, m_copyAll});
    m_body->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    for (QAction *action : {m_copy, m_copyAll})
        action->setToolTip(tr("With what is known of it; keys are hidden"));
    auto *split = new QSplitter(Qt::Horizontal, m_filled);
    split->addWidget(m_list);
    split->addWidget(m_body);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 3);
    split->setChildrenCollapsible(false);
    keptlook::splitter(*split, u"raw"_s);
    auto *inside = new QVBoxLayout(m_filled);
    inside->setContentsMargins({});
    inside->addLayout(newActionRow({m_copy, m_copyAll}, m_filled));
    inside->addWidget(split, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_filled);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->addWidget(m_stack);
    m_state->say({.icon = u"network-server"_s,
                  .heading = tr("No answers yet"),
                  .words = tr("What the provider says of this run is kept here as it came, for bug "
                              "reports.")});
}

void RawPane::showReplies(const QList<RawReply> &replies)
{
    if (replies == m_replies)
        return;
    const int before = std::max(0, m_list->currentRow());
    m_replies = replies;
    m_list->clear();
    for (const RawReply &reply : replies)
        m_list->addItem(
            visibletext::brief(reply.what)
            + (reply.about.isEmpty() ? QString() : u'\n' + visibletext::brief(reply.about)));
    m_stack->setCurrentWidget(replies.isEmpty() ? static_cast<QWidget *>(m_state) : m_filled);
    m_list->setCurrentRow(std::min(before, int(replies.size()) - 1));
    showCurrent();
}

void RawPane::showCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_replies.size())
        m_body->setJson(m_replies[row].body);
    else
        m_body->setProse({});
}

void RawPane::copy(const QList<RawReply> &replies)
{
    QStringList texts;
    for (const RawReply &reply : replies)
        texts.append(reply.what + u'\n' + reply.about + u"\n\n"_s + QString::fromUtf8(reply.body));
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s) + u'\n');
    const int count = int(replies.size());
    Q_EMIT told(tr("%Ln answer(s) are in the clipboard.", nullptr, count));
}

#include "moc_rawpane.cpp"
