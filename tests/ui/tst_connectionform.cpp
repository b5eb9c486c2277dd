// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/connectionform.h"

#include "profiles/profile.h"
#include "support/testcertificate.h"
#include "ui/unnamed.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The file of a connection's own CAs.
class TstConnectionForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCaFileComesAndGoes();
    void aFileThatCannotBeUsedIsSaid_data();
    void aFileThatCannotBeUsedIsSaid();
    void browsingFillsTheField();

private:
    [[nodiscard]] static QLineEdit *field(const ConnectionForm &form)
    {
        for (const QList<QLineEdit *> all = form.findChildren<QLineEdit *>();
             QLineEdit * each : all)
            if (each->accessibleName().contains("CA"_L1))
                return each;
        return nullptr;
    }
    [[nodiscard]] static Connection known()
    {
        return {.id = ConnectionId{7},
                .name = u"acme"_s,
                .profile = u"openai-compatible"_s,
                .baseUrl = QUrl(u"https://127.0.0.1/v1"_s),
                .keyVariable = {},
                .settings = {{u"page_size"_s, u"7"_s}}};
    }

    Profiles m_profiles = Profiles::load().value();
    QTemporaryDir m_dir;
};

void TstConnectionForm::theCaFileComesAndGoes()
{
    const auto ca = TestCertificate::makeAuthority(u"Authority"_s);
    if (!ca)
        QSKIP("there is no openssl program to make a certificate with");
    QFile file(m_dir.filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ca->pem()) > 0);
    file.close();
    ConnectionForm form(m_profiles);
    QCOMPARE(unnamed(form), QStringList());
    form.setConnection(known());
    field(form)->setText(u" "_s + file.fileName());
    const Result<Connection> with = form.connection();
    QVERIFY(with);
    Connection expected = known();
    expected.settings.insert(u"ca_file"_s, file.fileName());
    QCOMPARE(with->settings, expected.settings);
    form.setConnection(*with);
    QCOMPARE(field(form)->text(), file.fileName());
    field(form)->clear();
    QCOMPARE(form.connection()->settings, known().settings);
}

void TstConnectionForm::aFileThatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QFile empty(m_dir.filePath(u"empty.pem"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QTest::newRow("gone") << m_dir.filePath(u"gone.pem"_s);
    QTest::newRow("a folder") << m_dir.path();
    QTest::newRow("empty") << empty.fileName();
    QTest::newRow("not a whole path") << u"ca.pem"_s;
}

void TstConnectionForm::aFileThatCannotBeUsedIsSaid()
{
    QFETCH(const QString, path);
    ConnectionForm form(m_profiles);
    form.setConnection(known());
    field(form)->setText(path);
    const Result<Connection> made = form.connection();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::BadInput);
    QCOMPARE(made.error().field, u"ca_file"_s);
    form.show();
    form.focusError(made.error().field);
    QCOMPARE(form.focusWidget(), field(form));
}

void TstConnectionForm::browsingFillsTheField()
{
    ConnectionForm form(m_profiles);
    form.setConnection(known());
    form.show();
    int edits = 0;
    connect(&form, &ConnectionForm::edited, this, [&] { ++edits; });
    form.findChild<QPushButton *>()->click();
    auto *dialog = form.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(u"/a/b.pem"_s);
    QCOMPARE(field(form)->text(), u"/a/b.pem"_s);
    QCOMPARE(edits, 1);
}

QTEST_MAIN(TstConnectionForm)

#include "tst_connectionform.moc"
