// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/journeyrig.h"

#include "mainwindow.h"
#include "models/runmodel.h"
#include "services.h"
#include "support/files.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QProcess>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

struct Ask {
    const char *prompt;
    const char *outcome;
};
constexpr Ask asks[] = {{"Say hello", "answered"},
                        {"practice:refuse", "refused"},
                        {"practice:fail", "failed"},
                        {"practice:empty", "empty"},
                        {"Say more", "answered"},
                        {"practice:truncate", "truncated"},
                        {"practice:malformed", "malformed"},
                        {"Say it all", "answered"}};

QString idOf(int n)
{
    // Order by number is not order by text, and a table has to take all of it.
    return u"q-%1; \u201cz\u201d, \"x\""_s.arg(int(std::size(asks)) - n);
}

} // namespace

QByteArray journey::requestLines()
{
    QByteArray lines;
    for (int n = 0; const Ask &ask : asks) {
        const QJsonObject message{{u"role"_s, u"user"_s},
                                  {u"content"_s, QLatin1StringView(ask.prompt)}};
        const QJsonObject body{{u"model"_s, u"practice-chat"_s},
                               {u"messages"_s, QJsonArray{message}}};
        const QJsonObject line{{u"custom_id"_s, idOf(n++)},
                               {u"method"_s, u"POST"_s},
                               {u"url"_s, u"/v1/chat/completions"_s},
                               {u"body"_s, body}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

QStringList journey::ids()
{
    QStringList ids;
    for (int n = 0; n < int(std::size(asks)); ++n)
        ids.append(idOf(n));
    return ids;
}

QStringList journey::outcomes()
{
    QStringList outcomes;
    for (const Ask &ask : asks)
        outcomes.append(QString::fromLatin1(ask.outcome));
    return outcomes;
}

QList<QStringList> journey::readCsv(const QString &path)
{
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import csv, json, sys\n"
                  "with open(sys.argv[1], newline='', encoding='utf-8') as file:\n"
                  "    sys.stdout.buffer.write(json.dumps(list(csv.reader(file))).encode())"_s,
                  path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        return {};
    QList<QStringList> rows;
    for (const QJsonArray all = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
         const QJsonValue &row : all) {
        QStringList cells;
        for (const QJsonArray line = row.toArray(); const QJsonValue &cell : line)
            cells.append(cell.toString());
        rows.append(cells);
    }
    return rows;
}

journey::Rig::Rig()
{
    services = Services::make({.libraryFolder = library()}).value();
    window = std::make_unique<MainWindow>(*services);
    window->resize(1280, 800);
    window->show();
    services->driver().start();
    window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(window.get()));
}

journey::Rig::~Rig()
{
    window.reset();
    services.reset();
    QFile port(library() + u"/practice/port.json"_s);
    if (port.open(QIODevice::ReadOnly))
        if (const int pid = QJsonDocument::fromJson(port.readAll())[u"pid"].toInt(); pid > 0)
            ::kill(pid, SIGTERM);
}

QString journey::Rig::library() const
{
    return folder.filePath(u"library"_s);
}

QWidget &journey::Rig::top() const
{
    return *window;
}

QUrl journey::Rig::write(const QString &name, const QByteArray &content) const
{
    return QUrl::fromLocalFile(writeFile(folder.filePath(name), content));
}

QAbstractButton *journey::Rig::button(const QString &text) const
{
    return hands::button(*window, text);
}

bool journey::Rig::says(const QString &text) const
{
    return hands::texts(*window).contains(text);
}

QAbstractButton *journey::Rig::submit() const
{
    return button(u"Submit"_s);
}

bool journey::Rig::canSubmit() const
{
    return submit() && submit()->isEnabled();
}

QStringList journey::Rig::drafts() const
{
    QStringList names;
    if (const auto *list = named<QListWidget>(u"Drafts"_s))
        for (int i = 0; i < list->count(); ++i)
            names.append(list->item(i)->text());
    return names;
}

QString journey::Rig::state() const
{
    const auto *table = named<QTableView>(u"Runs"_s);
    return table && table->model()->rowCount() == 1
        ? table->model()->index(0, RunModel::State).data().toString()
        : QString();
}

QTabWidget *journey::Rig::tabs() const
{
    for (const QList<QTabWidget *> all = window->findChildren<QTabWidget *>();
         QTabWidget * each : all)
        if (each->isVisible() && each->tabText(0).remove(u'&') == u"Overview")
            return each;
    return nullptr;
}

QString journey::Rig::certificate() const
{
    const auto *certificate = named<QWidget>(u"Certificate"_s);
    return certificate ? certificate->accessibleDescription() : QString();
}

QStringList journey::Rig::column(const QString &table, int column) const
{
    QStringList texts;
    if (const auto *view = named<QTableView>(table))
        for (int row = 0; row < view->model()->rowCount(); ++row)
            texts.append(view->model()->index(row, column).data().toString());
    return texts;
}
