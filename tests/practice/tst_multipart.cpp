// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/multipart.h"

#include <QTest>

using namespace practice;

class TestMultipart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundary_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("boundary");
        QTest::newRow("plain") << QByteArray("multipart/form-data; boundary=abc")
                               << QByteArray("abc");
        QTest::newRow("quoted") << QByteArray("multipart/form-data; boundary=\"a;c\"")
                                << QByteArray("a;c");
        QTest::newRow("capitals") << QByteArray("Multipart/Form-Data;Boundary=abc ; x=y")
                                  << QByteArray("abc");
        QTest::newRow("second") << QByteArray("multipart/form-data; charset=utf-8; boundary=b")
                                << QByteArray("b");
        QTest::newRow("none") << QByteArray("multipart/form-data") << QByteArray();
        QTest::newRow("other type") << QByteArray("multipart/mixed; boundary=abc") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void boundary()
    {
        QFETCH(QByteArray, type);
        QTEST(formBoundary(type), "boundary");
    }

    /// name=content of each part, a file with its name in brackets, or the fault.
    void parts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("found");
        const QByteArray text
            = "--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n";
        const QByteArray file
            = "--b\r\nContent-Type: x/y\r\nContent-Disposition: form-data; name=\"file\"; "
              "filename=\"a \\\"b\\\".jsonl\"\r\n\r\n";
        QTest::newRow("two") << text + file + "{}\n\r\n--b--\r\n"
                             << QByteArray("purpose=batch|file[a \"b\".jsonl]={}\n");
        QTest::newRow("no line end at the end") << text + "--b--" << QByteArray("purpose=batch");
        QTest::newRow("empty file") << file + "\r\n--b--" << QByteArray("file[a \"b\".jsonl]=");
        QTest::newRow("boundary inside of a line")
            << file + "x--b--y\r\n-b\r\n--b--" << QByteArray("file[a \"b\".jsonl]=x--b--y\r\n-b");
        QTest::newRow("no part") << QByteArray("--b--") << QByteArray();
        QTest::newRow("other boundary")
            << QByteArray("--c--") << QByteArray("!The form does not begin with its boundary.");
        QTest::newRow("cut") << text + file + "{}\n"
                             << QByteArray("!The form does not end with its boundary.");
        QTest::newRow("LF only") << QByteArray(
            "--b\nContent-Disposition: form-data; name=\"a\"\n\nx\n--b--")
                                 << QByteArray("!A boundary of the form does not end its line.");
        QTest::newRow("no name") << QByteArray(
            "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--")
                                 << QByteArray("!A part of the form has no name.");
        QTest::newRow("not form-data")
            << QByteArray("--b\r\nContent-Disposition: file; name=\"a\"\r\n\r\nx\r\n--b--")
            << QByteArray("!A part of the form has no name.");
        QTest::newRow("no blank line")
            << QByteArray("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n--b--")
            << QByteArray("!A part of the form has no end of its headers.");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("!The form does not begin with its boundary.");
    }

    void parts()
    {
        QFETCH(QByteArray, body);
        const auto parts = formParts(body, "b");
        QByteArrayList shown;
        if (!parts)
            shown.append('!' + parts.error());
        for (const FormPart &part : parts.value_or(QList<FormPart>()))
            shown.append(part.name + (part.isFile ? '[' + part.fileName + ']' : QByteArray()) + '='
                         + part.content.toByteArray());
        QTEST(shown.join('|'), "found");
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
