// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <functional>

class QWidget;

/// Every page, dialog and state of the window, shown one after the other. The gallery paints them, and
/// the tests of access and looks search them for faults: what is not shown here is forgotten by all.
/// Needs a QApplication and settings of its own (OwnSettings); style, palette, font, direction and
/// translators are the caller's and stay as they are during a visit.
namespace scenes {

struct Visit {
    /// What is done with each; its name is its own, such as "remote-small-empty".
    std::function<void(QWidget &shown, const QString &name)> look;
    QString only; ///< a part of the names that are wanted; empty: all
    /// Pages read on a thread pool; what is not there after this long is not seen.
    std::chrono::milliseconds settle{450};
};
void visit(const Visit &visit);

} // namespace scenes
