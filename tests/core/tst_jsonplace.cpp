// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonplace.h"

#include "core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What stands at a pointer, by reading all of it.
QJsonValue valueAt(const QByteArray &json, const QString &pointer)
{
    QJsonValue value = QJsonDocument::fromJson('[' + json + ']').array().first();
    const QStringList tokens = pointer.isEmpty() ? QStringList() : pointer.mid(1).split(u'/');
    for (QString token : tokens) {
        token.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        value = value.isArray() ? value.toArray().at(token.toInt()) : value.toObject().value(token);
    }
    return value;
}

} // namespace

class tst_JsonPlace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachLineHasThePlaceOfItsValue()
    {
        const QByteArray json
            = "{'custom_id':'a','response':{'body':{'choices':[{'message':{'content':'x{\\n[\\'y'},"
              "'n':1},{'n':-2.50e3}],'empty':{},'none':[]}},'a/b~c':{'\\'q\\' \\u00e9':true},"
              "'list':[[1,2],[],[{'k':null}]],'':{'':'z'}}"_ba.replace('\'', '"');
        const QByteArray laidOut = jsontext::indented(json);
        const QByteArrayList lines = laidOut.split('\n');
        int containers = 0;
        for (int line = 0; line < lines.size(); ++line) {
            const JsonPlace place = jsonPlaceAt(laidOut, line);
            const QJsonValue value = valueAt(json, place.pointer);
            if (place.value.size() == 1 && QByteArray("{}[]").contains(place.value)) {
                ++containers;
                QVERIFY(value.isObject() || value.isArray());
                QCOMPARE(value.isObject(), place.value == "{" || place.value == "}");
                continue;
            }
            const QJsonValue own = QJsonDocument::fromJson('[' + place.value + ']').array().first();
            QVERIFY2(own == value, lines[line].constData());
        }
        QCOMPARE(containers, 26);
        QCOMPARE(jsonPlaceAt(laidOut, 7).pointer, u"/response/body/choices/0/message/content"_s);
        QCOMPARE(jsonPlaceAt(laidOut, lines.size() + 5).pointer, QString());
    }
    void anyBytesHaveSomePlace()
    {
        for (const QByteArray &bytes :
             {""_ba, "}"_ba, "{"_ba, "{\n\"a"_ba, "[\n]\n]\n}"_ba, "{\n  \"a\": \n,\n"_ba,
              "x\ny\n{\n[\n\"\\"_ba, "{\n\x01\xff"_ba})
            for (qsizetype line = 0; line < 5; ++line) {
                const QString pointer = jsonPlaceAt(bytes, line).pointer;
                QVERIFY(pointer.isEmpty() || pointer.startsWith(u'/'));
            }
    }
};

QTEST_GUILESS_MAIN(tst_JsonPlace)
#include "tst_jsonplace.moc"
