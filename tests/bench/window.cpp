// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-window REQUESTS RESULTS
//
// The results view over bare files, worked by events as a person would, and how long each took: times
// of single steps at 50, 99 and 99.9 percent, and the longest time in which the event loop did not come
// round; that also in the whole window while the results come from a provider. Prints one JSON object. tests/bench/window makes the files and calls it.

#include "bench/downloading.h"
#include "bench/heartbeat.h"
#include "core/orderedwork.h"
#include "dialects/dialect.h"
#include "jsonl/preflight.h"
#include "results/runresults.h"
#include "ui/ownsettings.h"
#include "widgets/resultspane.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <limits>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1000;

QJsonObject shares(std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[std::min(times.size() - 1, size_t(share * double(times.size())))];
    };
    return {{u"p50"_s, at(0.5)}, {u"p99"_s, at(0.99)}, {u"p99.9"_s, at(0.999)}};
}

/// As the bare files of a run that lie anywhere.
RunFiles filesOf(const QString &requests, const QString &results)
{
    RunFiles files;
    files.dialect = findDialect(u"files");
    files.run.inputFile = QFileInfo(requests).absoluteFilePath();
    Batch batch;
    batch.facts.state = BatchState::Completed;
    batch.facts.resultsComplete = true;
    batch.requests = std::numeric_limits<qint64>::max();
    batch.resultFiles.append(
        {.source = u"output"_s, .path = QFileInfo(results).absoluteFilePath()});
    files.batches.push_back(batch);
    return files;
}

/// A file that is checked over and over while something else is measured.
class Import {
public:
    explicit Import(const QString &file)
        : m_thread([file, this] {
            while (!m_isOver)
                static_cast<void>(checkFile(file, PreflightRules(), Pass{.isCancelled = [this] {
                                                return m_isOver.load();
                                            }}));
        })
    {}
    ~Import() { m_isOver = true; }
    Import(const Import &) = delete;
    Import &operator=(const Import &) = delete;

private:
    std::atomic<bool> m_isOver = false;
    std::jthread m_thread;
};

class Bench {
public:
    Bench(QString requests, QString results)
        : m_requests(std::move(requests)), m_results(std::move(results))
    {
        m_pane.resize(1400, 900);
        m_pane.show();
        idleFor(200);
    }
    QJsonObject run();

private:
    void say(const QString &what, const QJsonObject &told);
    std::shared_ptr<const RunResults> joined(const RunFiles &files);
    QJsonObject open();
    QJsonObject scroll();
    QJsonObject find(const QString &text);
    QJsonObject sort(int column);
    QJsonObject cancelSort();
    QJsonObject choose();
    QJsonObject longLine();
    [[nodiscard]] QTableView &table() { return *m_pane.findChild<QTableView *>(u"results"_s); }
    [[nodiscard]] QString cell(int row, int column)
    {
        return table().model()->index(row, column).data().toString();
    }
    void awaitWorkers();

    QString m_requests;
    QString m_results;
    QThreadPool m_pool;
    ResultsPane m_pane{m_pool};
    std::shared_ptr<const RunResults> m_joined;
    QJsonObject m_told;
};

std::shared_ptr<const RunResults> Bench::joined(const RunFiles &files)
{
    QFuture<Result<std::shared_ptr<const RunResults>>> future = join(m_pool, files);
    until([&] { return future.isFinished(); });
    const Result<std::shared_ptr<const RunResults>> result = future.result();
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

QJsonObject Bench::open()
{
    QJsonObject told;
    QElapsedTimer timer;
    timer.start();
    {
        const Heartbeat heart;
        m_joined = joined(filesOf(m_requests, m_results));
        told[u"join"_s] = milliseconds(timer);
        told[u"join gap"_s] = heart.longest();
    }
    timer.start();
    m_pane.setResults(m_joined);
    until([&] { return cell(0, 3) != u"…"_s; });
    table().viewport()->repaint();
    told[u"first rows"_s] = milliseconds(timer);
    return told;
}

QJsonObject Bench::scroll()
{
    std::vector<double> pages, drags;
    const Heartbeat heart;
    QRandomGenerator random(7);
    QScrollBar &bar = *table().verticalScrollBar();
    const auto step = [&](std::vector<double> &times, const std::function<void()> &act) {
        QElapsedTimer timer;
        timer.start();
        act();
        table().viewport()->repaint();
        times.push_back(milliseconds(timer));
        idleFor(3);
    };
    table().scrollToTop();
    for (int i = 0; i < steps; ++i)
        step(pages, [&] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
            QCoreApplication::sendEvent(&table(), &press);
        });
    for (int i = 0; i < steps; ++i)
        step(drags, [&] { bar.setValue(int(random.bounded(bar.maximum() + 1))); });
    return {{u"page"_s, shares(pages)}, {u"thumb"_s, shares(drags)}, {u"gap"_s, heart.longest()}};
}

void Bench::awaitWorkers()
{
    until([this] { return m_pool.activeThreadCount() == 0; });
}

