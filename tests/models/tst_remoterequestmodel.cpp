// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/remoterequestmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList printed(const RemoteRequestModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < RemoteRequestModel::ColumnsEnd; ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class TstRemoteRequestModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsAndReplacesInPlace()
    {
        RemoteRequestModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.replace({{u"id-1"_s, u"a"_s, u"pending"_s}, {u"id-2"_s, u"b"_s, u"pending"_s}});
        const QPersistentModelIndex b(model.index(1, 0));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.replace({{u"id-2"_s, u"b"_s, u"completed"_s}, {u"id-3"_s, u"c"_s, u"failed"_s}});
        QCOMPARE(printed(model), (QStringList{u"b | completed | id-2"_s, u"c | failed | id-3"_s}));
        QCOMPARE(b.row(), 0);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.statuses(), (QStringList{u"completed"_s, u"failed"_s}));
    }
    void aRequestIsOneRowHoweverOftenItIsListed()
    {
        RemoteRequestModel model;
        // The same custom id twice at the provider is two requests; without ids there it is one.
        model.append({{u"id-1"_s, u"a"_s, u"pending"_s}, {u"id-2"_s, u"a"_s, u"pending"_s}});
        model.append({{u"id-1"_s, u"a"_s, u"failed"_s}});
        QCOMPARE(printed(model), (QStringList{u"a | failed | id-1"_s, u"a | pending | id-2"_s}));
        model.clear();
        model.append({{{}, u"a"_s, u"pending"_s}, {{}, u"a"_s, u"completed"_s}});
        QCOMPARE(printed(model), QStringList{u"a | completed | "_s});
    }
};

QTEST_GUILESS_MAIN(TstRemoteRequestModel)
#include "tst_remoterequestmodel.moc"
