// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-floor t1|t2|t3|t4|t4u|t5 REQUESTS RESULTS OUT ARG
//
// The least that any program must do for these tasks, on two threads: t1 read and parse each line in
// full; t2 and t3 read, find the structure of each line and write as many bytes as the output has
// (OUT_BYTES in the environment); t4 read and look for the bytes; t5 read and look for line ends.

#include <simdjson.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr std::size_t blockSize = std::size_t(2) << 20;
constexpr std::size_t tail = std::size_t(1) << 20; ///< for the last line of a block

enum class Work { Parse, Structure, Find, Lines };

std::size_t onLine(simdjson::dom::parser &parser, const char *line, std::size_t size, Work work)
{
    if (work == Work::Structure)
        return simdjson::validate_utf8(line, size) ? 1 : 0;
    return parser.parse(line, size, false).error() == simdjson::SUCCESS ? 1 : 0;
}

std::size_t onBlock(const char *bytes, std::size_t size, Work work, const std::string &wanted)
{
    if (work == Work::Find)
        return memmem(bytes, size, wanted.data(), wanted.size()) ? 1 : 0;
    std::size_t count = 0;
    simdjson::dom::parser parser;
    const char *const end = bytes + size;
    for (const char *line = bytes; line < end;) {
        const void *found = std::memchr(line, '\n', static_cast<std::size_t>(end - line));
        const char *const stop = found ? static_cast<const char *>(found) : end;
        count += work == Work::Lines
            ? 1
            : onLine(parser, line, static_cast<std::size_t>(stop - line), work);
        line = stop + 1;
    }
    return count;
}

std::size_t readAll(const char *path, Work work, const std::string &wanted)
{
    const int file = ::open(path, O_RDONLY);
    struct stat status{};
    if (file < 0 || ::fstat(file, &status) != 0) {
        std::perror(path);
        std::exit(1);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> sum = 0;
    const auto run = [&] {
        const std::unique_ptr<char[]> bytes(new char[blockSize + tail]);
        for (;;) {
            const std::size_t from = blockSize * next.fetch_add(1);
            if (from >= size)
                return;
            const ssize_t got = ::pread(file, bytes.get(), blockSize, static_cast<off_t>(from));
            sum += onBlock(bytes.get(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)), work,
                           wanted);
        }
    };
    std::thread other(run);
    run();
    other.join();
    ::close(file);
    return sum;
}

void writeBytes(const char *path, std::size_t size)
{
    std::FILE *const file = std::fopen(path, "wb");
    const std::unique_ptr<char[]> bytes(new char[blockSize]);
    std::memset(bytes.get(), 'x', blockSize);
    for (std::size_t left = size; file && left > 0; left -= std::min(left, blockSize))
        std::fwrite(bytes.get(), 1, std::min(left, blockSize), file);
    if (!file || std::fclose(file) != 0)
        std::perror(path);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 6)
        return 2;
    const std::string task = argv[1];
    const char *const outBytes = std::getenv("OUT_BYTES");
    const std::size_t out = outBytes ? std::strtoull(outBytes, nullptr, 10) : 0;
    std::size_t sum = 0;
    if (task == "t1") {
        sum = readAll(argv[2], Work::Parse, {});
    } else if (task == "t2") {
        sum = readAll(argv[3], Work::Structure, {});
        writeBytes(argv[4], out);
    } else if (task == "t3") {
        sum = readAll(argv[2], Work::Structure, {}) + readAll(argv[3], Work::Structure, {});
        writeBytes(argv[4], out);
    } else if (task == "t4" || task == "t4u") {
        sum = readAll(argv[3], Work::Find, argv[5]);
    } else {
        sum = readAll(argv[3], Work::Lines, {});
    }
    std::printf("%zu\n", sum);
    return 0;
}
