// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/requestbody.h"

#include "net/oneshotbody.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>

namespace {

Result<std::unique_ptr<OneShotBody>> oneShotOf(const HttpRequest &request)
{
    if (request.bodyFile.isEmpty())
        return std::make_unique<OneShotBody>(request.body);
    return OneShotBody::fromFile(request.bodyFile);
}

bool wantsBody(const HttpRequest &request)
{
    return !request.body.isEmpty() || request.method == "POST" || request.method == "PUT"
        || request.method == "PATCH";
}

} // namespace

Result<RequestBody> RequestBody::of(const HttpRequest &request)
{
    RequestBody body;
    if (request.oneShot) {
        Result<std::unique_ptr<OneShotBody>> device = oneShotOf(request);
        if (!device)
            return Failure(device.error());
        body.m_oneShot = device->get();
        body.m_device = std::move(*device);
    } else if (!request.bodyFile.isEmpty()) {
        auto file = std::make_unique<QFile>(request.bodyFile);
        if (!file->open(QIODevice::ReadOnly))
            return Failure(
                Error{.kind = ErrorKind::FileChanged,
                      .message = QCoreApplication::translate("HttpClient", "%1 cannot be read: %2")
                                     .arg(request.bodyFile, file->errorString())});
        body.m_device = std::move(file);
    } else if (wantsBody(request)) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(request.body);
        buffer->open(QIODevice::ReadOnly);
        body.m_device = std::move(buffer);
    }
    return body;
}

qint64 RequestBody::length() const
{
    if (m_oneShot)
        return m_oneShot->contentLength();
    return m_device ? m_device->size() : 0;
}
