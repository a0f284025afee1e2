// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QWidget>

class QLabel;

namespace plumbline {

class VerdictChip;

/// The ways to talk to a guest or its keepers, apart from the path: their silence is weak evidence
/// about IO.
class SideChannelRow : public QWidget
{
    Q_OBJECT
public:
    explicit SideChannelRow(QWidget *parent = nullptr);

    void setChannels(const QList<SideChannel> &channels, bool stale);
    /// Where the focus goes: the row itself while there is no channel.
    QWidget *firstChip();

Q_SIGNALS:
    void evidenceWanted(int channel);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QList<SideChannel> m_channels;
    QList<VerdictChip *> m_chips;
    bool m_stale = false;
};

/// What was found that belongs to no layer: what hung, what was refused. Takes no room when there
/// is nothing.
class FindingList : public QWidget
{
    Q_OBJECT
public:
    explicit FindingList(QWidget *parent = nullptr);

    void setFindings(const QList<Verdict> &findings);

Q_SIGNALS:
    void evidenceWanted(int finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QList<Verdict> m_findings;
    QList<VerdictChip *> m_chips;
    QLabel *m_more = nullptr;
};

} // namespace plumbline
