// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/remoterequestspane.h"

#include "models/scriptedlist.h"
#include "ui/unnamed.h"
#include "widgets/statepane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct Rig {
    ScriptedRequests provider;
    RemoteRequestsPane pane{provider.ask()};

    Rig()
    {
        pane.setRun(RunId{7});
        pane.resize(800, 500);
        pane.show();
        static_cast<void>(QTest::qWaitForWindowActive(&pane));
    }
    [[nodiscard]] QAbstractItemModel &rows() const { return *pane.table()->model(); }
    [[nodiscard]] QComboBox &status() const { return *pane.findChild<QComboBox *>(); }
    [[nodiscard]] StatePane &state() const { return *pane.findChild<StatePane *>(); }
    [[nodiscard]] QToolButton *more() const
    {
        for (const QList<QToolButton *> all = pane.findChildren<QToolButton *>();
             QToolButton * button : all)
            if (button->text() == u"Load &More")
                return button;
        return nullptr;
    }
};

RequestPage page(const QString &id, const QString &status, const QString &next = {})
{
    return {.requests = {{u"there-"_s + id, id, status}}, .nextCursor = next};
}

} // namespace

class TstRemoteRequestsPane : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksWhenItIsSeenAndNotBefore()
    {
        ScriptedRequests provider;
        RemoteRequestsPane pane(provider.ask());
        pane.setRun(RunId{7});
        QCOMPARE(provider.count(), 0);
        pane.show();
        QCOMPARE(provider.count(), 1);
        provider.answer(page(u"a"_s, u"pending"_s));
        QTRY_COMPARE(pane.table()->model()->rowCount(), 1);
        pane.hide();
        pane.show();
        QCOMPARE(provider.count(), 1);
        pane.setRun(RunId{8});
        QCOMPARE(pane.table()->model()->rowCount(), 0);
        QCOMPARE(provider.count(), 2);
    }
    void filtersLoadsMoreAndAsksAgain()
    {
        Rig rig;
        rig.provider.answer(page(u"a"_s, u"pending"_s, u"next"_s));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        QVERIFY(rig.more() && rig.more()->isEnabled());
        QTest::mouseClick(rig.more(), Qt::LeftButton);
        QCOMPARE(rig.provider.last().after, u"next"_s);
        rig.provider.answer(page(u"b"_s, u"failed"_s));
        QTRY_COMPARE(rig.rows().rowCount(), 2);
        QTRY_VERIFY(!rig.more()->isEnabled());
        QCOMPARE(rig.status().count(), 2); // the words that were seen
        QCOMPARE(rig.status().currentText(), QString());

        rig.status().setFocus();
        QTest::keyClicks(rig.status().lineEdit(), u"failed"_s);
        QTest::keyClick(rig.status().lineEdit(), Qt::Key_Return);
        QCOMPARE(rig.provider.last().status, u"failed"_s);
        rig.provider.answer(page(u"b"_s, u"failed"_s));
        QTRY_COMPARE(rig.rows().rowCount(), 1);
        const qsizetype before = rig.provider.count();
        rig.pane.table()->setFocus();
        QTest::keyClick(rig.pane.table(), Qt::Key_F5);
        QCOMPARE(rig.provider.count(), before + 1);
        QCOMPARE(rig.provider.last().status, u"failed"_s);
        QCOMPARE(unnamed(rig.pane), QStringList());
    }
    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("heading");
        QTest::newRow("none") << -1 << u"The provider has no requests of this run"_s;
        QTest::newRow("no list") << int(ErrorKind::NotSupported)
                                 << u"This provider does not list requests"_s;
        QTest::newRow("offline") << int(ErrorKind::Offline) << u"The list could not be fetched"_s;
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(int, kind);
        QFETCH(QString, heading);
        Rig rig;
        QCOMPARE(rig.state().heading(), u"Asking the provider for its list…"_s);
        if (kind < 0)
            rig.provider.answer(RequestPage());
        else
            rig.provider.answer(Failure(Error{.kind = ErrorKind(kind)}));
        QTRY_COMPARE(rig.state().heading(), heading);
        QVERIFY(rig.state().isVisible());
        QCOMPARE(unnamed(rig.pane), QStringList());
    }
};

QTEST_MAIN(TstRemoteRequestsPane)
#include "tst_remoterequestspane.moc"
