// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "secrets/secrets.h"

#include <QByteArray>

#include <vector>

struct HttpReply;

/// Finds a key in what a server says, however it is quoted: as it is, percent-encoded, escaped for
/// JSON (also twice) or HTML, in Base64 at any place of a longer text; of longer keys also their
/// beginning, from 8 characters on, for some servers mask the rest only.
class KeyEcho {
public:
    explicit KeyEcho(const SecretBytes &key);

    /// False for keys that are so short that they could be any word: these are never looked for.
    [[nodiscard]] bool canLook() const { return !m_forms.empty(); }
    /// True for keys long enough to be no word of a good answer.
    [[nodiscard]] bool isTelling() const { return m_isTelling; }
    [[nodiscard]] bool isIn(QByteArrayView text) const;
    /// The text with "[hidden]" in their places.
    [[nodiscard]] QByteArray hidden(const QByteArray &text) const;
    [[nodiscard]] QString hidden(const QString &text) const;
    /// Takes the key out of what a server said: some quote the one that they refuse, and what they
    /// say is stored and shown. A file that a sink wrote is the provider's own record, and is left
    /// as it is.
    void hideIn(Result<HttpReply> &result) const;

private:
    struct Form {
        SecretBytes text;
        qsizetype least; ///< so many characters of it are enough
    };
    [[nodiscard]] qsizetype lengthAt(QByteArrayView text, qsizetype at) const;

    std::vector<Form> m_forms;
    bool m_isTelling = false;
    bool m_begins[256] = {}; ///< whether a form could begin with this byte
};
