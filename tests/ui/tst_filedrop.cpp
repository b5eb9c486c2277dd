// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filedrop.h"

#include "jsonl/packed.h"
#include "support/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TstFileDrop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"requests/deeper"_s)
                && QDir(m_folder->path()).mkpath(u"nothing"_s));
    }
    void sortsOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("taken");
        QTest::newRow("by its name")
            << u"a.jsonl"_s << QByteArray("not json, preflight says where") << true;
        QTest::newRow("empty") << u"a.jsonl"_s << QByteArray() << true;
        QTest::newRow("ndjson") << u"a.NDJSON"_s << QByteArray("{}") << true;
        QTest::newRow("by its beginning")
            << u"requests.txt"_s << QByteArray("\n  {\"custom_id\":1}") << true;
        QTest::newRow("byte order mark") << u"no-suffix"_s << QByteArray("\xef\xbb\xbf{}") << true;
        QTest::newRow("picture") << u"photo.png"_s << QByteArray("\x89PNG\r\n\x1a\n", 8) << false;
        QTest::newRow("prose") << u"letter.txt"_s << QByteArray("Dear Ada") << false;
        QTest::newRow("packed, by its name")
            << u"a.jsonl.gz"_s << QByteArray("not packed, the import says so") << true;
        QTest::newRow("packed, by its text")
            << u"requests.gz"_s << packed("\n {\"custom_id\":1}", Packing::Gzip) << true;
        QTest::newRow("packed otherwise, by its text")
            << u"packed-requests"_s << packed("{\"custom_id\":1}", Packing::Zstd) << true;
        QTest::newRow("packed prose")
            << u"letter.txt.gz"_s << packed("Dear Ada", Packing::Gzip) << false;
        QTest::newRow("empty text") << u"empty.txt"_s << QByteArray() << false;
    }
    void sortsOut()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, taken);
        write(name, bytes);
        const DroppedFiles dropped = sorted({url(name)});
        QCOMPARE(dropped.files, taken ? QStringList{m_folder->filePath(name)} : QStringList());
        QCOMPARE(dropped.problems.size(), taken ? 0 : 1);
        if (!taken)
            QVERIFY2(dropped.problems.first().contains(name), qPrintable(dropped.problems.first()));
    }
    void aFolderGivesItsRequestFiles()
    {
        write(u"requests/b.jsonl"_s, "{}");
        write(u"requests/a.jsonl"_s, "{}");
        write(u"requests/c.ndjson.GZ"_s, "{}");
        write(u"requests/d.jsonl.zst"_s, "{}");
        write(u"requests/notes.txt"_s, "{}");
        write(u"requests/photos.gz"_s, "{}");
        write(u"requests/deeper/c.jsonl"_s, "{}");
        const DroppedFiles dropped = sorted({url(u"requests"_s)});
        QCOMPARE(dropped.files,
                 (QStringList{m_folder->filePath(u"requests/a.jsonl"_s),
                              m_folder->filePath(u"requests/b.jsonl"_s),
                              m_folder->filePath(u"requests/c.ndjson.GZ"_s),
                              m_folder->filePath(u"requests/d.jsonl.zst"_s)}));
        QVERIFY(dropped.problems.isEmpty());
        QCOMPARE(sorted({url(u"nothing"_s)}).problems.size(), 1);
    }
    void manyAtOnceAreToldApart()
    {
        write(u"a.jsonl"_s, "{}");
        const DroppedFiles dropped
            = sorted({url(u"a.jsonl"_s), url(u"a.jsonl"_s), url(u"gone.jsonl"_s),
                      QUrl(u"https://example.org/a.jsonl"_s)});
        QCOMPARE(dropped.files, QStringList{m_folder->filePath(u"a.jsonl"_s)});
        QCOMPARE(dropped.problems.size(), 2);
        QVERIFY(dropped.problems.at(0).contains(u"gone.jsonl"_s));
        QVERIFY(dropped.problems.at(1).contains(u"https://example.org/a.jsonl"_s));
    }

private:
    [[nodiscard]] QUrl url(const QString &name) const
    {
        return QUrl::fromLocalFile(m_folder->filePath(name));
    }
    void write(const QString &name, const QByteArray &bytes)
    {
        writeFile(m_folder->filePath(name), bytes);
    }
    DroppedFiles sorted(const QList<QUrl> &urls) { return sortOut(m_pool, urls).result().value(); }

    QThreadPool m_pool;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TstFileDrop)
#include "tst_filedrop.moc"
