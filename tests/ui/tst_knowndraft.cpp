// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/keptreports.h"
#include "models/draft.h"
#include "pages/newrunpage.h"
#include "services.h"
#include "support/heldworker.h"
#include "ui/hands.h"
#include "ui/ownsettings.h"
#include "widgets/draftpane.h"

#include <KMessageWidget>

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray good(const QByteArray &id)
{
    return R"({"custom_id":")" + id + R"(","body":{"model":"m","messages":[]}})";
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be opened)");
}

/// A file of which all is known, shown in a pane while it is not copied yet.
struct Rig {
    OwnSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    std::unique_ptr<NewRunPage> page;
    QString file;
    DraftPane *shown = nullptr;
    std::unique_ptr<HeldWorker> held;

    Rig()
    {
        qputenv("XDG_CACHE_HOME", QFile::encodeName(folder.filePath(u"cache"_s)));
        services = Services::make({.libraryFolder = folder.filePath(u"library"_s)}).value();
        services->pool().setMaxThreadCount(1);
        page = std::make_unique<NewRunPage>(*services);
        page->resize(1200, 800);
        page->show();
        page->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(page.get()));
    }
    void write(const QByteArray &bytes)
    {
        QFile out(folder.filePath(u"known.jsonl"_s));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("The test cannot write its file");
        file = out.fileName();
    }
    bool show()
    {
        write(good("a") + '\n' + good("b") + '\n');
        page->startEmpty();
        const ConnectionId usual = page->findChild<DraftPane *>()->connectionId();
        const PreflightRules rules = services->rules(usual);
        KeptReports(cacheFolder(), {.leastBytes = 1, .settled = std::chrono::milliseconds(0)})
            .keep(InputFile::open(file).value(), rules, checkFile(file, rules).value());
        page->openFiles({file});
        shown = page->findChildren<DraftPane *>().last();
        Draft &draft = shown->draft();
        QObject::connect(&draft, &Draft::changed, page.get(), [this, &draft] {
            if (draft.isComparing() && draft.report() && !held)
                held = std::make_unique<HeldWorker>(services->pool());
        });
        return QTest::qWaitFor([this] { return held && held->isHeld(); });
    }
    [[nodiscard]] bool isChecked() const
    {
        return shown->draft().report() && !shown->draft().isBusy();
    }
    [[nodiscard]] QAbstractButton *submit() const { return hands::button(*shown, u"Submit"_s); }
    [[nodiscard]] QList<RunId> runs() const { return services->library().runIds(); }
    [[nodiscard]] QString message() const
    {
        const auto *message = shown->findChild<KMessageWidget *>();
        return message->isVisibleTo(shown) ? message->text() : QString();
    }
};

} // namespace

/// A file that is known is shown at once; what is done to it before it is copied waits for that.
class TstKnownDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }

    void submitWaitsForTheCopyOfWhatIsShown()
    {
        Rig rig;
        QVERIFY(rig.show());
        QCOMPARE(rig.shown->draft().model().rowCount(), 2);
        QVERIFY(hands::texts(*rig.shown).contains(u"Known from before."_s));
        QVERIFY(hands::click(rig.submit()));
        QVERIFY(hands::texts(*rig.shown).contains(u"submitted as soon as"_s));
        QVERIFY(!rig.submit()->isEnabled());
        QCOMPARE(rig.runs(), QList<RunId>());
        rig.held->letGo();
        QTRY_COMPARE(rig.runs().size(), 1);
        const Run *run = rig.services->library().run(rig.runs().first());
        QCOMPARE(contents(rig.services->library().absolute(run->inputFile)), contents(rig.file));
        QTRY_COMPARE(rig.page->draftCount(), 1); // the other one is gone
    }

    void whatChangedBehindSubmitIsNotSent()
    {
        Rig rig;
        QVERIFY(rig.show());
        QVERIFY(hands::click(rig.submit()));
        rig.write(good("c") + '\n');
        rig.held->letGo();
        QTRY_VERIFY(rig.isChecked());
        QCOMPARE(rig.message(),
                 u"known.jsonl has changed since it was shown. This is the file as it is now; "
                 "nothing was submitted."_s);
        QCOMPARE(rig.shown->draft().report()->requests, 1);
        QVERIFY(rig.submit()->isEnabled());
        QCOMPARE(rig.runs(), QList<RunId>());
    }

    void whoGoesOnTypingTakesSubmitBack()
    {
        Rig rig;
        QVERIFY(rig.show());
        QVERIFY(hands::click(rig.submit()));
        rig.shown->draft().model().setLine(0, good("typed"));
        rig.held->letGo();
        QTRY_VERIFY(rig.isChecked());
        QCOMPARE(rig.runs(), QList<RunId>());
        QVERIFY(rig.submit()->isEnabled());
    }
};

QTEST_MAIN(TstKnownDraft)
#include "tst_knowndraft.moc"
