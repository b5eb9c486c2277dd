// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/inlinebody.h"

#include "core/paddedline.h"
#include "practice/linefile.h"
#include "practice/requestline.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qsizetype maxDetails = 100;
constexpr qsizetype writeBlock = 1 << 20;
constexpr LineRules rules{.wantsMethodAndUrl = false, .refusesUnknownKeys = true};

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QJsonObject detail(const QJsonArray &where, const QString &message, const QString &type)
{
    return {{u"type"_s, type}, {u"loc"_s, where}, {u"msg"_s, message}, {u"input"_s, QJsonValue()}};
}

/// Any JSON value, from its bytes.
QJsonValue jsonValue(std::string_view bytes)
{
    return QJsonDocument::fromJson('[' + bytesOf(bytes) + ']').array().at(0);
}

class InlineReader {
public:
    explicit InlineReader(const QString &path) : m_path(path), m_file(path + ".part"_L1) {}

    Result<InlineBody> read(simdjson::padded_string_view json)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
            return Failure(diskError(m_file));
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document;
        const bool isJson = !parser.iterate(json).get(document) && readObject(document);
        if (!m_failure.isEmpty())
            return Failure(Error{.kind = ErrorKind::Disk, .message = m_failure});
        if (!isJson && m_body.details.isEmpty())
            add({u"body"_s}, u"JSON decode error"_s, u"json_invalid"_s);
        else if (!m_hasRequests && m_body.details.isEmpty())
            add({u"body"_s, u"requests"_s}, u"Field required"_s, u"missing"_s);
        return finish();
    }

private:
    bool readObject(simdjson::ondemand::document &document)
    {
        simdjson::ondemand::object object;
        const simdjson::error_code error = document.get_object().get(object);
        if (error && error != simdjson::INCORRECT_TYPE)
            return false;
        if (error) {
            add({u"body"_s}, u"Input should be a valid object"_s, u"model_attributes_type"_s);
            return true; // the document cannot be asked for more after this
        }
        for (auto field : object) {
            std::string_view key;
            simdjson::ondemand::value value;
            if (field.unescaped_key().get(key))
                return false;
            const std::string name(key);
            if (field.value().get(value) || !readField(name, value))
                return false;
        }
        return document.at_end();
    }

    bool readField(std::string_view key, simdjson::ondemand::value &value)
    {
        const QString name = QString::fromUtf8(key);
        if (key == "requests") {
            m_hasRequests = true;
            return readRequests(value);
        }
        std::string_view raw;
        if (value.raw_json().get(raw))
            return false;
        const QJsonValue read = jsonValue(raw);
        if (key == "completion_window") {
            m_body.window = read.toString();
            if (m_body.window != "24h"_L1)
                add({u"body"_s, name}, u"Input should be '24h'"_s, u"literal_error"_s);
        } else if (key == "metadata") {
            m_body.metadata = read;
            if (!read.isObject() && !read.isNull())
                add({u"body"_s, name}, u"Input should be a valid dictionary"_s, u"dict_type"_s);
        } else {
            add({u"body"_s, name}, u"Extra inputs are not permitted"_s, u"extra_forbidden"_s);
        }
        return true;
    }

    bool readRequests(simdjson::ondemand::value &value)
    {
        simdjson::ondemand::array array;
        if (value.get_array().get(array)) {
            add({u"body"_s, u"requests"_s}, u"Input should be a valid list"_s, u"list_type"_s);
            std::string_view skipped;
            return !value.raw_json().get(skipped);
        }
        for (auto item : array) {
            std::string_view raw;
            if (item.raw_json().get(raw))
                return false;
            take(raw);
            ++m_body.requests;
        }
        if (m_body.requests == 0)
            add({u"body"_s, u"requests"_s}, u"List should have at least 1 item"_s, u"too_short"_s);
        return true;
    }

    void take(std::string_view raw)
    {
        // A value may be followed by blanks, and by line ends where the body is laid out nicely.
        while (!raw.empty()
               && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r'
                   || raw.back() == '\t'))
            raw.remove_suffix(1);
        if (raw.contains('\n')) {
            m_flat.resize(raw.size());
            std::size_t size = 0;
            if (simdjson::minify(raw.data(), raw.size(), m_flat.data(), size)
                == simdjson::SUCCESS) {
                m_flat.resize(size);
                raw = m_flat;
            }
        }
        const auto request = m_parser.parse(raw, rules);
        if (!request) {
            addFault(request.error());
            return;
        }
        agree(*request);
        m_block.append(raw.data(), static_cast<qsizetype>(raw.size())).append('\n');
        if (m_block.size() >= writeBlock)
            flush();
    }

    void agree(const RequestLine &request)
    {
        if (m_ids.contains(bytesOf(request.customId)))
            addFault({{}, "Duplicate custom_id", "custom_id", "value_error"});
        m_ids.insert(bytesOf(request.customId));
        if (m_model.isEmpty()) {
            m_model = bytesOf(request.model);
            m_url = bytesOf(request.url);
        }
        if (bytesOf(request.model) != m_model)
            addFault({{},
                      "All requests in a batch must use the same model",
                      "body.model",
                      "value_error"});
        if (!isKnownEndpoint(request.url))
            addFault({{}, "This url is not supported", "url", "value_error"});
        else if (bytesOf(request.url) != m_url)
            addFault({{}, "All requests in a batch must use the same url", "url", "value_error"});
    }

    void addFault(const LineFault &fault)
    {
        QJsonArray where{u"body"_s, u"requests"_s, m_body.requests};
        if (!fault.param.isEmpty()) {
            for (const QByteArray &part : fault.param.split('.'))
                where.append(QString::fromUtf8(part));
        }
        add(where, fault.type == "missing" ? u"Field required"_s : QString::fromUtf8(fault.message),
            QString::fromUtf8(fault.type));
    }

    void add(const QJsonArray &where, const QString &message, const QString &type)
    {
        if (m_body.details.size() < maxDetails)
            m_body.details.append(detail(where, message, type));
    }

    void flush()
    {
        if (m_file.write(m_block) != m_block.size())
            m_failure = diskError(m_file).message;
        m_block.clear();
    }

    Result<InlineBody> finish()
    {
        flush();
        m_file.close();
        if (!m_body.details.isEmpty() || !m_failure.isEmpty())
            m_file.remove();
        else if (!m_file.rename(m_path))
            m_failure = diskError(m_file).message;
        if (!m_failure.isEmpty())
            return Failure(Error{.kind = ErrorKind::Disk, .message = m_failure});
        m_body.model = QString::fromUtf8(m_model);
        m_body.endpoint = QString::fromUtf8(m_url);
        return m_body;
    }

    QString m_path;
    QFile m_file;
    QByteArray m_block;
    QString m_failure;
    LineParser m_parser;
    std::string m_flat;
    QSet<QByteArray> m_ids;
    QByteArray m_model;
    QByteArray m_url;
    bool m_hasRequests = false;
    InlineBody m_body;
};

} // namespace

Result<InlineBody> readInlineBody(const QByteArray &body, const QString &linesPath)
{
    InlineReader reader(linesPath);
    const auto size = static_cast<std::size_t>(body.size());
    const auto capacity = static_cast<std::size_t>(body.capacity());
    // What has grown while it came in mostly has room for the padding: no second copy of 100 MB.
    if (capacity >= size + simdjson::SIMDJSON_PADDING)
        return reader.read(simdjson::padded_string_view(body.constData(), size, capacity));
    const PaddedBuffer copy(body);
    return reader.read(
        simdjson::padded_string_view(copy.line().bytes.data(), size, size + linePadding));
}

} // namespace practice
