// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/remotescenes.h"

#include "actions.h"
#include "models/scriptedlist.h"
#include "pages/remotepage.h"
#include "services.h"
#include "widgets/remoterequestspane.h"

#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// What a provider lists: runs of the sample library, and batches that others made.
ListPage remotePage(Services &services)
{
    ListPage page{.batches = {}, .nextCursor = u"batch_67f3"_s};
    const QList<RunId> runs = services.library().runIds();
    for (const RunId run : runs)
        for (const Batch *batch : services.library().batches(run))
            if (!batch->facts.remoteId.isEmpty() && batch->facts.rawStatus != u"warming_up"_s) {
                RemoteBatch remote{.facts = batch->facts, .name = {}, .intent = {}, .endpoint = {}};
                remote.facts.createdAt = batch->submittedAt;
                page.batches.append(remote);
            }
    for (const auto &[id, state, word] :
         {std::tuple(u"batch_68a0aa01"_s, BatchState::Running, u"in_progress"_s),
          {u"batch_68a0aa02"_s, BatchState::Failed, u"failed"_s},
          {u"batch_68a0aa03"_s, BatchState::Queued, u"waiting_for_capacity"_s}}) {
        RemoteBatch remote = ScriptedList::batch(
            id, state, word, {.total = 12'400, .succeeded = 3'100, .failed = 14});
        remote.name = u"Nightly labels"_s;
        remote.facts.unknownStatus = word == u"waiting_for_capacity";
        remote.facts.createdAt = services.clock().now().addSecs(-3600);
        page.batches.prepend(remote);
    }
    return page;
}

} // namespace

void remotescenes::batches(Services &services, const Take &take)
{
    using Page = Result<ListPage>;
    const std::pair<QString, std::optional<Page>> states[]
        = {{u"loading"_s, {}},
           {u"empty"_s, Page(ListPage())},
           {u"error"_s,
            Page(Failure(Error{.kind = ErrorKind::Unauthorised,
                               .message = u"Incorrect API key provided: sk-…d93f"_s,
                               .code = u"invalid_api_key"_s,
                               .httpStatus = 401}))},
           {u"notsupported"_s, Page(Failure(Error{.kind = ErrorKind::NotSupported}))},
           {u"filled"_s, Page(remotePage(services))}};
    for (const auto &[name, page] : states) {
        ScriptedList provider;
        QWidget window;
        Actions actions(&window);
        RemotePage remote(services, provider.ask(), actions, &window);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&remote);
        window.setWindowTitle(u"At the provider"_s);
        window.resize(1280, 700);
        window.show();
        if (page)
            provider.answer(*page);
        QTest::qWait(50);
        remote.table()->selectRow(0);
        take(window, u"remote-"_s + name);
        window.resize(720, 480);
        take(window, u"remote-small-"_s + name);
    }
}

void remotescenes::requests(const Take &take)
{
    RequestPage some{.requests = {}, .nextCursor = u"more"_s};
    const QStringList words{u"completed"_s, u"pending"_s, u"failed"_s};
    for (int i = 0; i < 30; ++i)
        some.requests.append({u"req_77a0%1"_s.arg(i), u"answer-%1"_s.arg(i), words[i % 3]});
    const std::pair<QString, std::optional<Result<RequestPage>>> states[] = {
        {u"loading"_s, {}},
        {u"empty"_s, Result<RequestPage>(RequestPage())},
        {u"error"_s, Result<RequestPage>(Failure(Error{.kind = ErrorKind::Timeout}))},
        {u"notsupported"_s, Result<RequestPage>(Failure(Error{.kind = ErrorKind::NotSupported}))},
        {u"filled"_s, Result<RequestPage>(some)}};
    for (const auto &[name, page] : states) {
        ScriptedRequests provider;
        RemoteRequestsPane pane(provider.ask());
        pane.setRun(RunId{7});
        pane.setWindowTitle(u"Requests at the provider"_s);
        pane.resize(1100, 520);
        pane.show();
        if (page)
            provider.answer(*page);
        take(pane, u"requests-there-"_s + name);
    }
}
