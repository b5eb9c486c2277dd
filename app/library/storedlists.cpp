// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/storedlists.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace {

QVariant jsonText(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QJsonDocument jsonOf(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8());
}

} // namespace

QVariant toStored(const QStringList &texts)
{
    return jsonText(QJsonDocument(QJsonArray::fromStringList(texts)));
}
void fromStored(const QVariant &value, QStringList &texts)
{
    texts.clear();
    for (const QJsonValue &text : jsonOf(value).array())
        texts.append(text.toString());
}

QVariant toStored(const QMap<QString, QString> &settings)
{
    QJsonObject object;
    for (const auto &[key, text] : settings.asKeyValueRange())
        object.insert(key, text);
    return jsonText(QJsonDocument(object));
}
void fromStored(const QVariant &value, QMap<QString, QString> &settings)
{
    settings.clear();
    const QJsonObject object = jsonOf(value).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        settings.insert(it.key(), it.value().toString());
}

QVariant toStored(const QList<std::pair<QString, QByteArray>> &metadata)
{
    QJsonArray array;
    for (const auto &[key, raw] : metadata) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(raw);
        if (decoder.hasError())
            array.append(QJsonArray{key, QString(), QString::fromLatin1(raw.toBase64())});
        else
            array.append(QJsonArray{key, text});
    }
    return jsonText(QJsonDocument(array));
}
void fromStored(const QVariant &value, QList<std::pair<QString, QByteArray>> &metadata)
{
    metadata.clear();
    for (const QJsonValue &entry : jsonOf(value).array()) {
        const QJsonArray parts = entry.toArray();
        metadata.append({parts.at(0).toString(),
                         parts.size() > 2
                             ? QByteArray::fromBase64(parts.at(2).toString().toLatin1())
                             : parts.at(1).toString().toUtf8()});
    }
}

QVariant toStored(const QList<BatchFault> &faults)
{
    QJsonArray array;
    for (const BatchFault &fault : faults)
        array.append(QJsonObject{{u"code"_s, fault.code},
                                 {u"message"_s, fault.message},
                                 {u"param"_s, fault.param},
                                 {u"line"_s, fault.line}});
    return jsonText(QJsonDocument(array));
}
void fromStored(const QVariant &value, QList<BatchFault> &faults)
{
    faults.clear();
    for (const QJsonValue &entry : jsonOf(value).array())
        faults.append({.code = entry["code"_L1].toString(),
                       .message = entry["message"_L1].toString(),
                       .param = entry["param"_L1].toString(),
                       .line = entry["line"_L1].toInteger()});
}

QVariant toStored(const std::optional<Error> &error)
{
    return error ? jsonText(QJsonDocument(toJson(*error)))
                 : QVariant(QMetaType::fromType<QString>());
}
void fromStored(const QVariant &value, std::optional<Error> &error)
{
    error = value.isNull() ? std::nullopt : std::optional(errorFromJson(jsonOf(value).object()));
}
