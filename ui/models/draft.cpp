// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draft.h"

#include "jsonl/keptreports.h"
#include "jsonl/requesttext.h"
#include "models/draftfiles.h"
#include "models/submitcheck.h"
#include "services.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

Draft::Draft(Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_model(services.pool())
{
    m_recheck.setSingleShot(true);
    m_recheck.setInterval(std::chrono::milliseconds(400));
    m_progressTick.setInterval(std::chrono::milliseconds(100));
    connect(&m_recheck, &QTimer::timeout, this, &Draft::writeOut);
    connect(&m_progressTick, &QTimer::timeout, this, &Draft::changed);
    connect(&m_model, &DraftModel::edited, this, &Draft::contentEdited);
}

Draft::~Draft()
{
    if (m_submitted) {
        if (!m_importedFile.isEmpty() && m_importedFile != m_input)
            QFile::remove(m_services.library().absolute(m_importedFile));
        return;
    }
    removeFiles();
}

void Draft::removeFiles()
{
    for (const QString &file : {m_importedFile, m_input})
        if (!file.isEmpty())
            QFile::remove(m_services.library().absolute(file));
    removeMade();
}

void Draft::removeMade()
{
    if (!m_made.isEmpty())
        QFile::remove(std::exchange(m_made, QString()));
}

void Draft::import(const QString &path)
{
    m_originPath = path;
    m_error.reset();
    setReport({}); // what is shown may have been checked by other rules
    m_intake = {};
    const quint64 number = ++m_imports;
    m_known = TaskHandle(knownReport(m_services.pool(), path, m_services.rules(m_connection)));
    m_known.future().then(this,
                          [this, number](const Result<std::optional<PreflightReport>> &known) {
                              if (number != m_imports)
                                  return;
                              if (known && *known)
                                  showKnown(**known);
                              takeIn();
                          });
    m_progressTick.start();
    Q_EMIT changed();
}

void Draft::importMade(const QString &path, const QString &title)
{
    m_made = path;
    m_title = title;
    ++m_imports;
    takeIn();
    m_progressTick.start();
    Q_EMIT changed();
}

void Draft::takeIn()
{
    m_intake
        = TaskHandle(m_services.takeIn(m_made.isEmpty() ? m_originPath : m_made, m_connection));
    m_known = {};
    m_intake.future().then(this, [this, number = m_imports](const Result<TakenIn> &taken) {
        if (number == m_imports)
            takenIn(taken);
        else if (taken)
            QFile::remove(m_services.library().absolute(taken->inputFile));
    });
}

void Draft::startEmpty()
{
    m_model.setFile({}, nullptr);
    setReport(PreflightReport());
    Q_EMIT changed();
}

std::optional<RepairSource> Draft::repairSource() const
{
    if (!m_report || !m_report->index || m_input.isEmpty() || isBusy())
        return std::nullopt;
    const Library &library = m_services.library();
    const QFileInfo origin(m_originPath);
    const bool isComposed = m_originPath.isEmpty();
    const QString folder = isComposed
        ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        : origin.absolutePath();
    return RepairSource{.file = library.absolute(m_input),
                        .index = m_report->index,
                        .rules = m_services.rules(m_connection),
                        .title = isComposed ? title() : origin.fileName(),
                        .origin = m_originPath,
                        .suggested = folder + u'/'
                            + draftfiles::repairedName(isComposed ? title() : origin.fileName()),
                        .scratch = isComposed
                            ? library.absolute(library.newPath(u"inputs"_s, u".jsonl"_s))
                            : QString()};
}

void Draft::setReport(std::optional<PreflightReport> report)
{
    m_report = std::move(report);
    ++m_reports;
    m_findingRows = {};
    if (std::exchange(m_rows, nullptr))
        Q_EMIT findingRowsChanged();
}

void Draft::wantFindingRows()
{
    const QString checkedFile
        = m_input.isEmpty() ? m_originPath : m_services.library().absolute(m_input);
    if (!m_report || m_rows || m_findingRows.isRunning() || checkedFile.isEmpty())
        return;
    m_findingRows = TaskHandle(
        ::findingRows(m_services.pool(), checkedFile, m_services.rules(m_connection), *m_report));
    m_findingRows.future().then(
        this, [this, number = m_reports](const Result<std::shared_ptr<const FindingRows>> &rows) {
            if (number != m_reports)
                return;
            m_findingRows = {};
            if (rows)
                m_rows = *rows;
            else
                m_error = rows.error();
            Q_EMIT findingRowsChanged();
            if (!rows)
                Q_EMIT changed();
        });
}

void Draft::replaceBy(const QString &path)
{
    ++m_generation;
    m_recheck.stop();
    m_check = {};
    m_writing = {};
    m_lines = {};
    m_shownDigest.clear();
    m_isOvertaken = false;
    m_isOtherThanShown = false;
    m_model.setFile({}, nullptr);
    removeFiles();
    m_importedFile.clear();
    m_input.clear();
    import(path);
}

void Draft::takeLines(const QString &path)
{
    m_lines = TaskHandle(QtConcurrent::run(&m_services.pool(), draftfiles::takeLines, path));
    m_lines.future().then(this, [this](const Result<QList<QByteArray>> &lines) {
        m_lines = {};
        if (lines)
            m_model.replaceLines(*lines, tr("Repair"));
        else
            m_error = lines.error();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

int Draft::rowOfLine(qint64 physicalLine) const
{
    if (!m_report || !m_report->index)
        return -1;
    const int row = int(m_report->index->rowOfPhysicalLine(physicalLine));
    return row < m_model.rowCount() ? row : -1;
}

void Draft::showKnown(const PreflightReport &report)
{
    if (m_model.isChanged())
        return; // it is checked as it is then
    if (m_shownDigest != report.sha256)
        m_model.setFile(m_originPath, report.index);
    m_shownDigest = report.sha256;
    setReport(report);
    Q_EMIT changed();
}

void Draft::takenIn(const Result<TakenIn> &taken)
{
    m_intake = {};
    m_progressTick.stop();
    removeMade();
    if (taken) {
        m_importedFile = taken->inputFile;
        takeCopy(*taken);
    } else {
        m_error = taken.error();
        leaveOriginal();
    }
    Q_EMIT changed();
}

/// What was shown is the copy where all its bytes are the same; else the copy is what is shown.
void Draft::takeCopy(const TakenIn &taken)
{
    const QString copy = m_services.library().absolute(taken.inputFile);
    const bool wasShown = !m_shownDigest.isEmpty();
    m_error.reset();
    if (wasShown && m_shownDigest == taken.report.sha256) {
        m_shownDigest.clear();
        m_model.moveTo(copy, taken.report.index);
        if (m_model.isChanged()) {
            m_recheck.start(); // what was typed is written out, and checked
            return;
        }
        m_report = taken.report;
    } else if (wasShown && m_model.isChanged()) {
        m_error = Error{.kind = ErrorKind::FileChanged,
                        .message = tr("%1 was changed while it was open. Open it again.")
                                       .arg(QFileInfo(m_originPath).fileName())};
        leaveOriginal();
        return;
    } else {
        m_shownDigest.clear();
        m_isOtherThanShown = wasShown;
        m_model.setFile(copy, taken.report.index);
        setReport(taken.report);
    }
    m_input = taken.inputFile;
}

/// The person's own file is nothing to go on with. What was typed into it stays to be seen.
void Draft::leaveOriginal()
{
    if (m_shownDigest.isEmpty())
        return;
    m_shownDigest.clear();
    setReport({});
    m_recheck.stop();
    m_isOvertaken = m_model.isChanged();
    if (!m_isOvertaken)
        m_model.setFile({}, nullptr);
}

void Draft::setConnection(ConnectionId connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    if (!isTakingIn())
        check();
    else if (m_made.isEmpty())
        import(m_originPath);
    else
        importMade(m_made, m_title);
}

QString Draft::title() const
{
    if (!m_originPath.isEmpty())
        return titleOf(m_originPath);
    return m_title.isEmpty() ? tr("New run") : m_title;
}

int Draft::progress() const
{
    const auto share = [](const auto &handle) {
        const int most = handle.future().progressMaximum();
        return most > 0 ? int(100LL * handle.future().progressValue() / most) : -1;
    };
    if (m_intake.isRunning())
        return share(m_intake);
    return m_check.isRunning() ? share(m_check) : -1;
}

void Draft::contentEdited()
{
    if (m_isOvertaken)
        return;
    ++m_generation;
    m_check = {};
    setReport({});
    m_recheck.start();
    Q_EMIT changed();
}

void Draft::writeOut()
{
    if (isTakingIn())
        return; // of the copy, once it is there
    const QString relative = m_services.library().newPath(u"inputs"_s, u".jsonl"_s);
    const QString path = m_services.library().absolute(relative);
    m_writing = TaskHandle(
        QtConcurrent::run(&m_services.pool(), draftfiles::write, m_model.lines(), path));
    m_writing.future().then(this,
                            [this, relative, generation = m_generation](const Result<> &written) {
                                if (generation != m_generation) {
                                    QFile::remove(m_services.library().absolute(relative));
                                    return;
                                }
                                m_writing = {};
                                if (!written) {
                                    m_error = written.error();
                                    Q_EMIT changed();
                                    return;
                                }
                                setInput(relative);
                                check();
                            });
}

void Draft::setInput(const QString &relative)
{
    if (!m_input.isEmpty() && m_input != m_importedFile && m_input != relative)
        QFile::remove(m_services.library().absolute(m_input));
    m_input = relative;
}

void Draft::check()
{
    if (m_input.isEmpty() || m_recheck.isActive())
        return;
    setReport({});
    m_check = TaskHandle(preflight(m_services.pool(), m_services.library().absolute(m_input),
                                   m_services.rules(m_connection)));
    m_progressTick.start();
    m_check.future().then(this,
                          [this, generation = m_generation,
                           connection = m_connection](const Result<PreflightReport> &report) {
                              if (generation == m_generation && connection == m_connection)
                                  checked(report);
                          });
    Q_EMIT changed();
}

void Draft::checked(const Result<PreflightReport> &report)
{
    m_check = {};
    m_progressTick.stop();
    if (report) {
        m_error.reset();
        setReport(*report);
    } else {
        m_error = report.error();
    }
    Q_EMIT changed();
}

QFuture<Result<>> Draft::submit(Run settings)
{
    if (!m_report || m_report->hasErrors() || m_input.isEmpty())
        return QtFuture::makeReadyValueFuture(
            Result<>(Failure(Error{.kind = ErrorKind::BadInput,
                                   .message = tr("The requests are not checked or have errors")})));
    settings.originPath = m_originPath;
    takeRequests(settings, m_input, *m_report);
    settings.createdAt = m_services.clock().now();
    if (const Result<> may = maySubmit(settings, m_services); !may)
        return QtFuture::makeReadyValueFuture(may);
    m_run = m_services.library().add(settings);
    // From here on the file belongs to the run.
    m_submitted = true;
    return m_services.driver().submit(m_run);
}

#include "moc_draft.cpp"
