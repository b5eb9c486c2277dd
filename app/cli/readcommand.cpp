// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/reading.h"
#include "jsonl/requesttext.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 256 * 1024 * 1024; ///< saved replies and samples are small

Result<QByteArray> contentOf(const QString &path)
{
    const Result<InputFile> file = openText(path, cacheFolder(), {});
    if (!file)
        return Failure(file.error());
    if (file->size() > mostBytes)
        return Failure(badUse(Batchctl::tr("%1 is too large to be read here").arg(path)));
    QByteArray content(file->size(), Qt::Uninitialized);
    const Result<qint64> got = file->readAt(0, content.data(), content.size());
    if (!got)
        return Failure(got.error());
    content.truncate(*got);
    return content;
}

/// Of a saved error reply, from a name such as error_502.json; a clear refusal where it has none.
int statusOf(const QString &path)
{
    static const QRegularExpression number(u"(?:^|[_-])([45][0-9]{2})(?![0-9])"_s);
    const QRegularExpressionMatch match = number.match(QFileInfo(path).completeBaseName());
    return match.hasMatch() ? match.captured(1).toInt() : 400;
}

Result<HttpReply> replyOf(const QCommandLineParser &parser, const QString &path,
                          const QByteArray &content, bool isError)
{
    HttpReply reply;
    reply.status = isError ? statusOf(path) : 200;
    reply.body = content;
    if (path.endsWith(".html"_L1))
        reply.headers.emplaceBack("content-type", "text/html");
    if (parser.isSet(u"http-status"_s)) {
        bool ok = false;
        reply.status = parser.value(u"http-status"_s).toInt(&ok);
        if (!ok || reply.status < 100 || reply.status > 599)
            return Failure(
                badUse(Batchctl::tr("The status is a number from 100 to 599"), u"--http-status"_s));
    }
    for (const QString &header : parser.values(u"header"_s)) {
        const qsizetype colon = header.indexOf(u':');
        if (colon < 1)
            return Failure(badUse(Batchctl::tr("A header is given as NAME: VALUE"), u"--header"_s));
        reply.headers.emplaceBack(header.first(colon).trimmed().toLower().toUtf8(),
                                  header.sliced(colon + 1).trimmed().toUtf8());
    }
    return reply;
}

} // namespace

void addReadOptions(QCommandLineParser &parser)
{
    parser.addOption({u"profile"_s, Batchctl::tr("The provider; see batchctl profiles."), u"ID"_s});
    parser.addOption(
        {u"http-status"_s,
         Batchctl::tr(
             "The reply's status; default 200, for an error the number in the file's name, "
             "else 400."),
         u"N"_s});
    parser.addOption(
        {u"header"_s, Batchctl::tr("A header of the reply; may be repeated."), u"NAME: VALUE"_s});
}

int readCommand(Context &context, const QCommandLineParser &parser)
{
    const QString kind = context.arguments.first();
    const reading::Reader *reader = reading::find(kind);
    if (reader == nullptr)
        return fail(context,
                    badUse(Batchctl::tr("\"%1\" is no kind of reply; there are %2")
                               .arg(kind, reading::kinds().join(", "_L1))));
    const Result<Profiles> profiles = Profiles::load();
    if (!profiles)
        return fail(context, profiles.error());
    const Profile *profile = profiles->find(parser.value(u"profile"_s));
    if (profile == nullptr)
        return fail(context,
                    badUse(Batchctl::tr("There is no profile \"%1\"; see batchctl profiles")
                               .arg(parser.value(u"profile"_s)),
                           u"--profile"_s));
    const Result<QByteArray> content = contentOf(context.arguments.at(1));
    if (!content)
        return fail(context, content.error());
    const Result<HttpReply> reply
        = replyOf(parser, context.arguments.at(1), *content, kind == "error"_L1);
    if (!reply)
        return fail(context, reply.error());
    const Result<QJsonObject> read = reader->read(*findDialect(profile->dialect), *profile, *reply);
    if (!read)
        return fail(context, read.error());
    context.out.object(*read);
    context.out.text(QString::fromUtf8(QJsonDocument(*read).toJson()).trimmed());
    return ExitGood;
}
