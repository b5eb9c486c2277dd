// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a fuzz target without libFuzzer: first every file of its corpus, then changes of them for as
// long as asked. Same seed, same inputs. An input that ends the program is written down.
//
//   fuzz_lines CORPUS-FOLDER [SECONDS [SEED]]
//
// SECONDS comes from BATCHDESK_FUZZ_SECONDS where it is not given, else it is 10.
#include "target.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <unistd.h>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t longest = 4096;
constexpr unsigned patience = 20; ///< seconds that one input may take

const Bytes *current = nullptr;
char findingFile[256] = "finding";

/// Nothing but system calls: the heap may be broken.
void writeDown(int signal)
{
    const int file = ::open(findingFile, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0 && current && ::write(file, current->data(), current->size()) >= 0) {
        constexpr std::string_view words = "the input is in ";
        static_cast<void>(!::write(STDERR_FILENO, words.data(), words.size()));
        static_cast<void>(!::write(STDERR_FILENO, findingFile, std::strlen(findingFile)));
        static_cast<void>(!::write(STDERR_FILENO, "\n", 1));
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void run(const Bytes &input)
{
    current = &input;
    ::alarm(patience);
    // A copy of its own, so that reading beyond it is seen.
    const Bytes exact(input.begin(), input.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

std::vector<Bytes> corpusOf(const QString &folder)
{
    std::vector<Bytes> corpus;
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        corpus.emplace_back(bytes.begin(), bytes.end());
    }
    return corpus;
}

class Mutator {
public:
    Mutator(const std::vector<Bytes> &corpus, unsigned seed) : m_corpus(corpus), m_random(seed) {}

    Bytes next()
    {
        Bytes bytes = one();
        for (std::size_t changes = 1 + upTo(6); changes > 0; --changes)
            change(bytes);
        bytes.resize(std::min(bytes.size(), longest));
        return bytes;
    }

private:
    std::size_t upTo(std::size_t end) { return end == 0 ? 0 : std::size_t(m_random() % end); }
    const Bytes &one() { return m_corpus[upTo(m_corpus.size())]; }

    void insert(Bytes &bytes, std::string_view what)
    {
        bytes.insert(bytes.begin() + std::ptrdiff_t(upTo(bytes.size() + 1)), what.begin(),
                     what.end());
    }
    void change(Bytes &bytes)
    {
        static constexpr std::string_view words[] = {"\"",
                                                     "{",
                                                     "}",
                                                     "[",
                                                     "]",
                                                     ",",
                                                     ":",
                                                     "\n",
                                                     "\r\n",
                                                     "\\u",
                                                     "\\",
                                                     "null",
                                                     "1e400",
                                                     "-0",
                                                     "true",
                                                     "\xEF\xBB\xBF",
                                                     "\xFF",
                                                     "\xC0",
                                                     "'",
                                                     "=",
                                                     "{\"a\":",
                                                     "\"id\"",
                                                     " ",
                                                     "\xED\xA0\x80",
                                                     "--",
                                                     ";",
                                                     "\x1E",
                                                     "\x1F",
                                                     "\\ud800",
                                                     "\t",
                                                     "9223372036854775807",
                                                     "4:",
                                                     "[[[",
                                                     "\xE2\x80\xA8",
                                                     "\"\"",
                                                     "1.0"};
        const std::size_t at = upTo(bytes.size());
        switch (upTo(7)) {
        case 0: insert(bytes, words[upTo(std::size(words))]); break;
        case 1: // another byte
            if (!bytes.empty())
                bytes[at] = std::uint8_t(m_random());
            break;
        case 2: // one bit
            if (!bytes.empty())
                bytes[at] = std::uint8_t(bytes[at] ^ (1U << upTo(8)));
            break;
        case 3: // a stretch out
            bytes.erase(bytes.begin() + std::ptrdiff_t(at),
                        bytes.begin() + std::ptrdiff_t(at + upTo(bytes.size() - at)));
            break;
        case 4: { // a stretch twice
            const Bytes part(bytes.begin() + std::ptrdiff_t(at),
                             bytes.begin() + std::ptrdiff_t(at + upTo(bytes.size() - at)));
            bytes.insert(bytes.begin() + std::ptrdiff_t(at), part.begin(), part.end());
            break;
        }
        case 5: { // the end of another
            const Bytes &other = one();
            bytes.resize(at);
            bytes.insert(bytes.end(), other.begin() + std::ptrdiff_t(upTo(other.size())),
                         other.end());
            break;
        }
        default: insert(bytes, std::string(1 + upTo(64), char(m_random())));
        }
    }

    const std::vector<Bytes> &m_corpus;
    std::mt19937 m_random;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const std::vector<Bytes> corpus = corpusOf(arguments.at(1));
    if (corpus.empty()) {
        std::fprintf(stderr, "there is nothing in %s\n", argv[1]);
        return 2;
    }
    const QByteArray name = QFileInfo(arguments.at(0)).fileName().toUtf8() + ".finding";
    std::strncpy(findingFile, name.constData(), sizeof findingFile - 1);
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        std::signal(signal, writeDown);

    bool isNumber = false;
    int seconds = qEnvironmentVariableIntValue("BATCHDESK_FUZZ_SECONDS", &isNumber);
    if (!isNumber)
        seconds = 10;
    if (arguments.size() > 2)
        seconds = arguments.at(2).toInt();
    const unsigned seed = arguments.size() > 3 ? arguments.at(3).toUInt() : 1;

    for (const Bytes &input : corpus)
        run(input);
    QElapsedTimer timer;
    timer.start();
    Mutator mutator(corpus, seed);
    qint64 count = 0;
    for (; timer.elapsed() < qint64(seconds) * 1000; ++count)
        run(mutator.next());
    ::alarm(0);
    std::printf("%zu of the corpus and %lld changes of them in %d s\n", corpus.size(),
                static_cast<long long>(count), seconds);
    return 0;
}
