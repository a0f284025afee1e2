// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet_prompter.h"

#include "base/awaiters.h"
#include "views/prompt/host_key_sheet.h"
#include "views/prompt/notice_sheet.h"
#include "views/prompt/secret_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/window/main_window.h"

namespace plumbline {

namespace {
// Takes the sheet away when the question is withdrawn; the stack deletes it when it is answered.
struct SheetGuard
{
    QPointer<Sheet> sheet;
    SheetGuard(Sheet *shown) : sheet(shown) { }
    SheetGuard(const SheetGuard &) = delete;
    SheetGuard &operator=(const SheetGuard &) = delete;
    ~SheetGuard()
    {
        if (sheet)
            sheet->deleteLater();
    }
};
} // namespace

Task<bool> SheetPrompter::acceptHostKey(HostKeyQuestion question)
{
    auto *sheet = new HostKeySheet(question.host, question.keyType, question.fingerprint);
    const SheetGuard guard(sheet);
    Pulse answered;
    std::optional<bool> answer;
    QObject::connect(
        sheet, &HostKeySheet::answered, &answered, [&answer, &answered](bool accepted) {
            answer = accepted;
            answered.notify();
        });
    m_window->sheets()->push(sheet);
    while (!answer)
        co_await answered.next();
    co_return *answer;
}

void SheetPrompter::tellChangedHostKey(const ChangedHostKey &change)
{
    QPointer<Sheet> &sheet = m_changedKeys[change.host];
    if (sheet)
        sheet->deleteLater();
    sheet = changedKeyNotice(change.host, change.known, change.shown);
    m_window->sheets()->push(sheet);
}

Task<std::optional<QString>> SheetPrompter::askSecret(SecretQuestion question)
{
    auto *sheet = new SecretSheet(question.title, question.prompt, question.echo);
    const SheetGuard guard(sheet);
    Pulse answered;
    bool done = false;
    std::optional<QString> secret;
    QObject::connect(sheet, &SecretSheet::answered, &answered,
        [&done, &secret, &answered](const std::optional<QString> &answer) {
            done = true;
            secret = answer;
            answered.notify();
        });
    m_window->sheets()->push(sheet);
    while (!done)
        co_await answered.next();
    co_return secret;
}

} // namespace plumbline
