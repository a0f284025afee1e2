// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <atomic>
#include <chrono>
#include <thread>

namespace plumbline {

/// A TCP proxy on loopback that is far away: every byte arrives `oneWay` later, in either
/// direction, however many there are. It runs on a thread of its own and so does not disturb what
/// is measured.
class DelayProxy
{
public:
    DelayProxy(quint16 target, std::chrono::milliseconds oneWay);
    ~DelayProxy();
    DelayProxy(const DelayProxy &) = delete;
    DelayProxy &operator=(const DelayProxy &) = delete;

    quint16 port() const { return m_port; }

private:
    void run();

    quint16 m_target;
    std::chrono::milliseconds m_oneWay;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};

} // namespace plumbline