QJsonObject Bench::find(const QString &text)
{
    auto &line = *m_pane.findChild<QLineEdit *>(u"findResults"_s);
    const int all = table().model()->rowCount();
    const Heartbeat heart;
    QElapsedTimer timer;
    timer.start();
    line.setText(text);
    until([&] { return table().model()->rowCount() != all; });
    const double first = milliseconds(timer);
    awaitWorkers();
    const double whole = milliseconds(timer);
    const int found = table().model()->rowCount();
    line.clear();
    until([&] { return table().model()->rowCount() == all; });
    return {
        {u"rows"_s, found}, {u"first"_s, first}, {u"all"_s, whole}, {u"gap"_s, heart.longest()}};
}

QJsonObject Bench::sort(int column)
{
    const Heartbeat heart;
    QElapsedTimer timer;
    timer.start();
    table().sortByColumn(column, Qt::DescendingOrder);
    // The view is reset when the order is there; nothing else resets it.
    bool isDone = false;
    const auto link = QObject::connect(table().model(), &QAbstractItemModel::modelReset, &m_pane,
                                       [&] { isDone = true; });
    until([&] { return isDone; });
    QObject::disconnect(link);
    const double took = milliseconds(timer);
    idleFor(50);
    table().sortByColumn(-1, Qt::AscendingOrder);
    idleFor(50);
    return {{u"ms"_s, took}, {u"gap"_s, heart.longest()}};
}

QJsonObject Bench::cancelSort()
{
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        table().sortByColumn(3, Qt::DescendingOrder);
        idleFor(20 + 25 * i);
        QElapsedTimer timer;
        timer.start();
        table().sortByColumn(-1, Qt::AscendingOrder);
        awaitWorkers();
        times.push_back(milliseconds(timer));
    }
    return {{u"p50"_s, shares(times)[u"p50"_s]}, {u"longest"_s, *std::ranges::max_element(times)}};
}

QJsonObject Bench::choose()
{
    const Heartbeat heart;
    QElapsedTimer timer;
    timer.start();
    table().selectAll();
    table().viewport()->repaint();
    const double all = milliseconds(timer);
    timer.start();
    const auto rows = m_pane.chosenRows();
    const double listed = milliseconds(timer);
    idleFor(20);
    table().setCurrentIndex(table().model()->index(0, 1));
    return {{u"rows"_s, qint64(rows.size())},
            {u"all"_s, all},
            {u"listed"_s, listed},
            {u"gap"_s, heart.longest()}};
}

/// One answer of twenty megabytes without a blank, shown below the table.
QJsonObject Bench::longLine()
{
    QTemporaryDir folder;
    QFile requests(folder.filePath(u"requests.jsonl"_s));
    QFile results(folder.filePath(u"results.jsonl"_s));
    if (!requests.open(QIODevice::WriteOnly) || !results.open(QIODevice::WriteOnly))
        return {};
    requests.write(R"({"custom_id":"a","body":{"model":"m"}})"
                   "\n");
    results.write(
        R"({"custom_id":"a","error":null,"response":{"status_code":200,"body":{"choices":[{"message":{"content":")"
        + QByteArray(20'000'000, 'x') + "\"},\"finish_reason\":\"stop\"}]}}}\n");
    requests.close();
    results.close();
    const auto one = joined(filesOf(requests.fileName(), results.fileName()));
    const Heartbeat heart;
    m_pane.setResults(one);
    idleFor(1500);
    return {{u"gap"_s, heart.longest()}};
}

/// Also at once, for it takes a while.
void Bench::say(const QString &what, const QJsonObject &told)
{
    m_told[what] = told;
    std::fprintf(stderr, "%s %s\n", qPrintable(what),
                 QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
}

QJsonObject Bench::run()
{
    m_told[u"platform"_s] = QGuiApplication::platformName();
    say(u"open"_s, open());
    m_told[u"rows"_s] = table().model()->rowCount();
    say(u"idle"_s, scroll());
    {
        const Import import(m_requests);
        say(u"importing"_s, scroll());
    }
    say(u"find a rare word"_s, find(u"quartzite"_s));
    say(u"find a usual word"_s, find(u"the"_s));
    say(u"find a token count"_s, find(u"tokens>500"_s));
    say(u"filter by outcome"_s, find(u"outcome:failed"_s));
    const QStringList columns{u"number"_s, u"custom_id"_s, u"outcome"_s,
                              u"answer"_s, u"tokens"_s,    u"finish"_s};
    for (int column = 0; column < columns.size(); ++column)
        say(u"sort by "_s + columns[column], sort(column));
    say(u"cancel sorting"_s, cancelSort());
    say(u"choose all"_s, choose());
    say(u"20 MB answer"_s, longLine());
    m_pane.hide();
    m_pane.setResults(nullptr);
    m_joined.reset();
    say(u"downloading"_s, benchDownload(m_requests, m_results));
    return m_told;
}

} // namespace

int main(int argc, char *argv[])
{
    const OwnSettings settings;
    const QApplication app(argc, argv);
    if (QCoreApplication::arguments().size() != 3) {
        std::fputs("bench-window REQUESTS RESULTS\n", stderr);
        return 2;
    }
    workInBackground();
    Bench bench(QCoreApplication::arguments().at(1), QCoreApplication::arguments().at(2));
    std::printf("%s", QJsonDocument(bench.run()).toJson().constData());
    return 0;
}
