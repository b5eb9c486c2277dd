// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/pollingpage.h"

#include "library/library.h"
#include "widgets/preferences.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

std::chrono::milliseconds waitOf(const QDoubleSpinBox &box)
{
    return std::chrono::milliseconds(qRound64(box.value() * 1000));
}

void showWait(QDoubleSpinBox &box, std::chrono::milliseconds wait)
{
    box.setValue(static_cast<double>(wait.count()) / 1000);
}

} // namespace

PollingPage::PollingPage(Library &library, QWidget *parent)
    : PreferencePage(parent)
    , m_library(library)
    , m_wake(box(tr("Ask about all runs under way when the computer &wakes up")))
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(area);
    auto *grid = new QGridLayout(inside);
    grid->addWidget(new QLabel(tr("Connection"), inside), 0, 0);
    grid->addWidget(new QLabel(tr("Shortest wait"), inside), 0, 1);
    grid->addWidget(new QLabel(tr("Longest wait"), inside), 0, 2);
    for (const QList<ConnectionId> ids = library.connectionIds(); const ConnectionId id : ids)
        if (const Connection *connection = library.connection(id);
            connection && !connection->builtIn) {
            const QString name = connection->name;
            m_rows.append({.id = id,
                           .name = name,
                           .shortest = seconds(tr("Shortest wait of %1").arg(name)),
                           .longest = seconds(tr("Longest wait of %1").arg(name))});
            const int at = grid->rowCount();
            auto *label = new QLabel(inside);
            label->setTextFormat(Qt::PlainText);
            label->setText(name);
            grid->addWidget(label, at, 0);
            grid->addWidget(m_rows.last().shortest, at, 1);
            grid->addWidget(m_rows.last().longest, at, 2);
        }
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(grid->rowCount(), 1);
    area->setWidget(inside);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_wake);
    column->addWidget(note(tr("A young batch is asked about after the shortest wait; the longer it "
                              "takes, the longer the waits become.")));
    column->addWidget(area, 1);
    if (m_rows.isEmpty()) {
        area->hide();
        column->addWidget(note(tr("There are no connections of your own yet. Once there are, their "
                                  "waits can be set here.")));
        column->addStretch();
    }
}

QDoubleSpinBox *PollingPage::seconds(const QString &name)
{
    auto *spin = new QDoubleSpinBox(this);
    spin->setRange(0, 86'400);
    spin->setDecimals(1);
    spin->setSuffix(tr(" s"));
    spin->setSpecialValueText(tr("as the provider suggests"));
    spin->setAccessibleName(name);
    connect(spin, &QDoubleSpinBox::valueChanged, this, &PreferencePage::edited);
    return spin;
}

void PollingPage::showKept()
{
    m_wake->setChecked(Preferences::load().checkOnWake);
    for (const Row &row : std::as_const(m_rows))
        if (const Connection *connection = m_library.connection(row.id)) {
            showWait(*row.shortest, connection->pollMin);
            showWait(*row.longest, connection->pollMax);
        }
}

void PollingPage::showUsual()
{
    m_wake->setChecked(Preferences().checkOnWake);
    for (const Row &row : std::as_const(m_rows)) {
        row.shortest->setValue(0);
        row.longest->setValue(0);
    }
}

QString PollingPage::fault() const
{
    for (const Row &row : m_rows)
        if (waitOf(*row.longest).count() > 0 && waitOf(*row.longest) < waitOf(*row.shortest))
            return tr("The longest wait of “%1” is shorter than its shortest.").arg(row.name);
    return {};
}

Result<> PollingPage::keepRow(const Row &row)
{
    const Connection *kept = m_library.connection(row.id);
    if (!kept)
        return {}; // removed meanwhile
    Connection changed = *kept;
    changed.pollMin = waitOf(*row.shortest);
    changed.pollMax = waitOf(*row.longest);
    return changed == *kept ? Result<>() : m_library.save(changed);
}

QFuture<Result<>> PollingPage::keep()
{
    Preferences preferences = Preferences::load();
    preferences.checkOnWake = m_wake->isChecked();
    preferences.save();
    for (const Row &row : std::as_const(m_rows))
        if (const Result<> kept = keepRow(row); !kept)
            return done(kept);
    return done();
}

#include "moc_pollingpage.cpp"
