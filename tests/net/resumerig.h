// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httptest.h"
#include "net/rangeserver.h"

#include "net/resumingsink.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

/// What the tests of ResumingSink share: bodies, and a folder with a download that was cut.
namespace ResumeRig {

using namespace HttpTest;

inline const QByteArray etag = R"("v1")";

inline QByteArray linesOf(int bytes, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    QByteArray lines;
    for (int n = 0; lines.size() < bytes; ++n)
        lines += R"({"custom_id":"q-)" + QByteArray::number(n) + R"(","text":")"
            + QByteArray::number(random.generate64(), 16).repeated(1 + random.bounded(20))
            + "\"}\n";
    return lines;
}

inline QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

class Download {
protected:
    void makeFolder()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"output.jsonl"_s);
    }
    QFuture<Result<HttpReply>> fetch(const QUrl &url, const QByteArray &source = "file-1")
    {
        return m_client.send(get(url), SecretBytes(canary),
                             std::make_unique<ResumingSink>(m_path, source));
    }
    QString fetched(FaultServer &server, const QByteArray &source = "file-1")
    {
        m_last = fetch(server.url(u"/f"_s), source);
        return outcomeOf(m_last);
    }
    /// Leaves a part of so many bytes of the body behind.
    void leavePart(const QByteArray &body, qsizetype size)
    {
        FaultServer server;
        server.on("GET", "/f", RangeServer::whole(body, etag).cutBodyAt(size));
        QCOMPARE(fetched(server), u"bad_reply"_s);
        QCOMPARE(bytesOf(m_path + ".part"_L1), body.first(size));
        QVERIFY(QFile::exists(m_path + ".part.json"_L1));
    }
    QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden); }
    void compareWhole(const QByteArray &body)
    {
        QCOMPARE(names(), QStringList(u"output.jsonl"_s));
        QVERIFY(bytesOf(m_path) == body);
        const Result<HttpReply> reply = m_last.result();
        QCOMPARE(reply->fileSha256, digestOf(body));
        QCOMPARE(reply->fileBytes, body.size());
        QCOMPARE(reply->fileLines, body.count('\n') + (body.endsWith('\n') ? 0 : 1));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    HttpClient m_client;
    QFuture<Result<HttpReply>> m_last;
};

} // namespace ResumeRig
