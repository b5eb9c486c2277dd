// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compose/formfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(FieldFault)
Q_DECLARE_METATYPE(RequestForm)

class TstFormFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatAProviderWouldRefuse_data()
    {
        QTest::addColumn<RequestForm>("form");
        QTest::addColumn<QList<FieldFault>>("faults");
        const auto row
            = [](const char *name, const RequestForm &form, const QList<FieldFault> &faults) {
                  QTest::newRow(name) << form << faults;
              };
        const RequestForm chat{.model = u"m"_s, .text = u"Hello"_s};
        const auto with = [chat](QString RequestForm::*field, const QString &text) {
            RequestForm changed = chat;
            changed.*field = text;
            return changed;
        };
        using enum FormField;
        using enum FormFault;
        row("chat that is well", chat, {});
        row("no model", with(&RequestForm::model, u" "_s), {{Model, Missing}});
        row("no text", with(&RequestForm::text, u"\n"_s), {{Text, Missing}});
        row("temperature", with(&RequestForm::temperature, u"0.7"_s), {});
        row("temperature with an exponent", with(&RequestForm::temperature, u"1e400"_s), {});
        row("temperature with a comma", with(&RequestForm::temperature, u"0,7"_s),
            {{Temperature, NotNumber}});
        row("temperature in words", with(&RequestForm::temperature, u"warm"_s),
            {{Temperature, NotNumber}});
        row("temperature as a JSON text", with(&RequestForm::temperature, u"\"0.7\""_s),
            {{Temperature, NotNumber}});
        row("whole", with(&RequestForm::maxTokens, u"12345678901234567890"_s), {});
        row("not whole", with(&RequestForm::maxTokens, u"1.5"_s), {{MaxTokens, NotWhole}});
        row("below nothing", with(&RequestForm::maxTokens, u"-5"_s), {{MaxTokens, NotWhole}});
        row("nothing", with(&RequestForm::maxTokens, u"0"_s), {{MaxTokens, NotWhole}});
        row("nought before", with(&RequestForm::maxTokens, u"010"_s), {{MaxTokens, NotWhole}});
        row("all at once", {.temperature = u"x"_s, .maxTokens = u"y"_s},
            {{Model, Missing}, {Text, Missing}, {Temperature, NotNumber}, {MaxTokens, NotWhole}});

        RequestForm extract{.kind = RequestKind::Extract, .text = u"Anna"_s};
        row("no entity", extract, {{List, Missing}});
        extract.list = {{u"person"_s, {}}};
        row("an entity without a description", extract, {});
        extract.list.append({u"  "_s, u"who"_s});
        row("an entity without a label", extract, {{List, Unnamed, 1}});
        extract.list[1].name = u"person"_s;
        row("an entity twice", extract, {{List, Twice, 1}});
        row("summarize needs a text alone", {.kind = RequestKind::Summarize, .text = u"t"_s}, {});
        RequestForm classify{
            .kind = RequestKind::Classify, .text = u"t"_s, .list = {{u"a"_s, u"A"_s}}};
        row("classify that is well", classify, {});
        classify.list.append({u"b"_s, u" "_s});
        row("a label without a rubric", classify, {{List, Untold, 1}});
        row("classify", {.kind = RequestKind::Classify}, {{Text, Missing}, {List, Missing}});
    }
    void tellsWhatAProviderWouldRefuse()
    {
        QFETCH(RequestForm, form);
        QFETCH(QList<FieldFault>, faults);
        QCOMPARE(formFaults(form), faults);
    }
};

QTEST_GUILESS_MAIN(TstFormFaults)
#include "tst_formfaults.moc"
