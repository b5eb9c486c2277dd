// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonl/preflight.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Text {
    QLatin1StringView kind;
    const char *words;
};

constexpr std::array texts = {
    Text{"bom"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The file begins with a byte order mark. It is left out of "
                           "what is sent; nothing is to be done.")},
    Text{"crlf"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "Lines end as on Windows (CR LF). The CR is left out of what "
                           "is sent; nothing is to be done.")},
    Text{"blank_line"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "Blank lines are no requests. They are left out of what is "
                           "sent; nothing is to be done.")},
    Text{"unknown_field"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "There are fields beside custom_id, method, url and body. "
                           "They are not sent. What belongs to the request goes into "
                           "body.")},
    Text{"number_out_of_range"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "A number is larger than most programs can hold, so that the "
                           "provider may read another one. Write it as text if it is "
                           "an id.")},
    Text{"lone_surrogate"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "A text holds half of a character (a lone \\ud800 to \\udfff). "
                           "Providers may refuse it or replace it. Remove it, or "
                           "write the character whole.")},
    Text{"placeholder_left"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "A placeholder such as {{name}} is left in the request. Put "
                           "in what belongs there, unless it is meant so.")},
    Text{"no_requests"_L1,
         QT_TRANSLATE_NOOP("Finding", "The file holds no requests. Write one JSON object a line.")},
    Text{"not_utf8"_L1,
         QT_TRANSLATE_NOOP("Finding", "The line is not UTF-8. Save the file as UTF-8.")},
    Text{"not_json"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The line is not valid JSON. Write each request as one JSON "
                           "object on one line.")},
    Text{"not_object"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The line is JSON, but no object. A request begins with { "
                           "and ends with }.")},
    Text{"too_deep"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The request is nested in more than a thousand levels. Few "
                           "programs read that; make it flatter.")},
    Text{"duplicate_key"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "A field is there twice, so that nobody can say which one "
                           "holds. Remove one.")},
    Text{"missing_custom_id"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The request has no custom_id, so that its result could not "
                           "be found. Give it one of its own.")},
    Text{"empty_custom_id"_L1,
         QT_TRANSLATE_NOOP("Finding", "The custom_id is empty. Give each request one of its own.")},
    Text{"duplicate_custom_id"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "An earlier line has the same custom_id, so that their "
                           "results could not be told apart. Give each request one of "
                           "its own.")},
    Text{"missing_body"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The request has no body. Put what is to be sent (model, "
                           "messages …) into an object named body.")},
    Text{"bad_body"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The body is no JSON object. Write it as an object, not as "
                           "text or a list.")},
    Text{"wrong_url"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The url is not the path of an endpoint of this provider. "
                           "Write a path such as /v1/chat/completions, without the "
                           "server's name.")},
    Text{"mixed_urls"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The url is another one than in the first request. All "
                           "requests of a batch go to one endpoint; put these into a "
                           "file of their own.")},
    Text{"bad_method"_L1,
         QT_TRANSLATE_NOOP("Finding", "The method is not POST. Write POST, or leave it out.")},
    Text{"missing_model"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The body names no model. Add a field model with the name of "
                           "one.")},
    Text{"missing_max_tokens"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The body does not limit its answer, which this provider "
                           "demands. Add a field max_tokens, or let a repair put one "
                           "in.")},
    Text{"mixed_models"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The model is another one than in the first request. This "
                           "provider takes one model a batch; put these into a file of "
                           "their own.")},
    Text{"stream_set"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The body sets stream. A batch cannot stream; remove it or "
                           "set it to false.")},
    Text{"bad_model"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The provider has no such model in batches. Choose one that "
                           "it lists.")},
    Text{"document_in_batch"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The provider takes no documents in a batch. Put the text "
                           "itself into the field text.")},
    Text{"missing_text"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The body has no text. Add a field text with what is to be "
                           "worked on.")},
    Text{"bad_entities"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The field entities must be an object that says for each "
                           "label what it means.")},
    Text{"bad_labels"_L1,
         QT_TRANSLATE_NOOP("Finding",
                           "The field labels must be a list of objects with name and "
                           "rubric.")},
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// The kinds whose sentence names a limit; empty for others.
QString limitText(QStringView kind, const Profile *profile)
{
    if (kind == "line_too_long"_L1) {
        if (!profile || profile->maxLineBytes.value <= 0)
            return QCoreApplication::translate(
                "Finding", "The line is too long to be sent. Shorten the request.");
        //: %1 is a size such as 1 MB
        return QCoreApplication::translate(
                   "Finding",
                   "The line is longer than the provider takes (%1). Shorten the request.")
            .arg(QLocale().formattedDataSize(profile->maxLineBytes.value));
    }
    if (kind == "too_many_requests"_L1) {
        if (!profile)
            return QCoreApplication::translate(
                "Finding", "The file holds more requests than a batch takes. Divide it.");
        return QCoreApplication::translate("Finding",
                                           "The file holds more requests than the provider takes "
                                           "in a batch (%1). Divide it into several files.")
            .arg(number(profile->maxRequests.value));
    }
    if (kind == "too_many_bytes"_L1) {
        if (!profile)
            return QCoreApplication::translate(
                "Finding", "The file is larger than a batch may be. Divide it.");
        return QCoreApplication::translate("Finding",
                                           "The file is larger than the provider takes in a batch "
                                           "(%1). Divide it into several files.")
            .arg(QLocale().formattedDataSize(profile->maxBytes.value));
    }
    if (kind == "bad_custom_id"_L1) {
        if (!profile || profile->maxCustomId.value <= 0)
            return QCoreApplication::translate("Finding",
                                               "The custom_id is no text. Put it into quotes.");
        return QCoreApplication::translate(
                   "Finding",
                   "The custom_id is no text, or longer than %1 characters. Write a "
                   "shorter one, in quotes.")
            .arg(number(profile->maxCustomId.value));
    }
    return {};
}

} // namespace

QString findingText(QStringView kind, const Profile *profile)
{
    if (QString text = limitText(kind, profile); !text.isEmpty())
        return text;
    const auto text
        = std::ranges::find_if(texts, [kind](const Text &row) { return kind == row.kind; });
    if (text != texts.end())
        return QCoreApplication::translate("Finding", text->words);
    //: %1 is the name of a rule such as bad_labels
    return QCoreApplication::translate("Finding", "The provider's rule %1 is not kept.").arg(kind);
}
