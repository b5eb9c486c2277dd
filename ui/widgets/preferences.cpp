// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/preferences.h"

#include "widgets/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array switches{
    std::pair("preferences/checkOnWake"_L1, &Preferences::checkOnWake),
    std::pair("preferences/tellEnded"_L1, &Preferences::tellEnded),
    std::pair("preferences/tellFailed"_L1, &Preferences::tellFailed),
    std::pair("preferences/tellNeedsYou"_L1, &Preferences::tellNeedsYou),
    std::pair("preferences/onlyUnwatched"_L1, &Preferences::onlyUnwatched),
    std::pair("preferences/tray"_L1, &Preferences::tray),
    std::pair("preferences/closeToTray"_L1, &Preferences::closeToTray),
};
constexpr std::array schemes{std::pair("system"_L1, Appearance::Scheme::System),
                             std::pair("light"_L1, Appearance::Scheme::Light),
                             std::pair("dark"_L1, Appearance::Scheme::Dark)};
constexpr auto exportKey = "preferences/exportFolder"_L1;
constexpr auto schemeKey = "preferences/scheme"_L1;
constexpr auto textKey = "preferences/textPercent"_L1;
constexpr auto fixedKey = "preferences/fixedFont"_L1;

} // namespace

Preferences Preferences::load()
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    Preferences read;
    for (const auto &[key, member] : switches)
        read.*member = settings.value(key, read.*member).toBool();
    read.exportFolder = settings.value(exportKey).toString();
    const QString scheme = settings.value(schemeKey).toString();
    for (const auto &[name, value] : schemes)
        if (scheme == name)
            read.look.scheme = value;
    bool isNumber = false;
    const int percent = settings.value(textKey).toInt(&isNumber);
    if (isNumber)
        read.look.textPercent = std::clamp(percent, Appearance::leastText, Appearance::mostText);
    read.look.fixedFont = settings.value(fixedKey).toString();
    return read;
}

void Preferences::save() const
{
    const Preferences before = load();
    QSettings settings(settingsFile(), QSettings::IniFormat);
    for (const auto &[key, member] : switches)
        if (this->*member != before.*member)
            settings.setValue(key, this->*member);
    if (exportFolder != before.exportFolder)
        settings.setValue(exportKey, exportFolder);
    for (const auto &[name, value] : schemes)
        if (look.scheme == value && look.scheme != before.look.scheme)
            settings.setValue(schemeKey, QString(name));
    if (look.textPercent != before.look.textPercent)
        settings.setValue(textKey, look.textPercent);
    if (look.fixedFont != before.look.fixedFont)
        settings.setValue(fixedKey, look.fixedFont);
}
