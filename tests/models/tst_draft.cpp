// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draft.h"

#include "jsonl/keptreports.h"
#include "jsonl/packed.h"
#include "jsonl/testfiles.h"
#include "services.h"
#include "support/heldworker.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int lineCount = 3'000;

QByteArray lineOf(int i)
{
    return "{\"custom_id\":\"" + QByteArray::number(i) + "\",\"body\":{\"model\":\"m\",\"input\":\""
        + QByteArray(400, 'x') + "\"}}";
}

QByteArray textOf(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += lineOf(i) + '\n';
    return text;
}

/// A file of which all is known, in a draft that was shown before any of it was copied.
struct Rig {
    TestFiles files;
    std::unique_ptr<Services> services;
    QString path;
    std::unique_ptr<Draft> draft;
    std::unique_ptr<HeldWorker> held;
    bool wasShownEarly = false;

    Rig()
    {
        qputenv("XDG_CACHE_HOME", QFile::encodeName(files.path(u"cache"_s)));
        services = Services::make({.libraryFolder = files.path(u"library"_s)}).value();
        services->pool().setMaxThreadCount(1);
        path = files.write(u"mine.jsonl"_s, textOf(lineCount));
        keep({});
        draft = std::make_unique<Draft>(*services);
        QObject::connect(draft.get(), &Draft::changed, draft.get(), [this] {
            if (draft->isComparing() && draft->report() && !std::exchange(wasShownEarly, true)) {
                static_cast<void>(draft->model().line(0)); // is read before the worker is held
                held = std::make_unique<HeldWorker>(services->pool());
            }
        });
    }
    void keep(ConnectionId connection) const
    {
        const PreflightRules rules = services->rules(connection);
        KeptReports(cacheFolder(), {.leastBytes = 1, .settled = std::chrono::milliseconds(0)})
            .keep(InputFile::open(path).value(), rules, checkFile(path, rules).value());
    }
    bool show() const
    {
        draft->import(path);
        return QTest::qWaitFor([this] { return held && held->isHeld(); }, 60'000);
    }
    [[nodiscard]] bool isDone() const
    {
        return !draft->isBusy() && (draft->report() || draft->error());
    }
    bool finish() const
    {
        if (held)
            held->letGo();
        return QTest::qWaitFor([this] { return isDone(); }, 60'000);
    }
    [[nodiscard]] QStringList copies() const
    {
        return QDir(files.path(u"library/inputs"_s)).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] bool readsFromTheLibrary() const
    {
        // The person's own file may go: nothing is read from there any more.
        QFile::remove(path);
        return QTest::qWaitFor(
            [this] { return draft->model().line(lineCount - 1) == lineOf(lineCount - 1); });
    }
};

} // namespace

class TestDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKnownFileIsShownBeforeItIsCopied();
    void whatIsTypedWhileItIsCopiedStays();
    void aFileThatChangedBeforeIsNotTakenForKnown();
    void aFileThatChangedWhileItWasShownIsNoticed();
    void aFileThatChangedBehindWhatWasTypedIsAnError();
    void aFileThatIsGoneIsNotShownAnyMore();
    void anotherConnectionChecksItAnew();
    void aPackedFileIsADraftOfItsText_data();
    void aPackedFileIsADraftOfItsText();
    void metadataThatAProviderRefusesMakesNoRun();
    void aFileThatWasMadeForItIsTakenOver();
};

