// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/createverdict.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CreateVerdict)

class CreateVerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every status there can be: what is not listed as a clear refusal is in doubt.
    void onlyListedStatusesAreClearRefusals()
    {
        QMap<int, CreateVerdict> clear;
        for (const int status : {400, 402, 403, 404, 413, 415, 422, 501})
            clear.insert(status, CreateVerdict::Refused);
        clear.insert(401, CreateVerdict::KeyRefused);
        clear.insert(429, CreateVerdict::RateLimited);
        for (int status = 100; status < 600; ++status) {
            if (status / 100 == 2)
                continue;
            const CreateVerdict expected = clear.value(status, CreateVerdict::InDoubt);
            QVERIFY2(judgeRefusal(status, {}, {}) == expected, qPrintable(QString::number(status)));
        }
    }

    void aDocumentedRefusalOfAProfileIsClear()
    {
        Profile profile;
        profile.refusedStatuses = {503};
        QCOMPARE(judgeRefusal(503, {}, profile), CreateVerdict::Refused);
        QCOMPARE(judgeRefusal(502, {}, profile), CreateVerdict::InDoubt);
    }

    void theTwoMeaningsOf429AreToldApart()
    {
        QCOMPARE(judgeRefusal(429, Error{.code = u"batch_limit_exceeded"_s}, {}),
                 CreateVerdict::LiveLimit);
        QCOMPARE(judgeRefusal(429, Error{.code = u"rate_limit_exceeded"_s}, {}),
                 CreateVerdict::RateLimited);
    }

    void silence_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<CreateVerdict>("verdict");
        QTest::newRow("offline") << ErrorKind::Offline << CreateVerdict::NotSent;
        QTest::newRow("tls") << ErrorKind::Tls << CreateVerdict::NotSent;
        QTest::newRow("the body is gone") << ErrorKind::FileChanged << CreateVerdict::Refused;
        QTest::newRow("no usable address") << ErrorKind::BadInput << CreateVerdict::Refused;
        QTest::newRow("timeout") << ErrorKind::Timeout << CreateVerdict::InDoubt;
        QTest::newRow("cut answer") << ErrorKind::BadReply << CreateVerdict::InDoubt;
        QTest::newRow("some bytes may be sent")
            << ErrorKind::OutcomeUnknown << CreateVerdict::InDoubt;
        QTest::newRow("anything else") << ErrorKind::Database << CreateVerdict::InDoubt;
        QTest::newRow("cancelled") << ErrorKind::Cancelled << CreateVerdict::InDoubt;
    }

    void silence()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const CreateVerdict, verdict);
        QCOMPARE(judgeSilence(kind), verdict);
    }
};

QTEST_GUILESS_MAIN(CreateVerdictTest)
#include "tst_createverdict.moc"
