// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A request file as preflight, the scan of one line and the request reader see it: they agree on
// what is JSON, and what preflight lets pass can be read.
#include "dialects/dialect.h"
#include "dialects/scan.h"
#include "jsonl/jsonscan.h"
#include "jsonl/linemend.h"
#include "jsonl/preflight.h"
#include "profiles/profile.h"
#include "scratchfile.h"

#include <simdjson.h>

namespace {

void lookAtLine(std::string_view bytes)
{
    const PaddedBuffer buffer(bytes);
    JsonScan scan;
    const bool isJson = scan.read(buffer.line().bytes);
    const bool isText = simdjson::validate_utf8(bytes);
    if (isText)
        demand(isJson == scan::isJson(bytes), "both scans have the same grammar");
    demand((scan::validity(buffer.line()) == scan::Validity::Valid) == (isJson && isText),
           "valid is JSON in UTF-8");
    for (const JsonMember &member : scan.members())
        if (isJson)
            demand(scan::isJson(member.value) || !isText, "a member's value is JSON");
    const Result<Request> request = readRequest(buffer.line());
    demand(!request || (isJson && isText && !request->customId.isEmpty()),
           "only JSON is a request");
    LineMender mender([](QLatin1StringView) { return true; });
    if (const auto mended = mender.mend(bytes, 1)) {
        const PaddedBuffer again{std::string_view(mended->line)};
        demand(scan::validity(again.line()) == scan::Validity::Valid, "what is mended is JSON");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ScratchFile scratch;
    static const Profiles profiles = Profiles::load().value();
    Input input(data, size);
    const qsizetype count = profiles.all().size();
    const unsigned which = input.choice(unsigned(count) + 1);
    PreflightRules rules;
    if (which > 0) {
        rules.profile = profiles.all().at(which - 1);
        rules.dialect = findDialect(rules.profile->dialect);
    }
    Pass pass;
    const unsigned block = 64 + input.choice(200);
    const QString path = scratch.with(input.rest());
    const Result<PreflightReport> whole = checkFile(path, rules, pass);
    pass.blockBytes = block;
    const Result<PreflightReport> report = checkFile(path, rules, pass);
    if (report) {
        // Where a file is no text is said of its first block.
        demand(!whole
                   || (whole->findings == report->findings && whole->models == report->models
                       && whole->endpoints == report->endpoints),
               "blocks make no difference");
        demand(report->requests == report->index->count(), "each request is in the index");
        demand(report->bytes == input.bytes().size(), "the report has the size of the file");
        for (const Finding &finding : report->findings)
            demand(!finding.message.isEmpty() && finding.count > 0, "a finding has words");
    } else {
        demand(report.error().kind == ErrorKind::BadInput && !report.error().message.isEmpty(),
               "a file is refused in words");
    }
    for (const QByteArray &line : input.bytes().split('\n'))
        lookAtLine({line.constData(), static_cast<std::size_t>(line.size())});
    return 0;
}
