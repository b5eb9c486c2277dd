// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/xlsxwriter.h"

#include <xlsxwriter.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDigits = 15; ///< of a number that a double keeps

Failure writeFailure(const QString &path, const QString &why)
{
    return Failure(Error{
        .kind = ErrorKind::Disk,
        .message = QCoreApplication::translate("Exporter", "%1 cannot be written: %2")
                       .arg(QDir::toNativeSeparators(path), why),
    });
}

bool sync(const QString &path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool isSynced = ::fsync(fd) == 0;
    ::close(fd);
    return isSynced;
}

} // namespace

struct XlsxWriter::Book {
    QString path;
    /// Beside the target, so that renaming stays on one file system; it holds what is written so far.
    std::unique_ptr<QTemporaryDir> folder;
    QString file;
    lxw_workbook *workbook = nullptr; ///< null once closed; closing frees it
    lxw_worksheet *sheet = nullptr;
    lxw_row_t row = 0;
    lxw_col_t column = 0;
    lxw_error fault = LXW_NO_ERROR; ///< the first

    void keep(lxw_error result)
    {
        if (fault == LXW_NO_ERROR)
            fault = result;
    }
    void put(const QByteArray &utf8)
    {
        if (!utf8.isEmpty())
            keep(worksheet_write_string(sheet, row, column, utf8.constData(), nullptr));
        ++column;
    }
    void put(double number)
    {
        keep(worksheet_write_number(sheet, row, column, number, nullptr));
        ++column;
    }
    lxw_error close() { return workbook_close(std::exchange(workbook, nullptr)); }
};

XlsxWriter::XlsxWriter() : m_book(std::make_unique<Book>()) {}

XlsxWriter::~XlsxWriter()
{
    if (m_book->workbook)
        m_book->close();
}

Result<std::unique_ptr<XlsxWriter>> XlsxWriter::create(const QString &path,
                                                       const QStringList &headers)
{
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter);
    Book &book = *writer->m_book;
    book.path = path;
    book.folder
        = std::make_unique<QTemporaryDir>(QFileInfo(path).absolutePath() + u"/.batchdesk-XXXXXX"_s);
    if (!book.folder->isValid())
        return writeFailure(path, book.folder->errorString());
    book.file = book.folder->filePath(u"export.xlsx"_s);
    QByteArray temporary = QFile::encodeName(book.folder->path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary.data();
    options.use_zip64 = LXW_TRUE;
    book.workbook = workbook_new_opt(QFile::encodeName(book.file).constData(), &options);
    book.sheet = book.workbook ? workbook_add_worksheet(book.workbook, nullptr) : nullptr;
    if (!book.sheet)
        return writeFailure(path, qt_error_string(errno));
    lxw_format *const bold = workbook_add_format(book.workbook);
    format_set_bold(bold);
    for (const QString &header : headers)
        book.keep(worksheet_write_string(book.sheet, 0, book.column++, header.toUtf8().constData(),
                                         bold));
    worksheet_freeze_panes(book.sheet, 1, 0);
    writer->endRow();
    return writer;
}

void XlsxWriter::addText(QStringView text)
{
    if (text.size() > longestText) {
        ++m_cutCells;
        qsizetype keep = longestText - 1;
        if (text[keep - 1].isHighSurrogate())
            --keep;
        m_book->put((text.first(keep).toString() + u'…').toUtf8());
        return;
    }
    QByteArray utf8 = text.toUtf8();
    utf8.replace('\0', "\xEF\xBF\xBD"); // the library takes a NUL for the end
    m_book->put(utf8);
}

void XlsxWriter::addUtf8(std::string_view text)
{
    addText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

void XlsxWriter::addNumber(std::optional<qint64> number)
{
    if (!number)
        ++m_book->column;
    else
        addPlain(QString::number(*number));
}

void XlsxWriter::addPlain(QStringView number)
{
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    const qsizetype digits
        = std::ranges::count_if(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isNumber && digits <= mostDigits)
        m_book->put(value);
    else
        addText(number);
}

void XlsxWriter::endRow()
{
    ++m_book->row;
    m_book->column = 0;
}

Result<> XlsxWriter::commit()
{
    Book &book = *m_book;
    const lxw_error closed = book.close();
    book.keep(closed);
    if (book.fault != LXW_NO_ERROR)
        return writeFailure(book.path, QString::fromUtf8(lxw_strerror(book.fault)));
    const QString folder = QFileInfo(book.path).absolutePath();
    if (!sync(book.file, O_RDONLY)
        || std::rename(QFile::encodeName(book.file).constData(),
                       QFile::encodeName(book.path).constData())
            != 0)
        return writeFailure(book.path, qt_error_string(errno));
    sync(folder, O_RDONLY | O_DIRECTORY);
    return {};
}
