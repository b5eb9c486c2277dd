// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFindingText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasASentence();
};

void TestFindingText::everyKindHasASentence()
{
    const QString kinds
        = u"bom crlf blank_line unknown_field number_out_of_range lone_surrogate placeholder_left "
          "no_requests not_utf8 not_json not_object duplicate_key missing_custom_id "
          "empty_custom_id "
          "bad_custom_id duplicate_custom_id missing_body bad_body wrong_url mixed_urls bad_method "
          "missing_model mixed_models stream_set line_too_long too_many_requests too_many_bytes "
          "bad_model document_in_batch missing_text bad_entities bad_labels too_deep"_s;
    const Profile profile{.maxRequests = {.value = 4}};
    QSet<QString> sentences;
    for (const QString &kind : kinds.split(u' ')) {
        for (const Profile *known : {static_cast<const Profile *>(nullptr), &profile}) {
            const QString sentence = findingText(kind, known);
            QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
            // Not the sentence for rules nobody has heard of.
            QVERIFY2(!sentence.contains(u"rule "_s + kind), qPrintable(sentence));
        }
        sentences.insert(findingText(kind));
    }
    QCOMPARE(sentences.size(), kinds.count(u' ') + 1);
    QVERIFY(findingText(u"too_many_requests", &profile).contains(u'4'));
    QVERIFY(findingText(u"some_rule").contains(u"some_rule"_s));
}

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"
