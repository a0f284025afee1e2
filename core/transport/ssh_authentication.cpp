// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_authentication.h"

#include "transport/crypto_thread.h"

#include <algorithm>

namespace plumbline {

using namespace std::chrono_literals;

/// For one answer of the host. Its own PAM modules may wait some seconds after a wrong password.
static constexpr auto stepLimit = 20s;
/// For an agent, which may have to ask its human.
static constexpr auto signLimit = 120s;
static constexpr int mostTries = 3;
/// More ways one after the other than any host asks for.
static constexpr int mostStages = 5;

SshAuthentication::SshAuthentication(std::shared_ptr<SshSession> session, const SshConfig &config,
    Prompter *prompter, SshSecrets *secrets)
    : m_session(std::move(session)), m_config(config), m_prompter(prompter), m_secrets(secrets)
{
}

QString SshAuthentication::who() const
{
    return m_config.user + u'@' + m_config.hostName;
}

bool SshAuthentication::accepts(int method) const
{
    return ssh_userauth_list(m_session->raw(), nullptr) & method;
}

SshAuthentication::Answer SshAuthentication::meaningOf(int code)
{
    switch (code) {
    case SSH_AUTH_SUCCESS:
        return Answer::Accepted;
    case SSH_AUTH_PARTIAL:
        return Answer::MoreNeeded;
    case SSH_AUTH_DENIED:
        return Answer::Refused;
    default:
        return Answer::Broken;
    }
}

Task<SshAuthentication::Answer> SshAuthentication::call(std::function<int()> step)
{
    const auto code
        = co_await m_session->until(std::move(step), SSH_AUTH_AGAIN, deadlineIn(stepLimit));
    co_return meaningOf(code.value_or(SSH_AUTH_ERROR));
}

Task<Result<void>> SshAuthentication::run()
{
    ssh_session session = m_session->raw();
    Answer answer = co_await call([session] { return ssh_userauth_none(session, nullptr); });
    // A host may want several ways one after the other; each success changes what it accepts.
    bool again = answer == Answer::Refused || answer == Answer::MoreNeeded;
    for (int stage = 0; again && stage < mostStages; ++stage) {
        again = false;
        answer = Answer::Refused;
        if (m_config.publicKey && accepts(SSH_AUTH_METHOD_PUBLICKEY))
            answer = co_await keys();
        if (answer == Answer::Refused && m_config.keyboardInteractive
            && accepts(SSH_AUTH_METHOD_INTERACTIVE))
            answer = co_await keyboardInteractive();
        if (answer == Answer::Refused && m_config.password && accepts(SSH_AUTH_METHOD_PASSWORD))
            answer = co_await password();
        again = answer == Answer::MoreNeeded;
    }
    if (answer == Answer::Accepted)
        co_return Result<void>();
    co_return std::unexpected(exhausted(answer));
}

Task<void> SshAuthentication::loadIdentities()
{
    m_identities = co_await onCryptoThread([files = m_config.identityFiles,
                                               certificates = m_config.certificateFiles] {
        QList<SshIdentity> found;
        for (const QString &file : files) {
            SshIdentity identity = loadIdentity(file);
            if (!identity.exists)
                continue;
            for (const QString &certificate : certificates) {
                const SshKey key = loadCertificate(certificate);
                if (key && identity.publicKey
                    && ssh_key_cmp(key.get(), identity.publicKey.get(), SSH_KEY_CMP_PUBLIC) == 0)
                    identity.certificate = key;
            }
            found.append(identity);
        }
        return found;
    });
    for (SshIdentity &identity : m_identities) {
        if (m_secrets->unlocked.contains(identity.file))
            identity = m_secrets->unlocked.value(identity.file);
    }
    if (m_config.agentSocket.isEmpty())
        co_return;
    SshAgent agent(m_config.agentSocket);
    const auto held = co_await agent.identities(deadlineIn(5s));
    if (!held) {
        m_tried.append(PHRASE("transport", "the agent does not answer"));
        co_return;
    }
    // Those named in the configuration first, in its order; the others only when that is allowed.
    m_agentKeys = *held;
    const auto rank = [this](const AgentIdentity &key) {
        const auto named = std::ranges::find(m_identities, key.blob, &SshIdentity::publicBlob);
        return named - m_identities.begin();
    };
    std::ranges::stable_sort(m_agentKeys, {}, rank);
    if (m_config.identitiesOnly)
        m_agentKeys.removeIf(
            [&](const AgentIdentity &key) { return rank(key) == m_identities.size(); });
}

Task<SshAuthentication::Answer> SshAuthentication::keys()
{
    if (m_offered.isEmpty())
        co_await loadIdentities();
    if (!m_agentKeys.isEmpty()) {
        AgentSeat seat(m_session->raw());
        for (const AgentIdentity &identity : std::as_const(m_agentKeys)) {
            if (m_offered.contains(identity.blob))
                continue;
            m_offered.insert(identity.blob);
            const Answer answer = co_await agentKey(&seat, identity);
            if (answer != Answer::Refused)
                co_return answer;
        }
    }
    for (const SshIdentity &identity : std::as_const(m_identities)) {
        const QByteArray blob = identity.publicKey ? identity.publicBlob() : identity.file.toUtf8();
        if (m_offered.contains(blob))
            continue;
        m_offered.insert(blob);
        const Answer answer = co_await identityFile(identity);
        if (answer != Answer::Refused)
            co_return answer;
    }
    co_return Answer::Refused;
}

Task<SshAuthentication::Answer> SshAuthentication::agentKey(AgentSeat *seat, AgentIdentity identity)
{
    ssh_session session = m_session->raw();
    seat->prepare(identity, AgentSeat::refusal());
    Answer answer = co_await call([session] { return ssh_userauth_agent(session, nullptr); });
    const QByteArray request = seat->signRequest();
    if (answer == Answer::Broken && !request.isEmpty() && !m_session->isBroken()) {
        SshAgent agent(m_config.agentSocket);
        const auto signature = co_await agent.ask(request, deadlineIn(signLimit));
        if (!signature || *signature == AgentSeat::refusal()) {
            m_tried.append(
                PHRASE("transport", "the agent does not sign with key %1").arg(identity.comment));
            co_return Answer::Refused;
        }
        seat->prepare(identity, *signature);
        answer = co_await call([session] { return ssh_userauth_agent(session, nullptr); });
    }
    if (answer == Answer::Refused)
        m_tried.append(PHRASE("transport", "agent key %1 refused").arg(identity.comment));
    co_return answer;
}

Task<SshAuthentication::Answer> SshAuthentication::identityFile(SshIdentity identity)
{
    if (!identity.privateKey) {
        // Nobody should type a passphrase for a key that the host does not want.
        const SshKey offer = identity.certificate ? identity.certificate : identity.publicKey;
        if (offer) {
            ssh_session session = m_session->raw();
            const Answer wanted = co_await call([session, offer] {
                return ssh_userauth_try_publickey(session, nullptr, offer.get());
            });
            if (wanted != Answer::Accepted) {
                if (wanted == Answer::Refused)
                    m_tried.append(PHRASE("transport", "key %1 refused").arg(identity.file));
                co_return wanted;
            }
        }
        const Answer unlocked = co_await unlock(&identity);
        if (unlocked != Answer::Accepted)
            co_return unlocked;
    }
    co_return co_await privateKey(identity);
}

Task<SshAuthentication::Answer> SshAuthentication::privateKey(SshIdentity identity)
{
    ssh_session session = m_session->raw();
    for (const SshKey &key :
        {certified(identity.privateKey, identity.certificate), identity.privateKey}) {
        if (!key)
            continue;
        const Answer answer = co_await call(
            [session, key] { return ssh_userauth_publickey(session, nullptr, key.get()); });
        if (answer != Answer::Refused)
            co_return answer;
    }
    m_tried.append(PHRASE("transport", "key %1 refused").arg(identity.file));
    co_return Answer::Refused;
}

/// Accepted when the private key is there.
Task<SshAuthentication::Answer> SshAuthentication::unlock(SshIdentity *identity)
{
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        Prompter::SecretQuestion question{identity->file, QStringLiteral("Passphrase"), false};
        const auto passphrase = co_await m_prompter->askSecret(question);
        if (!passphrase) {
            m_tried.append(
                PHRASE("transport", "key %1 not unlocked: no passphrase").arg(identity->file));
            co_return Answer::Refused;
        }
        auto unlocked = co_await onCryptoThread(
            [file = identity->file, secret = *passphrase] { return loadIdentity(file, secret); });
        if (unlocked.privateKey) {
            identity->privateKey = unlocked.privateKey;
            m_secrets->unlocked.insert(identity->file, *identity);
            co_return Answer::Accepted;
        }
    }
    m_tried.append(
        PHRASE("transport", "key %1 not unlocked: wrong passphrase").arg(identity->file));
    co_return Answer::Refused;
}

