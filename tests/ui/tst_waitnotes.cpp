// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitnotes.h"

#include "services.h"
#include "ui/samplelibrary.h"
#include "widgets/messagearea.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A provider that is not there, and one that comes back.
class TestWaitNotes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("BATCHDESK_TIME_SCALE", "0.02"); }
    void anOutageIsSaidOnceAndGoesWithIt();
};

void TestWaitNotes::anOutageIsSaidOnceAndGoesWithIt()
{
    // A port on which nobody listens yet.
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    const QTemporaryDir folder;
    auto services = Services::make({.libraryFolder = folder.path()}).value();
    Connection connection{.name = u"Acme"_s,
                          .profile = u"openai-compatible"_s,
                          .baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(port)),
                          .keyVariable = {},
                          .settings = {},
                          .pollMin = 1s,
                          .pollMax = 2s};
    QVERIFY(services->library().add(connection));
    MessageArea messages;
    messages.resize(800, 200);
    messages.QWidget::show();
    const WaitNotes notes(*services, messages);
    (void)samplelibrary::add(*services, {.name = "one", .connection = "Acme"});
    services->driver().start();

    QTRY_COMPARE(messages.texts().size(), 1);
    QVERIFY2(messages.texts().first().startsWith(u"“Acme” has not answered since"_s),
             qPrintable(messages.texts().first()));
    const auto press = [&messages](const QString &name) {
        for (QToolButton *button : messages.findChildren<QToolButton *>())
            if (button->isVisible() && (button->text() == name || button->accessibleName() == name))
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL("There is no such button");
    };
    // Tried in vain: it is said again.
    press(u"Try Now"_s);
    QCOMPARE(messages.texts().size(), 0);
    QTRY_COMPARE(messages.texts().size(), 1);
    // Closed by a person: this outage is known.
    press(u"Close this message"_s);
    QTRY_COMPARE(messages.texts().size(), 0);
    QTest::qWait(600);
    QCOMPARE(messages.texts().size(), 0);

    // Anything that it says is an answer.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, port));
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (socket->readAll().endsWith("\r\n\r\n"))
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n"
                              "Content-Length: 2\r\n\r\n{}");
        });
    });
    QTRY_VERIFY(
        !services->driver().connectionWait(services->library().connectionByName(u"Acme"_s)->id));
    services->driver().stop();
}

QTEST_MAIN(TestWaitNotes)
#include "tst_waitnotes.moc"
