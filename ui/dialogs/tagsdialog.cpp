// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/tagsdialog.h"

#include "models/visibletext.h"
#include "theme/icons.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostLetters = 60;
constexpr int tagRole = Qt::UserRole;
} // namespace

TagsDialog::TagsDialog(const QList<QStringList> &of, const QStringList &known, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_new(new QLineEdit(this))
    , m_add(new QPushButton(icons::named(u"list-add"_s), tr("&Add"), this))
{
    setWindowTitle(tr("Tags of %Ln run(s)", nullptr, static_cast<int>(of.size())));
    resize(360, 380);
    m_list->setAccessibleName(tr("Tags"));
    m_new->setAccessibleName(tr("New tag"));
    m_new->setPlaceholderText(tr("New tag"));
    m_new->setMaxLength(mostLetters);
    m_add->setAutoDefault(false);
    m_add->setAccessibleName(tr("Add the new tag"));
    for (const QString &tag : known) {
        const auto having = std::ranges::count_if(
            of, [&](const QStringList &tags) { return tags.contains(tag); });
        addTag(tag,
               having == 0               ? Qt::Unchecked
                   : having == of.size() ? Qt::Checked
                                         : Qt::PartiallyChecked);
    }
    auto *label = new QLabel(tr("A tag is a word of yours to find runs by."), this);
    label->setWordWrap(true);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_new, 1);
    adding->addWidget(m_add);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addLayout(adding);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(m_add, &QPushButton::clicked, this, &TagsDialog::addTyped);
    connect(m_new, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    m_add->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        addTyped(); // Enter after a word means that word
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (known.isEmpty())
        m_new->setFocus();
    else
        m_list->setCurrentRow(0);
}

QListWidgetItem *TagsDialog::addTag(const QString &tag, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(visibletext::brief(tag), m_list);
    item->setData(tagRole, tag);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    return item;
}

void TagsDialog::addTyped()
{
    const QString tag = m_new->text().simplified();
    m_new->clear();
    if (tag.isEmpty())
        return;
    QListWidgetItem *found = nullptr;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(tagRole).toString().compare(tag, Qt::CaseInsensitive) == 0)
            found = m_list->item(row);
    if (!found)
        found = addTag(tag, Qt::Checked);
    found->setCheckState(Qt::Checked);
    m_list->setCurrentItem(found);
}

QStringList TagsDialog::applied(QStringList tags) const
{
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString tag = item->data(tagRole).toString();
        if (item->checkState() == Qt::Unchecked)
            tags.removeAll(tag);
        else if (item->checkState() == Qt::Checked && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

#include "moc_tagsdialog.cpp"
