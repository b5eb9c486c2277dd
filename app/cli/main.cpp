// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/practicecommand.h"
#include "core/libcrypto.h"
#include "net/cleanlogs.h"
#include "secrets/coredumps.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSocketNotifier>
#include <QTranslator>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int interruptedExit = 130; ///< what shells expect after Ctrl+C

int signalPipe[2] = {-1, -1};
volatile std::sig_atomic_t interrupted = 0;

/// Ctrl+C ends the event loop, so that leases are given up and the library is flushed. What is
/// stored says how to go on.
void onSignal(int)
{
    interrupted = 1;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(signalPipe[1], &byte, 1);
}

void catchSignals(QCoreApplication &app)
{
    if (pipe(signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, [] {
        // A second one does not wait for anything.
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
        QCoreApplication::exit(interruptedExit);
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

QString programHelp()
{
    QString text = QCoreApplication::translate(
        "batchctl",
        "Usage: batchctl [--library DIR] [--json] [--quiet] COMMAND ...\n\n"
        "Batchdesk on the command line.\n\nCommands:\n");
    const auto line = [&text](const QString &call, const QString &summary) {
        text += "  %1 %2\n"_L1.arg(call.leftJustified(24), summary);
    };
    for (const Command &command : commands())
        line("%1 %2"_L1.arg(QLatin1StringView(command.name), QLatin1StringView(command.usage))
                 .trimmed(),
             QCoreApplication::translate("batchctl", command.summary));
    line(u"practice"_s,
         QCoreApplication::translate("batchctl", "Run the practice provider in the foreground"));
    text += QCoreApplication::translate(
        "batchctl",
        "\nOptions for all:\n"
        "  --library DIR   the folder of the library (or BATCHDESK_LIBRARY)\n"
        "  --json          one JSON object a line on standard output\n"
        "  --quiet         no progress and no messages\n"
        "  --help          this text, or with a command its options\n"
        "  --version\n\n"
        "Exit codes: 0 all is well, 1 something needs a look, 2 wrong use or input, 3 refused by "
        "the\n"
        "provider, 4 provider not reached, 5 outcome of a submission unknown, 6 trouble here.");
    return text;
}

/// Takes the options that hold for every command out of the arguments, wherever they stand.
Result<> takeGlobals(QStringList &arguments, Context &context)
{
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--"_L1) {
            rest += arguments.sliced(i);
            break;
        }
        if (argument == "--json"_L1) {
            context.out.json = true;
        } else if (argument == "--quiet"_L1) {
            context.out.quiet = true;
        } else if (argument == "--library"_L1) {
            if (i + 1 >= arguments.size())
                return Failure(
                    badUse(QCoreApplication::translate("batchctl", "--library needs a folder")));
            context.libraryFolder = arguments[++i];
        } else if (argument.startsWith("--library="_L1)) {
            context.libraryFolder = argument.sliced(10);
        } else {
            rest += argument;
        }
    }
    arguments = rest;
    return {};
}

const Command *findCommand(QStringList &arguments)
{
    for (const Command &command : commands()) {
        const QStringList words = QString::fromLatin1(command.name).split(u' ');
        if (arguments.size() >= words.size() && arguments.first(words.size()) == words) {
            arguments = arguments.sliced(words.size());
            return &command;
        }
    }
    return nullptr;
}

int runCommand(const Command &command, Context &context, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("batchctl", command.summary));
    const QCommandLineOption help({u"h"_s, u"help"_s},
                                  QCoreApplication::translate("batchctl", "Show this help."));
    parser.addOption(help);
    command.addOptions(parser);
    const QString call = QString::fromLatin1(command.name);
    if (*command.usage)
        parser.addPositionalArgument(QString::fromLatin1(command.usage), {},
                                     QString::fromLatin1(command.usage));
    // The parser takes the first one for the program's name.
    if (!parser.parse(QStringList{"batchctl "_L1 + call} + arguments))
        return fail(context, badUse(parser.errorText()));
    if (parser.isSet(help)) {
        std::fputs(parser.helpText().toUtf8().constData(), stdout);
        return ExitGood;
    }
    context.arguments = parser.positionalArguments();
    const qsizetype given = context.arguments.size();
    if (given < command.minArguments || (command.maxArguments >= 0 && given > command.maxArguments))
        return fail(context,
                    badUse(QCoreApplication::translate("batchctl", "Use it so: batchctl %1 %2")
                               .arg(call, QString::fromLatin1(command.usage))));
    return command.run(context, parser);
}

} // namespace

int main(int argc, char **argv)
{
    leaveLibcryptoAtExit();
    leaveNoCoreDumps();
    keepLogsClean();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"batchdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BATCHDESK_VERSION));

    // English too: its plural forms are a translation.
    QTranslator translator;
    if (translator.load(QLocale(), u"batchdesk"_s, u"_"_s, u":/i18n"_s)
        || translator.load(u":/i18n/batchdesk_en"_s))
        QCoreApplication::installTranslator(&translator);

    Context context;
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (!arguments.isEmpty() && arguments.first() == "practice"_L1)
        return practiceCommand(arguments.sliced(1));
    if (const Result<> taken = takeGlobals(arguments, context); !taken)
        return fail(context, taken.error());
    if (arguments.isEmpty() || arguments.first() == "--help"_L1 || arguments.first() == "-h"_L1
        || arguments.first() == "help"_L1) {
        std::fputs((programHelp() + u'\n').toUtf8().constData(),
                   arguments.isEmpty() ? stderr : stdout);
        return arguments.isEmpty() ? ExitUsage : ExitGood;
    }
    if (arguments.first() == "--version"_L1) {
        std::fputs("batchctl " BATCHDESK_VERSION "\n", stdout);
        return ExitGood;
    }
    if (arguments.first() == "practice"_L1)
        return practiceCommand(arguments.sliced(1)
                               + (context.out.json ? QStringList{u"--json"_s} : QStringList{}));

    const Command *command = findCommand(arguments);
    if (!command)
        return fail(context,
                    badUse(QCoreApplication::translate(
                               "batchctl", "There is no command \"%1\"; see batchctl --help")
                               .arg(arguments.join(u' '))));
    catchSignals(app);
    const int code = runCommand(*command, context, arguments);
    context.finishPaidCalls();
    return interrupted ? interruptedExit : code;
}
