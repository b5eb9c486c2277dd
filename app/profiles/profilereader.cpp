// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profilereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Takes the fields out of an object one by one and keeps the first thing that is wrong. What is
/// left at the end is not known.
class Fields {
public:
    Fields(QJsonObject object, QString fileName, QString prefix = {})
        : m_object(std::move(object)), m_file(std::move(fileName)), m_prefix(std::move(prefix))
    {}

    void text(QLatin1StringView key, QString &target)
    {
        take(key, &QJsonValue::isString,
             [&](const QJsonValue &value) { target = value.toString(); });
    }
    void flag(QLatin1StringView key, bool &target)
    {
        take(key, &QJsonValue::isBool, [&](const QJsonValue &value) { target = value.toBool(); });
    }
    void number(QLatin1StringView key, qint64 &target)
    {
        take(key, &QJsonValue::isDouble, [&](const QJsonValue &value) {
            target = value.toInteger(-1);
            if (target < 0)
                fail(key);
        });
    }
    void texts(QLatin1StringView key, QStringList &target)
    {
        take(key, &QJsonValue::isArray, [&](const QJsonValue &value) {
            const QJsonArray list = value.toArray();
            for (const QJsonValue &element : list) {
                if (!element.isString())
                    fail(key);
                target.append(element.toString());
            }
        });
    }
    void statuses(QLatin1StringView key, QList<int> &target)
    {
        take(key, &QJsonValue::isArray, [&](const QJsonValue &value) {
            const QJsonArray list = value.toArray();
            for (const QJsonValue &element : list) {
                if (element.toInt() < 400 || element.toInt() > 599)
                    fail(key);
                target.append(element.toInt());
            }
        });
    }
    /// A word of a closed list.
    template <class Value, class FromName>
    void word(QLatin1StringView key, Value &target, FromName fromName)
    {
        take(key, &QJsonValue::isString, [&](const QJsonValue &value) {
            if (const std::optional<Value> read = fromName(value.toString()))
                target = *read;
            else
                fail(key);
        });
    }
    /// Seconds, with a fraction.
    void seconds(QLatin1StringView key, std::chrono::milliseconds &target)
    {
        take(key, &QJsonValue::isDouble, [&](const QJsonValue &value) {
            target = std::chrono::milliseconds(
                std::llround(std::clamp(value.toDouble(), 0.0, 1e6) * 1'000));
            if (target.count() <= 0)
                fail(key);
        });
    }
    /// A number that is certain, or {"value": number, "certain": bool}.
    void limit(QLatin1StringView key, Limit &target)
    {
        if (m_object.value(key).isDouble()) {
            number(key, target.value);
            return;
        }
        object(key, [&](Fields &inner) {
            inner.require("value"_L1);
            inner.number("value"_L1, target.value);
            inner.flag("certain"_L1, target.certain);
        });
    }
    template <class Read>
    void object(QLatin1StringView key, Read read)
    {
        take(key, &QJsonValue::isObject, [&](const QJsonValue &value) {
            Fields inner(value.toObject(), m_file, m_prefix + key + u'.');
            read(inner);
            if (const std::optional<Error> error = inner.finish(); error && !m_error)
                m_error = error;
        });
    }
    /// All members, each a text, whatever their keys.
    template <class Use>
    void eachText(Use use)
    {
        const QStringList keys = m_object.keys();
        for (const QString &key : keys) {
            const QJsonValue value = m_object.take(key);
            if (!value.isString() || !use(key, value.toString()))
                fail(key);
        }
    }

    void require(QLatin1StringView key)
    {
        if (!m_object.contains(key))
            fail(key);
    }

    template <class Key>
    void fail(const Key &key)
    {
        if (m_error)
            return;
        m_error = Error{.kind = ErrorKind::BadInput,
                        .message
                        = QCoreApplication::translate(
                              "Profile", "The profile file %1 has a wrong or missing field \"%2\"")
                              .arg(m_file, m_prefix + key),
                        .field = m_prefix + key};
    }

    [[nodiscard]] std::optional<Error> finish()
    {
        if (!m_error && !m_object.isEmpty()) {
            const QString key = m_prefix + m_object.keys().first();
            m_error
                = Error{.kind = ErrorKind::BadInput,
                        .message = QCoreApplication::translate(
                                       "Profile", "The profile file %1 has an unknown field \"%2\"")
                                       .arg(m_file, key),
                        .field = key};
        }
        return m_error;
    }

private:
    template <class Use>
    void take(QLatin1StringView key, bool (QJsonValue::*isRight)() const, Use use)
    {
        if (!m_object.contains(key))
            return;
        const QJsonValue value = m_object.take(key);
        if ((value.*isRight)())
            use(value);
        else
            fail(key);
    }

    QJsonObject m_object;
    QString m_file;
    QString m_prefix;
    std::optional<Error> m_error;
};

void readAccess(Fields &fields, Profile &profile)
{
    fields.word("base_url"_L1, profile.baseUrl, [](const QString &text) {
        const QUrl url(text, QUrl::StrictMode);
        return text.isEmpty() || isUsableBaseUrl(url) ? std::optional(url) : std::nullopt;
    });
    fields.word("auth"_L1, profile.auth, authFromName);
    fields.flag("needs_key"_L1, profile.needsKey);
    fields.text("key_hint"_L1, profile.keyHint);
    fields.object("headers"_L1, [&](Fields &headers) {
        headers.eachText([&](const QString &key, const QString &value) {
            profile.headers.append({key.toUtf8(), value.toUtf8()});
            return !key.isEmpty();
        });
    });
    fields.object("paths"_L1, [&](Fields &paths) {
        paths.eachText([&](const QString &key, const QString &value) {
            profile.paths.insert(key, value);
            return callNames().contains(key) && value.startsWith(u'/');
        });
    });
    fields.object("poll"_L1, [&](Fields &poll) {
        poll.seconds("min"_L1, profile.pollMin);
        poll.seconds("max"_L1, profile.pollMax);
        if (profile.pollMax < profile.pollMin)
            poll.fail("max"_L1);
    });
}

void readLimits(Fields &fields, Profile &profile)
{
    fields.object("limits"_L1, [&](Fields &limits) {
        limits.limit("requests"_L1, profile.maxRequests);
        limits.limit("bytes"_L1, profile.maxBytes);
        limits.limit("line_bytes"_L1, profile.maxLineBytes);
        limits.limit("custom_id"_L1, profile.maxCustomId);
        limits.limit("live_batches"_L1, profile.maxLiveBatches);
        limits.limit("metadata"_L1, profile.maxMetadata);
        limits.limit("metadata_key"_L1, profile.maxMetadataKey);
        limits.limit("metadata_value"_L1, profile.maxMetadataValue);
    });
}

void readRules(Fields &fields, Profile &profile)
{
    fields.flag("same_model"_L1, profile.sameModel);
    fields.flag("same_url"_L1, profile.sameUrl);
    fields.flag("needs_model"_L1, profile.needsModel);
    fields.flag("needs_max_tokens"_L1, profile.needsMaxTokens);
    QString metadata = u"strings"_s;
    fields.word("metadata"_L1, metadata, [](const QString &word) {
        return word == "strings"_L1 || word == "free"_L1 || word == "none"_L1 ? std::optional(word)
                                                                              : std::nullopt;
    });
    profile.hasMetadata = metadata != "none"_L1;
    profile.freeMetadata = metadata == "free"_L1;
    fields.flag("has_name"_L1, profile.hasName);
    fields.texts("windows"_L1, profile.windows);
    fields.text("default_window"_L1, profile.defaultWindow);
    if (!profile.defaultWindow.isEmpty() && !profile.windows.contains(profile.defaultWindow))
        fields.fail("default_window"_L1);
    fields.texts("endpoints"_L1, profile.endpoints);
    fields.flag("chooses_endpoint"_L1, profile.choosesEndpoint);
}

void readCalls(Fields &fields, Profile &profile)
{
    fields.word("list"_L1, profile.list, supportFromName);
    fields.word("cancel"_L1, profile.cancel, supportFromName);
    fields.word("reconcile"_L1, profile.reconcile, strengthFromName);
    fields.statuses("refused_statuses"_L1, profile.refusedStatuses);
    fields.word("text_operations"_L1, profile.textOperations, textOperationsFromName);
    fields.word("body_type"_L1, profile.bodyType, [](const QString &type) {
        return isBodyType(type) ? std::optional(type) : std::nullopt;
    });
    fields.text("upload_purpose"_L1, profile.uploadPurpose);
    fields.flag("checks_upload"_L1, profile.checksUpload);
    fields.number("output_expires_after"_L1, profile.outputExpiresAfter);
    fields.number("keeps_results"_L1, profile.keepsResults);
    fields.word("start"_L1, profile.start, [](const QString &word) {
        return isStartMode(word) ? std::optional(word) : std::nullopt;
    });
    for (const auto &[key, target] : {std::pair("add_requests"_L1, &profile.addRequests),
                                      {"add_bytes"_L1, &profile.addBytes},
                                      {"page_size"_L1, &profile.pageSize}}) {
        fields.number(key, *target);
        if (*target < 1)
            fields.fail(key);
    }
}

template <class Value>
struct Word {
    QLatin1StringView name;
    Value value;
};

template <class Value, std::size_t N>
std::optional<Value> find(const Word<Value> (&words)[N], QStringView name)
{
    for (const Word<Value> &word : words)
        if (word.name == name)
            return word.value;
    return std::nullopt;
}

} // namespace

std::optional<AuthScheme> authFromName(QStringView name)
{
    static constexpr Word<AuthScheme> words[] = {{"none"_L1, AuthScheme::None},
                                                 {"bearer"_L1, AuthScheme::Bearer},
                                                 {"x-api-key"_L1, AuthScheme::XApiKey},
                                                 {"api-key"_L1, AuthScheme::ApiKey},
                                                 {"x-goog-api-key"_L1, AuthScheme::XGoogApiKey}};
    return find(words, name);
}

std::optional<TextOperations> textOperationsFromName(QStringView name)
{
    static constexpr Word<TextOperations> words[] = {{"none"_L1, TextOperations::None},
                                                     {"only"_L1, TextOperations::Only},
                                                     {"also"_L1, TextOperations::Also}};
    return find(words, name);
}

bool isBodyType(QStringView type)
{
    return type == "application/jsonl"_L1 || type == "application/json"_L1
        || type == "application/x-ndjson"_L1;
}

std::optional<Support> supportFromName(QStringView name)
{
    static constexpr Word<Support> words[]
        = {{"no"_L1, Support::No}, {"yes"_L1, Support::Yes}, {"probe"_L1, Support::Probe}};
    return find(words, name);
}

std::optional<ReconcileStrength> strengthFromName(QStringView name)
{
    static constexpr Word<ReconcileStrength> words[] = {{"none"_L1, ReconcileStrength::None},
                                                        {"weak"_L1, ReconcileStrength::Weak},
                                                        {"medium"_L1, ReconcileStrength::Medium},
                                                        {"strong"_L1, ReconcileStrength::Strong}};
    return find(words, name);
}

bool isStartMode(QStringView name)
{
    return name == "auto"_L1 || name == "always"_L1 || name == "never"_L1;
}

const QStringList &callNames()
{
    static const QStringList names
        = {u"create"_s,  u"get"_s,    u"list"_s, u"cancel"_s, u"upload"_s,   u"file"_s,
           u"content"_s, u"output"_s, u"add"_s,  u"start"_s,  u"requests"_s, u"results"_s};
    return names;
}

Result<Profile> readProfile(const QByteArray &json, const QString &fileName)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject())
        return Failure(Error{
            .kind = ErrorKind::BadInput,
            .message
            = QCoreApplication::translate("Profile", "The profile file %1 is not a JSON object: %2")
                  .arg(fileName, fault.errorString())});
    Profile profile;
    Fields fields(document.object(), fileName);
    for (const QLatin1StringView key : {"id"_L1, "title"_L1, "dialect"_L1, "paths"_L1})
        fields.require(key);
    fields.text("id"_L1, profile.id);
    if (profile.id + ".json"_L1 != fileName)
        fields.fail("id"_L1);
    fields.text("title"_L1, profile.title);
    fields.text("dialect"_L1, profile.dialect);
    fields.text("note"_L1, profile.note);
    fields.flag("practice"_L1, profile.isPractice);
    readAccess(fields, profile);
    readLimits(fields, profile);
    readRules(fields, profile);
    readCalls(fields, profile);
    if (const std::optional<Error> error = fields.finish())
        return Failure(*error);
    return profile;
}
