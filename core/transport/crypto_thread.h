// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"

#include <openssl/crypto.h>

namespace plumbline {

/// onOwnThread() for work that reaches libcrypto, as all of libssh's keys do. libcrypto keeps
/// things for each thread and frees them when the thread ends; nobody waits for that, so at the
/// program's end it came after libcrypto's own clean-up and crashed. Here they are freed when the
/// work is done.
template <typename Function> auto onCryptoThread(Function function)
{
    return onOwnThread([function = std::move(function)]() mutable {
        struct Release
        {
            Release() = default;
            Q_DISABLE_COPY_MOVE(Release)
            ~Release() { OPENSSL_thread_stop(); }
        };
        const Release release;
        return function();
    });
}

} // namespace plumbline
