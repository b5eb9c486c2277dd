// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draft.h"

#include "jsonl/linereader.h"
#include "services.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

/// Writes a draft as JSONL: lines of the file as they are, others as typed, each with LF.
void writeDraft(QPromise<Result<>> &promise, const DraftModel::Snapshot &draft, const QString &path)
{
    const auto fail = [&promise](const QString &message) {
        promise.addResult(Failure(Error{.kind = ErrorKind::Disk, .message = message}));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    std::optional<LineReader> reader;
    if (draft.index) {
        Result<LineReader> opened = LineReader::open(draft.path, draft.index);
        if (!opened) {
            promise.addResult(Failure(opened.error()));
            return;
        }
        reader.emplace(*std::move(opened));
    }
    constexpr size_t most = 1024;
    for (size_t i = 0; i < draft.entries.size() && !promise.isCanceled();) {
        if (draft.entries[i].fileRow < 0) {
            file.write(draft.entries[i].bytes);
            file.write("\n");
            ++i;
            continue;
        }
        size_t last = i;
        while (last + 1 < draft.entries.size() && last + 1 - i < most
               && draft.entries[last + 1].fileRow == draft.entries[last].fileRow + 1)
            ++last;
        const Result<LineBlock> block
            = reader->read(LineNo{draft.entries[i].fileRow}, qint64(last - i) + 1);
        if (!block) {
            promise.addResult(Failure(block.error()));
            return;
        }
        for (qsizetype n = 0; n < block->size(); ++n) {
            file.write((*block)[n].bytes.data(), qint64((*block)[n].bytes.size()));
            file.write("\n");
        }
        i = last + 1;
    }
    if (promise.isCanceled()) {
        promise.addResult(Failure(Error{.kind = ErrorKind::Cancelled}));
        return;
    }
    if (!file.commit())
        return fail(file.errorString());
    promise.addResult(Result<>());
}

} // namespace

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
    for (const QString &file : {m_importedFile, m_input})
        if (!file.isEmpty())
            QFile::remove(m_services.library().absolute(file));
}

void Draft::import(const QString &path)
{
    m_originPath = path;
    m_intake = TaskHandle(m_services.takeIn(path, m_connection));
    m_intake.future().then(this, [this](const Result<TakenIn> &taken) { takenIn(taken); });
    m_progressTick.start();
    Q_EMIT changed();
}

void Draft::startEmpty()
{
    m_model.setFile({}, nullptr);
    m_report = PreflightReport();
    Q_EMIT changed();
}

void Draft::takenIn(const Result<TakenIn> &taken)
{
    m_intake = {};
    m_progressTick.stop();
    if (!taken) {
        m_error = taken.error();
        Q_EMIT changed();
        return;
    }
    m_importedFile = taken->inputFile;
    m_input = taken->inputFile;
    m_report = taken->report;
    m_model.setFile(m_services.library().absolute(m_importedFile), taken->report.index);
    Q_EMIT changed();
}

void Draft::setConnection(ConnectionId connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    if (m_intake.isRunning()) {
        import(m_originPath);
        return;
    }
    check();
}

QString Draft::title() const
{
    return m_originPath.isEmpty() ? tr("New run") : QFileInfo(m_originPath).completeBaseName();
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
    ++m_generation;
    m_check = {};
    m_report.reset();
    m_recheck.start();
    Q_EMIT changed();
}

void Draft::writeOut()
{
    const QString relative = m_services.library().newPath(u"inputs"_s, u".jsonl"_s);
    const QString path = m_services.library().absolute(relative);
    m_writing
        = TaskHandle(QtConcurrent::run(&m_services.pool(), writeDraft, m_model.snapshot(), path));
    m_writing.future().then(this,
                            [this, relative, generation = m_generation](const Result<> &written) {
                                m_writing = {};
                                if (generation != m_generation) {
                                    QFile::remove(m_services.library().absolute(relative));
                                    return;
                                }
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
    m_report.reset();
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
        m_report = *report;
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
    Library &library = m_services.library();
    settings.inputFile = m_input;
    settings.originPath = m_originPath;
    settings.requests = m_report->requests;
    settings.bytes = m_report->bytes;
    settings.sha256 = m_report->sha256;
    settings.models.clear();
    for (const auto &[model, count] : m_report->models)
        settings.models.append(model);
    if (settings.endpoint.isEmpty() && !m_report->endpoints.isEmpty())
        settings.endpoint = m_report->endpoints.first().first;
    settings.createdAt = m_services.clock().now();
    if (!settings.again) {
        if (const std::optional<RunId> same = library.findSame(settings)) {
            const Run *earlier = library.run(*same);
            return QtFuture::makeReadyValueFuture(Result<>(Failure(Error{
                .kind = ErrorKind::Rejected,
                .message = tr("The same requests went to this connection before, as \"%1\"")
                               .arg(earlier ? earlier->name : QString()),
                .code = u"same_run"_s,
                .field = same->toString(),
            })));
        }
    }
    m_run = library.add(settings);
    // From here on the file belongs to the run.
    m_submitted = true;
    return m_services.driver().submit(m_run);
}

#include "moc_draft.cpp"
