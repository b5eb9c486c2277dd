// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/safename.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TstSafeName : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void twoThousandEvilNamesAreFilesInTheirFolder();
};

void TstSafeName::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("usual") << u"Spring survey, wave 3"_s << u"Spring survey_ wave 3"_s;
    QTest::newRow("letters of all kinds") << u"Größe 日本 ١٢"_s << u"Größe 日本 ١٢"_s;
    QTest::newRow("up") << u".."_s << u"results"_s;
    QTest::newRow("up and away") << u"../../etc/passwd"_s << u"_.._etc_passwd"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s << u"_etc_passwd"_s;
    QTest::newRow("backslashes") << u"..\\..\\boot.ini"_s << u"_.._boot.ini"_s;
    QTest::newRow("drive") << u"C:evil"_s << u"C_evil"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("option") << u"--rf"_s << u"rf"_s;
    QTest::newRow("device") << u"con"_s << u"_con"_s;
    QTest::newRow("device with suffix") << u"NUL.txt"_s << u"_NUL.txt"_s;
    QTest::newRow("port") << u"lpt1"_s << u"_lpt1"_s;
    QTest::newRow("no device") << u"console"_s << u"console"_s;
    QTest::newRow("dots at the end") << u"name..."_s << u"name"_s;
    QTest::newRow("blanks around") << u"  name \t"_s << u"name"_s;
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << u"a_b"_s;
    QTest::newRow("line end") << u"a\nb"_s << u"a_b"_s;
    QTest::newRow("turned around") << u"a\u202Egpj.exe"_s << u"a_gpj.exe"_s;
    QTest::newRow("stream") << u"a:b"_s << u"a_b"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xD800) << u"a_"_s;
    QTest::newRow("smile") << u"\U0001F600"_s << u"results"_s;
    QTest::newRow("nothing") << QString() << u"results"_s;
    QTest::newRow("long") << QString(400, u'x') << QString(150, u'x');
    QTest::newRow("long in bytes") << QString(400, u'é') << QString(75, u'é');
}

void TstSafeName::names()
{
    QFETCH(const QString, name);
    QFETCH(const QString, safe);
    QCOMPARE(safeFileName(name, u"results"_s), safe);
}

void TstSafeName::twoThousandEvilNamesAreFilesInTheirFolder()
{
    const QStringList parts{u".."_s,    u"."_s,      u"/"_s,          u"\\"_s,   u"\0"_s,
                            u"\n"_s,    u"\u202E"_s, u"CON"_s,        u"com1"_s, u"~"_s,
                            u"$(id)"_s, u"a"_s,      u"é"_s,          u" "_s,    u"-"_s,
                            u":"_s,     u"%2f"_s,    u"\U0001F600"_s, u"|"_s,    u"*?<>\""_s,
                            u"\x7F"_s,  u"\u2028"_s};
    QTemporaryDir folder;
    const QDir target(folder.path());
    int count = 0;
    for (const QString &one : parts) {
        for (const QString &two : parts) {
            for (const QString &three : {u""_s, u"/x"_s, u".."_s, u"x"_s, QString(300, u'y')}) {
                const QString name = safeFileName(one + two + three, u"results"_s) + ".csv"_L1;
                QVERIFY2(!name.contains(u'/') && !name.contains(u'\\'), qPrintable(name));
                QCOMPARE(QFileInfo(target.filePath(name)).dir().absolutePath(),
                         target.absolutePath());
                QFile file(target.filePath(name));
                QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
                QVERIFY(target.exists(name));
                ++count;
            }
        }
    }
    QVERIFY(count > 2'000);
    QVERIFY(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

QTEST_GUILESS_MAIN(TstSafeName)
#include "tst_safename.moc"
