// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/historyview.h"

#include "models/timewords.h"
#include "models/visibletext.h"
#include "theme/icons.h"
#include "widgets/tablelook.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 60;

/// Of a change that was stored before causes were: it follows from the states themselves.
QString inferred(const StateChange &change, const StateChange *before)
{
    switch (change.state) {
    case BatchState::Draft: return HistoryView::tr("Made here");
    case BatchState::Uploading:
    case BatchState::Creating: return HistoryView::tr("Sent from here");
    case BatchState::Held: return HistoryView::tr("Held back here");
    case BatchState::Unknown: return HistoryView::tr("No clear answer came");
    default: break;
    }
    // A word that is new is an answer; without one it happened here.
    const bool isAnswer
        = !change.rawStatus.isEmpty() && (!before || before->rawStatus != change.rawStatus);
    if (isAnswer)
        return HistoryView::tr("The provider");
    if (change.state == BatchState::Cancelling || change.state == BatchState::Cancelled)
        return HistoryView::tr("You asked for it here");
    return change.rawStatus.isEmpty() ? HistoryView::tr("The answer to a call from here")
                                      : HistoryView::tr("The provider");
}

QString asked(const QString &program)
{
    if (program == "batchctl"_L1)
        return HistoryView::tr("You, with batchctl");
    return program.isEmpty() ? HistoryView::tr("You") : HistoryView::tr("You, in the window");
}

QString kindOfCause(const StateChange &change, const StateChange *before)
{
    switch (change.cause) {
    case StateCause::Untold: return inferred(change, before);
    case StateCause::Person: return asked(change.program);
    case StateCause::Step:
        return change.state == BatchState::Creating ? HistoryView::tr("Sent from here")
                                                    : HistoryView::tr("The next step here");
    case StateCause::Answer: return HistoryView::tr("The provider's answer");
    case StateCause::Poll: return HistoryView::tr("The provider, when asked");
    case StateCause::List: return HistoryView::tr("The provider's list");
    case StateCause::Wait: return HistoryView::tr("Held back here");
    case StateCause::Trouble: return HistoryView::tr("An error");
    case StateCause::Rescue: return HistoryView::tr("The library was mended");
    }
    Q_UNREACHABLE_RETURN({});
}

/// All that is known of a change: who asked or looked, and the words in full.
QString wholeCause(const StateChange &change, const StateChange *before)
{
    QStringList lines{kindOfCause(change, before)};
    if (!change.words.isEmpty())
        lines.append(visibletext::brief(change.words, 500));
    if (change.cause != StateCause::Person && !change.program.isEmpty())
        lines.append(change.program == "batchctl"_L1 ? HistoryView::tr("Noted by batchctl")
                                                     : HistoryView::tr("Noted by the window"));
    return lines.join(u'\n');
}

} // namespace

QString causeText(const StateChange &change, const StateChange *before)
{
    const QString kind = kindOfCause(change, before);
    if (change.cause == StateCause::Wait && !change.words.isEmpty())
        return visibletext::brief(change.words, mostWords); // "waits: 10 of 10 live"
    return change.words.isEmpty()
        ? kind
        //: what brought a run into a state, then the words of an error or why it waits
        : HistoryView::tr("%1: %2").arg(kind, visibletext::brief(change.words, mostWords));
}

HistoryView::HistoryView(QWidget *parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("History of states"));
    setHeaderLabels(
        {tr("State"), tr("Brought about by"), tr("Provider's word"), tr("When"), tr("Lasted")});
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    header()->setMaximumSectionSize(fontMetrics().averageCharWidth()
                                    * 44); // words go on in the tip
    tablelook::apply(*header());
}

void HistoryView::addBatch(const Batch &batch, QTreeWidgetItem *parent)
{
    for (qsizetype i = 0; i < batch.history.size(); ++i) {
        const StateChange &change = batch.history[i];
        auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
        item->setText(StateColumn, stateText(change.state));
        item->setIcon(StateColumn, icons::forState(change.state));
        const StateChange *before = i > 0 ? &batch.history[i - 1] : nullptr;
        item->setText(CauseColumn, causeText(change, before));
        item->setToolTip(CauseColumn,
                         wholeCause(change, before).toHtmlEscaped().replace(u'\n', u"<br>"_s));
        item->setText(WordColumn, visibletext::brief(change.rawStatus));
        item->setText(WhenColumn, change.at.isValid() ? timewords::exact(change.at) : QString());
        if (i + 1 < batch.history.size() && change.at.isValid()
            && batch.history[i + 1].at.isValid())
            item->setText(
                LastedColumn,
                timewords::span(std::max<qint64>(0, change.at.secsTo(batch.history[i + 1].at))));
    }
}

void HistoryView::showBatches(const std::vector<const Batch *> &batches)
{
    clear();
    setRootIsDecorated(batches.size() > 1);
    for (const Batch *batch : batches) {
        if (batches.size() == 1) {
            addBatch(*batch, nullptr);
            continue;
        }
        auto *top = new QTreeWidgetItem(this);
        top->setText(StateColumn,
                     tr("Batch %1")
                         .arg(batch->facts.remoteId.isEmpty()
                                  ? batch->id.toString()
                                  : visibletext::brief(batch->facts.remoteId, 60)));
        top->setFirstColumnSpanned(true);
        addBatch(*batch, top);
        top->setExpanded(batches.size() <= 4);
    }
    // Where the keys begin; nothing is chosen until somebody does.
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0), 0, QItemSelectionModel::NoUpdate);
    fitHeight();
}

void HistoryView::fitHeight()
{
    const int row = std::max(sizeHintForRow(0), fontMetrics().height());
    constexpr int most = 40;
    int rows = topLevelItemCount();
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->isExpanded())
            rows += topLevelItem(i)->childCount();
    setFixedHeight(header()->sizeHint().height() + std::min(rows, most) * row + 6);
    setVerticalScrollBarPolicy(rows > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

#include "moc_historyview.cpp"
