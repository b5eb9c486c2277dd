// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A profile file: it is refused in words that name the file, or holds what a profile must.
#include "dialects/dialect.h"
#include "profiles/profilereader.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Input input(data, size);
    const QString name = QStringLiteral("x.json");
    const Result<Profile> profile = readProfile(input.bytes(), name);
    if (!profile) {
        demand(profile.error().kind == ErrorKind::BadInput
                   && profile.error().message.contains(name),
               "a profile is refused with the name of its file");
        return 0;
    }
    demand(!profile->id.isEmpty() && !profile->dialect.isEmpty(), "a profile has id and dialect");
    return 0;
}
