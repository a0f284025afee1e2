// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench.h"

#include "views/prompt/notice_sheet.h"
#include "views/prompt/sheet_stack.h"
#include "views/window/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

namespace plumbline {

static const QString hostsKey = QStringLiteral("hosts");

QString bundledIncidentFolder()
{
    // Beside an installed program, else in the tree it was built from.
    const QString installed = QCoreApplication::applicationDirPath()
        + QStringLiteral("/../share/plumbline/incidents/nfs-hard-mount");
    if (QDir(installed).exists())
        return QDir::cleanPath(installed);
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/incidents/nfs-hard-mount");
}

Workbench::Workbench(MainWindow *window, QSettings *settings, HostSession::Options options)
    : m_window(window), m_settings(settings), m_options(std::move(options)), m_prompter(window)
{
    connect(window, &MainWindow::hostAdded, this, &Workbench::open);
    connect(window, &MainWindow::hostRemoved, this, &Workbench::removeHost);
    // Queued: the old domain's work must not be destroyed from below itself.
    connect(window, &MainWindow::domainActivated, this, &Workbench::activate, Qt::QueuedConnection);
    connect(window, &MainWindow::bundledIncidentRequested, this, &Workbench::openBundledIncident);
    connect(window, &MainWindow::openRecordingRequested, this,
        [this](const QString &path) { open(QStringLiteral("recorded:") + path); });
    connect(
        window, &MainWindow::hostActivated, this, &Workbench::tryHostAgain, Qt::QueuedConnection);
    connect(window, &MainWindow::refreshRequested, this, &Workbench::refresh);
    connect(window, &MainWindow::pauseToggled, this, &Workbench::setPaused);
    connect(
        window, &MainWindow::momentRequested, this,
        [this](int moment) {
            if (m_domain)
                m_domain->showMoment(moment);
        },
        Qt::QueuedConnection);
    window->setInterval(std::chrono::duration<double>(WatchedDomain::interval).count());
}

// The domain's work uses its host's connection, so it goes first.
Workbench::~Workbench()
{
    m_domain.reset();
    m_hosts.clear();
}

void Workbench::openBundledIncident()
{
    open(QStringLiteral("recorded:") + bundledIncidentFolder());
}

void Workbench::addRememberedHosts()
{
    if (!m_settings)
        return;
    const QStringList targets = m_settings->value(hostsKey).toStringList();
    for (const QString &text : targets) {
        if (const Result<Target> target = Target::parse(text))
            hostFor(*target);
    }
}

WatchedHost *Workbench::hostFor(const Target &target)
{
    const Target wanted = target.withoutDomain();
    for (const auto &host : m_hosts) {
        if (host->target() == wanted)
            return host.get();
    }
    Result<std::unique_ptr<HostSession>> session
        = HostSession::open(wanted, &m_prompter, m_options);
    if (!session) {
        m_window->setAddHostError(session.error().text());
        return nullptr;
    }
    m_hosts.push_back(std::make_unique<WatchedHost>(wanted, *std::move(session)));
    WatchedHost *host = m_hosts.back().get();
    connect(host, &WatchedHost::changed, this, &Workbench::showHosts);
    host->setPaused(m_paused);
    host->start();
    remember();
    showHosts();
    return host;
}

void Workbench::open(const QString &text)
{
    const Result<Target> target = Target::parse(text.trimmed());
    if (!target) {
        m_window->setAddHostError(target.error().text());
        return;
    }
    m_window->setAddHostError(QString());
    const WatchedHost *host = hostFor(*target);
    if (!host)
        return;
    if (!target->domain.isEmpty() || target->scheme == Target::Recorded)
        activate(target->toString());
}

void Workbench::activate(const QString &text)
{
    const Result<Target> target = Target::parse(text);
    WatchedHost *host = target ? hostFor(*target) : nullptr;
    if (!host)
        return;
    if (host->entry().link == HostEntry::Down)
        host->refreshNow();
    if (m_domain && m_domain->target() == *target)
        return;
    m_domain.reset();
    m_window->clearDiagnosis();
    m_window->setAsking(text);
    m_domain = std::make_unique<WatchedDomain>(host->session(), *target);
    connect(m_domain.get(), &WatchedDomain::changed, this, &Workbench::show);
    connect(m_domain.get(), &WatchedDomain::failed, this, &Workbench::showFailure);
    m_domain->setPaused(m_paused);
    m_window->setMoment(0, m_domain->momentCount());
    m_domain->start();
}

void Workbench::tryHostAgain(const QString &text)
{
    for (const auto &host : m_hosts) {
        if (host->entry().target == text && host->entry().link == HostEntry::Down)
            host->refreshNow();
    }
}

// The list is asked slowly enough, but for a host that is not reached: without it there is nothing
// to ask about the domain.
void Workbench::refresh()
{
    for (const auto &host : m_hosts) {
        const bool isOfDomain = m_domain && host->target() == m_domain->target().withoutDomain();
        if (!m_domain || (isOfDomain && host->entry().link == HostEntry::Down))
            host->refreshNow();
    }
    if (m_domain)
        m_domain->refreshNow();
}

void Workbench::setPaused(bool paused)
{
    m_paused = paused;
    for (const auto &host : m_hosts)
        host->setPaused(paused);
    if (m_domain)
        m_domain->setPaused(paused);
}

void Workbench::removeHost(const QString &text)
{
    const auto found = std::find_if(m_hosts.begin(), m_hosts.end(),
        [&text](const auto &host) { return host->entry().target == text; });
    if (found == m_hosts.end())
        return;
    if (m_domain && m_domain->target().withoutDomain() == (*found)->target()) {
        m_domain.reset();
        m_window->clearDiagnosis();
        m_window->setMoment(0, 0);
    }
    m_hosts.erase(found);
    remember();
    showHosts();
}

void Workbench::showHosts()
{
    QList<HostEntry> entries;
    for (const auto &host : m_hosts)
        entries.append(host->entry());
    m_window->setHosts(entries);
}

void Workbench::show(const Diagnosis &diagnosis)
{
    // What a recording calls now is the moment it was taken.
    if (m_domain->momentCount() > 0) {
        m_window->setMoment(m_domain->moment(), m_domain->momentCount());
        m_window->setNow(diagnosis.taken);
    }
    m_window->setDiagnosis(diagnosis);
    for (const auto &host : m_hosts) {
        if (host->target() == m_domain->target().withoutDomain())
            host->noteVerdict(diagnosis, m_domain->pid());
    }
    Q_EMIT shown(diagnosis);
}

void Workbench::showFailure(const Error &error)
{
    m_window->clearDiagnosis();
    m_window->sheets()->push(new NoticeSheet(tr("Nothing to diagnose"), error.text()));
    // So that choosing it again tries again. Queued: this is called by the work that goes.
    QMetaObject::invokeMethod(
        this,
        [this, failed = m_domain.get()] {
            if (m_domain.get() == failed)
                m_domain.reset();
        },
        Qt::QueuedConnection);
}

void Workbench::remember()
{
    if (!m_settings)
        return;
    QStringList targets;
    for (const auto &host : m_hosts) {
        if (host->target().scheme != Target::Recorded)
            targets.append(host->entry().target);
    }
    m_settings->setValue(hostsKey, targets);
}

} // namespace plumbline
