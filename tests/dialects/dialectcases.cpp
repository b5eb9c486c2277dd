// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialectcases.h"

#include "support/jsoncompare.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString caseFolder(const Dialect &dialect)
{
    return QStringLiteral(SOURCE_DIR "/tests/dialects/data/") + dialect.id;
}

template <class Value>
QJsonObject resultJson(const Result<Value> &result)
{
    if (result)
        return toJson(*result);
    Error error = result.error();
    error.detail.clear();
    return {{u"failure"_s, toJson(error)}};
}

} // namespace

void addCaseRows(const Dialect &dialect)
{
    QTest::addColumn<QString>("path");
    const QString folder = caseFolder(dialect);
    for (const QString &name : caseNames(folder))
        QTest::newRow(qPrintable(name)) << QString(folder + u'/' + name);
}

void runReplyCase(const Dialect &dialect)
{
    QFETCH(const QString, path);
    const CaseFile file = CaseFile::read(path + ".in.json"_L1);
    const QJsonObject read = file.stepKind() == StepKind::List
        ? resultJson(dialect.readList(file.reply, {.after = file.after}))
        : resultJson(dialect.absorb(file.view(), file.stepKind(), file.reply));
    COMPARE_JSON(QJsonDocument(read), path + ".out.json"_L1);
}

void runNextCase(const Dialect &dialect)
{
    QFETCH(const QString, path);
    const CaseFile file = CaseFile::read(path + ".in.json"_L1);
    const Step step = file.stepKind() == StepKind::List
        ? dialect.list({.after = file.after}, file.profile)
        : file.stepKind() == StepKind::Cancel ? dialect.cancel(file.view())
                                              : dialect.next(file.view());
    COMPARE_JSON(QJsonDocument(toJson(step)), path + ".request.json"_L1);
}

QByteArray bodyOf(const Dialect &dialect, const BatchView &view, const QByteArray &lines)
{
    const Framing framing = dialect.framing(view);
    QByteArray body = framing.before;
    bool isFirst = true;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const PaddedBuffer buffer(line);
        const Result<Request> request = readRequest(buffer.line());
        if (!request)
            qFatal("%s: %s", qPrintable(request.error().message), line.constData());
        if (!isFirst)
            body += framing.between;
        isFirst = false;
        dialect.writeLine(*request, view, body);
    }
    return body + framing.after;
}
