// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/practicecommand.h"

#include "core/clock.h"
#include "practice/portfile.h"
#include "practice/practiceserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QUuid>

#include <csignal>
#include <cstdio>
#include <expected>
#include <fcntl.h>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Well = 0, WrongUse = 2, TroubleHere = 6 };

// A process that ends just now holds the lock for a moment yet.
constexpr int lockWaitMs = 3000;

struct Wish {
    PracticeOptions options;
    bool isJson = false;
    bool isOfLibrary = false; ///< started by a program for its library: port file, quiet lock
};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PracticeCommand)
};

void say(FILE *stream, const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

/// A number of an option within bounds, or nothing.
std::optional<double> number(const QCommandLineParser &parser, const QString &option, double least,
                             double most)
{
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"port"_s, Texts::tr("Port on 127.0.0.1; 0 picks a free one."), u"N"_s, u"0"_s});
    parser.addOption(
        {u"key"_s, Texts::tr("The only key that is taken; without it any is."), u"KEY"_s});
    parser.addOption({u"seconds"_s, Texts::tr("How long a batch takes."), u"S"_s, u"3"_s});
    parser.addOption(
        {u"fail"_s, Texts::tr("Share of the rows that fail, from 0 to 1."), u"P"_s, u"0"_s});
    parser.addOption({u"state"_s, Texts::tr("Folder that keeps files and batches."), u"DIR"_s});
    parser.addOption({u"json"_s, Texts::tr("Print JSON Lines.")});
    QCommandLineOption idle(u"idle-exit"_s, QString(), u"S"_s, u"0"_s);
    idle.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(idle);
    parser.addHelpOption();
    parser.setApplicationDescription(Texts::tr(
        "A provider on this computer, to try things out. In a prompt, practice:refuse, "
        "practice:empty,\n"
        "practice:truncate, practice:malformed and practice:fail ask for that outcome; metadata\n"
        "practice=expire, lose, fail or slow for a batch that expires, loses rows, fails or takes "
        "its time.\n"
        "Models that begin with no-batch have no batch."));
}

std::expected<Wish, QString> readWish(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(Texts::tr("practice takes no argument such as \"%1\".")
                                   .arg(parser.positionalArguments().first()));
    const auto port = number(parser, u"port"_s, 0, 65535);
    const auto seconds = number(parser, u"seconds"_s, 0.001, 1e6);
    const auto fail = number(parser, u"fail"_s, 0, 1);
    const auto idle = number(parser, u"idle-exit"_s, 0, 1e6);
    if (!port || *port != int(*port))
        return std::unexpected(Texts::tr("--port takes a whole number from 0 to 65535."));
    if (!seconds)
        return std::unexpected(Texts::tr("--seconds takes a number from 0.001 to 1000000."));
    if (!fail)
        return std::unexpected(Texts::tr("--fail takes a number from 0 to 1."));
    if (!idle)
        return std::unexpected(Texts::tr("--idle-exit takes a number of seconds."));
    const auto inMs
        = [](double value) { return std::chrono::milliseconds(static_cast<qint64>(value * 1000)); };
    return Wish{.options = {.port = static_cast<quint16>(*port),
                            .key = parser.value(u"key"_s).toUtf8(),
                            .life = inMs(*seconds),
                            .failShare = *fail,
                            .stateFolder = parser.value(u"state"_s),
                            .token = QUuid::createUuid().toByteArray(QUuid::Id128),
                            .idleExit = inMs(*idle)},
                .isJson = parser.isSet(u"json"_s),
                .isOfLibrary = *idle > 0};
}

/// SIGINT and SIGTERM as an event: the loop ends and everything is put away in order.
std::unique_ptr<QSocketNotifier> quitOnSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (pthread_sigmask(SIG_BLOCK, &signals, nullptr) != 0)
        return nullptr;
    const int descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor < 0)
        return nullptr;
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    return notifier;
}

void announce(const PracticeServer &server, bool isJson)
{
    for (const auto &[dialect, url] : server.dialects()) {
        const QJsonObject json{{u"dialect"_s, dialect}, {u"base_url"_s, url.toString()}};
        say(stdout,
            isJson ? QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))
                   : dialect + u' ' + url.toString());
    }
}

int serve(const Wish &wish)
{
    const SystemClock clock;
    auto server = PracticeServer::start(wish.options, clock);
    if (!server) {
        say(stderr, server.error().message);
        return TroubleHere;
    }
    QObject::connect(server->get(), &PracticeServer::becameIdle, qApp, &QCoreApplication::quit);
    const PortFile file(wish.options.stateFolder);
    if (wish.isOfLibrary) {
        const PracticePort port{.pid = QCoreApplication::applicationPid(),
                                .port = (*server)->port(),
                                .token = wish.options.token};
        if (auto written = file.write(port); !written) {
            say(stderr, written.error().message);
            return TroubleHere;
        }
    }
    announce(**server, wish.isJson);
    QCoreApplication::exec();
    if (wish.isOfLibrary)
        file.remove();
    return Well;
}

} // namespace

int practiceCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{u"batchctl practice"_s} + arguments)) {
        say(stderr, parser.errorText());
        return WrongUse;
    }
    if (parser.isSet(u"help"_s)) {
        // Qt names the program alone.
        const QString help = parser.helpText();
        say(stdout,
            Texts::tr("Usage: batchctl practice [options]") + help.sliced(help.indexOf(u'\n')));
        return Well;
    }
    auto wish = readWish(parser);
    if (!wish) {
        say(stderr, wish.error());
        return WrongUse;
    }
    // Blocked before the first thread is made, so that none of them takes the signal.
    const auto notifier = quitOnSignals();
    if (wish->options.stateFolder.isEmpty()) {
        const QTemporaryDir folder;
        wish->options.stateFolder = folder.path();
        return serve(*wish);
    }
    if (!QDir().mkpath(wish->options.stateFolder)) {
        say(stderr, Texts::tr("The folder %1 cannot be made.").arg(wish->options.stateFolder));
        return TroubleHere;
    }
    QLockFile lock(wish->options.stateFolder + "/lock"_L1);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(lockWaitMs)) {
        say(stderr,
            Texts::tr("Another practice provider works in %1.").arg(wish->options.stateFolder));
        return wish->isOfLibrary ? Well : TroubleHere;
    }
    return serve(*wish);
}
