// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/textanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Kind = TextAnswer::Kind;

class TestTextAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void operationsAreNamedByTheModel()
    {
        QCOMPARE(textOperation(u"extract"), Kind::Extract);
        QCOMPARE(textOperation(u"summarize"), Kind::Summarize);
        QCOMPARE(textOperation(u"classify"), Kind::Classify);
        QVERIFY(!textOperation(u"summarise"));
        QVERIFY(!textOperation(QStringView()));
        QVERIFY(!textOperation(u"extract-large-2026"));
    }

    void readsEntities()
    {
        const auto answer = readTextAnswer(
            Kind::Extract,
            uR"( {"entities": [{"type":"company","text":"Ac\u006de","confidence":0.99},)"
            uR"({"type":"place","text":"Łódź"}]} )"_s);
        QVERIFY(answer);
        QCOMPARE(answer->entities,
                 QList<TextAnswer::Entity>(
                     {{u"company"_s, u"Acme"_s, 0.99}, {u"place"_s, u"Łódź"_s, std::nullopt}}));
        QVERIFY(answer->entitiesJson.startsWith("[{\"type\":\"company\",\"text\":\"Ac\\u006de\""));
    }

    void readsASummary()
    {
        const auto answer = readTextAnswer(
            Kind::Summarize, uR"({"summary":"Short.","input_chars":120,"output_chars":"6"})"_s);
        QVERIFY(answer);
        QCOMPARE(answer->summary, u"Short."_s);
        QCOMPARE(answer->inputChars, 120);
        QCOMPARE(answer->outputChars, 6);
    }

    void readsALabelAndItsScores()
    {
        const auto answer = readTextAnswer(
            Kind::Classify,
            uR"({"top_label":"bug","scores":{"b\u0069lling":0.1,"bug":9e-1},"reasoning":"crash"})"_s);
        QVERIFY(answer);
        QCOMPARE(answer->topLabel, u"bug"_s);
        QCOMPARE(answer->scores.size(), 2);
        QCOMPARE(answer->scores.at(0), std::pair(u"billing"_s, 0.1));
        QCOMPARE(answer->scores.at(1), std::pair(u"bug"_s, 0.9));
        QCOMPARE(answer->reasoning, u"crash"_s);
        QCOMPARE(answer->scoresJson, QByteArray(R"({"b\u0069lling":0.1,"bug":9e-1})"));
        QVERIFY(readTextAnswer(Kind::Classify, uR"({"top_label":"bug"})"_s));
    }

    void whatIsNoSuchAnswerIsNothing_data()
    {
        QTest::addColumn<QString>("content");
        for (const char *content :
             {"", " ", "{}", "[]", "null", "prose", "{\"entities\":{}}", "{\"entities\":[1]}",
              "{\"entities\":null}", "{\"summary\":3}", "{\"summary\":null}", "{\"top_label\":[]}",
              "{\"top_label\":\"a\",\"scores\":[1]}",
              "{\"top_label\":\"a\",\"scores\":{\"a\":\"x\"}}", "{\"entities\":[]",
              "{\"entities\":[]}}"})
            QTest::newRow(content) << QString::fromLatin1(content);
    }
    void whatIsNoSuchAnswerIsNothing()
    {
        QFETCH(const QString, content);
        for (const Kind kind : {Kind::Extract, Kind::Summarize, Kind::Classify})
            QVERIFY(!readTextAnswer(kind, content));
    }

    void everyCutIsSurvived()
    {
        const QString whole
            = uR"({"entities":[{"type":"c","text":"A\ud83d\ude00","confidence":0.9}],)"
              uR"("summary":"s","top_label":"a","scores":{"a":1.0,"\"":0}})"_s;
        for (qsizetype size = 0; size < whole.size(); ++size)
            for (const Kind kind : {Kind::Extract, Kind::Summarize, Kind::Classify})
                QVERIFY(!readTextAnswer(kind, whole.first(size)));
        for (const Kind kind : {Kind::Extract, Kind::Summarize, Kind::Classify})
            QVERIFY(readTextAnswer(kind, whole));
    }
};

QTEST_GUILESS_MAIN(TestTextAnswer)
#include "tst_textanswer.moc"
