// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answermodel.h"

#include "models/columns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The whole table, a line a row, with its titles.
QStringList printed(const AnswerModel &model)
{
    QStringList lines;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(titles.join(u" | "_s));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            QString cell = index.data().toString();
            if (const QVariant bar = index.data(ProgressRole); bar.isValid())
                cell += u" [%1]"_s.arg(bar.toDouble());
            if (index.data(EmphasisRole).toBool())
                cell += u'!';
            cells.append(cell);
        }
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class TstAnswerModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsEntitiesInTheirOrder()
    {
        AnswerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setAnswer({.kind = TextAnswer::Kind::Extract,
                         .entities = {{u"place"_s, u"Turku"_s, 0.5},
                                      {u"person"_s, u"Anna"_s, std::nullopt},
                                      {u"place"_s, u"Kiel"_s, 1}}});
        QCOMPARE(printed(model),
                 QStringList({u"Entity | Text | Confidence"_s, u"place | Turku | 0.5 [0.5]"_s,
                              u"person | Anna | –"_s, u"place | Kiel | 1 [1]"_s}));
    }
    void showsTheHighestScoreFirstAndMarksTheChosenLabel()
    {
        AnswerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setAnswer({.kind = TextAnswer::Kind::Classify,
                         .topLabel = u"b"_s,
                         .scores = {{u"a"_s, 0.07}, {u"b"_s, 0.8901}, {u"c"_s, -1}, {u"d"_s, 3}}});
        QCOMPARE(printed(model),
                 QStringList({u"Label | Score"_s, u"d | 3 [1]"_s, u"✓ b! | 0.8901 [0.8901]!"_s,
                              u"a | 0.07 [0.07]"_s, u"c | -1 [0]"_s}));
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleDescriptionRole).toString(), u"chosen"_s);
    }
    void aSummaryHasNoRows()
    {
        AnswerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setAnswer({.kind = TextAnswer::Kind::Extract, .entities = {{u"a"_s, u"b"_s, 1}}});
        model.setAnswer({.kind = TextAnswer::Kind::Summarize, .summary = u"s"_s});
        QCOMPARE(printed(model), QStringList(QString()));
    }
};

QTEST_MAIN(TstAnswerModel)
#include "tst_answermodel.moc"
