// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/runfilterbar.h"

#include "library/library.h"
#include "models/runmodel.h"
#include "models/visibletext.h"
#include "theme/icons.h"
#include "widgets/settings.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto textKey = "runs/search"_L1;
constexpr auto groupKey = "runs/group"_L1;
constexpr auto connectionKey = "runs/connection"_L1;
constexpr auto tagKey = "runs/tag"_L1;

/// The row with this value becomes current; the first one where there is none.
void choose(QComboBox &box, const QVariant &value)
{
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

} // namespace

RunFilterBar::RunFilterBar(const Library &library, const RunModel &runs, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_runs(runs)
    , m_search(new QLineEdit(this))
    , m_group(new QComboBox(this))
    , m_connection(new QComboBox(this))
    , m_tag(new QComboBox(this))
    , m_count(new QLabel(this))
{
    m_search->setPlaceholderText(tr("Search name, id, file, model, tag"));
    m_search->setAccessibleName(tr("Search runs"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::named(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 52);
    m_group->setAccessibleName(tr("State of the runs to show"));
    m_connection->setAccessibleName(tr("Connection of the runs to show"));
    m_tag->setAccessibleName(tr("Tag of the runs to show"));
    // Linux is told no name of a choice.
    for (QComboBox *box : {m_group, m_connection, m_tag})
        box->setAccessibleDescription(box->accessibleName());
    fillGroups();
    for (QComboBox *box : {m_group, m_connection, m_tag})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QComboBox *box : {m_connection, m_tag})
        box->setMaximumWidth(fontMetrics().averageCharWidth() * 28);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 3);
    for (QComboBox *box : {m_group, m_connection, m_tag})
        row->addWidget(box);
    row->addStretch(1);
    row->addWidget(m_count);

    restore();
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &RunFilterBar::keep);
    connect(m_search, &QLineEdit::textChanged, this, &RunFilterBar::tell);
    for (QComboBox *box : {m_group, m_connection, m_tag})
        connect(box, &QComboBox::currentIndexChanged, this, &RunFilterBar::tell);
    connect(&library, &Library::connectionsChanged, this, &RunFilterBar::fillConnections);
    connect(&runs, &RunModel::tagsChanged, this, &RunFilterBar::fillTags);
    for (QWidget *part : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_group),
                          static_cast<QWidget *>(m_connection), static_cast<QWidget *>(m_tag)})
        part->installEventFilter(this);
}

RunFilterBar::~RunFilterBar()
{
    if (m_soon.isActive())
        keep();
}

void RunFilterBar::fillGroups()
{
    using enum RunFilter::Group;
    for (const auto &[group, text] : {std::pair(All, tr("All states")),
                                      {NeedsYou, tr("Need you")},
                                      {UnderWay, tr("Under way")},
                                      {News, tr("Not looked at")},
                                      {Uncertain, tr("Uncertain")},
                                      {Ended, tr("Ended")},
                                      {NotSent, tr("Not sent")}})
        m_group->addItem(text, static_cast<int>(group));
}

void RunFilterBar::fillConnections()
{
    const ConnectionId chosen = filter().connection;
    m_isQuiet = true;
    m_connection->clear();
    m_connection->addItem(tr("All connections"), qint64(0));
    const QList<ConnectionId> ids = m_library.connectionIds();
    for (const ConnectionId id : ids)
        if (const Connection *connection = m_library.connection(id))
            m_connection->addItem(icons::swatch(connection->colour),
                                  visibletext::brief(connection->name), id.value);
    choose(*m_connection, chosen.value);
    m_isQuiet = false;
    if (filter().connection != chosen)
        tell();
}

void RunFilterBar::fillTags()
{
    const QString chosen = m_tag->currentData().toString();
    m_isQuiet = true;
    m_tag->clear();
    m_tag->addItem(tr("All tags"), QString());
    const QStringList tags = m_runs.tags();
    for (const QString &tag : tags)
        m_tag->addItem(visibletext::brief(tag), tag);
    choose(*m_tag, chosen);
    m_tag->setVisible(!tags.isEmpty());
    m_isQuiet = false;
    if (m_tag->currentData().toString() != chosen)
        tell();
}

RunFilter RunFilterBar::filter() const
{
    return {.text = m_search->text(),
            .group = static_cast<RunFilter::Group>(m_group->currentData().toInt()),
            .connection = {m_connection->currentData().toLongLong()},
            .tag = m_tag->currentData().toString()};
}

void RunFilterBar::setFilter(const RunFilter &filter)
{
    m_isQuiet = true;
    m_search->setText(filter.text);
    choose(*m_group, static_cast<int>(filter.group));
    choose(*m_connection, filter.connection.value);
    choose(*m_tag, filter.tag);
    m_isQuiet = false;
    tell();
}

void RunFilterBar::tell()
{
    if (m_isQuiet)
        return;
    m_soon.start();
    Q_EMIT changed();
}

void RunFilterBar::restore()
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    m_isQuiet = true;
    m_search->setText(settings.value(textKey).toString());
    choose(*m_group, settings.value(groupKey).toInt());
    fillConnections();
    fillTags();
    m_isQuiet = true;
    choose(*m_connection, settings.value(connectionKey).toLongLong());
    choose(*m_tag, settings.value(tagKey).toString());
    m_isQuiet = false;
}

void RunFilterBar::keep() const
{
    const RunFilter now = filter();
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(textKey, now.text);
    settings.setValue(groupKey, static_cast<int>(now.group));
    settings.setValue(connectionKey, now.connection.value);
    settings.setValue(tagKey, now.tag);
}

void RunFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RunFilterBar::setCount(int shown, int all)
{
    m_count->setText(filter().isEmpty()
                         ? tr("%Ln run(s)", nullptr, all)
                         : tr("%1 of %Ln run(s)", nullptr, all).arg(QLocale().toString(shown)));
}

bool RunFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !filter().isEmpty()) {
        clear();
        return true;
    }
    if (watched == m_search
        && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        Q_EMIT listWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

#include "moc_runfilterbar.cpp"
