// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TstCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesAreRelativeToWhereItWasStarted()
    {
        const CommandLine line = readCommandLine(
            {u"batchdesk"_s, u"a.jsonl"_s, u"/tmp/b.jsonl"_s, u"../c d.jsonl"_s}, u"/home/ada"_s);
        QVERIFY(!line.words);
        QCOMPARE(line.files,
                 (QList<QUrl>{QUrl::fromLocalFile(u"/home/ada/a.jsonl"_s),
                              QUrl::fromLocalFile(u"/tmp/b.jsonl"_s),
                              QUrl::fromLocalFile(u"/home/c d.jsonl"_s)}));
    }
    void addressesStayAddresses()
    {
        const CommandLine line = readCommandLine(
            {u"batchdesk"_s, u"https://example.org/a.jsonl"_s, u"file:///tmp/x.jsonl"_s}, u"/"_s);
        QCOMPARE(line.files,
                 (QList<QUrl>{QUrl(u"https://example.org/a.jsonl"_s),
                              QUrl::fromLocalFile(u"/tmp/x.jsonl"_s)}));
    }
    void takesItsOptions()
    {
        const CommandLine line
            = readCommandLine({u"batchdesk"_s, u"--library"_s, u"lib"_s, u"--picture=out.png"_s,
                               u"--picture-page"_s, u"run"_s},
                              u"/home/ada"_s);
        QVERIFY(!line.words);
        QCOMPARE(line.library, u"/home/ada/lib"_s);
        QCOMPARE(line.picture, u"/home/ada/out.png"_s);
        QCOMPARE(line.picturePage, CommandLine::Page::Run);
    }
    void helpNamesEveryOption()
    {
        const CommandLine line = readCommandLine({u"batchdesk"_s, u"--help"_s}, u"/"_s);
        QVERIFY(line.words && !line.words->isError);
        for (const QString &option :
             {u"--library"_s, u"--picture"_s, u"--picture-page"_s, u"--version"_s, u"files"_s})
            QVERIFY2(line.words->text.contains(option), qPrintable(line.words->text));
    }
    void wrongUseIsAnError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--colour"_s};
        QTest::newRow("no folder") << QStringList{u"--library"_s};
        QTest::newRow("no such page") << QStringList{u"--picture-page"_s, u"moon"_s};
    }
    void wrongUseIsAnError()
    {
        QFETCH(QStringList, arguments);
        const CommandLine line = readCommandLine(QStringList{u"batchdesk"_s} + arguments, u"/"_s);
        QVERIFY(line.words && line.words->isError && !line.words->text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_commandline.moc"
