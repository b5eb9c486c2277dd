// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/rows.h"

#include "library/storedlists.h"

#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace {

// Both directions for each type of field; for lists in storedlists.h.

QVariant toStored(const QString &text)
{
    return storedText(text);
}
QVariant toStored(const QByteArray &bytes)
{
    return storedBytes(bytes);
}
QVariant toStored(const QDateTime &time)
{
    return storedTime(time);
}
QVariant toStored(qint64 number)
{
    return number;
}
QVariant toStored(bool flag)
{
    return flag ? 1 : 0;
}
QVariant toStored(std::chrono::milliseconds time)
{
    return qint64(time.count());
}
QVariant toStored(BatchState state)
{
    return stateName(state);
}
QVariant toStored(KeySource source)
{
    return keySourceName(source);
}
QVariant toStored(const QUrl &url)
{
    return storedText(url.toString(QUrl::FullyEncoded));
}
QVariant toStored(const std::optional<qint64> &number)
{
    return storedNumber(number);
}
template <class Tag, char Prefix>
QVariant toStored(Id<Tag, Prefix> id)
{
    return id.isNull() ? QVariant(QMetaType::fromType<qint64>()) : QVariant(id.value);
}

void fromStored(const QVariant &value, QString &text)
{
    text = value.toString();
}
void fromStored(const QVariant &value, QByteArray &bytes)
{
    bytes = value.toByteArray();
}
void fromStored(const QVariant &value, QDateTime &time)
{
    time = loadedTime(value);
}
void fromStored(const QVariant &value, qint64 &number)
{
    number = value.toLongLong();
}
void fromStored(const QVariant &value, bool &flag)
{
    flag = value.toInt() != 0;
}
void fromStored(const QVariant &value, std::chrono::milliseconds &time)
{
    time = std::chrono::milliseconds(value.toLongLong());
}
void fromStored(const QVariant &value, BatchState &state)
{
    // A word we do not know can only be the work of a hand: a person has to look.
    state = stateFromName(value.toString()).value_or(BatchState::Unknown);
}
void fromStored(const QVariant &value, KeySource &source)
{
    source = KeySource::None;
    for (const KeySource candidate :
         {KeySource::Keychain, KeySource::Environment, KeySource::Session})
        if (keySourceName(candidate) == value.toString())
            source = candidate;
}
void fromStored(const QVariant &value, QUrl &url)
{
    url = QUrl(value.toString());
}
void fromStored(const QVariant &value, std::optional<qint64> &number)
{
    number = loadedNumber(value);
}
template <class Tag, char Prefix>
void fromStored(const QVariant &value, Id<Tag, Prefix> &id)
{
    id.value = value.toLongLong();
}

template <auto First, auto... Rest>
auto &follow(auto &row)
{
    if constexpr (sizeof...(Rest) == 0)
        return row.*First;
    else
        return follow<Rest...>(row.*First);
}

/// The column of the field that the path of member pointers leads to.
template <class T, auto... Path>
constexpr Column<T> column(const char *name)
{
    return {name, [](const T &row) { return toStored(follow<Path...>(row)); },
            [](T &row, const QVariant &value) { fromStored(value, follow<Path...>(row)); }};
}

template <auto Member>
constexpr Column<Run> run(const char *name)
{
    return column<Run, Member>(name);
}
template <auto Member>
constexpr Column<Batch> batch(const char *name)
{
    return column<Batch, Member>(name);
}
template <auto Member>
constexpr Column<Batch> fact(const char *name)
{
    return column<Batch, &Batch::facts, Member>(name);
}
template <auto Member>
constexpr Column<Batch> count(const char *name)
{
    return column<Batch, &Batch::facts, &BatchFacts::counts, Member>(name);
}
template <auto Member>
constexpr Column<ConnectionRow> connection(const char *name)
{
    return column<ConnectionRow, &ConnectionRow::connection, Member>(name);
}

constexpr std::array runColumns = {
    run<&Run::id>("id"),
    run<&Run::name>("name"),
    run<&Run::description>("description"),
    run<&Run::connection>("connection_id"),
    run<&Run::endpoint>("endpoint"),
    run<&Run::window>("window"),
    run<&Run::metadata>("metadata"),
    run<&Run::inputFile>("input_file"),
    run<&Run::originPath>("origin_path"),
    run<&Run::requests>("requests"),
    run<&Run::bytes>("bytes"),
    run<&Run::sha256>("sha256"),
    run<&Run::models>("models"),
    run<&Run::tags>("tags"),
    run<&Run::hold>("hold"),
    run<&Run::again>("again"),
    run<&Run::unread>("unread"),
    run<&Run::deleted>("deleted"),
    run<&Run::warned>("warned"),
    run<&Run::createdAt>("created_at"),
};

