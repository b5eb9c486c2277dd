// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicelauncher.h"

#include "practice/portfile.h"
#include "practice/practiceprobe.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPromise>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include <cerrno>
#include <csignal>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto believed = 1s; ///< how long an answer of the process is good for
constexpr auto lookAgain = 50ms;
constexpr auto patience = 10s;
// The process may lose the race for the lock to one that is just ending: then another is started,
// but not for ever one that ends at once.
constexpr auto startAgain = 4s;
constexpr int maxStarts = 3;
constexpr qint64 shownLog = 300;

struct Waiting {
    QString dialect;
    QPromise<Result<QUrl>> promise;
};

void finish(QPromise<Result<QUrl>> &promise, const Result<QUrl> &result)
{
    promise.addResult(result);
    promise.finish();
}

/// batchctl of this installation, or an empty text.
QString serverProgram()
{
    if (const QString named = qEnvironmentVariable("BATCHDESK_BATCHCTL"); !named.isEmpty())
        return named;
    const QFileInfo beside(QCoreApplication::applicationDirPath() + "/batchctl"_L1);
    return beside.isExecutable() ? beside.filePath()
                                 : QStandardPaths::findExecutable(u"batchctl"_s);
}

/// The practice provider outlives us and needs no key: a variable that could hold one (--key-env)
/// is not handed on.
QProcessEnvironment childEnvironment()
{
    static const QRegularExpression needed(
        u"^(PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|LANG|LANGUAGE|TZ|MALLOC_\\w+|"
        "(LC|XDG|BATCHDESK|QT|LD|[AULT]SAN|GCOV|LLVM|FAKETIME|FIU)_\\w+|FAKETIME)$"_s);
    static const QRegularExpression secret(u"KEY|TOKEN|SECRET|PASS"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment handedOn;
    for (const QString &name : own.keys())
        if (needed.match(name).hasMatch() && !secret.match(name).hasMatch())
            handedOn.insert(name, own.value(name));
    return handedOn;
}

QUrl urlOf(const PracticePort &port, const QString &dialect)
{
    return QUrl(u"http://127.0.0.1:%1/%2"_s.arg(port.port).arg(dialect));
}

bool isRunning(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno != ESRCH;
}

Error notStarted(const QString &reason)
{
    return {.kind = ErrorKind::Offline,
            .message = QCoreApplication::translate("PracticeLauncher",
                                                   "The practice provider could not be started: %1")
                           .arg(reason)};
}

} // namespace

struct PracticeLauncher::Data {
    QString folder;
    PortFile portFile;
    std::vector<Waiting> waiting;
    std::optional<PracticePort> known;
    QElapsedTimer sinceAnswer;
    QElapsedTimer sinceBegin;
    QElapsedTimer sinceStart; ///< of a process
    qint64 started = 0; ///< pid
    int starts = 0;
    QTimer again{};
    bool isLooking = false;

    [[nodiscard]] QString logPath() const { return folder + "/start.log"_L1; }
    /// What the process said before it ended, or that it said nothing.
    [[nodiscard]] QString lastWords() const
    {
        QFile log(logPath());
        const QString said = log.open(QIODevice::ReadOnly)
            ? QString::fromLocal8Bit(log.read(shownLog)).trimmed()
            : QString();
        return said.isEmpty()
            ? QCoreApplication::translate("PracticeLauncher", "it does not answer.")
            : said;
    }
};

PracticeLauncher::PracticeLauncher(QString libraryFolder, QObject *parent) : QObject(parent)
{
    const QString folder = QDir(libraryFolder).absoluteFilePath(u"practice"_s);
    m_data.reset(new Data{.folder = folder, .portFile = PortFile(folder)});
    m_data->again.setSingleShot(true);
    m_data->again.setInterval(lookAgain);
    connect(&m_data->again, &QTimer::timeout, this, &PracticeLauncher::look);
}

PracticeLauncher::~PracticeLauncher()
{
    settle(Failure(Error{.kind = ErrorKind::Cancelled}));
}

QFuture<Result<QUrl>> PracticeLauncher::url(const QString &dialect)
{
    Waiting waiting{.dialect = dialect};
    QFuture<Result<QUrl>> future = waiting.promise.future();
    waiting.promise.start();
    if (!m_data->isLooking && m_data->known && m_data->sinceAnswer.durationElapsed() < believed) {
        finish(waiting.promise, urlOf(*m_data->known, dialect));
        return future;
    }
    m_data->waiting.push_back(std::move(waiting));
    if (!m_data->isLooking) {
        m_data->isLooking = true;
        m_data->sinceBegin.start();
        m_data->starts = 0;
        look();
    }
    return future;
}

void PracticeLauncher::look()
{
    m_data->known = m_data->portFile.read();
    if (!m_data->known) {
        missed();
        return;
    }
    const auto *const probe = new PracticeProbe(*m_data->known, this);
    connect(probe, &PracticeProbe::answered, this, &PracticeLauncher::probed);
}

void PracticeLauncher::probed(bool isAlive)
{
    if (!isAlive) {
        missed();
        return;
    }
    m_data->sinceAnswer.start();
    settle({});
}

void PracticeLauncher::missed()
{
    const bool isGone = m_data->starts > 0 && !isRunning(m_data->started);
    if (m_data->sinceBegin.durationElapsed() > patience
        || (isGone && m_data->starts == maxStarts)) {
        settle(Failure(notStarted(m_data->lastWords())));
        return;
    }
    if (m_data->starts == 0 || isGone || m_data->sinceStart.durationElapsed() > startAgain) {
        if (auto started = startProcess(); !started) {
            settle(Failure(started.error()));
            return;
        }
    }
    m_data->again.start();
}

Result<> PracticeLauncher::startProcess()
{
    const QString program = serverProgram();
    if (program.isEmpty())
        return Failure(notStarted(QCoreApplication::translate(
            "PracticeLauncher",
            "batchctl is neither beside this program nor in the search path.")));
    if (!QDir().mkpath(m_data->folder))
        return Failure(notStarted(
            QCoreApplication::translate("PracticeLauncher", "the folder %1 cannot be made.")
                .arg(m_data->folder)));
    QProcess process;
    process.setProgram(program);
    process.setArguments(
        {u"practice"_s, u"--state"_s, m_data->folder, u"--port"_s, u"0"_s, u"--seconds"_s,
         qEnvironmentVariable("BATCHDESK_PRACTICE_SECONDS", u"3"_s), u"--idle-exit"_s,
         qEnvironmentVariable("BATCHDESK_PRACTICE_IDLE", u"60"_s)});
    process.setProcessEnvironment(childEnvironment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_data->logPath());
    if (!process.startDetached(&m_data->started))
        return Failure(notStarted(process.errorString()));
    ++m_data->starts;
    m_data->sinceStart.start();
    return {};
}

void PracticeLauncher::settle(const Result<> &outcome)
{
    m_data->isLooking = false;
    m_data->again.stop();
    // Whoever is told may ask again at once.
    std::vector<Waiting> told = std::exchange(m_data->waiting, {});
    const auto known = m_data->known;
    for (Waiting &one : told) {
        if (outcome)
            finish(one.promise, urlOf(*known, one.dialect));
        else
            finish(one.promise, Failure(outcome.error()));
    }
}

#include "moc_practicelauncher.cpp"
