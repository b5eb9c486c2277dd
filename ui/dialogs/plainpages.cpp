// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/plainpages.h"

#include "dialogs/preferencepage.h"
#include "theme/icons.h"
#include "widgets/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFontComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// A page whose fields are those of Preferences.
class PlainPage : public PreferencePage {
    Q_OBJECT
public:
    using PreferencePage::PreferencePage;
    void showKept() override { show(Preferences::load()); }
    void showUsual() override { show({}); }
    QFuture<Result<>> keep() override
    {
        Preferences preferences = Preferences::load();
        take(preferences);
        preferences.save();
        return done();
    }

protected:
    virtual void show(const Preferences &preferences) = 0;
    virtual void take(Preferences &preferences) const = 0;
};

class NotificationsPage final : public PlainPage {
    Q_OBJECT
public:
    explicit NotificationsPage(QWidget *parent)
        : PlainPage(parent)
        , m_ended(box(tr("A run has &ended")))
        , m_failed(box(tr("A run has &failed")))
        , m_needsYou(box(tr("Something &needs you: a key, or a submission in doubt")))
        , m_unwatched(box(tr("Only while the &window is not active")))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(note(tr("Tell on the desktop when:")));
        for (QCheckBox *each : {m_ended, m_failed, m_needsYou})
            column->addWidget(each);
        column->addSpacing(fontMetrics().height());
        column->addWidget(m_unwatched);
        column->addWidget(
            note(tr("What happens at about the same time is told in one notification, "
                    "without a sound. The window itself always tells everything.")));
        column->addStretch();
        m_ended->setObjectName(u"tellEnded"_s);
        m_failed->setObjectName(u"tellFailed"_s);
        m_needsYou->setObjectName(u"tellNeedsYou"_s);
        m_unwatched->setObjectName(u"onlyUnwatched"_s);
    }

protected:
    void show(const Preferences &preferences) override
    {
        m_ended->setChecked(preferences.tellEnded);
        m_failed->setChecked(preferences.tellFailed);
        m_needsYou->setChecked(preferences.tellNeedsYou);
        m_unwatched->setChecked(preferences.onlyUnwatched);
    }
    void take(Preferences &preferences) const override
    {
        preferences.tellEnded = m_ended->isChecked();
        preferences.tellFailed = m_failed->isChecked();
        preferences.tellNeedsYou = m_needsYou->isChecked();
        preferences.onlyUnwatched = m_unwatched->isChecked();
    }

private:
    QCheckBox *m_ended, *m_failed, *m_needsYou, *m_unwatched;
};

class FoldersPage final : public PlainPage {
    Q_OBJECT
public:
    FoldersPage(const QString &library, QWidget *parent)
        : PlainPage(parent), m_library(library), m_export(new QLineEdit(this))
    {
        m_export->setObjectName(u"exportFolder"_s);
        m_export->setClearButtonEnabled(true);
        m_export->setPlaceholderText(tr("where the last export went"));
        auto *choose = new QPushButton(icons::named(u"folder-open"_s), tr("&Choose…"), this);
        auto *exportRow = new QHBoxLayout;
        exportRow->addWidget(m_export, 1);
        exportRow->addWidget(choose);
        auto *exports = new QLabel(tr("E&xports:"), this);
        exports->setBuddy(m_export);
        auto *place = new QLineEdit(QDir::toNativeSeparators(library), this);
        place->setReadOnly(true);
        auto *open = new QPushButton(icons::named(u"folder"_s), tr("Open &Folder"), this);
        auto *libraryRow = new QHBoxLayout;
        libraryRow->addWidget(place, 1);
        libraryRow->addWidget(open);
        auto *where = new QLabel(tr("&Library:"), this);
        where->setBuddy(place);
        auto *form = new QFormLayout;
        form->addRow(exports, exportRow);
        form->addRow(where, libraryRow);
        auto *column = new QVBoxLayout(this);
        column->addLayout(form);
        column->addWidget(
            note(tr("The library holds your runs, their requests, and every result as "
                    "it was downloaded. Another one is opened with the option "
                    "--library when Batchdesk is started.")));
        column->addStretch();
        connect(m_export, &QLineEdit::textEdited, this, &PreferencePage::edited);
        connect(choose, &QPushButton::clicked, this, &FoldersPage::choose);
        connect(open, &QPushButton::clicked, this,
                [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_library)); });
    }
    QString fault() const override
    {
        const QString folder = m_export->text().trimmed();
        return folder.isEmpty() || QDir(folder).exists()
            ? QString()
            : tr("The folder for exports is not there: %1").arg(folder);
    }

protected:
    void show(const Preferences &preferences) override
    {
        m_export->setText(QDir::toNativeSeparators(preferences.exportFolder));
    }
    void take(Preferences &preferences) const override
    {
        const QString folder = m_export->text().trimmed();
        preferences.exportFolder = folder.isEmpty()
            ? QString()
            : QDir(QDir::fromNativeSeparators(folder)).absolutePath();
    }

private:
    void choose()
    {
        auto *dialog = new QFileDialog(this, tr("Folder for Exports"), m_export->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
            m_export->setText(QDir::toNativeSeparators(folder));
            Q_EMIT edited();
        });
        dialog->open();
    }

    QString m_library;
    QLineEdit *m_export;
};

