// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draft.h"

#include "jsonl/packed.h"
#include "jsonl/testfiles.h"
#include "services.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPackedFileIsADraftOfItsText_data();
    void aPackedFileIsADraftOfItsText();

private:
    [[nodiscard]] static bool isDone(const Draft &draft)
    {
        return !draft.isBusy() && (draft.report() || draft.error());
    }
    TestFiles m_files;
};

void TestDraft::aPackedFileIsADraftOfItsText_data()
{
    QTest::addColumn<Packing>("packing");
    QTest::newRow("gzip") << Packing::Gzip;
    QTest::newRow("zstd") << Packing::Zstd;
}

void TestDraft::aPackedFileIsADraftOfItsText()
{
    QFETCH(Packing, packing);
    const QByteArray text = "{\"custom_id\":\"a\",\"body\":{\"model\":\"m\"}}\n";
    const std::unique_ptr<Services> services
        = Services::make({.libraryFolder = m_files.path(u"library"_s)}).value();
    Draft draft(*services);
    draft.import(m_files.write(u"tasks.jsonl.gz"_s, packed(text, packing)));
    QTRY_VERIFY_WITH_TIMEOUT(isDone(draft), 60'000);
    QVERIFY(!draft.error());
    QCOMPARE(draft.title(), u"tasks"_s);
    QCOMPARE(draft.report()->bytes, text.size());
    QTRY_COMPARE(draft.model().line(0), text.trimmed());
}

QTEST_MAIN(TestDraft)
#include "tst_draft.moc"
