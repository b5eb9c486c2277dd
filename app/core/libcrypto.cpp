// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/libcrypto.h"

#include <openssl/crypto.h>

void leaveLibcryptoAtExit()
{
    [[maybe_unused]] static const int isTold = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}
