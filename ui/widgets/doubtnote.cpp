// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/doubtnote.h"

#include "models/runmodel.h"
#include "theme/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

DoubtNote::DoubtNote(const RunModel &runs, QWidget *parent) : KMessageWidget(parent), m_runs(runs)
{
    setMessageType(Warning);
    setIcon(icons::named(u"dialog-warning"_s));
    setPosition(Header);
    setCloseButtonVisible(false);
    auto *show = new QAction(icons::named(u"view-list-details"_s), tr("Show Them"), this);
    auto *look = new QAction(icons::named(u"view-refresh"_s), tr("Look Now"), this);
    look->setToolTip(tr("Look for them in the provider's list"));
    addAction(show);
    addAction(look);
    connect(show, &QAction::triggered, this, &DoubtNote::showWanted);
    connect(look, &QAction::triggered, this, [this] { Q_EMIT lookWanted(runsInDoubt()); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_runs, signal, this, &DoubtNote::update);
    connect(&m_runs, &QAbstractItemModel::dataChanged, this, &DoubtNote::update);
    hide();
    update();
}

QList<RunId> DoubtNote::runsInDoubt() const
{
    QList<RunId> ids;
    for (int row = 0; row < m_runs.rowCount(); ++row)
        if (m_runs.summaryAt(row)->state == BatchState::Unknown)
            ids.append(m_runs.idAt(row));
    return ids;
}

void DoubtNote::update()
{
    const int count = int(runsInDoubt().size());
    if (count > 0)
        setText(tr("%Ln submission(s) uncertain: no clear answer came. The provider's list is "
                   "searched; nothing is sent again unless you say so.",
                   nullptr, count));
    setVisible(count > 0);
    fit();
}

/// Its buttons stand behind the words, and below them only where there is no room.
void DoubtNote::fit()
{
    const int letter = fontMetrics().averageCharWidth();
    int taken = fontMetrics().horizontalAdvance(text()) + letter * 12;
    for (const QAction *action : actions())
        taken += fontMetrics().horizontalAdvance(action->text()) + letter * 8;
    if (wordWrap() != (taken > width()))
        setWordWrap(!wordWrap());
}

void DoubtNote::resizeEvent(QResizeEvent *event)
{
    KMessageWidget::resizeEvent(event);
    // Its layout is at work just now.
    QMetaObject::invokeMethod(this, &DoubtNote::fit, Qt::QueuedConnection);
}

#include "moc_doubtnote.cpp"
