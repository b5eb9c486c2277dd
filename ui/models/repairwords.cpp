// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/repairwords.h"

#include "models/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    QLatin1StringView kind;
    const char *sentence;
    const char *name;
};

constexpr std::array words = {
    Words{"bom"_L1,
          QT_TRANSLATE_NOOP("Repair", "Take the byte order mark off the front of the file"),
          QT_TRANSLATE_NOOP("Repair", "byte order mark")},
    Words{"crlf"_L1, QT_TRANSLATE_NOOP("Repair", "End lines with LF alone, without CR"),
          QT_TRANSLATE_NOOP("Repair", "CR at line ends")},
    Words{"blank_line"_L1, QT_TRANSLATE_NOOP("Repair", "Leave out blank lines"),
          QT_TRANSLATE_NOOP("Repair", "blank lines")},
    Words{"not_utf8"_L1, QT_TRANSLATE_NOOP("Repair", "Put � in place of bytes that are no UTF-8"),
          QT_TRANSLATE_NOOP("Repair", "invalid UTF-8")},
    Words{"lone_surrogate"_L1,
          QT_TRANSLATE_NOOP("Repair", "Put � in place of halves of characters"),
          QT_TRANSLATE_NOOP("Repair", "halves of characters")},
    Words{"stream_set"_L1, QT_TRANSLATE_NOOP("Repair", "Set stream to false"),
          QT_TRANSLATE_NOOP("Repair", "stream")},
    Words{"missing_max_tokens"_L1,
          QT_TRANSLATE_NOOP("Repair", "Put in max_tokens where a request names no limit"),
          QT_TRANSLATE_NOOP("Repair", "missing max_tokens")},
    Words{"wrong_url"_L1, QT_TRANSLATE_NOOP("Repair", "Leave of an address in url its path alone"),
          QT_TRANSLATE_NOOP("Repair", "address as url")},
    Words{"bad_method"_L1, QT_TRANSLATE_NOOP("Repair", "Write POST as the method"),
          QT_TRANSLATE_NOOP("Repair", "method")},
    Words{"missing_custom_id"_L1,
          QT_TRANSLATE_NOOP("Repair", "Give requests without custom_id one: line- and their line"),
          QT_TRANSLATE_NOOP("Repair", "missing custom_id")},
    Words{"empty_custom_id"_L1,
          QT_TRANSLATE_NOOP("Repair", "Fill an empty custom_id: line- and the line"),
          QT_TRANSLATE_NOOP("Repair", "empty custom_id")},
    Words{"bad_custom_id"_L1,
          QT_TRANSLATE_NOOP("Repair", "Make text of a custom_id that is a number or else"),
          QT_TRANSLATE_NOOP("Repair", "custom_id that is no text")},
    Words{"duplicate_custom_id"_L1,
          QT_TRANSLATE_NOOP("Repair", "Put -2, -3 … behind a custom_id that is there already"),
          QT_TRANSLATE_NOOP("Repair", "repeated custom_id")},
    Words{"mixed_urls"_L1,
          QT_TRANSLATE_NOOP("Repair", "Put requests to other endpoints into files of their own"),
          QT_TRANSLATE_NOOP("Repair", "other endpoints")},
    Words{"mixed_models"_L1,
          QT_TRANSLATE_NOOP("Repair", "Put requests for other models into files of their own"),
          QT_TRANSLATE_NOOP("Repair", "other models")},
    Words{"unusable"_L1,
          QT_TRANSLATE_NOOP("Repair", "Leave out lines of which no request can be made"),
          QT_TRANSLATE_NOOP("Repair", "lines that are no requests")},
};

const Words *find(QStringView kind)
{
    const auto found
        = std::ranges::find_if(words, [kind](const Words &row) { return row.kind == kind; });
    return found != words.end() ? &*found : nullptr;
}

/// How many bytes the character takes that begins here; 0: it is none.
qsizetype characterSize(QByteArrayView bytes)
{
    const auto lead = static_cast<unsigned char>(bytes.front());
    const qsizetype size = lead < 0x80 ? 1
        : lead < 0xC2                  ? 0
        : lead < 0xE0                  ? 2
        : lead < 0xF0                  ? 3
                                       : 4;
    if (size == 0 || size > bytes.size())
        return 0;
    const QByteArrayView one = bytes.first(size);
    return one.isValidUtf8() ? size : 0;
}

} // namespace

QString repairwords::sentence(QStringView kind)
{
    const Words *row = find(kind);
    return row ? QCoreApplication::translate("Repair", row->sentence) : kind.toString();
}

QString repairwords::name(QStringView kind)
{
    const Words *row = find(kind);
    return row ? QCoreApplication::translate("Repair", row->name) : kind.toString();
}

QString repairwords::list(const RepairReport &report)
{
    QStringList all;
    const auto add = [&all](QStringView kind, qint64 count) {
        //: a kind of repair and how many lines it changed
        all.append(QCoreApplication::translate("Repair", "%1 (%2)")
                       .arg(name(kind), QLocale().toString(count)));
    };
    for (const auto &[kind, count] : report.changed)
        add(kind, count);
    if (report.dropped > 0)
        add(u"unusable", report.dropped);
    return all.join(", "_L1);
}

QString repairwords::visibleBytes(QByteArrayView bytes)
{
    QString text;
    while (!bytes.isEmpty()) {
        qsizetype size = characterSize(bytes);
        if (bytes.startsWith("\xEF\xBB\xBF")) {
            text += u"⟨BOM⟩"_s;
        } else if (bytes.front() == '\r') {
            text += u'␍';
        } else if (size == 0) {
            size = 1;
            text += u"⟨%1⟩"_s.arg(static_cast<unsigned char>(bytes.front()), 2, 16, QChar(u'0'))
                        .toUpper();
        } else {
            text += QString::fromUtf8(bytes.first(size));
        }
        bytes = bytes.sliced(size);
    }
    return visibletext::marked(text);
}

repairwords::Shown repairwords::shown(const RepairSample::Side &side)
{
    const QByteArrayView bytes(side.bytes);
    const qsizetype behind = side.changedAt + side.changedSize;
    return {.front
            = (side.hasMoreBefore ? u"…"_s : QString()) + visibleBytes(bytes.first(side.changedAt)),
            .place = visibleBytes(bytes.sliced(side.changedAt, side.changedSize)),
            .back = visibleBytes(bytes.sliced(behind)) + (side.hasMoreBehind ? u"…"_s : QString())};
}
