// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QString>

class QWidget;

/// How a person wants the program to look. A value.
struct Appearance {
    enum class Scheme : quint8 { System, Light, Dark };
    static constexpr int leastText = 80;
    static constexpr int mostText = 250;

    Scheme scheme = Scheme::System;
    int textPercent = 100; ///< of the system's size
    QString fixedFont; ///< family; empty: the system's

    bool operator==(const Appearance &) const = default;
};

/// The look of the whole program. GUI thread, with an application.
namespace appearance {

/// At once, on every window that is there. As the system has it: a change there is followed.
void apply(const Appearance &look);

/// Gives a widget the font of JSON and other exact text, now and after each change of it.
void useFixedFont(QWidget &widget);
[[nodiscard]] QFont fixedFont();

} // namespace appearance
