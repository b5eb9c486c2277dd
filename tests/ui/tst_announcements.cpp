// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"
#include "pages/runpage.h"
#include "services.h"
#include "support/files.h"
#include "ui/ownsettings.h"
#include "ui/samplelibrary.h"
#include "widgets/messagearea.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QStringList heard; // a handler of Qt's has no place of its own

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Announcement)
        heard.append(static_cast<QAccessibleAnnouncementEvent *>(event)->message());
}

bool isHeard(const QString &part)
{
    return std::ranges::any_of(heard, [&](const QString &each) { return each.contains(part); });
}

} // namespace

/// What comes about elsewhere is said to somebody who does not see it.
class TstAnnouncements : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QAccessible::installUpdateHandler(hear); }
    void cleanupTestCase() { QAccessible::installUpdateHandler(nullptr); }
    void init()
    {
        QAccessible::setActive(true);
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = Services::make({.libraryFolder = m_folder->filePath(u"library"_s)}).value();
        m_run = samplelibrary::addWithResults(*m_services, "Survey", 104);
        m_window = std::make_unique<MainWindow>(*m_services);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        heard.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
    }

    void messagesAreSaid()
    {
        m_window->messages().show({.text = u"“Old draft” is in the bin."_s});
        QCOMPARE(heard, QStringList(u"“Old draft” is in the bin."_s));
    }
    void theEndOfARunIsSaid()
    {
        Q_EMIT m_services->driver().runsEnded({m_run});
        QTRY_VERIFY(isHeard(u"Survey: Completed"_s));
    }
    void whatPreflightFoundIsSaidOnce()
    {
        m_window->open({write(u"good.jsonl"_s,
                              R"({"custom_id":"a","body":{"model":"practice-chat","messages":[]}})"
                              "\n")});
        QTRY_VERIFY(isHeard(u"Checked"_s));
        const qsizetype times = std::ranges::count_if(
            heard, [](const QString &each) { return each.startsWith(u"Checked"); });
        QCOMPARE(times, 1);
    }
    void findingsAreCounted()
    {
        m_window->open({write(u"bad.jsonl"_s, "{\"custom_id\":\"a\"}\nnonsense\n")});
        QTRY_VERIFY(isHeard(u"finding(s)."_s));
        QVERIFY(!isHeard(u"Checked: all is well"_s));
    }
    void whatASearchFoundIsSaid()
    {
        m_window->showRun(m_run);
        m_window->findChild<RunPage *>()->showResults();
        auto *line = m_window->findChild<QLineEdit *>(u"findResults"_s);
        QTRY_VERIFY(line->isVisible());
        QTRY_VERIFY(m_window->findChild<QAbstractItemView *>(u"results"_s)->model()->rowCount()
                    == 104);
        heard.clear();
        line->setText(u"range outcome:answered"_s);
        QTRY_VERIFY(isHeard(u" of 104 row(s)"_s));
    }
    void whatAnExportWroteIsSaid()
    {
        m_window->showRun(m_run);
        auto *page = m_window->findChild<RunPage *>();
        QTRY_VERIFY(page->exportObstacle().isEmpty());
        page->exportTo(m_folder->filePath(u"answers.csv"_s), std::nullopt, false);
        QTRY_VERIFY(isHeard(u"Wrote 104 row(s)"_s));
    }

private:
    [[nodiscard]] QUrl write(const QString &name, const QByteArray &lines) const
    {
        return QUrl::fromLocalFile(writeFile(m_folder->filePath(name), lines));
    }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    RunId m_run;
};

QTEST_MAIN(TstAnnouncements)
#include "tst_announcements.moc"
