// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/notice.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

/// Some of the names, and how many more there are.
QString some(const QStringList &names)
{
    constexpr qsizetype most = 5;
    if (names.size() <= most)
        return names.join(u", "_s);
    const int more = int(names.size() - most);
    return Words::tr("%1 and %n more", nullptr, more).arg(names.first(most).join(u", "_s));
}

QString whatHappened(const LibraryNotice &notice)
{
    switch (notice.kind) {
    case LibraryNotice::Kind::Rebuilt:
        return Words::tr("The library's database was damaged. It is kept as %1, and was made "
                         "again from the records beside it.")
            .arg(notice.keptAs);
    case LibraryNotice::Kind::Remade:
        return Words::tr("The library's database was gone. It was made again from the records "
                         "beside it.");
    case LibraryNotice::Kind::PutBack: return Words::tr("The library was put back from a copy.");
    case LibraryNotice::Kind::TakenOver:
        return Words::tr("This copy has taken the place of its original.");
    case LibraryNotice::Kind::Completed: break;
    }
    return Words::tr("The library's database had lost its last changes, or an older copy was put "
                     "back. They were taken from the records beside it.");
}

} // namespace

QString noticeText(const LibraryNotice &notice)
{
    const int runs = int(notice.runs);
    const int batches = int(notice.batches);
    const bool isRemade
        = notice.kind == LibraryNotice::Kind::Rebuilt || notice.kind == LibraryNotice::Kind::Remade;
    QStringList sentences{whatHappened(notice)};
    if (isRemade || notice.kind == LibraryNotice::Kind::Completed)
        //: %1 is "3 runs", %2 is "4 batches"
        sentences += Words::tr("Taken from there: %1, %2.")
                         .arg(Words::tr("%n run(s)", nullptr, runs),
                              Words::tr("%n batch(es)", nullptr, batches));
    if (isRemade)
        sentences += Words::tr("Their states are as of their last change and are asked for again; "
                               "what was wished and not yet done is to be wished again.");
    const int doubtful = int(notice.uncertain.size());
    if (doubtful > 0)
        sentences += Words::tr("%n submission(s) may or may not have been made: %1. "
                               "Nothing is sent again by itself.",
                               nullptr, doubtful)
                         .arg(some(notice.uncertain));
    const int lost = int(notice.unreadable.size());
    if (lost > 0)
        sentences += Words::tr("%n record(s) could not be read: %1. Look at the provider's list "
                               "before you send anything again.",
                               nullptr, lost)
                         .arg(some(notice.unreadable));
    return sentences.join(u' ');
}

QByteArray storedNotices(const QList<LibraryNotice> &notices)
{
    QJsonArray array;
    for (const LibraryNotice &notice : notices)
        array.append(QJsonObject{{u"kind"_s, int(notice.kind)},
                                 {u"at"_s, notice.at.toMSecsSinceEpoch()},
                                 {u"kept_as"_s, notice.keptAs},
                                 {u"runs"_s, notice.runs},
                                 {u"batches"_s, notice.batches},
                                 {u"uncertain"_s, QJsonArray::fromStringList(notice.uncertain)},
                                 {u"unreadable"_s, QJsonArray::fromStringList(notice.unreadable)}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<LibraryNotice> loadedNotices(const QByteArray &bytes)
{
    QList<LibraryNotice> notices;
    for (const QJsonValue &value : QJsonDocument::fromJson(bytes).array())
        notices.append(
            {.kind = LibraryNotice::Kind(std::clamp(value["kind"_L1].toInt(), 0, 4)),
             .at = QDateTime::fromMSecsSinceEpoch(value["at"_L1].toInteger(), QTimeZone::UTC),
             .keptAs = value["kept_as"_L1].toString(),
             .runs = value["runs"_L1].toInteger(),
             .batches = value["batches"_L1].toInteger(),
             .uncertain = value["uncertain"_L1].toVariant().toStringList(),
             .unreadable = value["unreadable"_L1].toVariant().toStringList()});
    return notices;
}
