// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal_prompter.h"

#include "base/awaiters.h"
#include "incident/diagnosis_text.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace plumbline {

// A line longer than this is nobody's password.
static constexpr qsizetype lineLimit = 4096;

// Runs on a worker: the terminal blocks until the human answers.
static std::optional<QString> askLine(const QString &prompt, bool echo)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return std::nullopt;
    const QByteArray text = prompt.toUtf8();
    termios before{};
    const bool hide = !echo && ::tcgetattr(terminal, &before) == 0;
    if (hide) {
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(terminal, TCSAFLUSH, &silent);
    }
    QByteArray line;
    bool complete = ::write(terminal, text.constData(), size_t(text.size())) == text.size();
    while (complete && line.size() < lineLimit) {
        char c = 0;
        if (::read(terminal, &c, 1) != 1) {
            complete = false;
            break;
        }
        if (c == '\n')
            break;
        line += c;
    }
    if (hide) {
        ::tcsetattr(terminal, TCSAFLUSH, &before);
        complete = ::write(terminal, "\n", 1) == 1 && complete;
    }
    ::close(terminal);
    return complete ? std::optional(QString::fromUtf8(line)) : std::nullopt;
}

Task<bool> TerminalPrompter::acceptHostKey(HostKeyQuestion question)
{
    const QString prompt
        = PHRASE("prompt", "The host %1 is not known. Its %2 key is\n    %3\nTrust it? Type yes or no: ")
              .arg(printable(question.host))
              .arg(printable(question.keyType))
              .arg(printable(question.fingerprint))
              .text();
    const std::optional<QString> answer
        = co_await onWorker([prompt] { return askLine(prompt, true); });
    co_return answer == u"yes";
}

Task<std::optional<QString>> TerminalPrompter::askSecret(SecretQuestion question)
{
    const QString prompt = printable(question.title) + QStringLiteral(": ") + printable(question.prompt) + u' ';
    const bool echo = question.echo;
    co_return co_await onWorker([prompt, echo] { return askLine(prompt, echo); });
}

} // namespace plumbline
