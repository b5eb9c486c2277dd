// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/run.h"

class Services;

/// Whether a run that was not added yet may be submitted. BadInput for metadata that the provider
/// surely does not take; Rejected with code same_run, and the earlier run in field, where the same was
/// sent before and the run does not say that this is wanted. GUI thread.
[[nodiscard]] Result<> maySubmit(const Run &run, Services &services);
