// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/line_reader.h"
#include "formats/virsh_text.h"

#include <array>

namespace plumbline {

namespace {

using Kind = VirshError::Kind;

struct Sign
{
    const char *words;
    Kind kind;
};

/// Words of libvirt's messages, the more telling first: a refused login also says "failed to
/// connect", an absent agent also "is not responding".
constexpr std::array signs{
    Sign{"cannot acquire state change lock", Kind::JobTimeout},
    Sign{"guest agent is not connected", Kind::AgentNotConnected},
    Sign{"guest agent is not configured", Kind::Unsupported},
    Sign{"agent is in frozen state", Kind::AgentFrozen},
    Sign{"Guest agent is not responding", Kind::AgentNotResponding},
    Sign{"guest agent command timed out", Kind::AgentNotResponding},
    Sign{"guest agent is not available", Kind::AgentNotResponding},
    Sign{"Guest agent not available", Kind::AgentNotResponding},
    Sign{"Guest agent disappeared", Kind::AgentNotResponding},
    Sign{"unable to execute QEMU agent command", Kind::AgentRefused},
    Sign{"operation forbidden", Kind::NotAllowed},
    Sign{"access denied", Kind::NotAllowed},
    Sign{"Permission denied", Kind::NotAllowed},
    Sign{"authentication unavailable", Kind::NotAllowed},
    Sign{"authentication failed", Kind::NotAllowed},
    Sign{"authentication cancelled", Kind::NotAllowed},
    Sign{"failed to connect to the hypervisor", Kind::NoConnection},
    Sign{"failed to reconnect to the hypervisor", Kind::NoConnection},
    Sign{"Failed to connect socket", Kind::NoConnection},
    Sign{"client socket is closed", Kind::NoConnection},
    Sign{"End of file while reading data", Kind::NoConnection},
    Sign{"Disconnected from", Kind::NoConnection},
    Sign{"failed to get domain", Kind::NoDomain},
    Sign{"Domain not found", Kind::NoDomain},
    Sign{"domain is not running", Kind::NotRunning},
    Sign{"End of file from qemu monitor", Kind::MonitorGone},
    Sign{"Unable to read from monitor", Kind::MonitorGone},
    Sign{"Unable to write to monitor", Kind::MonitorGone},
    Sign{"qemu unexpectedly closed the monitor", Kind::MonitorGone},
    Sign{"unknown command", Kind::Unsupported},
    Sign{"unsupported", Kind::Unsupported},
    Sign{"not supported", Kind::Unsupported},
    Sign{"doesn't support option", Kind::Unsupported},
};

} // namespace

/// What stands in "(held by …)". libvirt before 4.1 writes the bare name of the call there.
static QByteArray heldBy(const QByteArray &text)
{
    static constexpr char words[] = "(held by ";
    const qsizetype held = text.indexOf(words);
    const qsizetype start = held + qsizetype(sizeof words) - 1;
    const qsizetype close = held < 0 ? -1 : text.indexOf(')', start);
    return close < 0 ? QByteArray() : text.sliced(start, close - start);
}

static QByteArray holderIn(const QByteArray &holders, QByteArrayView key)
{
    for (const QByteArray &word : holders.split(' ')) {
        if (word.startsWith(key))
            return word.sliced(key.size());
    }
    return {};
}

std::optional<VirshError> virshErrorIn(QByteArrayView text)
{
    constexpr qsizetype textAtMost = 16 * 1024; // of words for people
    VirshError error;
    LineReader lines(text);
    while (lines.next()) {
        if (!lines.line().startsWith("error:") || error.text.size() > textAtMost)
            continue;
        if (error.line == 0)
            error.line = lines.number();
        else
            error.text += '\n';
        error.text += lines.line().sliced(6).trimmed().first(
            std::min(textAtMost, lines.line().sliced(6).trimmed().size()));
    }
    if (error.line == 0)
        return std::nullopt;
    for (const Sign &sign : signs) {
        if (error.text.contains(sign.words)) {
            error.kind = sign.kind;
            break;
        }
    }
    if (error.kind == Kind::JobTimeout) {
        const QByteArray holders = heldBy(error.text);
        error.holder = holders.contains('=') ? holderIn(holders, "monitor=") : holders;
        error.agentHolder = holderIn(holders, "agent=");
        error.queueFull = error.text.contains("due to max_queued limit");
    }
    return error;
}

} // namespace plumbline
