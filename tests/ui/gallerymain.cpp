// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// gallery FOLDER [PART-OF-NAME [LOOK...]]: every page and state of the window as pictures, to look at. Not a
// test. Without a look it takes light and dark; "all" takes those of looks.h.

#include "theme/calmstyle.h"
#include "ui/looks.h"
#include "ui/ownsettings.h"
#include "ui/scenes.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>
#include <QWidget>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    std::optional<OwnSettings> settings(std::in_place);
    const QApplication app(argc, argv);
    QApplication::setApplicationName(u"gallery"_s);
    QApplication::setStyle(new CalmStyle);
    const QString folder = app.arguments().value(1, u"gallery"_s);
    QStringList looks = app.arguments().sliced(std::min<qsizetype>(3, app.arguments().size()));
    if (looks.isEmpty())
        looks = {u"light"_s, u"dark"_s};
    else if (looks.contains(u"all"_s))
        looks = Look::names();
    QDir().mkpath(folder);
    QTranslator english; // it has the plurals
    if (english.load(QStringLiteral(I18N_DIR "/batchdesk_en")))
        QCoreApplication::installTranslator(&english);
    for (const QString &name : std::as_const(looks)) {
        settings.emplace();
        const Look look(name);
        scenes::visit({.look =
                           [&](QWidget &shown, const QString &scene) {
                               shown.grab().save(folder + u'/' + scene + u'-' + name + u".png"_s);
                           },
                       .only = app.arguments().value(2)});
    }
    return 0;
}
