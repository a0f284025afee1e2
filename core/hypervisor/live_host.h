// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/asker.h"
#include "transport/framed_script.h"
#include "transport/transport.h"

namespace plumbline {

/// Asks a real host: all its shell and virsh questions in one exec of a framed script, QMP
/// questions over the monitor's socket beside it. Whatever happens, every question has an answer or
/// a silence at the deadline.
class LiveHost : public Asker
{
    Q_OBJECT

public:
    explicit LiveHost(Transport *transport) : m_transport(transport) { }

    QString name() const override { return m_transport->name(); }
    Task<QList<Observation>> ask(QList<Question> questions, Deadline deadline) override;
    WallTime now() const override { return systemNow(); }

    /// As whom commands run that need root's rights; as the user who logged in unless set.
    void setElevation(Elevation elevation) { m_elevation = elevation; }

private:
    Task<bool> askShell(QList<Question> questions, QList<Observation> *answers, Deadline deadline);
    Task<bool> askMonitor(QByteArray socket, QList<Question> questions, QList<Observation> *answers,
        Deadline deadline);

    Transport *m_transport;
    Elevation m_elevation = Elevation::None;
};

} // namespace plumbline
