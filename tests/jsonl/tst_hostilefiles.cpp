// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/dialect.h"
#include "fuzz/hostile.h"
#include "jsonl/lineindexer.h"
#include "jsonl/linemend.h"
#include "jsonl/linereader.h"
#include "jsonl/preflight.h"
#include "testfiles.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

/// Request files that nobody means well with: each line at fault is named, those around it are not.
class tst_HostileFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thereAreFiveHundred();
    void aHostileLineIsNamedAndNoOther_data();
    void aHostileLineIsNamedAndNoOther();
    void allInOneFile();
    void mendedLinesAreRequests();
};

namespace {

constexpr qint64 patience = 20'000; // milliseconds for one file, on a busy machine

QByteArray good(const QByteArray &id)
{
    return R"({"custom_id":")" + id
        + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[]}})";
}

PreflightRules rulesOf(const QString &profile)
{
    const Result<Profiles> profiles = Profiles::load();
    if (profile.isEmpty() || !profiles)
        return {};
    const Profile *const found = profiles->find(profile);
    return {.dialect = findDialect(found->dialect), .profile = *found};
}

} // namespace

void tst_HostileFiles::thereAreFiveHundred()
{
    const auto all = hostile::lines().size() + hostile::pages().size();
    qInfo("%lld lines and %lld answers", qint64(hostile::lines().size()),
          qint64(hostile::pages().size()));
    QVERIFY(all + hostile::variants(good("a")).size() >= 500);
}

void tst_HostileFiles::aHostileLineIsNamedAndNoOther_data()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("no profile") << QString();
    for (const auto &profile :
         {u"openai"_s, u"meshapi"_s, u"scaledown"_s, u"staged"_s, u"openai-compatible"_s})
        QTest::newRow(qPrintable(profile)) << profile;
}

void tst_HostileFiles::aHostileLineIsNamedAndNoOther()
{
    QFETCH(const QString, profile);
    const PreflightRules rules = rulesOf(profile);
    const TestFiles files;
    QList<hostile::Named> lines = hostile::lines() + hostile::variants(good("a"));
    qint64 refused = 0;
    constexpr qsizetype isLong = 100'000; // once is enough
    for (const hostile::Named &line : lines) {
        if (rules.dialect && line.bytes.size() > isLong)
            continue;
        QElapsedTimer timer;
        timer.start();
        const QString path = files.write(
            u"in.jsonl"_s, good("first") + '\n' + line.bytes + '\n' + good("last") + '\n');
        const Result<PreflightReport> report = checkFile(path, rules);
        QVERIFY2(report, line.name.constData());
        QVERIFY2(timer.elapsed() < patience, line.name.constData());
        const PaddedBuffer buffer(line.bytes);
        const bool isBlank = line.bytes.trimmed().isEmpty();
        const bool isRequest = isBlank || readRequest(buffer.line()).has_value();
        bool isNamed = false;
        for (const Finding &finding : report->findings) {
            QVERIFY2(!finding.message.isEmpty(), line.name.constData());
            if (finding.severity != Severity::Error)
                continue;
            isNamed = isNamed || finding.lines.contains(2);
            // What the provider minds in general it may mind in the good lines too.
            const bool isAboutOthers = finding.lines.contains(1) || finding.lines.contains(3);
            QVERIFY2(rules.dialect || !isAboutOthers, line.name.constData());
        }
        QVERIFY2(isRequest || isNamed,
                 (line.name + ": is no request, but is not named").constData());
        QCOMPARE(report->requests, report->index->count());
        QVERIFY2(report->requests == 3 || (isBlank && report->requests == 2),
                 line.name.constData());
        refused += isNamed ? 1 : 0;
    }
    qInfo("%lld of %lld lines refused", refused, qint64(lines.size()));
    QVERIFY(refused > 100);
}

void tst_HostileFiles::allInOneFile()
{
    QByteArray bytes;
    QList<QByteArray> kept;
    for (const hostile::Named &line : hostile::lines()) {
        bytes += line.bytes + '\n';
        QByteArray bare = line.bytes;
        if (kept.isEmpty() && bare.startsWith("\xEF\xBB\xBF"))
            bare.remove(0, 3);
        if (bare.endsWith('\r'))
            bare.chop(1);
        if (!bare.trimmed().isEmpty() || bare.contains('\0') || bare.contains('\v'))
            kept.append(bare);
    }
    const TestFiles files;
    const QString path = files.write(u"all.jsonl"_s, bytes);
    const Result<PreflightReport> report = checkFile(path, {});
    QVERIFY(report);
    QVERIFY(report->hasErrors());
    const Result<LineReader> reader = LineReader::open(path, report->index);
    QVERIFY(reader);
    QCOMPARE(report->index->count(), kept.size());
    for (qint64 row = 0; row < report->index->count(); ++row) {
        const Result<LineBlock> block = reader->read({row}, 1);
        QVERIFY(block);
        const std::string_view line = (*block)[0].bytes;
        QVERIFY(kept[row] == QByteArrayView(line.data(), qsizetype(line.size())));
    }
    QCOMPARE(bytesOf(path), bytes);
}

/// What a repair makes of a line is a request, or the line is left out.
void tst_HostileFiles::mendedLinesAreRequests()
{
    LineMender mender([](QLatin1StringView) { return true; });
    for (const hostile::Named &line : hostile::lines()) {
        const auto mended
            = mender.mend({line.bytes.constData(), std::size_t(line.bytes.size())}, 1);
        if (!mended)
            continue;
        const PaddedBuffer buffer{std::string_view(mended->line)};
        const Result<Request> request = readRequest(buffer.line());
        QVERIFY2(request || request.error().code == "duplicate_key"_L1
                     || request.error().code == "missing_custom_id"_L1,
                 (line.name + ": " + (request ? QByteArray() : request.error().message.toUtf8()))
                     .constData());
    }
}

QTEST_GUILESS_MAIN(tst_HostileFiles)
#include "tst_hostilefiles.moc"
