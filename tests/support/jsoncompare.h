// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QTest>

/// Compares with reference files of the tests. Where they differ, what came out is written beside
/// the build (<name>.fail, never into the source tree) and both are printed with the first
/// difference.
namespace jsoncompare {

inline QString fail(const QString &reference, const QByteArray &actual, const QByteArray &expected)
{
    const QFileInfo info(reference);
    const QString failed = QDir::current().filePath(info.dir().dirName() + QLatin1Char('-')
                                                    + info.fileName() + QStringLiteral(".fail"));
    if (QFile file(failed); file.open(QIODevice::WriteOnly))
        file.write(actual);
    const QList<QByteArray> got = actual.split('\n');
    const QList<QByteArray> wanted = expected.split('\n');
    qsizetype line = 0;
    while (line < got.size() && line < wanted.size() && got[line] == wanted[line])
        ++line;
    return QStringLiteral("%1 differs in line %2 (all of it is in %3)\n- %4\n+ %5")
        .arg(reference, QString::number(line + 1), failed,
             QString::fromUtf8(wanted.value(line).left(400)),
             QString::fromUtf8(got.value(line).left(400)));
}

/// Empty where the bytes are those of the file.
inline QString bytesDiffer(const QByteArray &actual, const QString &reference)
{
    if (!QFile::exists(reference))
        return QStringLiteral("there is no %1\n").arg(reference) + fail(reference, actual, {});
    const QByteArray expected = bytesOf(reference);
    return actual == expected ? QString() : fail(reference, actual, expected);
}

/// Empty where the values are those of the file; layout and order of keys do not count.
inline QString valuesDiffer(const QJsonDocument &actual, const QString &reference)
{
    const QJsonDocument expected = QJsonDocument::fromJson(bytesOf(reference));
    if (!expected.isNull() && actual == expected)
        return {};
    return fail(reference, actual.toJson(), expected.toJson());
}

} // namespace jsoncompare

#define COMPARE_BYTES(actual, reference) \
    do { \
        const QString difference = jsoncompare::bytesDiffer(actual, reference); \
        QVERIFY2(difference.isEmpty(), qPrintable(difference)); \
    } while (false)

#define COMPARE_JSON(actual, reference) \
    do { \
        const QString difference = jsoncompare::valuesDiffer(actual, reference); \
        QVERIFY2(difference.isEmpty(), qPrintable(difference)); \
    } while (false)
