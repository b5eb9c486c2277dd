// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/await.h"
#include "cli/commands.h"
#include "cli/describe.h"
#include "net/tls.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// The first line of standard input without its end: "echo KEY | batchctl ..." adds a newline.
SecretBytes keyFromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    constexpr qint64 longestKey = 64 * 1024;
    return SecretBytes(input.readLine(longestKey).trimmed());
}

Result<std::chrono::milliseconds> seconds(QStringView text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || value <= 0 || value > 86'400)
        return Failure(badUse(
            QCoreApplication::translate("batchctl", "\"%1\" is no number of seconds").arg(text),
            u"--poll"_s));
    return std::chrono::milliseconds(static_cast<qint64>(value * 1000));
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
}

Result<> takeBaseUrl(const QString &text, Connection &connection)
{
    if (text.isEmpty())
        return {};
    const QUrl url = QUrl::fromUserInput(text);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Failure(
            badUse(QCoreApplication::translate(
                       "batchctl", "\"%1\" is no address such as https://api.example.com/v1")
                       .arg(text),
                   u"--base-url"_s));
    if (url.scheme() == "http"_L1 && !isLoopback(url))
        return Failure(badUse(
            Batchctl::tr("Plain http is accepted for this computer only (127.0.0.1); use https"),
            u"--base-url"_s));
    connection.baseUrl = url;
    return {};
}

Result<> takePoll(const QString &text, Connection &connection)
{
    if (text.isEmpty()) {
        if (isLoopback(connection.baseUrl)) {
            connection.pollMin = std::chrono::milliseconds(200);
            connection.pollMax = std::chrono::seconds(2);
        }
        return {};
    }
    const QStringList parts = text.split(u',');
    const Result<std::chrono::milliseconds> min = seconds(parts.first());
    if (!min)
        return Failure(min.error());
    const Result<std::chrono::milliseconds> max = seconds(parts.last());
    if (!max)
        return Failure(max.error());
    connection.pollMin = *min;
    connection.pollMax = std::max(*min, *max);
    return {};
}

/// Another program, elsewhere, will read it as well: so a whole path, and one that can be used.
Result<> takeCaFile(Connection &connection)
{
    const auto setting = connection.settings.find(u"ca_file"_s);
    if (setting == connection.settings.end() || setting->isEmpty())
        return {};
    *setting = QFileInfo(*setting).absoluteFilePath();
    if (const Result<QList<QSslCertificate>> read = readCaFile(*setting); !read)
        return Failure(read.error());
    return {};
}

Result<Connection> fromOptions(const QString &name, const QCommandLineParser &parser,
                               const Profiles &profiles)
{
    Connection connection;
    connection.name = name;
    connection.profile = parser.value(u"profile"_s);
    const Profile *profile = profiles.find(connection.profile);
    if (!profile)
        return Failure(badUse(QCoreApplication::translate(
                                  "batchctl", "There is no profile \"%1\"; see batchctl profiles")
                                  .arg(connection.profile),
                              u"--profile"_s));
    if (const Result<> taken = takeBaseUrl(parser.value(u"base-url"_s), connection); !taken)
        return Failure(taken.error());
    if (connection.baseUrl.isEmpty() && profile->baseUrl.isEmpty() && !profile->isPractice)
        return Failure(
            badUse(Batchctl::tr("This profile needs the provider's address"), u"--base-url"_s));
    if (const Result<> taken = takePoll(parser.value(u"poll"_s), connection); !taken)
        return Failure(taken.error());
    for (const QString &setting : parser.values(u"set"_s)) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1)
            return Failure(badUse(Batchctl::tr("Settings are given as KEY=VALUE"), u"--set"_s));
        connection.settings.insert(setting.first(equals), setting.sliced(equals + 1));
    }
    if (const Result<> taken = takeCaFile(connection); !taken)
        return Failure(taken.error());
    const int keys = int(parser.isSet(u"key-stdin"_s)) + int(parser.isSet(u"key-env"_s))
        + int(parser.isSet(u"no-key"_s));
    if (keys != 1)
        return Failure(badUse(
            Batchctl::tr("Say where the key is: one of --key-stdin, --key-env VAR, --no-key")));
    if (parser.isSet(u"key-env"_s)) {
        connection.keySource = KeySource::Environment;
        connection.keyVariable = parser.value(u"key-env"_s);
    }
    // Unknown settings are found here, before anything is stored.
    if (const Result<Profile> effective = profiles.effective(connection); !effective)
        return Failure(effective.error());
    return connection;
}

const Connection *named(Context &context, Services &services)
{
    const Connection *found = services.library().connectionByName(context.arguments.first());
    if (!found)
        context.out.error(
            badUse(QCoreApplication::translate("batchctl", "There is no connection \"%1\"")
                       .arg(context.arguments.first())));
    return found;
}

QUrl profileUrl(const Services &services, const Connection &connection)
{
    const Profile *profile = services.profiles().find(connection.profile);
    return profile ? profile->baseUrl : QUrl();
}

} // namespace

