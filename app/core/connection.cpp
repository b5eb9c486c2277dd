// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/connection.h"

using namespace Qt::StringLiterals;

QString keySourceName(KeySource source)
{
    switch (source) {
    case KeySource::None: return u"none"_s;
    case KeySource::Keychain: return u"keychain"_s;
    case KeySource::Environment: return u"env"_s;
    case KeySource::Session: return u"session"_s;
    }
    Q_UNREACHABLE_RETURN({});
}
