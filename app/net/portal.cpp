// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/portal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

bool isOfAnother(const HttpReply &reply)
{
    if (reply.status == 511)
        return true;
    if (!reply.isSuccess() || !reply.file.isEmpty())
        return false;
    QByteArrayView body = reply.body;
    if (body.startsWith("\xef\xbb\xbf"))
        body = body.sliced(3);
    return body.trimmed().startsWith('<'); // no JSON text begins so
}

Error errorOfAnother(int status, bool oneShot)
{
    return {.kind = oneShot ? ErrorKind::OutcomeUnknown : ErrorKind::BadReply,
            .message = QCoreApplication::translate(
                "HttpClient",
                "something between here and the provider answers with a web page; you may have to "
                "sign in to the network"),
            .code = notTheProvider,
            .httpStatus = status};
}
