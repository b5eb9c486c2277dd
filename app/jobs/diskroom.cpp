// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/diskroom.h"

#include "jobs/stepcontext.h"
#include "library/library.h"
#include "net/diskfile.h"
#include "net/resumingsink.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

constexpr qint64 leastRoom = 64 * 1024 * 1024;

/// Bytes of the requests whose results are still to come.
qint64 bytesUnderWay(const Library &library, BatchId except)
{
    qint64 bytes = 0;
    for (const BatchId id : library.batchIds()) {
        const Batch &batch = *library.batch(id);
        const BatchFacts &facts = batch.facts;
        const bool isSent = facts.state == BatchState::Creating
            || facts.state == BatchState::Unknown || isLive(facts.state)
            || (isTerminal(facts.state) && !facts.remoteId.isEmpty());
        if (id != except && isSent && !facts.resultsComplete)
            bytes += batch.bodyBytes;
    }
    return bytes;
}

Error noSpace(const QString &message)
{
    return Error{.kind = ErrorKind::Disk, .message = message, .code = noSpaceCode};
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

} // namespace

qint64 roomForResults(qint64 requestBytes)
{
    return std::max(leastRoom, 3 * requestBytes);
}

std::optional<Error> lackOfRoom(const StepContext &context, BatchId batch, qint64 requestBytes)
{
    const qint64 free = context.freeSpace(context.library.folder());
    const qint64 wanted = roomForResults(requestBytes + bytesUnderWay(context.library, batch));
    if (free < 0 || free >= wanted)
        return std::nullopt;
    return noSpace(
        //: %1 and %2 are sizes such as 64 MiB
        QCoreApplication::translate("Jobs",
                                    "not sent: the results may need %1, and %2 are free on the "
                                    "disk of the library")
            .arg(sizeText(wanted), sizeText(free)));
}

std::optional<Error> lackOfRoomFor(const StepContext &context, qint64 bytes)
{
    const qint64 free = context.freeSpace(context.library.folder());
    if (free < 0 || free >= bytes + ResumingSink::usualReserve)
        return std::nullopt;
    return noSpace(
        //: %1 and %2 are sizes such as 64 MiB
        QCoreApplication::translate("Jobs",
                                    "the disk is full: %1 are still to come, and %2 are free; it "
                                    "goes on as soon as there is room")
            .arg(sizeText(bytes), sizeText(free)));
}
