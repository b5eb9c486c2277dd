// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palettes.h"

#include <QApplication>
#include <QFont>
#include <QTranslator>

/// The same text, marked at its ends and two fifths longer: as languages are that need more room.
class LongTexts final : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QLatin1StringView(context) == QLatin1StringView("QShortcut"))
            return {}; // names of keys are what stands on the keyboard
        const QString text = QString::fromUtf8(source);
        if (text.size() < 2 || text.startsWith(u"QT_"))
            return {};
        QString more;
        while (more.size() * 5 < text.size() * 2)
            more += more.size() % 8 == 3 ? u' ' : u'ö';
        return u'«' + text + more + u'»';
    }
};

/// Ways in which a window is looked at. Each holds for as long as it lives; one at a time.
class Look {
public:
    static QStringList names()
    {
        return {QStringLiteral("light"), QStringLiteral("dark"),     QStringLiteral("contrast"),
                QStringLiteral("large"), QStringLiteral("mirrored"), QStringLiteral("long")};
    }

    explicit Look(const QString &name)
        : m_palette(QApplication::palette()), m_font(QApplication::font())
    {
        QApplication::setPalette(name == u"dark"           ? palettes::dark()
                                     : name == u"contrast" ? palettes::highContrast()
                                                           : palettes::light());
        if (name == u"large") {
            QFont font = m_font;
            font.setPointSizeF(font.pointSizeF() * 2);
            QApplication::setFont(font);
        }
        if (name == u"long")
            QCoreApplication::installTranslator(&m_texts);
        QGuiApplication::setLayoutDirection(name == u"mirrored" ? Qt::RightToLeft
                                                                : Qt::LeftToRight);
    }
    ~Look()
    {
        QCoreApplication::removeTranslator(&m_texts);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setFont(m_font);
        QApplication::setPalette(m_palette);
    }
    Look(const Look &) = delete;
    Look &operator=(const Look &) = delete;

private:
    LongTexts m_texts;
    QPalette m_palette;
    QFont m_font;
};
