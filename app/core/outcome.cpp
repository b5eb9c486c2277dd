// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/outcome.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending: return u"pending"_s;
    case Outcome::Answered: return u"answered"_s;
    case Outcome::Truncated: return u"truncated"_s;
    case Outcome::Refused: return u"refused"_s;
    case Outcome::Empty: return u"empty"_s;
    case Outcome::Malformed: return u"malformed"_s;
    case Outcome::Failed: return u"failed"_s;
    case Outcome::Expired: return u"expired"_s;
    case Outcome::Cancelled: return u"cancelled"_s;
    case Outcome::Missing: return u"missing"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    for (const Outcome outcome : allOutcomes)
        if (outcomeName(outcome) == name)
            return outcome;
    return std::nullopt;
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending: return QCoreApplication::translate("Outcome", "Pending");
    case Outcome::Answered: return QCoreApplication::translate("Outcome", "Answered");
    case Outcome::Truncated: return QCoreApplication::translate("Outcome", "Truncated");
    case Outcome::Refused: return QCoreApplication::translate("Outcome", "Refused");
    case Outcome::Empty: return QCoreApplication::translate("Outcome", "Empty");
    case Outcome::Malformed: return QCoreApplication::translate("Outcome", "Malformed");
    case Outcome::Failed: return QCoreApplication::translate("Outcome", "Failed");
    case Outcome::Expired: return QCoreApplication::translate("Outcome", "Expired");
    case Outcome::Cancelled: return QCoreApplication::translate("Outcome", "Cancelled");
    case Outcome::Missing: return QCoreApplication::translate("Outcome", "Missing");
    }
    Q_UNREACHABLE_RETURN({});
}
