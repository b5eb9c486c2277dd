// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/remotefilter.h"

#include "core/batch.h"
#include "models/connectionmodel.h"
#include "services.h"
#include "theme/icons.h"
#include "widgets/settings.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto connectionKey = "remote/connection"_L1;
constexpr auto sizeKey = "remote/pageSize"_L1;
} // namespace

RemoteFilter::RemoteFilter(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_connections(
          new ConnectionModel(services.library(), services.profiles(), services.driver(), this))
    , m_connection(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_size(new QComboBox(this))
{
    m_connection->setModel(m_connections);
    m_connection->setAccessibleName(tr("Connection"));
    m_connection->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    buildStatus();
    m_size->setAccessibleName(tr("Batches at a time"));
    m_size->setAccessibleDescription(m_size->accessibleName()); // Linux is told no name of a choice
    for (const int size : {20, 50, 100})
        m_size->addItem(tr("%n at a time", nullptr, size), size);
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    m_size->setCurrentIndex(std::max(0, m_size->findData(settings.value(sizeKey, 50).toInt())));
    m_connection->setCurrentIndex(
        std::max(0, m_connection->findText(settings.value(connectionKey).toString())));

    auto *from = new QLabel(tr("&Connection:"), this);
    from->setBuddy(m_connection);
    auto *status = new QLabel(tr("S&tatus:"), this);
    status->setBuddy(m_status);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(from);
    row->addWidget(m_connection);
    row->addSpacing(8);
    row->addWidget(status);
    row->addWidget(m_status);
    row->addSpacing(8);
    row->addWidget(m_size);
    setFocusProxy(m_connection);
    connectParts();
}

void RemoteFilter::buildStatus()
{
    using enum BatchState;
    for (const BatchState state : {Validating, Queued, Running, Finalizing, Completed, Failed,
                                   Expired, Cancelling, Cancelled})
        m_status->addItem(icons::forState(state), stateText(state), stateName(state));
    m_status->setEditable(true);
    m_status->setInsertPolicy(QComboBox::NoInsert);
    m_status->setCurrentIndex(-1);
    m_status->setMinimumContentsLength(14);
    m_status->setAccessibleName(tr("Status"));
    m_status->setToolTip(tr("Only batches with this status: ours, or the provider's own word"));
    m_status->lineEdit()->setPlaceholderText(tr("Any status"));
    m_status->lineEdit()->setClearButtonEnabled(true);
}

void RemoteFilter::connectParts()
{
    connect(m_connection, &QComboBox::activated, this, [this] {
        QSettings(settingsFile(), QSettings::IniFormat)
            .setValue(connectionKey, m_connection->currentText());
        Q_EMIT connectionChosen();
    });
    connect(m_status, &QComboBox::activated, this, &RemoteFilter::statusChosen);
    connect(m_status->lineEdit(), &QLineEdit::editingFinished, this, &RemoteFilter::statusChosen);
    connect(m_status->lineEdit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            Q_EMIT statusChosen();
    });
    connect(m_size, &QComboBox::activated, this, [this] {
        QSettings(settingsFile(), QSettings::IniFormat).setValue(sizeKey, pageSize());
        Q_EMIT pageSizeChosen();
    });
}

ConnectionId RemoteFilter::connection() const
{
    return m_connections->idAt(m_connection->currentIndex());
}

QString RemoteFilter::connectionName() const
{
    return m_connection->currentText();
}

void RemoteFilter::selectConnection(ConnectionId id)
{
    if (const int row = m_connections->rowOf(id); row >= 0)
        m_connection->setCurrentIndex(row);
}

QString RemoteFilter::status() const
{
    const QString text = m_status->currentText().trimmed();
    const int known = m_status->findText(text, Qt::MatchFixedString);
    return known >= 0 ? m_status->itemData(known).toString() : text;
}

void RemoteFilter::clearStatus()
{
    m_status->setCurrentIndex(-1);
    m_status->clearEditText();
}

int RemoteFilter::pageSize() const
{
    return m_size->currentData().toInt();
}

#include "moc_remotefilter.cpp"
