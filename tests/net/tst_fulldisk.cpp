// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Downloads onto a disk that is really full, at many places of the file (at a thousand with
// BATCHDESK_EVERY_PAGE): nothing that has come is lost, and once there is room the rest is asked for
// and no more. The disk is a small tmpfs in a name space of its own; where the system allows none,
// the test says so and is left out.
#include "net/resumerig.h"
#include "support/smalldisk.h"

#include "net/diskfile.h"

#include <QProcess>

#include <cstdio>

using namespace ResumeRig;

namespace {

constexpr int bodySize = 4'500'000;
constexpr int page = 4096;
constexpr int steps = 1000;
constexpr int notAllowed = 77;

/// On the small disk: one download after the other, each with a page more room than the last.
int fillStepByStep(const QString &folder)
{
    const QByteArray body = linesOf(bodySize);
    const QString path = folder + "/output.jsonl"_L1;
    FaultServer server;
    server.on("GET", "/f", [&body](const FaultRequest &request) {
        return RangeServer::answer(request, body, etag);
    });
    HttpClient client;
    const auto fetched = [&] {
        return client.send(get(server.url(u"/f"_s)), {},
                           std::make_unique<ResumingSink>(path, "file-1", 0));
    };
    const auto isFull = [](const QFuture<Result<HttpReply>> &future) {
        return outcomeOf(future) == "disk"_L1 && future.result().error().code == noSpaceCode;
    };
    const auto complain = [](int step, const char *what) {
        std::printf("step %d: %s\n", step, what);
        return 1;
    };
    int parts = 0;
    const int stride = qEnvironmentVariableIsSet("BATCHDESK_EVERY_PAGE") ? 1 : 16;
    int tried = 0;
    for (int step = 1; step <= steps; step += stride, ++tried) {
        // Room for so many pages of the file, and one for the note.
        QFile ballast(folder + "/ballast"_L1);
        const qint64 taken = freeSpaceAt(folder) - qint64(step + 3) * page;
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
            || ballast.write(QByteArray(taken, 'x')) != taken)
            return complain(step, "the ballast does not fit");
        if (!isFull(fetched()))
            return complain(step, "the disk is not full");
        if (QFile::exists(path))
            return complain(step, "a file appeared");
        const qint64 kept = QFileInfo(path + ".part"_L1).size();
        if (kept > 0 && bytesOf(path + ".part"_L1) != body.first(kept))
            return complain(step, "the part is not the beginning");
        parts += kept > 0 ? 1 : 0;
        ballast.remove();
        const auto rest = fetched();
        if (!outcomeOf(rest).startsWith(u'2') || bytesOf(path) != body
            || rest.result()->fileSha256 != digestOf(body))
            return complain(step, "the file is not whole");
        if (kept > 0
            && server.requests().last().header("range")
                != "bytes=" + QByteArray::number(kept) + '-')
            return complain(step, "what was there is asked for again");
        if (QDir(folder).entryList(QDir::Files | QDir::Hidden).size() != 1)
            return complain(step, "something was left behind");
        QFile::remove(path);
        server.forget();
    }
    std::printf("%d full disks, %d parts kept\n", tried, parts);
    return parts == tried ? 0 : 1;
}

} // namespace

class FullDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndItGoesOn()
    {
        QTemporaryDir dir;
        QProcess child;
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {u"--fill"_s, dir.path()});
        QVERIFY(child.waitForFinished(-1));
        if (child.exitCode() == notAllowed)
            QSKIP("no small disk can be mounted here");
        const QByteArray said = child.readAll();
        qInfo("%s", said.trimmed().constData());
        QCOMPARE(child.exitCode(), 0);
    }
};

int main(int argc, char **argv)
{
    const bool isChild = argc == 3 && qstrcmp(argv[1], "--fill") == 0;
    if (isChild && !mountSmallDisk(argv[2], "10m"))
        return notAllowed;
    QCoreApplication app(argc, argv);
    if (isChild)
        return fillStepByStep(QString::fromLocal8Bit(argv[2]));
    FullDiskTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
