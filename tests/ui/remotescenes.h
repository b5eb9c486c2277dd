// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;
class Services;

/// Scenes of what a provider lists, in each state that its answer can have (scenes.h).
namespace remotescenes {

using Take = std::function<void(QWidget &shown, const QString &name)>;

void batches(Services &services, const Take &take);
/// The requests of one run.
void requests(const Take &take);

} // namespace remotescenes
