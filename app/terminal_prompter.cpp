// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal_prompter.h"

#include "base/awaiters.h"
#include "incident/diagnosis_text.h"

#include <atomic>
#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace plumbline {

// A line longer than this is nobody's password.
static constexpr qsizetype lineLimit = 4096;

// Runs on a worker: the terminal blocks until the human answers.
// It looks now and then whether the question was withdrawn, so that the program can end.
static std::optional<QString> askLine(
    const QString &prompt, bool echo, const std::shared_ptr<std::atomic_bool> &withdrawn)
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
        pollfd ready{terminal, POLLIN, 0};
        const int polled = ::poll(&ready, 1, 100);
        if (*withdrawn || polled < 0) {
            complete = false;
            break;
        }
        if (polled == 0)
            continue;
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

namespace {
// Withdraws the question when the frame that asked it dies, and counts it while it lives.
struct OpenQuestion
{
    int &open;
    std::shared_ptr<std::atomic_bool> withdrawn = std::make_shared<std::atomic_bool>(false);
    explicit OpenQuestion(int &counter) : open(counter) { ++open; }
    OpenQuestion(const OpenQuestion &) = delete;
    OpenQuestion &operator=(const OpenQuestion &) = delete;
    ~OpenQuestion()
    {
        --open;
        *withdrawn = true;
    }
};
} // namespace

Task<std::optional<QString>> TerminalPrompter::ask(QString prompt, bool echo)
{
    const OpenQuestion question(m_open);
    m_asked = true;
    const std::shared_ptr<std::atomic_bool> withdrawn = question.withdrawn;
    co_return co_await onWorker(
        [prompt, echo, withdrawn] { return askLine(prompt, echo, withdrawn); });
}

Task<bool> TerminalPrompter::acceptHostKey(HostKeyQuestion question)
{
    const QString prompt = PHRASE(
        "prompt", "The host %1 is not known. Its %2 key is\n    %3\nTrust it? Type yes or no: ")
                               .arg(printable(question.host))
                               .arg(printable(question.keyType))
                               .arg(printable(question.fingerprint))
                               .text();
    const std::optional<QString> answer = co_await ask(prompt, true);
    co_return answer == u"yes";
}

Task<std::optional<QString>> TerminalPrompter::askSecret(SecretQuestion question)
{
    co_return co_await ask(
        printable(question.title) + QStringLiteral(": ") + printable(question.prompt) + u' ',
        question.echo);
}

} // namespace plumbline
