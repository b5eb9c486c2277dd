// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/csvwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_CsvWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void guardsCanBeTakenOff_data();
    void guardsCanBeTakenOff();
    void numbersAreNever();
};

void tst_CsvWriter::formulasAreGuarded_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("=") << u"=A1"_s << QByteArray("'=A1");
    QTest::newRow("+") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("-") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("@") << u"@x"_s << QByteArray("'@x");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("CR") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("LF") << u"\n=1"_s << QByteArray("\"'\n=1\"");
    QTest::newRow("NUL") << QString::fromUtf16(u"\0=1", 3) << QByteArray("'\0=1", 4);
    QTest::newRow("behind spaces") << u"  =1"_s << QByteArray("'  =1");
    QTest::newRow("behind no-break space") << u"\u00A0=1"_s << QByteArray("'\u00A0=1");
    QTest::newRow("full-width =") << u"＝1"_s << QByteArray("'＝1");
    QTest::newRow("full-width +") << u"＋1"_s << QByteArray("'＋1");
    QTest::newRow("full-width -") << u"－1"_s << QByteArray("'－1");
    QTest::newRow("full-width @") << u"＠1"_s << QByteArray("'＠1");
    QTest::newRow("with quotes") << u"=\"a\""_s << QByteArray("\"'=\"\"a\"\"\"");
    QTest::newRow("inside: none") << u"1=1"_s << QByteArray("1=1");
    QTest::newRow("spaces only: none") << u"  "_s << QByteArray("  ");
}

void tst_CsvWriter::formulasAreGuarded()
{
    QFETCH(QString, content);
    QFETCH(QByteArray, cell);
    CsvWriter csv(u',', CsvWriter::Formulas::Guarded);
    csv.addNumber(1);
    csv.addText(content);
    csv.endRow();
    QCOMPARE(csv.take(), "1," + cell + "\r\n");
    QCOMPARE(csv.guardedCells(), cell.contains('\'') ? 1 : 0);
}

void tst_CsvWriter::guardsCanBeTakenOff_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("cell");
    QTest::newRow("formula") << u"=1"_s << u"'=1"_s;
    QTest::newRow("formula behind an apostrophe") << u"'=1"_s << u"''=1"_s;
    QTest::newRow("formula behind two") << u"''\t=1"_s << u"'''\t=1"_s;
    QTest::newRow("spaces between") << u"' =1"_s << u"'' =1"_s;
    QTest::newRow("only an apostrophe") << u"'"_s << u"'"_s;
    QTest::newRow("quoted word") << u"'a'"_s << u"'a'"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("an apostrophe behind a space") << u" '=1"_s << u" '=1"_s;
}

/// '=1 and =1 must not become the same cell.
void tst_CsvWriter::guardsCanBeTakenOff()
{
    QFETCH(const QString, content);
    QFETCH(const QString, cell);
    CsvWriter csv(u',', CsvWriter::Formulas::Guarded);
    csv.addNumber(1);
    csv.addText(content);
    csv.endRow();
    QCOMPARE(csv.take(), "1," + cell.toUtf8() + "\r\n");
    QCOMPARE(CsvWriter::unguarded(cell), content);
}

void tst_CsvWriter::numbersAreNever()
{
    CsvWriter csv(u'-', CsvWriter::Formulas::Guarded);
    csv.addNumber(-5);
    csv.addNumber(std::nullopt);
    csv.addPlain(u"1e-3");
    csv.endRow();
    QCOMPARE(csv.take(), QByteArray("\"-5\"--\"1e-3\"\r\n"));
    QCOMPARE(csv.guardedCells(), 0);
    QCOMPARE(csv.take(), QByteArray());
}

QTEST_GUILESS_MAIN(tst_CsvWriter)
#include "tst_csvwriter.moc"
