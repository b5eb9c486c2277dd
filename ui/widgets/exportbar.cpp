// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/exportbar.h"

#include "core/safename.h"
#include "widgets/preferences.h"
#include "widgets/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto exportFolderKey = "export/folder"_L1;

QStringList filters()
{
    return {ExportBar::tr("Table (*.csv)"), ExportBar::tr("Spreadsheet (*.xlsx)"),
            ExportBar::tr("Lines as they came (*.jsonl)"),
            ExportBar::tr("Requests beside results (*.jsonl)")};
}

} // namespace

ExportBar::ExportBar(QThreadPool &pool, QWidget *parent) : QProgressBar(parent), m_pool(pool)
{
    setAccessibleName(tr("Export"));
    hide();
    m_tick.setInterval(std::chrono::milliseconds(100));
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const QFuture<Result<ExportReport>> future = m_exporting.future();
        setRange(0, std::max(0, future.progressMaximum()));
        setValue(future.progressValue());
    });
}

void ExportBar::ask(const QString &title, const QString &name, const std::function<What()> &what)
{
    const QString preferred = Preferences::load().exportFolder;
    const QString folder = !preferred.isEmpty()
        ? preferred
        : QSettings(settingsFile(), QSettings::IniFormat)
              .value(exportFolderKey,
                     QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
              .toString();
    auto *dialog = new QFileDialog(parentWidget(), title,
                                   folder + u'/' + safeFileName(name, u"results"_s) + ".csv"_L1,
                                   filters().join(";;"_L1));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("jsonl"_L1)      ? u"jsonl"_s
                                     : filter.contains("xlsx"_L1) ? u"xlsx"_s
                                                                  : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, what](const QString &path) {
        exportTo(what(), path, dialog->selectedNameFilter() == filters().last());
    });
    dialog->open();
}

void ExportBar::exportTo(const What &what, const QString &path, bool withRequests)
{
    QSettings(settingsFile(), QSettings::IniFormat)
        .setValue(exportFolderKey, QFileInfo(path).absolutePath());
    ExportOptions options;
    options.path = path;
    options.format = exportFormatOf(path).value_or(ExportFormat::Csv);
    options.withRequests = withRequests && options.format == ExportFormat::Jsonl;
    options.rows = what.rows;
    m_exporting = TaskHandle(exportResults(m_pool, what.results, options));
    show();
    m_tick.start();
    Q_EMIT stateChanged();
    m_exporting.future().then(this, [this](const Result<ExportReport> &report) { ended(report); });
}

void ExportBar::ended(const Result<ExportReport> &report)
{
    m_exporting = {};
    m_tick.stop();
    hide();
    Q_EMIT stateChanged();
    if (!report) {
        Q_EMIT failed(report.error());
        return;
    }
    QString text = tr("Wrote %Ln row(s) to %1.", nullptr, int(report->rows)).arg(report->written);
    if (report->cutCells > 0)
        text += u' '
            + tr("%Ln text(s) were longer than a cell may be and were cut.", nullptr,
                 int(report->cutCells));
    if (report->guardedCells > 0)
        text += u' '
            + tr("%Ln cell(s) that a spreadsheet would run as a formula got an apostrophe.",
                 nullptr, int(report->guardedCells));
    Q_EMIT told(text, report->written);
}

#include "moc_exportbar.cpp"
