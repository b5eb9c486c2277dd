// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draftmodel.h"

#include "core/paddedline.h"
#include "dialects/scan.h"
#include "jsonl/linereader.h"

#include <QFont>
#include <QFontDatabase>
#include <QLocale>
#include <QPromise>
#include <QUndoCommand>

using namespace Qt::StringLiterals;

namespace {

/// Small windows, and more of them than rows can be seen: those that a search finds lie far apart.
constexpr qint64 windowSize = 32;
constexpr int keptWindows = 256;
constexpr qsizetype shownPrompt = 200;
/// Longer lines are shown by their beginning only: parsing them has no place on this thread.
constexpr qsizetype parsedLine = 256 * 1024;

/// A text, or the first one in a list of texts or of parts of a message.
QString firstText(std::string_view raw)
{
    if (!scan::isArray(raw))
        return scan::unescaped(raw);
    const std::vector<std::string_view> first = scan::elements(raw, 1);
    if (first.empty())
        return {};
    return scan::unescaped(scan::isObject(first[0]) ? scan::Members(first[0])["text"] : first[0]);
}

QString promptOf(const scan::Members &body)
{
    QString prompt;
    for (const std::string_view raw : scan::elements(body["messages"]))
        if (const scan::Members message(raw); scan::unescaped(message["role"]) == "user"_L1)
            prompt = firstText(message["content"]);
    for (const char *key : {"input", "prompt", "text"})
        if (prompt.isEmpty())
            prompt = firstText(body[key]);
    return prompt;
}

Result<QList<QByteArray>> readWindow(const QString &path,
                                     const std::shared_ptr<const LineIndex> &index, qint64 window)
{
    const Result<LineReader> reader = LineReader::open(path, index);
    if (!reader)
        return Failure(reader.error());
    const qint64 first = window * windowSize;
    const Result<LineBlock> block
        = reader->read(LineNo{first}, std::min(windowSize, index->count() - first));
    if (!block)
        return Failure(block.error());
    QList<QByteArray> lines;
    for (qsizetype i = 0; i < block->size(); ++i)
        lines.append(QByteArray((*block)[i].bytes.data(), qsizetype((*block)[i].bytes.size())));
    return lines;
}

} // namespace

/// Any change of the list: some lines out, others in at the same place.
class ReplaceLinesCommand final : public QUndoCommand {
public:
    ReplaceLinesCommand(DraftModel &model, int row, std::vector<DraftModel::Entry> out,
                        std::vector<DraftModel::Entry> in, const QString &text)
        : QUndoCommand(text), m_model(model), m_row(row), m_out(std::move(out)), m_in(std::move(in))
    {}
    void redo() override { m_model.replace(m_row, int(m_out.size()), m_in); }
    void undo() override { m_model.replace(m_row, int(m_in.size()), m_out); }

private:
    DraftModel &m_model;
    int m_row;
    std::vector<DraftModel::Entry> m_out;
    std::vector<DraftModel::Entry> m_in;
};

DraftModel::DraftModel(QThreadPool &pool, QObject *parent)
    : QAbstractTableModel(parent), m_pool(pool), m_windows(keptWindows), m_edited(1024)
{}

DraftModel::~DraftModel() = default;

void DraftModel::setFile(const QString &path, std::shared_ptr<const LineIndex> index)
{
    beginResetModel();
    ++m_generation;
    m_undo.clear();
    m_windows.clear();
    m_reading.clear();
    m_path = path;
    m_lines.reset();
    m_index = std::move(index);
    m_entries.clear();
    if (m_index) {
        m_entries.resize(size_t(m_index->count()));
        for (size_t i = 0; i < m_entries.size(); ++i)
            m_entries[i].fileRow = qint64(i);
    }
    m_changed = false;
    endResetModel();
}

void DraftModel::moveTo(const QString &path, std::shared_ptr<const LineIndex> index)
{
    m_path = path;
    m_index = std::move(index);
    m_lines.reset();
    ++m_generation;
    QSet<qint64> windows = std::exchange(m_reading, {});
    for (const qint64 window : m_windows.keys())
        windows.insert(window);
    for (const qint64 window : std::as_const(windows))
        request(window * windowSize);
}

int DraftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int DraftModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NumberColumn: return tr("No.");
    case IdColumn: return tr("custom_id");
    case ModelColumn: return tr("Model");
    case PromptColumn: return tr("Prompt");
    case ColumnCount: break;
    }
    return {};
}

QVariant DraftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == NumberColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == NumberColumn)
        return QLocale().toString(index.row() + 1);
    const Shown *row = shownRow(index.row());
    if (!row)
        return u"…"_s;
    switch (Column(index.column())) {
    case IdColumn: return row->id;
    case ModelColumn: return row->model;
    case PromptColumn: return row->prompt;
    default: return {};
    }
}

const DraftModel::Shown *DraftModel::shownRow(int row) const
{
    const Entry &entry = m_entries[size_t(row)];
    if (entry.fileRow < 0) {
        if (const Shown *known = m_edited.object(entry.bytes))
            return known;
        auto *made = new Shown(shown(entry.bytes));
        return m_edited.insert(entry.bytes, made) ? m_edited.object(entry.bytes) : nullptr;
    }
    if (const QList<Shown> *window = m_windows.object(entry.fileRow / windowSize)) {
        const qsizetype place = entry.fileRow % windowSize;
        return place < window->size() ? &(*window)[place] : nullptr;
    }
    request(entry.fileRow);
    return nullptr;
}

QByteArray DraftModel::line(int row) const
{
    const Entry &entry = m_entries[size_t(row)];
    if (entry.fileRow < 0)
        return entry.bytes;
    const Shown *known = shownRow(row);
    return known ? known->bytes : QByteArray();
}

void DraftModel::request(qint64 fileRow) const
{
    const qint64 window = fileRow / windowSize;
    if (m_reading.contains(window) || !m_index)
        return;
    m_reading.insert(window);
    // Reading is caching: the model's meaning does not change by it.
    auto *self = const_cast<DraftModel *>(this);
    QtConcurrent::run(&m_pool, readWindow, m_path, m_index, window)
        .then(self,
              [self, window, generation = m_generation](const Result<QList<QByteArray>> &lines) {
                  if (generation == self->m_generation)
                      self->windowRead(window, lines.value_or(QList<QByteArray>()));
              });
}

void DraftModel::windowRead(qint64 window, const QList<QByteArray> &lines)
{
    m_reading.remove(window);
    auto *rows = new QList<Shown>;
    rows->reserve(lines.size());
    for (const QByteArray &line : lines)
        rows->append(shown(line));
    const QList<Shown> *before = m_windows.object(window);
    const bool isSame = before && !before->isEmpty()
        && std::ranges::equal(*before, *rows, {}, &Shown::bytes, &Shown::bytes);
    m_windows.insert(window, rows);
    if (isSame)
        return; // read again from another place
    // Rows of the file keep their order: the window is one run of rows, perhaps with others between.
    const auto begin = m_changed
        ? std::ranges::find_if(m_entries,
                               [&](const Entry &e) { return e.fileRow >= window * windowSize; })
        : m_entries.begin() + std::min(window * windowSize, qint64(m_entries.size()));
    const auto end = std::find_if(begin, m_entries.end(), [&](const Entry &e) {
        return e.fileRow >= (window + 1) * windowSize;
    });
    if (begin != end)
        Q_EMIT dataChanged(index(int(begin - m_entries.begin()), 0),
                           index(int(end - m_entries.begin()) - 1, ColumnCount - 1));
}

DraftModel::Shown DraftModel::shown(const QByteArray &line)
{
    Shown row;
    row.bytes = line;
    if (line.size() > parsedLine) {
        row.prompt = tr("A request of %1").arg(QLocale().formattedDataSize(line.size()));
        return row;
    }
    const PaddedBuffer buffer(line);
    if (scan::validity(buffer.line()) != scan::Validity::Valid) {
        row.prompt = QString::fromUtf8(line.left(shownPrompt));
        return row;
    }
    const scan::Members members(scan::trimmed(buffer.line().bytes));
    const scan::Members body(members["body"]);
    row.id = scan::unescaped(members["custom_id"]);
    row.model = scan::unescaped(body["model"]);
    row.prompt = promptOf(body).left(shownPrompt).simplified();
    if (members.isEmpty())
        row.prompt = QString::fromUtf8(line.left(shownPrompt));
    return row;
}

