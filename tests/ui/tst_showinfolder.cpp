// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/showinfolder.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDesktopServices>
#include <QProcess>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.FileManager1"_s;

/// A file manager on a bus of the test's own.
class FileManager final
    : public QObject
    , protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")
public:
    QStringList shown;
    bool refuses = false;
public Q_SLOTS:
    void ShowItems(const QStringList &uris, const QString & /*startup*/)
    {
        shown += uris;
        if (refuses)
            sendErrorReply(QDBusError::Failed, u"No"_s);
    }
};

class Opener final : public QObject {
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

class TestShowInFolder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TEST_BUS"))
            QSKIP("dbus-daemon is not installed");
        QDesktopServices::setUrlHandler(u"file"_s, &m_opener, "open");
    }
    void init()
    {
        m_manager.shown.clear();
        m_manager.refuses = false;
        m_opener.opened.clear();
    }
    void theFileIsChosenInItsFolder()
    {
        QDBusConnection bus = offer();
        showInFolder(u"/tmp/some where/größe #1.csv"_s);
        QTRY_COMPARE(m_manager.shown,
                     QStringList{u"file:///tmp/some%20where/gr%C3%B6%C3%9Fe%20%231.csv"_s});
        QTest::qWait(50);
        QCOMPARE(m_opener.opened, QList<QUrl>());
        bus.unregisterService(service);
    }
    void withoutAFileManagerTheFolderIsOpened()
    {
        showInFolder(u"/tmp/some where/größe #1.csv"_s);
        QTRY_COMPARE(m_opener.opened, QList<QUrl>{QUrl::fromLocalFile(u"/tmp/some where"_s)});
    }
    void whereItIsRefusedTheFolderIsOpened()
    {
        QDBusConnection bus = offer();
        m_manager.refuses = true;
        showInFolder(u"/tmp/a/b.csv"_s);
        QTRY_COMPARE(m_opener.opened, QList<QUrl>{QUrl::fromLocalFile(u"/tmp/a"_s)});
        QCOMPARE(m_manager.shown.size(), 1);
        bus.unregisterService(service);
    }

private:
    QDBusConnection offer()
    {
        QDBusConnection bus
            = QDBusConnection::connectToBus(qEnvironmentVariable("TEST_BUS"), u"manager"_s);
        bus.registerObject(u"/org/freedesktop/FileManager1"_s, &m_manager,
                           QDBusConnection::ExportAllSlots);
        if (!bus.registerService(service))
            qFatal("The bus takes no file manager");
        return bus;
    }
    FileManager m_manager;
    Opener m_opener;
};

int main(int argc, char **argv)
{
    // Before anything asks for the bus of the session.
    QProcess daemon;
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (daemon.waitForStarted() && daemon.waitForReadyRead())
        qputenv("TEST_BUS", daemon.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", qgetenv("TEST_BUS"));
    int result = 0;
    {
        const QApplication app(argc, argv);
        TestShowInFolder test;
        result = QTest::qExec(&test, argc, argv);
    }
    daemon.kill();
    daemon.waitForFinished();
    return result;
}

#include "tst_showinfolder.moc"
