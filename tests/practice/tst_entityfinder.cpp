// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/entityfinder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEntityFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsSayWhatIsMeant_data();
    void labelsSayWhatIsMeant();
    void eachIsToldOnceAndFiveAtMost();
    void anyTextIsSurvived();
};

namespace {

QByteArray joined(const QByteArray &text, const QByteArray &label, const QByteArray &meaning)
{
    QByteArrayList found;
    const auto view = [](const QByteArray &bytes) {
        return std::string_view(bytes.constData(), size_t(bytes.size()));
    };
    for (const std::string_view one :
         practice::findEntities(view(text), view(label), view(meaning)))
        found.append(QByteArray(one.data(), qsizetype(one.size())));
    return found.join(" | ");
}

} // namespace

void TestEntityFinder::labelsSayWhatIsMeant_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("meaning");
    QTest::addColumn<QByteArray>("found");
    const QByteArray text
        = "Dear Ms. Okafor, Anna Meyer of Blue Fjord Energy met Dr. Özgür in Lisbon on 3 May 2026. "
          "Oakline Furniture owes \u20AC1,250.50 and 300 USD for order A-7731, a share of 12 "
          "percent, "
          "by Thursday. Jonas Öztürk answers at jonas@oakline.example about 14 chairs.";
    const auto row = [&text](const char *label, const char *meaning, const char *found) {
        QTest::addRow("%s: %s", label, meaning)
            << text << QByteArray(label) << QByteArray(meaning) << QByteArray(found);
    };
    row("person", "", "Okafor | Anna Meyer | Özgür | Jonas Öztürk");
    row("company", "", "Blue Fjord Energy | Oakline Furniture");
    row("place", "", "Lisbon");
    row("date", "", "3 May 2026 | Thursday");
    row("total amount", "", "\u20AC1,250.50 | 300 USD");
    row("order number", "", "A-7731");
    row("email", "An e-mail address", "jonas@oakline.example");
    row("rebate", "A discount", "12 percent");
    row("pieces", "How many were bought?", "12 | 14");
    row("who", "The person who writes", "Okafor | Anna Meyer | Özgür | Jonas Öztürk");
    row("topic", "", "Okafor | Anna Meyer | Blue Fjord Energy | Özgür | Lisbon");
}

void TestEntityFinder::labelsSayWhatIsMeant()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, label);
    QFETCH(const QByteArray, meaning);
    QTEST(joined(text, label, meaning), "found");
}

void TestEntityFinder::eachIsToldOnceAndFiveAtMost()
{
    QCOMPARE(joined("He met Anna Meyer and Anna Meyer again.", "person", {}), "Anna Meyer"_ba);
    QCOMPARE(joined("$1 $2 $3 $4 $5 $6 $7", "price", {}), "$1 | $2 | $3 | $4 | $5"_ba);
}

void TestEntityFinder::anyTextIsSurvived()
{
    const QByteArrayList labels{"person", "company", "place", "date",  "amount", "order",
                                "email",  "number",  "share", "topic", ""};
    QByteArray bytes;
    for (int c = 255; c >= 0; --c)
        bytes += QByteArray(1, char(c)) + (c % 7 == 0 ? " " : "");
    const QByteArrayList texts{
        "",      " ",   ".", "& &",  "A & ",      "A",  "Anna",         "May",
        "3 May", "Dr.", "$", "\xC3", "\xC3 \xC3", "12", "Aa & Bb & Cc", bytes};
    qsizetype found = 0;
    for (const QByteArray &text : texts)
        for (const QByteArray &label : labels)
            found += joined(text, label, label).size();
    QVERIFY(found > 0);
}

QTEST_GUILESS_MAIN(TestEntityFinder)
#include "tst_entityfinder.moc"
