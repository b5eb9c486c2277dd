// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

/// What the window shows before there is any run: what this is, and the ways to begin.
class Welcome final : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(const QString &libraryFolder, QWidget *parent = nullptr);

Q_SIGNALS:
    void sampleRunWanted();
    void practiceWanted();
    void filesWanted();
    void connectionWanted();
    void emptyRunWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void followPalette();
    QLabel *m_text;
    QLabel *m_place;
};
