// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/httprequest.h"

#include <QIODevice>

#include <memory>

class OneShotBody;

/// The body of one request as a device that Qt reads while it sends. It must outlive the reply.
class RequestBody {
public:
    RequestBody() = default;
    /// A one-shot request always has a body, if an empty one, for only a device that cannot be
    /// rewound keeps Qt from sending twice. FileChanged where its file cannot be read.
    [[nodiscard]] static Result<RequestBody> of(const HttpRequest &request);

    [[nodiscard]] QIODevice *device() const { return m_device.get(); } ///< null: there is none
    [[nodiscard]] const OneShotBody *oneShot() const
    {
        return m_oneShot;
    } ///< null: may be repeated
    [[nodiscard]] qint64 length() const;

private:
    std::unique_ptr<QIODevice> m_device;
    const OneShotBody *m_oneShot = nullptr; ///< the device, where it is one
};
