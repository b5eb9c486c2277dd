// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/cleanlogs.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString logged; ///< what came out at the end of the way

void keep(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    logged += QLatin1StringView(context.category) + u": "_s + text + u'\n';
}

} // namespace

class CleanLogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_ofQtTest = qInstallMessageHandler(keep);
        keepLogsClean();
        keepLogsClean(); // once more does no harm
    }
    void cleanupTestCase() { qInstallMessageHandler(m_ofQtTest); }
    void cleanup() { QLoggingCategory::setFilterRules({}); }
    void secretsAreTakenOut();
    void messagesOfTheBusAreNeverLogged();

private:
    QtMessageHandler m_ofQtTest = nullptr;
};

void CleanLogsTest::secretsAreTakenOut()
{
    logged.clear();
    qWarning("refused: Authorization: Bearer kX9vQ2mLaB3fzT7wpR4");
    qCritical() << "x-api-key" << "https://a.example/x?api_key=kX9vQ2mLaB3fzT7wpR4";
    qWarning("plain words stay");
    QVERIFY2(!logged.contains("kX9vQ2mL"_L1), qPrintable(logged));
    QVERIFY(logged.contains("[hidden]"_L1));
    QVERIFY(logged.contains("plain words stay"_L1));
}

/// Qt prints whole messages with their arguments where it is asked to.
void CleanLogsTest::messagesOfTheBusAreNeverLogged()
{
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const QLoggingCategory other("batchdesk.test");
    QVERIFY(other.isDebugEnabled());
    for (const char *name : {"qt.dbus", "qt.dbus.integration", "qt.dbus.something"}) {
        const QLoggingCategory category(name);
        QVERIFY2(!category.isDebugEnabled() && !category.isInfoEnabled(), name);
        QVERIFY2(category.isWarningEnabled(), name);
    }
    logged.clear();
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.kde.kwalletd6"_s, u"/x"_s,
                                                          u"org.kde.KWallet"_s, u"writePassword"_s);
    message << u"kX9vQ2mLaB3fzT7wpR4"_s;
    QDBusConnection::sessionBus().call(message, QDBus::NoBlock);
    QVERIFY2(!logged.contains("kX9vQ2mL"_L1), qPrintable(logged));
}

QTEST_GUILESS_MAIN(CleanLogsTest)

#include "tst_cleanlogs.moc"