void TestDraft::aKnownFileIsShownBeforeItIsCopied()
{
    Rig rig;
    QVERIFY(rig.show());
    Draft &draft = *rig.draft;
    QCOMPARE(draft.report()->requests, lineCount);
    QCOMPARE(draft.model().rowCount(), lineCount);
    QTRY_COMPARE(draft.model().line(0), lineOf(0));
    QCOMPARE(rig.copies(), QStringList());
    QVERIFY(draft.isBusy());
    QVERIFY(!draft.repairSource());
    const QFuture<Result<>> sent = draft.submit({});
    QVERIFY2(sent.isFinished() && !sent.result(), "before its bytes are the library's");

    const QByteArray digest = draft.report()->sha256;
    QVERIFY(rig.finish());
    QVERIFY(!draft.error());
    QVERIFY(!draft.isComparing());
    QVERIFY(!draft.isOtherThanShown());
    QCOMPARE(draft.report()->sha256, digest);
    QCOMPARE(rig.copies().size(), 1);
    QVERIFY(rig.readsFromTheLibrary());
}

void TestDraft::whatIsTypedWhileItIsCopiedStays()
{
    Rig rig;
    const QByteArray typed = "{\"custom_id\":\"typed\",\"body\":{\"model\":\"m\"}}";
    QVERIFY(rig.show());
    rig.draft->model().setLine(0, typed);
    QVERIFY(!rig.draft->report());
    QVERIFY(rig.finish());
    QVERIFY2(!rig.draft->error(),
             qPrintable(rig.draft->error() ? rig.draft->error()->message : QString()));
    QCOMPARE(rig.draft->model().line(0), typed);
    QCOMPARE(rig.draft->report()->requests, lineCount);
    QCOMPARE(rig.draft->report()->bytes,
             textOf(lineCount).size() - lineOf(0).size() + typed.size());
    QVERIFY(rig.readsFromTheLibrary());
}

void TestDraft::aFileThatChangedBeforeIsNotTakenForKnown()
{
    Rig rig;
    // As long as before, the same at both ends, and with the same times.
    QByteArray other = textOf(lineCount);
    other[other.size() / 2] = 'y';
    const QDateTime time = QFileInfo(rig.path).lastModified();
    QFile file(rig.path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(other) == other.size());
    QVERIFY(file.flush() && file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    rig.draft->import(rig.path);
    QVERIFY(rig.finish());
    QVERIFY(!rig.wasShownEarly);
    QVERIFY(!rig.draft->isOtherThanShown());
    QCOMPARE(rig.draft->report()->sha256,
             QCryptographicHash::hash(other, QCryptographicHash::Sha256));
}

void TestDraft::aFileThatChangedWhileItWasShownIsNoticed()
{
    Rig rig;
    QVERIFY(rig.show());
    rig.files.write(u"mine.jsonl"_s, "nonsense\n" + textOf(lineCount));
    QVERIFY(rig.finish());
    QVERIFY(rig.draft->isOtherThanShown());
    QVERIFY(!rig.draft->error());
    QCOMPARE(rig.draft->report()->requests, lineCount + 1);
    QVERIFY(rig.draft->report()->hasErrors());
    QTRY_COMPARE(rig.draft->model().line(0), QByteArray("nonsense"));
}

void TestDraft::aFileThatChangedBehindWhatWasTypedIsAnError()
{
    Rig rig;
    const QByteArray typed = "{\"custom_id\":\"typed\",\"body\":{\"model\":\"m\"}}";
    QVERIFY(rig.show());
    rig.draft->model().setLine(0, typed);
    rig.files.write(u"mine.jsonl"_s, textOf(lineCount + 1));
    QVERIFY(rig.finish());
    QVERIFY(rig.draft->error());
    QCOMPARE(rig.draft->error()->kind, ErrorKind::FileChanged);
    QVERIFY(rig.draft->error()->message.contains(u"mine.jsonl"_s));
    QCOMPARE(rig.draft->model().line(0), typed); // to be copied from there
    // And it stays one, whatever is typed.
    rig.draft->model().setLine(1, typed);
    QVERIFY(!rig.draft->isBusy() && rig.draft->error() && !rig.draft->report());
}

void TestDraft::aFileThatIsGoneIsNotShownAnyMore()
{
    Rig rig;
    QVERIFY(rig.show());
    QVERIFY(QFile::remove(rig.path));
    QVERIFY(rig.finish());
    QVERIFY(rig.draft->error());
    QVERIFY(!rig.draft->report());
    QCOMPARE(rig.draft->model().rowCount(), 0);
    QCOMPARE(rig.copies(), QStringList());
}

void TestDraft::anotherConnectionChecksItAnew()
{
    Rig rig;
    const Result<ConnectionId> connection
        = rig.services->library().add(Connection{.id = {},
                                                 .name = u"Strict"_s,
                                                 .profile = u"scaledown"_s,
                                                 .baseUrl = QUrl(u"https://api.example.com"_s),
                                                 .keyVariable = {}});
    QVERIFY(connection);
    QVERIFY(rig.show());
    QVERIFY(!rig.draft->report()->hasErrors());
    rig.draft->setConnection(*connection);
    QVERIFY2(!rig.draft->report(), "it was checked by other rules");
    QCOMPARE(rig.draft->model().rowCount(), lineCount);
    QVERIFY(rig.finish());
    QVERIFY(rig.draft->report()->hasErrors());
    QCOMPARE(rig.copies().size(), 1);
    QVERIFY(rig.readsFromTheLibrary());
}

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
    Rig rig;
    rig.draft->import(rig.files.write(u"tasks.jsonl.gz"_s, packed(text, packing)));
    QVERIFY(rig.finish());
    QVERIFY(!rig.draft->error());
    QVERIFY(!rig.wasShownEarly);
    QCOMPARE(rig.draft->title(), u"tasks"_s);
    QCOMPARE(rig.draft->report()->bytes, text.size());
    QTRY_COMPARE(rig.draft->model().line(0), text.trimmed());
}

