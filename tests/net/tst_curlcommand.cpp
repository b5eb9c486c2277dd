// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/curlcommand.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A curl that writes down what it was given.
class FakeCurl {
public:
    FakeCurl()
    {
        QFile file(m_folder.filePath(u"curl"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write("#!/bin/sh\ncd \"${0%/*}\"\ni=0\nfor word in \"$@\"; do i=$((i+1)); printf '%s' "
                   "\"$word\" > \"arg$i\"; done\necho $i > count\n"
                   "case \"$*\" in *'--data-binary @-'*) cat > stdin ;; esac\n");
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    }
    /// Has a shell run the command; the arguments, and behind them what came in.
    [[nodiscard]] QByteArrayList run(const QByteArray &command)
    {
        QProcess shell;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, m_folder.path() + u":/usr/bin:/bin"_s);
        environment.insert(u"MY_KEY"_s, u"the key's \"own\" $HOME"_s);
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(m_folder.path());
        shell.start(u"sh"_s, {});
        shell.write(command);
        shell.closeWriteChannel();
        if (!shell.waitForFinished() || shell.exitCode() != 0)
            return {"failed: " + shell.readAllStandardError()};
        QByteArrayList all;
        const int count = read(u"count"_s).trimmed().toInt();
        for (int i = 1; i <= count; ++i)
            all.append(read(u"arg%1"_s.arg(i)));
        if (QFile::exists(m_folder.filePath(u"stdin"_s)))
            all.append(read(u"stdin"_s));
        return all;
    }

private:
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

HttpRequest request(const QByteArray &body, AuthScheme auth = AuthScheme::Bearer)
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"https://api.example.com/v1/chat/completions?a=1&b=%20x"_s);
    request.auth = auth;
    request.headers = {{"X-Odd"_ba, "it's $(odd) `x` \\ \"y\""_ba}};
    request.contentType = "application/json";
    request.body = body;
    return request;
}

} // namespace

class tst_CurlCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aShellGivesCurlJustThat()
    {
        FakeCurl curl;
        const QByteArray body = "{\"text\":\"it's $HOME `id` \\\"quoted\\\" \\\\ !x %s naïve\"}";
        const QByteArrayList given = curl.run(curlCommand(request(body), "MY_KEY"));
        QCOMPARE(given,
                 (QByteArrayList{"-g", "-X", "POST",
                                 "https://api.example.com/v1/chat/completions?a=1&b=%20x", "-H",
                                 "Authorization: Bearer the key's \"own\" $HOME", "-H",
                                 "X-Odd: it's $(odd) `x` \\ \"y\"", "-H",
                                 "Content-Type: application/json", "--data-raw", body}));
    }
    void anyBytesComeThrough()
    {
        QRandomGenerator random(5);
        for (const int size : {1, 300, 120'000, 300'000}) {
            FakeCurl curl;
            QByteArray body = "{";
            static constexpr QByteArrayView odd("'\"\\$`!\n\r\t END_\xc3\xa9@-#;&|<>(){}*?~");
            for (int i = 1; i < size; ++i)
                body += random.bounded(3) == 0 ? odd[random.bounded(odd.size())]
                                               : char(random.bounded(1, 256));
            const QByteArrayList given = curl.run(curlCommand(request(body), "MY_KEY"));
            QVERIFY(!given.isEmpty());
            QVERIFY(given.last() == (size > 100'000 ? body + '\n' : body));
        }
    }
    void theKeyIsNamedAndNotWritten_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("bearer") << AuthScheme::Bearer << "MY_KEY"_ba
                                << "-H \"Authorization: Bearer ${MY_KEY}\""_ba;
        QTest::newRow("own header") << AuthScheme::XApiKey << ""_ba
                                    << "-H \"x-api-key: ${API_KEY}\""_ba;
        QTest::newRow("no name of a variable")
            << AuthScheme::ApiKey << "A;rm -r /"_ba << "-H \"api-key: ${API_KEY}\""_ba;
    }
    void theKeyIsNamedAndNotWritten()
    {
        QFETCH(AuthScheme, auth);
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, line);
        QVERIFY(curlCommand(request("{}", auth), variable).contains(line));
    }
    void withoutAKeyThereIsNoVariable()
    {
        QVERIFY(!curlCommand(request("{}", AuthScheme::None), "MY_KEY").contains("MY_KEY"));
    }
};

QTEST_GUILESS_MAIN(tst_CurlCommand)
#include "tst_curlcommand.moc"