Task<std::optional<QString>> SshAuthentication::askPassword(QString prompt, bool echo)
{
    Prompter::SecretQuestion question{who(), prompt, echo};
    co_return co_await m_prompter->askSecret(question);
}

Task<SshAuthentication::Answer> SshAuthentication::keyboardInteractive()
{
    Answer answer = Answer::Refused;
    for (int attempt = 0; attempt < mostTries && answer == Answer::Refused; ++attempt) {
        bool asked = false;
        answer = co_await interactiveRound(&asked);
        if (!asked)
            break;
    }
    if (answer == Answer::Refused)
        m_tried.append(PHRASE("transport", "keyboard-interactive refused"));
    co_return answer;
}

Task<SshAuthentication::Answer> SshAuthentication::interactiveRound(bool *asked)
{
    ssh_session session = m_session->raw();
    QString typed;
    for (;;) {
        const auto step = [session] { return ssh_userauth_kbdint(session, nullptr, nullptr); };
        const auto code = co_await m_session->until(step, SSH_AUTH_AGAIN, deadlineIn(stepLimit));
        if (code != SSH_AUTH_INFO) {
            const Answer answer = meaningOf(code.value_or(SSH_AUTH_ERROR));
            if (answer == Answer::Accepted || answer == Answer::MoreNeeded)
                m_secrets->password = typed;
            co_return answer;
        }
        const int prompts = ssh_userauth_kbdint_getnprompts(session);
        for (int i = 0; i < prompts; ++i) {
            char echo = 0;
            const QString prompt
                = QString::fromUtf8(ssh_userauth_kbdint_getprompt(session, unsigned(i), &echo));
            const bool isPassword
                = prompts == 1 && !echo && prompt.contains(QLatin1String("assword"));
            std::optional<QString> text;
            if (isPassword && !m_secrets->password.isEmpty())
                text = std::exchange(m_secrets->password, {});
            else
                text = co_await askPassword(prompt.trimmed(), echo);
            if (!text)
                co_return Answer::Declined;
            *asked = true;
            ssh_userauth_kbdint_setanswer(session, unsigned(i), text->toUtf8().constData());
            if (isPassword)
                typed = *text;
        }
    }
}

