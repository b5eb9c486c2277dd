// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wireerror.h"

bool isConnectPhase(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError: return true;
    default: return false;
    }
}

bool isOftenConnectPhase(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
    case QNetworkReply::UnknownNetworkError: return true;
    default: return false;
    }
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::SslHandshakeFailedError)
        return ErrorKind::Tls;
    if (error == QNetworkReply::TimeoutError || error == QNetworkReply::OperationCanceledError)
        return ErrorKind::Timeout;
    if (isConnectPhase(error) || isOftenConnectPhase(error))
        return ErrorKind::Offline;
    return ErrorKind::BadReply;
}
