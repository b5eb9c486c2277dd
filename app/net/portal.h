// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "net/httpreply.h"

#include <QLatin1StringView>

/// The code of an error that says: something between here and the provider has answered.
inline constexpr QLatin1StringView notTheProvider("not_the_provider");

/// True for a web page where JSON or a file was asked for, and for 511: a network that wants people
/// to sign in first answers for everybody. A provider's own error page is none, for it says so in
/// its status.
[[nodiscard]] bool isOfAnother(const HttpReply &reply);

/// What such an answer means: kind BadReply, or OutcomeUnknown where the call was sent once only and
/// may have come through. Nothing of the page is in it but its status.
[[nodiscard]] Error errorOfAnother(int status, bool oneShot);