Task<SshAuthentication::Answer> SshAuthentication::password()
{
    ssh_session session = m_session->raw();
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        std::optional<QString> text;
        if (!m_secrets->password.isEmpty())
            text = std::exchange(m_secrets->password, {});
        else
            text = co_await askPassword(QStringLiteral("Password:"), false);
        if (!text)
            co_return Answer::Declined;
        const QByteArray secret = text->toUtf8();
        const Answer answer = co_await call([session, secret] {
            return ssh_userauth_password(session, nullptr, secret.constData());
        });
        if (answer == Answer::Accepted || answer == Answer::MoreNeeded)
            m_secrets->password = *text;
        if (answer != Answer::Refused)
            co_return answer;
    }
    m_tried.append(PHRASE("transport", "password refused"));
    co_return Answer::Refused;
}

/// What the host would accept, as it says it.
static QString methodNames(int methods)
{
    QStringList names;
    if (methods & SSH_AUTH_METHOD_PUBLICKEY)
        names << QStringLiteral("publickey");
    if (methods & SSH_AUTH_METHOD_INTERACTIVE)
        names << QStringLiteral("keyboard-interactive");
    if (methods & SSH_AUTH_METHOD_PASSWORD)
        names << QStringLiteral("password");
    if (methods & SSH_AUTH_METHOD_HOSTBASED)
        names << QStringLiteral("hostbased");
    if (methods & SSH_AUTH_METHOD_GSSAPI_MIC)
        names << QStringLiteral("gssapi-with-mic");
    return names.join(QStringLiteral(", "));
}

Error SshAuthentication::exhausted(Answer last) const
{
    if (last == Answer::Broken) {
        const Error why = m_session->error();
        return {PHRASE("transport", "%1 was not let in: %2").arg(who()).arg(why.what), why.where};
    }
    Phrase tried = PHRASE("transport", "no key was found");
    for (qsizetype i = 0; i < m_tried.size(); ++i)
        tried
            = i == 0 ? m_tried.at(0) : PHRASE("transport", "%1; %2").arg(tried).arg(m_tried.at(i));
    if (last == Answer::Declined)
        tried = PHRASE("transport", "%1; no password was given").arg(tried);
    return {PHRASE("transport",
                "%1 was not let in. Tried: %2. The host accepts: %3. Is the user name right? Load "
                "the key with ssh-add, or name it as IdentityFile in ~/.ssh/config.")
                .arg(who())
                .arg(tried)
                .arg(methodNames(ssh_userauth_list(m_session->raw(), nullptr))),
        {}};
}

} // namespace plumbline