class AppearancePage final : public PlainPage {
    Q_OBJECT
public:
    explicit AppearancePage(QWidget *parent)
        : PlainPage(parent)
        , m_scheme(new QComboBox(this))
        , m_text(new QSpinBox(this))
        , m_ownFont(box(tr("&Own font for JSON:")))
        , m_font(new QFontComboBox(this))
    {
        for (const auto &[scheme, text] :
             {std::pair(Appearance::Scheme::System, tr("As the system")),
              {Appearance::Scheme::Light, tr("Light")},
              {Appearance::Scheme::Dark, tr("Dark")}})
            m_scheme->addItem(text, static_cast<int>(scheme));
        m_scheme->setObjectName(u"scheme"_s);
        m_text->setObjectName(u"textPercent"_s);
        m_text->setRange(Appearance::leastText, Appearance::mostText);
        m_text->setSingleStep(10);
        m_text->setSuffix(QLocale().percent());
        m_font->setObjectName(u"fixedFont"_s);
        m_font->setFontFilters(QFontComboBox::MonospacedFonts);
        m_font->setEditable(false);
        m_font->setAccessibleName(tr("Font for JSON"));
        m_font->setAccessibleDescription(tr("Font for JSON"));
        m_ownFont->setObjectName(u"ownFixedFont"_s);
        QString name = QLocale().nativeLanguageName();
        if (name.isEmpty()) // the language of programs
            name = QLocale(QLocale::English).nativeLanguageName();
        auto *language = new QLabel(
            //: %1 is the name of a language
            tr("as the system: %1").arg(name), this);
        auto *form = new QFormLayout(this);
        form->addRow(tr("Co&lours:"), m_scheme);
        form->addRow(tr("&Text size:"), m_text);
        form->addRow(m_ownFont, m_font);
        form->addRow(tr("Language:"), language);
        connect(m_scheme, &QComboBox::currentIndexChanged, this, &PreferencePage::edited);
        connect(m_text, &QSpinBox::valueChanged, this, &PreferencePage::edited);
        connect(m_font, &QComboBox::currentIndexChanged, this, &PreferencePage::edited);
        connect(m_ownFont, &QCheckBox::toggled, m_font, &QWidget::setEnabled);
        m_font->setEnabled(false);
    }
    QFuture<Result<>> keep() override
    {
        const QFuture<Result<>> kept = PlainPage::keep();
        ::appearance::apply(Preferences::load().look);
        return kept;
    }

protected:
    void show(const Preferences &preferences) override
    {
        m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(preferences.look.scheme)));
        m_text->setValue(preferences.look.textPercent);
        m_ownFont->setChecked(!preferences.look.fixedFont.isEmpty());
        m_font->setCurrentFont(preferences.look.fixedFont.isEmpty()
                                   ? ::appearance::fixedFont()
                                   : QFont(preferences.look.fixedFont));
    }
    void take(Preferences &preferences) const override
    {
        preferences.look.scheme = static_cast<Appearance::Scheme>(m_scheme->currentData().toInt());
        preferences.look.textPercent = m_text->value();
        preferences.look.fixedFont
            = m_ownFont->isChecked() ? m_font->currentFont().family() : QString();
    }

private:
    QComboBox *m_scheme;
    QSpinBox *m_text;
    QCheckBox *m_ownFont;
    QFontComboBox *m_font;
};

class TrayPage final : public PlainPage {
    Q_OBJECT
public:
    explicit TrayPage(QWidget *parent)
        : PlainPage(parent)
        , m_tray(box(tr("&Show an icon in the tray, with what is under way")))
        , m_close(box(tr("&Closing the window leaves Batchdesk in the tray")))
    {
        m_tray->setObjectName(u"tray"_s);
        m_close->setObjectName(u"closeToTray"_s);
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_tray);
        column->addWidget(m_close);
        column->addWidget(note(
            QSystemTrayIcon::isSystemTrayAvailable()
                ? tr("Runs go on at the provider also while Batchdesk is closed; what has ended is "
                     "fetched at the next start. In the tray it goes on fetching.")
                : tr("This desktop has no tray at the moment. The icon comes once it has one; "
                     "until "
                     "then closing the window quits, so that it cannot get lost.")));
        column->addStretch();
        connect(m_tray, &QCheckBox::toggled, m_close, &QWidget::setEnabled);
        m_close->setEnabled(false);
    }

protected:
    void show(const Preferences &preferences) override
    {
        m_tray->setChecked(preferences.tray);
        m_close->setChecked(preferences.closeToTray);
    }
    void take(Preferences &preferences) const override
    {
        preferences.tray = m_tray->isChecked();
        preferences.closeToTray = m_tray->isChecked() && m_close->isChecked();
    }

private:
    QCheckBox *m_tray, *m_close;
};

} // namespace

PreferencePage *plainpages::notifications(QWidget *parent)
{
    return new NotificationsPage(parent);
}

PreferencePage *plainpages::folders(const QString &library, QWidget *parent)
{
    return new FoldersPage(library, parent);
}

PreferencePage *plainpages::appearance(QWidget *parent)
{
    return new AppearancePage(parent);
}

PreferencePage *plainpages::tray(QWidget *parent)
{
    return new TrayPage(parent);
}

#include "plainpages.moc"
