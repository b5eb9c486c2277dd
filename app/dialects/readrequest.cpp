// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"
#include "dialects/scan.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// The kinds are those of the findings of preflight, which has longer sentences for them.
Failure fault(const QString &kind, const QString &message)
{
    return Failure(Error{.kind = ErrorKind::BadInput, .message = message, .code = kind});
}

Result<> checkText(PaddedLine line)
{
    switch (scan::validity(line)) {
    case scan::Validity::Valid: break;
    case scan::Validity::NotUtf8:
        return fault(u"not_utf8"_s,
                     QCoreApplication::translate("Request", "The line is not UTF-8 text"));
    case scan::Validity::NotJson:
        return fault(u"not_json"_s, QCoreApplication::translate("Request", "The line is not JSON"));
    }
    if (!scan::isObject(scan::trimmed(line.bytes)))
        return fault(u"not_object"_s,
                     QCoreApplication::translate("Request", "The line is not a JSON object"));
    return {};
}

Result<> takeCustomId(std::string_view raw, Request &request)
{
    if (raw.empty())
        return fault(u"missing_custom_id"_s,
                     QCoreApplication::translate("Request", "The request has no custom_id"));
    if (!scan::isString(raw))
        return fault(u"bad_custom_id"_s,
                     QCoreApplication::translate("Request", "The custom_id is not a text"));
    request.customIdJson = raw;
    request.customId = scan::unescaped(raw);
    if (request.customId.isEmpty())
        return fault(u"empty_custom_id"_s,
                     QCoreApplication::translate("Request", "The custom_id is empty"));
    return {};
}

/// Makes views of decoded text; text with escapes is kept in request.unescaped.
void takeTexts(std::string_view method, std::string_view url, std::string_view model,
               Request &request)
{
    struct Field {
        std::string_view raw;
        std::string_view Request::*target;
        QByteArray decoded = {};
    };
    std::array fields = {Field{method, &Request::method}, Field{url, &Request::url},
                         Field{model, &Request::model}};
    qsizetype size = 0;
    for (Field &field : fields) {
        if (field.raw.find('\\') == std::string_view::npos) {
            request.*field.target = field.raw.substr(field.raw.empty() ? 0 : 1,
                                                     field.raw.empty() ? 0 : field.raw.size() - 2);
        } else {
            field.decoded = scan::unescaped(field.raw).toUtf8();
            size += field.decoded.size();
        }
    }
    if (size == 0)
        return;
    // All of it before the first view: growing would move the bytes.
    for (const Field &field : fields)
        request.unescaped += field.decoded;
    const char *at = request.unescaped.constData();
    for (const Field &field : fields) {
        if (field.decoded.isEmpty())
            continue;
        request.*field.target = {at, std::size_t(field.decoded.size())};
        at += field.decoded.size();
    }
}

} // namespace

Result<Request> readRequest(PaddedLine line)
{
    if (const Result<> text = checkText(line); !text)
        return Failure(text.error());
    const scan::Members members(scan::trimmed(line.bytes));
    if (members.hasDuplicate())
        return fault(
            u"duplicate_key"_s,
            QCoreApplication::translate("Request", "The request has the same field twice"));

    Request request;
    if (const Result<> id = takeCustomId(members.set("custom_id"), request); !id)
        return Failure(id.error());

    const std::string_view method = members.set("method");
    if (!method.empty() && !scan::isString(method))
        return fault(u"bad_method"_s,
                     QCoreApplication::translate("Request", "The method is not a text"));
    const std::string_view url = members.set("url");
    if (!url.empty() && !scan::isString(url))
        return fault(u"wrong_url"_s,
                     QCoreApplication::translate("Request", "The url is not a text"));

    request.body = members.set("body");
    if (request.body.empty())
        return fault(u"missing_body"_s,
                     QCoreApplication::translate("Request", "The request has no body"));
    if (!scan::isObject(request.body))
        return fault(u"bad_body"_s,
                     QCoreApplication::translate("Request", "The body is not a JSON object"));

    const std::string_view model = scan::Members(request.body)["model"];
    takeTexts(method, url, scan::isString(model) ? model : std::string_view(), request);
    return request;
}
