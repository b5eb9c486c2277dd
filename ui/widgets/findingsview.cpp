// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/findingsview.h"

#include "models/visibletext.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "widgets/tablelook.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int lineRole = Qt::UserRole;
constexpr int kindRole = Qt::UserRole + 1;
} // namespace

FindingsView::FindingsView(QWidget *parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Findings"));
    setColumnCount(3);
    setHeaderLabels({tr("Finding"), tr("Lines"), tr("First")});
    setUniformRowHeights(true);
    tablelook::apply(*header());
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { activate(item); });
    connect(this, &QTreeWidget::itemClicked, this,
            [this](const QTreeWidgetItem *item) { activate(item); });
}

void FindingsView::setFindings(const QList<Finding> &findings)
{
    clear();
    m_findings = findings;
    const QLocale locale;
    setRootIsDecorated(std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.lines.size() > 1; }));
    for (const Finding &finding : findings) {
        const bool isError = finding.severity == Severity::Error;
        auto *item = new QTreeWidgetItem(this);
        item->setData(0, kindRole, finding.kind);
        const colours::Tone tone = isError ? colours::Tone::Bad : colours::Tone::Warning;
        item->setIcon(
            0,
            QIcon(icons::tinted(isError ? u"dialog-error"_s : u"dialog-warning"_s,
                                colours::text(tone, palette()), 16, devicePixelRatioF())));
        item->setText(0, finding.message);
        item->setToolTip(0, visibletext::tip(tr("%1 (%2)").arg(finding.message, finding.kind)));
        //: for a screen reader: %1 is "Error" or "Warning", %2 the finding
        item->setData(0, Qt::AccessibleTextRole,
                      tr("%1: %2").arg(isError ? tr("Error") : tr("Warning"), finding.message));
        item->setText(1, locale.toString(finding.count));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        addLines(item, finding);
    }
}

void FindingsView::addLines(QTreeWidgetItem *item, const Finding &finding)
{
    if (finding.lines.isEmpty())
        return;
    const QLocale locale;
    item->setText(2, locale.toString(finding.lines.first()));
    item->setData(0, lineRole, finding.lines.first());
    if (finding.lines.size() < 2)
        return;
    for (const qint64 line : finding.lines) {
        auto *child = new QTreeWidgetItem(item);
        child->setText(0, tr("Line %1").arg(locale.toString(line)));
        child->setData(0, lineRole, line);
    }
    const int more = int(finding.count - finding.lines.size());
    if (more > 0) {
        auto *rest = new QTreeWidgetItem(item);
        rest->setText(0, tr("%Ln more line(s)", nullptr, more));
    }
}

QString FindingsView::currentKind() const
{
    const QTreeWidgetItem *item = currentItem();
    if (item && item->parent())
        item = item->parent();
    return item ? item->data(0, kindRole).toString() : QString();
}

void FindingsView::select(const QString &kind)
{
    if (currentKind() == kind)
        return;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->data(0, kindRole).toString() == kind)
            setCurrentItem(topLevelItem(i));
}

/// As lines of text with tabs, for a table or a message to somebody.
void FindingsView::copy() const
{
    QStringList all;
    for (const Finding &finding : m_findings) {
        QStringList lines;
        for (const qint64 line : finding.lines)
            lines.append(QString::number(line));
        if (finding.count > finding.lines.size() && !lines.isEmpty())
            lines.append(u"…"_s);
        all.append(QStringList{finding.severity == Severity::Error ? tr("Error") : tr("Warning"),
                               finding.kind, QString::number(finding.count), finding.message,
                               lines.join(", "_L1)}
                       .join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(all.join(u'\n') + u'\n');
}

void FindingsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTreeWidget::keyPressEvent(event);
}

void FindingsView::activate(const QTreeWidgetItem *item)
{
    if (const qint64 line = item->data(0, lineRole).toLongLong(); line > 0)
        Q_EMIT lineWanted(line);
    else if (item->parent())
        Q_EMIT moreWanted(currentKind());
}

#include "moc_findingsview.cpp"