void TestDraft::metadataThatAProviderRefusesMakesNoRun()
{
    Rig rig;
    Library &library = rig.services->library();
    const ConnectionId connection
        = *library.add(Connection{.id = {},
                                  .name = u"mine"_s,
                                  .profile = u"openai"_s,
                                  .baseUrl = QUrl(u"https://api.openai.test/v1"_s),
                                  .keyVariable = {},
                                  .settings = {{u"max_metadata"_s, u"3"_s}}});
    rig.draft->setConnection(connection);
    rig.draft->import(rig.path);
    QVERIFY(rig.finish());
    QVERIFY(!rig.draft->report()->hasErrors());
    // The mark that is added is the fourth.
    Run run{.connection = connection,
            .metadata = {{u"a"_s, "\"1\""}, {u"b"_s, "\"2\""}, {u"c"_s, "\"3\""}}};
    const Result<> refused = rig.draft->submit(run).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::BadInput);
    QVERIFY(library.runIds().isEmpty());
    run.metadata.removeLast();
    static_cast<void>(rig.draft->submit(run));
    QCOMPARE(library.runIds().size(), 1);
}

void TestDraft::aFileThatWasMadeForItIsTakenOver()
{
    Rig rig;
    const QString made = rig.files.write(u"made.jsonl"_s, textOf(3));
    rig.draft->importMade(made, u"Letters (again)"_s);
    rig.draft->setConnection(rig.services->library().connectionByName(u"practice-files"_s)->id);
    QVERIFY(rig.finish());
    QVERIFY(!rig.draft->error());
    QCOMPARE(rig.draft->title(), u"Letters (again)"_s);
    QCOMPARE(rig.draft->originPath(), QString());
    QCOMPARE(rig.draft->report()->sha256,
             QCryptographicHash::hash(textOf(3), QCryptographicHash::Sha256));
    QVERIFY(!QFile::exists(made));

    rig.files.write(u"made.jsonl"_s, textOf(3));
    rig.draft = std::make_unique<Draft>(*rig.services);
    rig.draft->importMade(made, u"Letters (again)"_s);
    rig.draft.reset(); // thrown away at once
    QVERIFY(!QFile::exists(made));
}

QTEST_MAIN(TestDraft)
#include "tst_draft.moc"
