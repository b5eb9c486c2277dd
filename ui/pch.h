// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Precompiled for every source of batchdesk_ui.
#pragma once

#include "../app/pch.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QBoxLayout>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QTableView>
#include <QWidget>
