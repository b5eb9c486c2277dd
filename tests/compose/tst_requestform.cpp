// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/requestform.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QByteArray &body)
{
    return R"({"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":)" + body
        + '}';
}

/// A form as one line, to compare whole.
QString printed(const FormReading &reading)
{
    if (!reading.form)
        return u"none %1 %2"_s.arg(int(reading.reason)).arg(reading.key).trimmed();
    const RequestForm &form = *reading.form;
    QStringList parts{u"kind %1"_s.arg(int(form.kind))};
    for (const auto &[name, text] : {std::pair(u"model"_s, form.model),
                                     {u"instruction"_s, form.instruction},
                                     {u"text"_s, form.text},
                                     {u"temperature"_s, form.temperature},
                                     {u"max"_s, form.maxTokens}})
        if (!text.isEmpty())
            parts.append(name + u'=' + text);
    for (const NamedText &entry : form.list)
        parts.append(entry.name + u':' + entry.text);
    return parts.join(u"; "_s);
}

using Edit = std::function<void(RequestForm &)>;

} // namespace

Q_DECLARE_METATYPE(Edit)

class TstRequestForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAForm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("form");
        const auto row = [](const char *name, const QByteArray &body, const QString &form) {
            QTest::newRow(name) << body << form;
        };
        row("chat",
            R"({"model":"m","messages":[{"role":"system","content":"Be kind"},)"
            R"({"role":"user","content":"Hi\n\u00e9"}],"temperature":0.50,"max_tokens":64})",
            u"kind 0; model=m; instruction=Be kind; text=Hi\né; temperature=0.50; max=64"_s);
        row("chat with nothing", R"({"messages":[]})", u"kind 0"_s);
        row("numbers as written",
            R"({"messages":[],"temperature":1e400,"max_tokens":12345678901234567890})",
            u"kind 0; temperature=1e400; max=12345678901234567890"_s);
        row("a temperature that is none", R"({"messages":[],"temperature":"warm"})",
            u"kind 0; temperature=warm"_s);
        row("a temperature in quotes", R"({"messages":[],"temperature":"0.7"})",
            u"kind 0; temperature=\"0.7\""_s);
        row("null is left out", R"({"messages":[],"temperature":null,"model":null})", u"kind 0"_s);
        row("extract",
            R"({"model":"extract","text":"Anna","entities":{"person":"a name","\u00e9":""},)"
            R"("instruction":"Short"})",
            u"kind 1; instruction=Short; text=Anna; person:a name; é:"_s);
        row("extract without anything", R"({"model":"extract"})", u"kind 1"_s);
        row("summarize", R"({"model":"summarize","text":"t","instructions":"i","max_tokens":5})",
            u"kind 2; instruction=i; text=t; max=5"_s);
        row("classify",
            R"({"model":"classify","text":"t","labels":[{"name":"good","rubric":"r"},)"
            R"({"name":"bad","weight":1e400}],"system_prompt":"s"})",
            u"kind 3; instruction=s; text=t; good:r; bad:"_s);

        const auto none = [&](const char *name, const QByteArray &body, NoForm reason,
                              const QString &key = {}) {
            row(name, body, u"none %1 %2"_s.arg(int(reason)).arg(key).trimmed());
        };
        none("embeddings", R"({"model":"e","input":["a"]})", NoForm::OtherRequest);
        none("no object", R"([1])", NoForm::NoBody);
        none("no JSON", R"({"a":})", NoForm::NotJson);
        none("answers before",
             R"({"messages":[{"role":"user","content":"a"},)"
             R"({"role":"assistant","content":"b"}]})",
             NoForm::OtherRole, u"assistant"_s);
        none("two questions",
             R"({"messages":[{"role":"user","content":"a"},)"
             R"({"role":"user","content":"b"}]})",
             NoForm::SeveralMessages);
        none("system last",
             R"({"messages":[{"role":"user","content":"a"},)"
             R"({"role":"system","content":"b"}]})",
             NoForm::SeveralMessages);
        none("several parts",
             R"({"messages":[{"role":"user","content":[{"type":"text","text":"a"}]}]})",
             NoForm::ContentNotText);
        none("a message that is none", R"({"messages":["a"]})", NoForm::OtherRequest);
        none("model is a number", R"({"model":5,"messages":[]})", NoForm::FieldNotText, u"model"_s);
        none("temperature is an object", R"({"messages":[],"temperature":{}})",
             NoForm::FieldNotNumber, u"temperature"_s);
        none("text is a list", R"({"model":"extract","text":["a"]})", NoForm::FieldNotText,
             u"text"_s);
        none("entities is a list", R"({"model":"extract","entities":["a"]})", NoForm::ListNotTexts,
             u"entities"_s);
        none("an entity is an object", R"({"model":"extract","entities":{"a":{}}})",
             NoForm::ListNotTexts, u"entities"_s);
        none("labels is a list of texts", R"({"model":"classify","labels":["a"]})",
             NoForm::ListNotTexts, u"labels"_s);
    }
    void readsAForm()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, form);
        QCOMPARE(printed(readForm(line(body))), form);
    }

    void noBytesAreReadAsJson()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("  "), QByteArray("{"),
                                        QByteArray("{\"body\":{\"a\":\"\xff\"}}")})
            QCOMPARE(printed(readForm(bytes)), u"none %1"_s.arg(int(NoForm::NotJson)));
        QCOMPARE(printed(readForm(R"({"custom_id":"a"})")), u"none %1"_s.arg(int(NoForm::NoBody)));
    }

    void changesOneFieldAndNoOtherByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("changed");
        const auto row
            = [](const char *name, const QByteArray &body, const Edit &edit,
                 const QByteArray &changed) { QTest::newRow(name) << body << edit << changed; };
        row(
            "nothing", R"({ "messages" : [ {"role":"user","content":"\u0041"} ], "x":1e400 })",
            [](RequestForm &) {},
            R"({ "messages" : [ {"role":"user","content":"\u0041"} ], "x":1e400 })");
        row(
            "the user message, and not what stands beside it",
            R"({"n":12345678901234567890,"messages":[{"role":"user","name":"z","content":"a"}],"x":1e400})",
            [](RequestForm &form) { form.text = u"b\nc"_s; },
            R"({"n":12345678901234567890,"messages":[{"role":"user","name":"z","content":"b\nc"}],"x":1e400})");
        row(
            "a system message comes first", R"({"messages":[{"role":"user","content":"\u0041"}]})",
            [](RequestForm &form) { form.instruction = u"s"_s; },
            R"({"messages":[{"role":"system","content":"s"},{"role":"user","content":"\u0041"}]})");
        row(
            "a system message goes out",
            R"({"messages":[{"role":"system","content":"s"},{"role":"user","content":"\u0041"}]})",
            [](RequestForm &form) { form.instruction.clear(); },
            R"({"messages":[{"role":"user","content":"\u0041"}]})");
        row(
            "the first message of all", R"({"messages":[],"x":1})",
            [](RequestForm &form) { form.text = u"a"_s; },
            R"({"messages":[{"role":"user","content":"a"}],"x":1})");
        row(
            "a temperature comes", R"({"messages":[],"x":1})",
            [](RequestForm &form) { form.temperature = u" 0.70 "_s; },
            R"({"messages":[],"x":1,"temperature":0.70})");
        row(
            "a temperature no double holds", R"({"temperature":1,"messages":[]})",
            [](RequestForm &form) { form.temperature = u"1e400"_s; },
            R"({"temperature":1e400,"messages":[]})");
        row(
            "a temperature goes", R"({"temperature":1e400,"messages":[]})",
            [](RequestForm &form) { form.temperature.clear(); }, R"({"messages":[]})");
        row(
            "what is no number is not lost", R"({"messages":[]})",
            [](RequestForm &form) { form.maxTokens = u"many"_s; },
            R"({"messages":[],"max_tokens":"many"})");
        row(
            "a field beside null", R"({"temperature":null,"messages":[],"max_tokens":5})",
            [](RequestForm &form) { form.maxTokens = u"6"_s; },
            R"({"temperature":null,"messages":[],"max_tokens":6})");

        const QByteArray extract
            = R"({"model":"extract","text":"t","entities":{"\u0061":"\u0041","b":"B","c":"C"},"x":1e400})";
        const auto entities = [extract](const QByteArray &now) {
            return QByteArray(extract).replace(R"({"\u0061":"\u0041","b":"B","c":"C"})", now);
        };
        row(
            "an entity's label", extract, [](RequestForm &form) { form.list[0].name = u"z"_s; },
            entities(R"({"z":"\u0041","b":"B","c":"C"})"));
        row(
            "an entity's description", extract,
            [](RequestForm &form) { form.list[0].text = u"Z"_s; },
            entities(R"({"\u0061":"Z","b":"B","c":"C"})"));
        row(
            "an entity out of the middle", extract,
            [](RequestForm &form) { form.list.removeAt(1); },
            entities(R"({"\u0061":"\u0041","c":"C"})"));
        row(
            "an entity into the middle", extract,
            [](RequestForm &form) { form.list.insert(1, {u"n"_s, {}}); },
            entities(R"({"\u0061":"\u0041","n":"","b":"B","c":"C"})"));
        row(
            "all entities out", extract, [](RequestForm &form) { form.list.clear(); },
            entities("{}"));
        row(
            "an optional field comes", R"({"model":"extract","text":"t"})",
            [](RequestForm &form) { form.instruction = u"i"_s; },
            R"({"model":"extract","text":"t","instruction":"i"})");
        row(
            "an optional field goes", R"({"model":"summarize","instructions":"i","text":"t"})",
            [](RequestForm &form) { form.instruction.clear(); },
            R"({"model":"summarize","text":"t"})");
        row(
            "the text may be empty for a while", R"({"model":"summarize","text":"t"})",
            [](RequestForm &form) { form.text.clear(); }, R"({"model":"summarize","text":""})");
        const QByteArray classify
            = R"({"model":"classify","text":"t","labels":[{"name":"a","rubric":"\u0041","w":1e400},{"name":"b"}]})";
        row(
            "a label's name", classify, [](RequestForm &form) { form.list[0].name = u"z"_s; },
            QByteArray(classify).replace(R"("name":"a")", R"("name":"z")"));
        row(
            "a rubric where none was", classify,
            [](RequestForm &form) { form.list[1].text = u"R"_s; },
            QByteArray(classify).replace(R"({"name":"b"})", R"({"name":"b","rubric":"R"})"));
        row(
            "a label at the end", classify,
            [](RequestForm &form) { form.list.append({u"c"_s, u"C"_s}); },
            QByteArray(classify).replace(R"({"name":"b"})",
                                         R"({"name":"b"},{"name":"c","rubric":"C"})"));
    }
    void changesOneFieldAndNoOtherByte()
    {
        QFETCH(QByteArray, body);
        QFETCH(Edit, edit);
        QFETCH(QByteArray, changed);
        FormReading reading = readForm(line(body));
        QVERIFY(reading.form);
        edit(*reading.form);
        const QByteArray written = withForm(line(body), *reading.form);
        QCOMPARE(written, line(changed));
        // Read again it is the form that was written, but for blanks around a number.
        reading.form->temperature = reading.form->temperature.trimmed();
        QCOMPARE(printed(readForm(written)), printed(reading));
    }

    void anotherKindTakesAlongWhatItHas_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("changed");
        const QByteArray chat
            = R"({"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":"t"}],"temperature":1,"max_tokens":5,"x":1e400})";
        QTest::newRow("chat to extract")
            << chat << int(RequestKind::Extract)
            << QByteArray(
                   R"({"model":"extract","x":1e400,"text":"t","entities":{},"instruction":"s"})");
        QTest::newRow("chat to summarize")
            << chat << int(RequestKind::Summarize)
            << QByteArray(
                   R"({"model":"summarize","max_tokens":5,"x":1e400,"text":"t","instructions":"s"})");
        QTest::newRow("extract to classify")
            << QByteArray(
                   R"({"model":"extract","text":"\u0041","entities":{"a":"A"},"instruction":"s"})")
            << int(RequestKind::Classify)
            << QByteArray(
                   R"({"model":"classify","text":"\u0041","labels":[{"name":"a","rubric":"A"}],"system_prompt":"s"})");
        QTest::newRow("classify to chat")
            << QByteArray(
                   R"({"model":"classify","text":"t","labels":[],"system_prompt":"s","x":1})")
            << int(RequestKind::Chat)
            << QByteArray(
                   R"({"model":"","x":1,"messages":[{"role":"system","content":"s"},{"role":"user","content":"t"}]})");
    }
    void anotherKindTakesAlongWhatItHas()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(QByteArray, changed);
        RequestForm form = *readForm(line(body)).form;
        form.kind = RequestKind(kind);
        if (!form.hasModel())
            form.model.clear();
        QCOMPARE(withForm(line(body), form), line(changed));
    }

    void aModelThatTellsAKindIsThatKind()
    {
        RequestForm form = *readForm(line(R"({"model":"m","messages":[]})")).form;
        form.model = u"summarize"_s;
        QCOMPARE(withForm(line(R"({"model":"m","messages":[]})"), form),
                 line(R"({"model":"summarize","text":""})"));
    }

    void aNewRequestHasWhatItsKindNeeds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chat") << int(RequestKind::Chat)
                              << QByteArray(
                                     R"({"model":"m","messages":[{"role":"user","content":""}]})");
        QTest::newRow("extract") << int(RequestKind::Extract)
                                 << QByteArray(R"({"model":"extract","text":"","entities":{}})");
        QTest::newRow("summarize")
            << int(RequestKind::Summarize) << QByteArray(R"({"model":"summarize","text":""})");
        QTest::newRow("classify") << int(RequestKind::Classify)
                                  << QByteArray(R"({"model":"classify","text":"","labels":[]})");
    }
    void aNewRequestHasWhatItsKindNeeds()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, body);
        RequestForm form{.kind = RequestKind(kind)};
        if (form.hasModel())
            form.model = u"m"_s;
        QCOMPARE(newRequest(u"r-1"_s, form), line(body));
    }

    void textsOfAnySortGoThereAndBack()
    {
        const QString odd = u"\"\\ \u2028 \u00a0 😀 "_s + QChar(char16_t(0xd800)) + u"\r\n\0x"_s;
        for (const RequestKind kind : allRequestKinds) {
            RequestForm form{.kind = kind, .instruction = odd, .text = odd};
            if (form.hasModel())
                form.model = odd;
            if (form.hasList())
                form.list = {{odd, odd}, {u"b"_s, odd}};
            const FormReading read = readForm(newRequest(odd, form));
            QCOMPARE(printed(read), printed({.form = form}));
        }
    }
};

QTEST_GUILESS_MAIN(TstRequestForm)
#include "tst_requestform.moc"
