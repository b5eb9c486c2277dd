// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/findingspane.h"

#include "jsonl/repair.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "widgets/findingsview.h"

#include <QAction>
#include <QLabel>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

FindingsPane::FindingsPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_view(new FindingsView(this))
    , m_repair(newAction(tr("Repair…"), u"document-edit"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , m_only(newAction(tr("Show Only These"), u"edit-find"_s, {}))
    , m_previous(newAction(tr("Previous"), u"go-previous"_s, Qt::SHIFT | Qt::Key_F8))
    , m_next(newAction(tr("Next"), u"go-next"_s, Qt::Key_F8))
    , m_copy(newAction(tr("Copy"), u"edit-copy"_s, {}))
{
    build();
    connect(m_view, &FindingsView::lineWanted, this, &FindingsPane::lineWanted);
    connect(m_view, &FindingsView::moreWanted, this, &FindingsPane::onlyWanted);
    connect(m_view, &FindingsView::currentItemChanged, this, &FindingsPane::update);
    connect(m_repair, &QAction::triggered, this, &FindingsPane::repairWanted);
    connect(m_only, &QAction::triggered, this,
            [this] { Q_EMIT onlyWanted(m_view->currentKind()); });
    connect(m_previous, &QAction::triggered, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_next, &QAction::triggered, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_copy, &QAction::triggered, m_view, &FindingsView::copy);
    setFindings({});
}

QAction *FindingsPane::newAction(const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(icons::named(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    //: what a button does, then its key
    action->setToolTip(
        key.isEmpty() ? text : tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    if (!key.isEmpty())
        parentWidget()->addAction(action);
    return action;
}

void FindingsPane::build()
{
    m_title->setTextFormat(Qt::PlainText);
    auto *bar = new QToolBar(this);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(1, 1) * fonts::pictureBeside(fontMetrics()));
    bar->addWidget(m_title);
    bar->addSeparator();
    bar->addActions({m_repair, m_only, m_previous, m_next, m_copy});
    for (const QAction *action : bar->actions())
        if (auto *button
            = qobject_cast<QToolButton *>(bar->widgetForAction(const_cast<QAction *>(action))))
            button->setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(bar);
    column->addWidget(m_view, 1);
}

void FindingsPane::setFindings(const QList<Finding> &findings)
{
    if (m_list != findings || findings.isEmpty()) {
        m_list = findings;
        m_view->setFindings(findings);
    }
    const int errors = int(std::ranges::count(findings, Severity::Error, &Finding::severity));
    const int warnings = int(findings.size()) - errors;
    QStringList counts;
    if (errors > 0)
        counts.append(tr("%Ln kind(s) of error", nullptr, errors));
    if (warnings > 0)
        counts.append(tr("%Ln kind(s) of warning", nullptr, warnings));
    m_title->setText(counts.join(", "_L1));
    update();
}

bool FindingsPane::isRepairable() const
{
    static const QStringList mendable = repairKinds();
    // A line that is no request can be left out.
    static const QStringList unusable{u"not_json"_s, u"not_object"_s, u"missing_body"_s,
                                      u"bad_body"_s};
    return std::ranges::any_of(m_list, [](const Finding &finding) {
        return mendable.contains(finding.kind) || unusable.contains(finding.kind);
    });
}

void FindingsPane::update()
{
    const QString kind = m_view->currentKind();
    const auto current = std::ranges::find(m_list, kind, &Finding::kind);
    const bool hasLines = std::ranges::any_of(
        m_list, [](const Finding &finding) { return !finding.lines.isEmpty(); });
    m_repair->setEnabled(isRepairable());
    m_only->setEnabled(current != m_list.end() && !current->lines.isEmpty());
    m_previous->setEnabled(hasLines);
    m_next->setEnabled(hasLines);
    m_copy->setEnabled(!m_list.isEmpty());
}

void FindingsPane::select(const QString &kind)
{
    m_view->select(kind);
}

#include "moc_findingspane.cpp"
