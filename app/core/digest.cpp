// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digest.h"

#include "core/libcrypto.h"

#include <openssl/evp.h>

namespace {

constexpr qsizetype digestSize = 32;

struct FreeContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<EVP_MD_CTX, FreeContext>;

} // namespace

// With these arguments the calls fail for want of memory alone, which ends the program elsewhere too.
struct Sha256::Context {
    ContextPointer pointer;
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    leaveLibcryptoAtExit();
    m_context->pointer.reset(EVP_MD_CTX_new());
    Q_CHECK_PTR(m_context->pointer.get());
    if (EVP_DigestInit_ex(m_context->pointer.get(), EVP_sha256(), nullptr) != 1)
        qFatal("libcrypto has no SHA-256");
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&other) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&other) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context->pointer.get(), bytes.data(), bytes.size());
}

QByteArray Sha256::result() const
{
    const ContextPointer copy(EVP_MD_CTX_new());
    QByteArray digest(digestSize, '\0');
    if (!copy || EVP_MD_CTX_copy_ex(copy.get(), m_context->pointer.get()) != 1
        || EVP_DigestFinal_ex(copy.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr)
            != 1)
        qFatal("libcrypto could not finish a SHA-256");
    return digest;
}