constexpr std::array batchColumns = {
    batch<&Batch::id>("id"),
    batch<&Batch::run>("run_id"),
    batch<&Batch::connection>("connection_id"),
    batch<&Batch::firstRequest>("first_request"),
    batch<&Batch::requests>("requests"),
    batch<&Batch::bodyFile>("body_file"),
    batch<&Batch::bodyBytes>("body_bytes"),
    batch<&Batch::bodySha256>("body_sha256"),
    fact<&BatchFacts::state>("state"),
    fact<&BatchFacts::rawStatus>("raw_status"),
    fact<&BatchFacts::unknownStatus>("unknown_status"),
    fact<&BatchFacts::reason>("reason"),
    fact<&BatchFacts::intent>("intent"),
    fact<&BatchFacts::remoteId>("remote_id"),
    fact<&BatchFacts::inputFileId>("input_file_id"),
    fact<&BatchFacts::inputFileReady>("input_file_ready"),
    fact<&BatchFacts::outputFileId>("output_file_id"),
    fact<&BatchFacts::errorFileId>("error_file_id"),
    fact<&BatchFacts::model>("model"),
    fact<&BatchFacts::provider>("provider"),
    count<&RequestCounts::total>("total"),
    count<&RequestCounts::succeeded>("succeeded"),
    count<&RequestCounts::failed>("failed"),
    count<&RequestCounts::cancelled>("cancelled"),
    count<&RequestCounts::expired>("expired"),
    count<&RequestCounts::pending>("pending"),
    fact<&BatchFacts::faults>("faults"),
    fact<&BatchFacts::error>("error"),
    fact<&BatchFacts::lastRequestId>("last_request_id"),
    fact<&BatchFacts::createdAt>("created_at"),
    fact<&BatchFacts::startedAt>("started_at"),
    fact<&BatchFacts::expiresAt>("expires_at"),
    fact<&BatchFacts::endedAt>("ended_at"),
    fact<&BatchFacts::outputFetched>("output_fetched"),
    fact<&BatchFacts::errorsFetched>("errors_fetched"),
    fact<&BatchFacts::inlineFetched>("inline_fetched"),
    fact<&BatchFacts::resultsComplete>("results_complete"),
    fact<&BatchFacts::addedRequests>("added_requests"),
    fact<&BatchFacts::addedBytes>("added_bytes"),
    fact<&BatchFacts::addingRequests>("adding_requests"),
    fact<&BatchFacts::startAnswered>("start_answered"),
    fact<&BatchFacts::refused>("refused"),
    fact<&BatchFacts::cancelRequested>("cancel_requested"),
    fact<&BatchFacts::remoteJson>("remote_json"),
    batch<&Batch::superseded>("superseded"),
    batch<&Batch::submittedAt>("submitted_at"),
    batch<&Batch::checkedAt>("checked_at"),
    batch<&Batch::nextCheckAt>("next_check_at"),
    batch<&Batch::notBefore>("not_before"),
};

constexpr std::array connectionColumns = {
    connection<&Connection::id>("id"),
    connection<&Connection::name>("name"),
    connection<&Connection::profile>("profile"),
    connection<&Connection::baseUrl>("base_url"),
    connection<&Connection::keySource>("key_source"),
    connection<&Connection::keyVariable>("key_variable"),
    connection<&Connection::settings>("settings"),
    connection<&Connection::colour>("colour"),
    connection<&Connection::pollMin>("poll_min_ms"),
    connection<&Connection::pollMax>("poll_max_ms"),
    connection<&Connection::builtIn>("built_in"),
    column<ConnectionRow, &ConnectionRow::removed>("removed"),
};

} // namespace

template <>
std::span<const Column<Run>> columns<Run>()
{
    return runColumns;
}

template <>
std::span<const Column<Batch>> columns<Batch>()
{
    return batchColumns;
}

template <>
std::span<const Column<ConnectionRow>> columns<ConnectionRow>()
{
    return connectionColumns;
}

template <>
QString tableName<Run>()
{
    return u"runs"_s;
}

template <>
QString tableName<Batch>()
{
    return u"batches"_s;
}

template <>
QString tableName<ConnectionRow>()
{
    return u"connections"_s;
}

QVariant storedTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch())
                          : QVariant(QMetaType::fromType<qint64>());
}

QDateTime loadedTime(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}

QVariant storedNumber(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

std::optional<qint64> loadedNumber(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

QVariant storedText(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant storedBytes(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}
