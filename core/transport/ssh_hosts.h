// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace plumbline {

/// Host aliases that a configuration file names, in its order, without patterns. Empty path:
/// ~/.ssh/config. "Include" is followed, a few levels deep.
QStringList sshConfigHosts(const QString &configFile);

} // namespace plumbline
