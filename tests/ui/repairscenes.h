// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class MainWindow;
class QWidget;
class Services;

namespace scenes {

/// A draft with faults: its findings, what a search shows of it, the dialog that mends it in each of
/// its states, and what is said afterwards. folder: for the files of it.
void showRepairs(Services &services, MainWindow &window, const QString &folder,
                 const std::function<void(QWidget &, const QString &)> &take);

} // namespace scenes
