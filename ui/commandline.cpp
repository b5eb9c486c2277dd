// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString helpText(const QCommandLineParser &parser)
{
    return words(QT_TRANSLATE_NOOP("CommandLine", "Usage: batchdesk [options] [files...]"))
        + u"\n\n"_s
        + words(QT_TRANSLATE_NOOP(
            "CommandLine",
            "Sends requests to LLM Batch APIs and follows them. Files are opened as new runs."))
        + u"\n\n"_s + parser.helpText().section(u"\n\n"_s, 1);
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments, const QString &folder)
{
    QCommandLineParser parser;
    const QCommandLineOption help({u"h"_s, u"help"_s},
                                  words(QT_TRANSLATE_NOOP("CommandLine", "Show this help.")));
    const QCommandLineOption version({u"v"_s, u"version"_s},
                                     words(QT_TRANSLATE_NOOP("CommandLine", "Show the version.")));
    const QCommandLineOption library(
        u"library"_s, words(QT_TRANSLATE_NOOP("CommandLine", "Use the library in this folder.")),
        u"folder"_s);
    const QCommandLineOption picture(
        u"picture"_s,
        words(QT_TRANSLATE_NOOP("CommandLine", "Save a picture of the window and end.")),
        u"file"_s);
    const QCommandLineOption page(
        u"picture-page"_s,
        words(QT_TRANSLATE_NOOP("CommandLine",
                                "Page to take the picture of: runs, run, new or remote.")),
        u"page"_s, u"runs"_s);
    parser.addOptions({help, version, library, picture, page});
    parser.addPositionalArgument(
        u"files"_s, words(QT_TRANSLATE_NOOP("CommandLine", "JSONL files to start runs from.")),
        u"[files...]"_s);

    CommandLine line;
    if (!parser.parse(arguments)) {
        line.words = {parser.errorText() + u'\n', true};
        return line;
    }
    if (parser.isSet(help)) {
        line.words = {helpText(parser), false};
        return line;
    }
    if (parser.isSet(version)) {
        line.words = {u"batchdesk "_s + QLatin1StringView(BATCHDESK_VERSION) + u'\n', false};
        return line;
    }
    const QDir here(folder);
    const auto absolute
        = [&here](const QString &path) { return QDir::cleanPath(here.absoluteFilePath(path)); };
    if (parser.isSet(library))
        line.library = absolute(parser.value(library));
    if (parser.isSet(picture))
        line.picture = absolute(parser.value(picture));
    const QString wanted = parser.value(page);
    if (wanted == u"run")
        line.picturePage = CommandLine::Page::Run;
    else if (wanted == u"new")
        line.picturePage = CommandLine::Page::NewRun;
    else if (wanted == u"remote")
        line.picturePage = CommandLine::Page::Remote;
    else if (wanted != u"runs")
        line.words
            = {words(QT_TRANSLATE_NOOP("CommandLine",
                                       "--picture-page is runs, run, new or remote, not “%1”."))
                       .arg(wanted)
                   + u'\n',
               true};
    for (const QStringList files = parser.positionalArguments(); const QString &file : files) {
        const QUrl url(file);
        const bool isUrl = url.isValid() && url.scheme().size() > 1;
        line.files.append(isUrl ? url : QUrl::fromLocalFile(absolute(file)));
    }
    return line;
}
