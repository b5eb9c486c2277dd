// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/connectionmodel.h"

#include "jobs/driver.h"
#include "library/library.h"
#include "models/visibletext.h"
#include "profiles/profile.h"
#include "theme/colours.h"
#include "theme/icons.h"

#include <QIcon>

using namespace Qt::StringLiterals;

ConnectionModel::ConnectionModel(const Library &library, const Profiles &profiles,
                                 const Driver &driver, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_profiles(profiles)
    , m_driver(driver)
    , m_ids(library.connectionIds())
{
    connect(&m_library, &Library::connectionsChanged, this, &ConnectionModel::reload);
    connect(&m_driver, &Driver::connectionTroubleChanged, this, [this](ConnectionId id) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    });
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionId id = m_ids[index.row()];
    const Connection *connection = m_library.connection(id);
    if (!connection)
        return {};
    const Profile *profile = m_profiles.find(connection->profile);
    const QString title = profile ? profile->title : connection->profile;
    const std::optional<Error> trouble = m_driver.connectionTrouble(id);
    switch (role) {
    case Qt::DisplayRole: return connection->name;
    case Qt::ToolTipRole: return visibletext::tip(trouble ? userText(*trouble) : title);
    case Qt::AccessibleDescriptionRole: return title;
    case IdRole: return QVariant::fromValue(id);
    case SwatchRole: return connection->colour;
    case IconRole: return trouble ? u"dialog-warning"_s : QString();
    case ToneRole: return static_cast<int>(trouble ? colours::Tone::Warning : colours::Tone::Plain);
    case Qt::DecorationRole:
        return connection->colour.isEmpty() ? QVariant() : icons::swatch(connection->colour);
    case ProfileRole: return title;
    case BuiltInRole: return connection->builtIn;
    case TroubleRole: return trouble ? userText(*trouble) : QString();
    default: return {};
    }
}

int ConnectionModel::rowOf(ConnectionId id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

ConnectionId ConnectionModel::idAt(int row) const
{
    return m_ids.value(row);
}

void ConnectionModel::reload()
{
    const QList<ConnectionId> now = m_library.connectionIds();
    if (now == m_ids) {
        if (!m_ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    // A handful of rows that a person changes: a reset is honest and cheap here.
    beginResetModel();
    m_ids = now;
    endResetModel();
}

#include "moc_connectionmodel.cpp"