void addConnectionAddOptions(QCommandLineParser &parser)
{
    parser.addOption({u"profile"_s, Batchctl::tr("The provider; see batchctl profiles."), u"ID"_s});
    parser.addOption({u"base-url"_s,
                      Batchctl::tr("The provider's address, as its own SDK takes it."), u"URL"_s});
    parser.addOption(
        {u"key-stdin"_s,
         Batchctl::tr("Read the key from standard input and store it in the keychain.")});
    parser.addOption({u"key-env"_s,
                      Batchctl::tr("Read the key from this environment variable at each use."),
                      u"VAR"_s});
    parser.addOption({u"no-key"_s, Batchctl::tr("The provider needs no key.")});
    parser.addOption(
        {u"set"_s, Batchctl::tr("Override a setting of the profile."), u"KEY=VALUE"_s});
    parser.addOption({u"poll"_s, Batchctl::tr("Seconds between looks at a batch: least and most."),
                      u"MIN[,MAX]"_s});
}

int connectionAddCommand(Context &context, const QCommandLineParser &parser)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    Library &library = (*services)->library();
    Result<Connection> connection
        = fromOptions(context.arguments.first(), parser, (*services)->profiles());
    if (!connection)
        return fail(context, connection.error());

    SecretBytes key;
    if (parser.isSet(u"key-stdin"_s)) {
        key = keyFromStandardInput();
        if (key.isEmpty())
            return fail(context,
                        badUse(Batchctl::tr("Standard input held no key"), u"--key-stdin"_s));
        connection->keySource = KeySource::Keychain;
    }
    const Result<ConnectionId> id = library.add(*connection);
    if (!id)
        return fail(context, id.error());
    connection->id = *id;
    if (!key.isEmpty()) {
        if (const Result<> stored
            = await((*services)->secrets().write(*connection, std::move(key)));
            !stored) {
            Error error = stored.error();
            // Never a connection that claims a key which is nowhere.
            if (const Result<> removed = library.remove(*id); !removed)
                context.out.error(removed.error());
            error.message
                = QCoreApplication::translate(
                      "batchctl", "%1. Nothing was stored; --key-env VAR works without a keychain")
                      .arg(error.message);
            return fail(context, error);
        }
    }
    context.out.object(describe::connection(*connection, profileUrl(**services, *connection)));
    context.out.text(
        QCoreApplication::translate("batchctl", "Added the connection %1").arg(connection->name));
    return ExitGood;
}

int connectionListCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    QList<QStringList> rows;
    for (const ConnectionId id : (*services)->library().connectionIds()) {
        const Connection &connection = *(*services)->library().connection(id);
        const QJsonObject object
            = describe::connection(connection, profileUrl(**services, connection));
        context.out.object(object);
        rows.append({connection.name, connection.profile, object.value("base_url"_L1).toString(),
                     keySourceName(connection.keySource)});
    }
    context.out.table({u"CONNECTION"_s, u"PROFILE"_s, u"BASE URL"_s, u"KEY"_s}, rows);
    return ExitGood;
}

int connectionTestCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const Connection *connection = named(context, **services);
    if (!connection)
        return ExitUsage;
    const Connection tested = *connection;
    const Result<ConnectionCheck> check = await((*services)->driver().test(tested, {}, true));
    if (!check)
        return fail(context, check.error());
    QJsonObject works;
    for (const ConnectionCheck::Item &item : check->items) {
        works.insert(item.what, item.tried ? QJsonValue(item.works) : QJsonValue());
        const QString mark = !item.tried ? u"-"_s
            : item.works                 ? Batchctl::tr("yes")
                                         : Batchctl::tr("no");
        context.out.text(u"%1  %2"_s.arg(item.what + ": "_L1 + mark, item.words));
    }
    QJsonObject object = describe::connection(tested, profileUrl(**services, tested));
    object.insert(u"works"_s, works);
    context.out.object(object);
    if (check->isGood())
        return ExitGood;
    for (const ConnectionCheck::Item &item : check->items)
        if (item.tried && !item.works)
            context.out.message(item.words);
    const bool reached = !check->items.isEmpty() && check->items.first().works;
    return reached ? ExitRefused : ExitUnreachable;
}

int connectionRemoveCommand(Context &context, const QCommandLineParser &)
{
    const Result<Services *> services = context.services();
    if (!services)
        return fail(context, services.error());
    const Connection *connection = named(context, **services);
    if (!connection)
        return ExitUsage;
    const Connection removed = *connection;
    if (const Result<> done = (*services)->library().remove(removed.id); !done)
        return fail(context, done.error());
    if (removed.keySource == KeySource::Keychain)
        if (const Result<> done = await((*services)->secrets().remove(removed)); !done)
            return fail(context, done.error());
    context.out.object(describe::connection(removed, profileUrl(**services, removed)));
    context.out.text(
        QCoreApplication::translate("batchctl", "Removed the connection %1").arg(removed.name));
    return ExitGood;
}