void DraftModel::replace(int row, int removed, const std::vector<Entry> &inserted)
{
    const auto at = m_entries.begin() + row;
    m_lines.reset();
    if (removed == int(inserted.size())) {
        std::ranges::copy(inserted, at);
        Q_EMIT dataChanged(index(row, 0), index(row + removed - 1, ColumnCount - 1));
    } else {
        if (removed > 0) {
            beginRemoveRows({}, row, row + removed - 1);
            m_entries.erase(at, at + removed);
            endRemoveRows();
        }
        if (!inserted.empty()) {
            beginInsertRows({}, row, row + int(inserted.size()) - 1);
            m_entries.insert(m_entries.begin() + row, inserted.begin(), inserted.end());
            endInsertRows();
        }
    }
    m_changed = true;
    Q_EMIT edited();
}

void DraftModel::setLine(int row, const QByteArray &line)
{
    if (this->line(row) == line)
        return;
    m_undo.push(new ReplaceLinesCommand(*this, row, {m_entries[size_t(row)]}, {Entry{-1, line}},
                                        tr("Edit request")));
}

void DraftModel::insertLines(int row, const QList<QByteArray> &lines)
{
    if (lines.isEmpty())
        return;
    std::vector<Entry> in;
    in.reserve(size_t(lines.size()));
    for (const QByteArray &line : lines)
        in.push_back({-1, line});
    m_undo.push(new ReplaceLinesCommand(*this, row, {}, std::move(in),
                                        tr("Add %Ln request(s)", nullptr, int(lines.size()))));
}

void DraftModel::removeLines(QList<int> rows)
{
    std::ranges::sort(rows, std::greater<>());
    if (rows.isEmpty())
        return;
    m_undo.beginMacro(tr("Delete %Ln request(s)", nullptr, int(rows.size())));
    // Neighbours go in one step: deleting half of a large file must not be a million steps.
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype last = i;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] - 1)
            ++last;
        const int first = rows[last];
        const int count = int(last - i) + 1;
        const auto at = m_entries.begin() + first;
        m_undo.push(
            new ReplaceLinesCommand(*this, first, std::vector<Entry>(at, at + count), {}, {}));
        i = last + 1;
    }
    m_undo.endMacro();
}

void DraftModel::replaceLines(const QList<QByteArray> &lines, const QString &what)
{
    std::vector<Entry> in;
    in.reserve(size_t(lines.size()));
    for (const QByteArray &line : lines)
        in.push_back({-1, line});
    m_undo.push(new ReplaceLinesCommand(*this, 0, m_entries, std::move(in), what));
}

QString DraftModel::freshId(const QString &wish) const
{
    // Only ids at hand are looked at; preflight finds the rest.
    QSet<QString> taken;
    for (int row = 0; row < rowCount(); ++row) {
        const Entry &entry = m_entries[size_t(row)];
        if (entry.fileRow < 0) {
            if (const Shown *known = shownRow(row))
                taken.insert(known->id);
        } else if (const QList<Shown> *window = m_windows.object(entry.fileRow / windowSize)) {
            taken.insert((*window)[entry.fileRow % windowSize].id);
        }
    }
    QString id = wish;
    for (int n = 2; taken.contains(id); ++n)
        id = u"%1-%2"_s.arg(wish, QString::number(n));
    return id;
}

std::shared_ptr<const LineList> DraftModel::lines() const
{
    if (m_lines)
        return m_lines;
    auto lines = std::make_shared<LineList>(m_path, m_index);
    for (const Entry &entry : m_entries) {
        if (entry.fileRow < 0)
            lines->addLine(entry.bytes);
        else
            lines->addRow(entry.fileRow);
    }
    m_lines = std::move(lines);
    return m_lines;
}

#include "moc_draftmodel.cpp"
