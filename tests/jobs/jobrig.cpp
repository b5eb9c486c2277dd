// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobrig.h"

#include "support/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

JobRig::JobRig(double scale)
    : folder(ownFolder.path()), clock(scale), profiles(Profiles::load().value())
{
    restart();
}

JobRig::JobRig(const Clock &own)
    : folder(ownFolder.path()), time(&own), profiles(Profiles::load().value())
{
    restart();
}

JobRig::JobRig(const JobRig &first, bool hasKeys)
    : folder(first.folder), clock(first.clock.scale()), profiles(Profiles::load().value())
{
    if (!hasKeys)
        secrets.trouble = Error{.kind = ErrorKind::Keychain, .message = u"another process's key"_s};
    program = u"batchctl"_s;
    restart();
    for (const ConnectionId id : library->connectionIds())
        if (first.secrets.has(id))
            secrets.put(id, first.secrets.keyOf(id));
}

JobRig::~JobRig()
{
    end();
}

void JobRig::end()
{
    driver.reset();
    practice.reset();
    http.reset();
    library.reset();
}

void JobRig::restart()
{
    end();
    library = std::make_unique<Library>(folder.path(), *time);
    library->setProgram(program);
    if (const Result<> opened = library->open(); !opened)
        qFatal("%s", qPrintable(userText(opened.error())));
    http = std::make_unique<HttpClient>();
    practice = std::make_unique<PracticeLauncher>(folder.path());
    driver = std::make_unique<Driver>(
        Driver::Needs{.library = *library,
                      .profiles = profiles,
                      .secrets = secrets,
                      .http = *http,
                      .practice = *practice,
                      .clock = *time,
                      .pool = pool,
                      .freeSpace = [this](const QString &) { return freeSpace; }});
    QObject::connect(driver.get(), &Driver::runsEnded, driver.get(),
                     [this](const QList<RunId> &runs) { ended.append(runs); });
    driver->start();
}

ConnectionId JobRig::connect(const QString &profile, const QUrl &url,
                             const QMap<QString, QString> &settings)
{
    Connection connection;
    connection.name = u"test-%1"_s.arg(library->connectionIds().size());
    connection.profile = profile;
    connection.baseUrl = url;
    connection.settings = settings;
    connection.keySource = KeySource::Keychain;
    connection.pollMin = std::chrono::milliseconds(200);
    connection.pollMax = std::chrono::milliseconds(2000);
    const Result<ConnectionId> id = library->add(connection);
    if (!id)
        qFatal("%s", qPrintable(userText(id.error())));
    secrets.put(*id, "secret-key");
    return *id;
}

ConnectionId JobRig::connect(FakeProvider &provider, const QMap<QString, QString> &settings)
{
    const bool isInline = provider.wire() == FakeProvider::Wire::Inline;
    return connect(isInline ? u"meshapi"_s : u"openai-compatible"_s, provider.url(), settings);
}

RunId JobRig::draft(ConnectionId connection, int requests, int seed)
{
    QByteArray lines;
    for (int row = 0; row < requests; ++row)
        lines += R"({"custom_id":"q-)" + QByteArray::number(row)
            + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[],"seed":)"
            + QByteArray::number(seed) + "}}\n";
    Run run;
    run.name = u"run %1"_s.arg(seed);
    run.connection = connection;
    run.endpoint = u"/v1/chat/completions"_s;
    run.inputFile = library->newPath(u"inputs"_s, u".jsonl"_s);
    run.requests = requests;
    run.bytes = lines.size();
    run.sha256 = QCryptographicHash::hash(lines, QCryptographicHash::Sha256);
    run.models = {u"m"_s};
    run.createdAt = time->now();
    writeFile(library->absolute(run.inputFile), lines);
    return library->add(run);
}

RunId JobRig::submit(ConnectionId connection, int requests, int seed)
{
    const RunId run = draft(connection, requests, seed);
    if (const Result<> submitted = wait(driver->submit(run)); !submitted)
        qFatal("%s", qPrintable(userText(submitted.error())));
    return run;
}

RunId JobRig::addLive(ConnectionId connection, const QString &remoteId)
{
    Run run;
    run.name = remoteId;
    run.connection = connection;
    run.endpoint = u"/v1/chat/completions"_s;
    run.requests = 1;
    run.createdAt = time->now();
    Batch batch;
    batch.run = library->add(run);
    batch.connection = connection;
    batch.requests = 1;
    batch.submittedAt = batch.checkedAt = time->now();
    batch.facts.state = BatchState::Running;
    batch.facts.intent = u"intent-"_s + remoteId;
    batch.facts.remoteId = remoteId;
    (void)library->add(batch);
    return batch.run;
}

void JobRig::settle() const
{
    constexpr int turns = 4; // an answer is handed on in one, what it leads to begins in the next
    for (int quiet = 0; quiet < turns;) {
        const bool isIdle = http->isIdle();
        QCoreApplication::processEvents(isIdle ? QEventLoop::AllEvents
                                               : QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = isIdle ? quiet + 1 : 0;
    }
}

Result<> JobRig::wait(const QFuture<Result<>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000))
        return Failure(Error{.kind = ErrorKind::Timeout, .message = u"the test waited in vain"_s});
    return future.resultCount() > 0 ? future.result()
                                    : Failure(Error{.kind = ErrorKind::Cancelled});
}

const Batch &JobRig::batch(RunId run) const
{
    static const Batch none;
    const std::vector<const Batch *> batches = library->batches(run);
    return batches.size() == 1 ? *batches.front() : none;
}

bool JobRig::hasResults(RunId run) const
{
    return isTerminal(state(run)) && batch(run).facts.resultsComplete;
}

QString JobRig::causes(RunId run) const
{
    QStringList changes;
    for (const StateChange &change : batch(run).history)
        changes.append(
            u"%1 %2 %3"_s.arg(stateName(change.state), causeName(change.cause), change.program));
    return changes.join(u", "_s);
}

QString JobRig::history(RunId run) const
{
    QStringList words;
    for (const StateChange &change : batch(run).history)
        if (words.isEmpty() || words.last() != stateName(change.state))
            words << stateName(change.state);
    return words.join(u' ');
}

QStringList JobRig::resultIds(RunId run) const
{
    QStringList ids;
    for (const ResultFile &result : batch(run).resultFiles) {
        QFile file(library->absolute(result.path));
        if (!file.open(QIODevice::ReadOnly))
            return {u"unreadable: "_s + result.path};
        while (!file.atEnd())
            ids << QJsonDocument::fromJson(file.readLine()).object()["custom_id"_L1].toString();
    }
    ids.sort();
    return ids;
}

QStringList JobRig::files(const QString &subfolder) const
{
    QStringList names;
    QDirIterator it(folder.filePath(subfolder), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        names << it.nextFileInfo().fileName();
    names.sort();
    return names;
}

qint64 JobRig::sizeOf(const QString &name) const
{
    QDirIterator it(folder.filePath(u"results"_s), {name}, QDir::Files,
                    QDirIterator::Subdirectories);
    return it.hasNext() ? it.nextFileInfo().size() : -1;
}
