// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One line of results through every dialect, and control replies of every kind: any bytes are
// survived, and what is read is of the closed lists.
#include "dialects/dialect.h"
#include "dialects/resultglance.h"
#include "dialects/resultreader.h"
#include "dialects/scan.h"
#include "dialects/textanswer.h"
#include "profiles/profile.h"
#include "target.h"

namespace {

constexpr StepKind kinds[]
    = {StepKind::Upload, StepKind::FileStatus,   StepKind::Create,     StepKind::Add,
       StepKind::Start,  StepKind::Status,       StepKind::Cancel,     StepKind::FetchOutput,
       StepKind::List,   StepKind::ListRequests, StepKind::FetchErrors};

void readLine(const Dialect &dialect, const QByteArray &bytes)
{
    const PaddedBuffer buffer(bytes);
    ResultLine line = dialect.readResult(buffer.line());
    demand(line.outcome != Outcome::Pending && line.outcome != Outcome::Missing,
           "a line that is there is neither pending nor missing");
    demand(line.outcome != Outcome::Malformed || !line.errorMessage.isEmpty(),
           "malformed says why");
    demand(line.body.size() <= bytes.size(), "a body is a part of its line");
    // A mark in front of a line is none of its text.
    const PaddedLine text{scan::withoutBom(buffer.line().bytes)};
    const bool isValid = scan::validity(text) == scan::Validity::Valid;
    demand(isValid || line.outcome == Outcome::Malformed, "what is no JSON is malformed");
    for (const auto kind :
         {TextAnswer::Kind::Extract, TextAnswer::Kind::Summarize, TextAnswer::Kind::Classify})
        checkTextAnswer(line, kind);
    if (dialect.readRow && isValid)
        static_cast<void>(dialect.readRow(text));
}

bool isText(std::string_view utf8, const QString &text)
{
    // The other way round a mark in front would be lost.
    return text.toUtf8() == QByteArrayView(utf8.data(), qsizetype(utf8.size()));
}

/// The quick reader says what the thorough one says, or leaves the line to it.
void glance(const Dialect &dialect, const QByteArray &bytes)
{
    static ResultGlancer glancer;
    const PaddedBuffer buffer(bytes);
    const ResultGlance *const seen = glancer.read(buffer.line());
    if (!seen)
        return;
    const ResultLine line = dialect.readResult(buffer.line());
    demand(line.customId && isText(seen->customId, *line.customId)
               && isText(seen->content, line.content) && isText(seen->model, line.model)
               && isText(seen->finishReason, line.finishReason)
               && isText(seen->requestId, line.requestId),
           "a glance sees the texts");
    demand(seen->outcome == line.outcome && seen->httpStatus == line.httpStatus,
           "a glance sees the outcome");
    demand(seen->inputTokens == line.inputTokens && seen->outputTokens == line.outputTokens
               && seen->totalTokens == line.totalTokens,
           "a glance sees the usage");
    if (const std::optional<ContentSpan> span = glancer.locateContent(buffer.line())) {
        demand(span->offset + std::size_t(span->length) <= std::size_t(bytes.size()),
               "the content is within its line");
        const std::string_view raw = buffer.line().bytes.substr(span->offset - 1, span->length + 2);
        demand(isText(seen->content, scan::unescaped(raw)), "the content is where it is said");
    }
}

void readReply(const Dialect &dialect, const Profile &profile, StepKind kind,
               const HttpReply &reply)
{
    const Run run;
    Batch batch;
    batch.facts = {.state = BatchState::Running,
                   .intent = QStringLiteral("ours"),
                   .remoteId = QStringLiteral("known"),
                   .inputFileId = QStringLiteral("file")};
    const BatchView view{.run = run, .batch = batch, .profile = profile};
    const Error error = dialect.readError(reply);
    demand(reply.isSuccess() || error.httpStatus == reply.status, "an error keeps its status");
    if (!reply.isSuccess())
        return;
    if (const Result<BatchFacts> facts = dialect.absorb(view, kind, reply)) {
        demand(facts->intent == batch.facts.intent, "the intent stays");
        demand(!facts->remoteId.isEmpty(), "a known id is not wiped");
    }
    static_cast<void>(dialect.readList(reply, {}));
    if (dialect.readRequests)
        static_cast<void>(dialect.readRequests(reply, {}));
    if (dialect.nextPage) {
        const Call page{.kind = StepKind::FetchOutput, .sink = SinkKind::Pages, .splitKey = "data"};
        const PageRows rows{.count = 1, .fresh = 1, .lastId = QStringLiteral("row")};
        static_cast<void>(dialect.nextPage(page, reply, rows));
    }
}

const Profile &profileOf(const Dialect &dialect)
{
    static const Profiles profiles = Profiles::load().value();
    for (const Profile &profile : profiles.all())
        if (profile.dialect == dialect.id)
            return profile;
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const Dialect &dialect = *dialects()[input.choice(unsigned(dialects().size()))];
    const unsigned what = input.choice(unsigned(std::size(kinds)) + 2);
    const unsigned status = input.choice(4);
    const QByteArray bytes = input.bytes();
    if (what < std::size(kinds)) {
        constexpr int statuses[] = {200, 200, 400, 503};
        const HttpReply reply{.status = statuses[status],
                              .headers = {{"content-type", "application/json"}},
                              .body = bytes};
        readReply(dialect, profileOf(dialect), kinds[what], reply);
        return 0;
    }
    readLine(dialect, bytes);
    if (dialect.hasUsualResults)
        glance(dialect, bytes);
    for (const auto kind :
         {TextAnswer::Kind::Extract, TextAnswer::Kind::Summarize, TextAnswer::Kind::Classify})
        static_cast<void>(readTextAnswer(kind, QString::fromUtf8(bytes)));
    return 0;
}
