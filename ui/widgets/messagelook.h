// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class KMessageWidget;

namespace messagelook {

/// A band without a frame, as all messages of the window are, with our own cross to close it. Before
/// actions are added.
void apply(KMessageWidget &message);

} // namespace messagelook
