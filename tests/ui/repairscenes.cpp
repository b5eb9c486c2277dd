// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/repairscenes.h"

#include "dialogs/repairdialog.h"
#include "mainwindow.h"
#include "models/draft.h"
#include "pages/newrunpage.h"
#include "services.h"
#include "support/files.h"
#include "widgets/draftpane.h"
#include "widgets/requestspane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QString writeFaulty(const QString &folder)
{
    QByteArray bytes = "\xEF\xBB\xBF";
    for (int i = 0; i < 400; ++i) {
        QByteArray line = "{\"custom_id\":\"letter-" + QByteArray::number(i % 380)
            + "\",\"url\":\"/v1/" + (i % 90 == 7 ? "embeddings" : "chat/completions")
            + "\",\"body\":{\"model\":\"small\",\"stream\":" + (i % 6 == 0 ? "true" : "false")
            + ",\"messages\":[{\"role\":\"user\",\"content\":\"Sort letter " + QByteArray::number(i)
            + " by its wish: " + QByteArray("a parcel came late. ").repeated(9)
            + (i % 50 == 9 ? "Gr\xFC\xDF"
                             "e"
                           : "Thanks")
            + "\"}]}}";
        if (i % 40 == 5)
            line.replace("\"custom_id\":\"letter-", "\"id\":\"letter-");
        if (i % 70 == 11)
            line.chop(4);
        bytes += line + (i % 2 ? "\r\n" : "\n") + (i % 100 == 50 ? "\n" : "");
    }
    return writeFile(folder + u"/letters to sort.jsonl"_s, bytes);
}

DraftPane *newest(MainWindow &window)
{
    return window.findChildren<DraftPane *>().last();
}

} // namespace

void scenes::showRepairs(Services &services, MainWindow &window, const QString &folder,
                         const std::function<void(QWidget &, const QString &)> &take)
{
    const QString file = writeFaulty(folder);
    window.open({QUrl::fromLocalFile(file)});
    QTest::qWait(700);
    DraftPane *pane = newest(window);
    take(window, u"draft-faulty"_s);
    auto *sorts = pane->findChild<QComboBox *>(u"sortOfRequests"_s);
    sorts->setCurrentIndex(std::max(0, sorts->findText(u"With errors"_s)));
    pane->findChild<QLineEdit *>(u"findRequests"_s)->setText(u"letter model:small"_s);
    QTest::qWait(300);
    take(window, u"draft-search"_s);
    pane->findChild<QLineEdit *>(u"findRequests"_s)->setText(u"tokens>3"_s);
    take(window, u"draft-search-wrong"_s);
    pane->findChild<QLineEdit *>(u"findRequests"_s)->setText(u"nothing like this"_s);
    QTest::qWait(300);
    take(window, u"draft-search-nothing"_s);
    pane->findChild<QLineEdit *>(u"findRequests"_s)->clear();
    sorts->setCurrentIndex(0);

    const std::optional<RepairSource> source = pane->draft().repairSource();
    if (!source)
        return;
    RepairDialog dialog(services.pool(), *source);
    dialog.show();
    QTest::qWait(400);
    auto *kinds = dialog.findChild<QTreeWidget *>();
    for (int i = 0; i < kinds->topLevelItemCount(); ++i) {
        kinds->setCurrentItem(kinds->topLevelItem(i));
        take(dialog, u"repair-%1"_s.arg(i));
    }
    RepairSource gone = *source;
    gone.file += u".gone"_s;
    RepairDialog failed(services.pool(), gone);
    failed.show();
    take(failed, u"repair-failed"_s);
    RepairSource nothing = *source;
    nothing.file = writeFile(folder + u"/good.jsonl"_s,
                             R"({"custom_id":"a","x":1,"body":{"model":"m"}})"
                             "\n");
    nothing.title = u"good.jsonl"_s;
    RepairDialog empty(services.pool(), nothing);
    empty.show();
    take(empty, u"repair-nothing"_s);

    RepairReport report{.written = 394, .dropped = 6};
    report.changed = {{u"bom"_s, 1}, {u"crlf"_s, 200}, {u"duplicate_custom_id"_s, 20}};
    report.files = {file, file};
    pane->takeRepaired(report, file);
    QTest::qWait(600);
    take(window, u"draft-repaired"_s);
}
