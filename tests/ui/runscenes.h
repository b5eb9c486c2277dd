// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QList>
#include <QString>

#include <functional>

class MainWindow;
class QWidget;
class Services;

/// Scenes of the page of a run (scenes.h).
namespace runscenes {

using Take = std::function<void(QWidget &shown, const QString &name)>;

/// The figures of the run that is shown as tables, and one of its pictures while it is looked at.
void tables(const MainWindow &window, const Take &take);
/// Home with the picture of its days, the picture of busy weeks, and the same as a table.
void days(MainWindow &window, const Take &take);
/// The panes of a run's page that have nothing to show, are not there yet, or cannot be read.
void panes(Services &services, const Take &take);
/// The results and problems of runs that have no rows.
void withoutRows(MainWindow &window, const QList<RunId> &runs, const Take &take);
/// A draft of the requests of a run that have no good answer.
void repeat(MainWindow &window, RunId run, const Take &take);
/// Lets a run come along for half an hour, as its provider would tell it.
void goOn(Services &services, RunId run);

} // namespace runscenes
