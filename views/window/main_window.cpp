// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/main_window.h"

#include "views/command_palette/command_palette.h"
#include "views/diagram/path_view.h"
#include "views/hosts/hosts_pane.h"
#include "views/models/layer_model.h"
#include "views/models/virtqueue_model.h"
#include "views/models/visible_text.h"
#include "views/prompt/sheet_stack.h"
#include "views/side_channels/side_channel_row.h"
#include "views/summary/summary_bar.h"
#include "views/virtqueues/virtqueue_view.h"
#include "views/window/actions.h"
#include "views/window/layout_keeper.h"
#include "views/window/path_pane.h"
#include "views/window/status_corner.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeyEvent>
#include <QLocale>

#include <chrono>

namespace plumbline {

MainWindow::MainWindow(QSettings *settings, QWidget *parent)
    : QMainWindow(parent), m_settings(settings)
{
    setObjectName(QStringLiteral("main"));
    setWindowTitle(QStringLiteral("Plumbline"));
    m_actions = new Actions(this);
    m_keeper = new LayoutKeeper(settings, this);
    build();
    buildMenus();
    connectPanes();
    connectActions();
    connect(&m_ownClock, &QTimer::timeout, this, [this] { tick(systemNow()); });
    m_ownClock.start(std::chrono::seconds(1));
    tick(systemNow());
    setMoment(0, 0);
    clearDiagnosis();
    m_actions->of(Act::ShowLog)->setEnabled(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::setHosts(const QList<HostEntry> &hosts)
{
    m_anyHost = !hosts.isEmpty();
    m_hosts->setHosts(hosts);
    m_actions->of(Act::RemoveHost)->setEnabled(m_anyHost);
    enableAsking();
    // What is awaited stays said.
    if (!m_hasDiagnosis && !m_isAsking)
        clearDiagnosis();
    else
        m_hosts->showCurrent(m_diagnosis.target);
}

void MainWindow::setDiagnosis(const Diagnosis &diagnosis)
{
    const bool other = !m_hasDiagnosis || diagnosis.target != m_diagnosis.target;
    m_diagnosis = diagnosis;
    m_hasDiagnosis = true;
    m_isAsking = false;
    enableForDiagnosis();
    m_path->setDiagnosis(diagnosis);
    m_summary->setDiagnosis(diagnosis, worstDisk(), m_now);
    m_channels->setChannels(diagnosis.sideChannels, diagnosis.staleSince.has_value());
    m_channels->setVisible(!diagnosis.sideChannels.isEmpty());
    m_summary->show();
    m_evidence->setVisible(true);
    if (other) {
        m_shown = Shown::Layer;
        m_hosts->showCurrent(diagnosis.target);
        setWindowTitle(tr("%1 — Plumbline").arg(visibleName(diagnosis.domainName, 60)));
    }
    refreshSubject();
}

void MainWindow::setHistory(std::shared_ptr<const History> history)
{
    m_history = std::move(history);
}

void MainWindow::clearDiagnosis()
{
    m_history.reset();
    m_hasDiagnosis = false;
    m_isAsking = false;
    m_diagnosis = {};
    m_shown = Shown::Nothing;
    setConsoleReadable(false);
    m_path->showNothing(m_anyHost);
    m_summary->clear();
    m_summary->hide();
    m_channels->hide();
    enableForDiagnosis();
    m_evidence->clear();
    m_evidence->setVisible(false);
    setWindowTitle(QStringLiteral("Plumbline"));
}

void MainWindow::enableForDiagnosis()
{
    for (const Act act : {Act::NextProblem, Act::PreviousProblem, Act::NextObservation,
             Act::PreviousObservation, Act::ShowPath, Act::ShowVirtqueues, Act::ShowEvidence,
             Act::ShowSideChannels, Act::ShowSummary, Act::CopyText, Act::CopyPicture})
        m_actions->of(act)->setEnabled(m_hasDiagnosis);
    enableAsking();
}

// A host can be asked before any domain of it is shown; a recording cannot be asked.
void MainWindow::enableAsking()
{
    for (const Act act : {Act::Refresh, Act::Pause})
        m_actions->of(act)->setEnabled(m_anyHost && m_moments == 0);
    for (const Act act : {Act::UseSudo, Act::ReadBlock})
        m_actions->of(act)->setEnabled(
            m_anyHost && m_moments == 0 && (m_hasDiagnosis || m_isAsking));
}

void MainWindow::setSudo(bool used)
{
    m_actions->of(Act::UseSudo)->setChecked(used);
}

void MainWindow::setAsking(const QString &target)
{
    clearDiagnosis();
    m_ownClock.start();
    tick(systemNow());
    m_path->showAsking(m_hosts->nameOf(target));
    m_isAsking = true;
    enableAsking();
}

void MainWindow::setNow(WallTime now)
{
    m_ownClock.stop();
    tick(now);
}

void MainWindow::tick(WallTime now)
{
    m_now = now;
    m_path->setNow(now);
    m_summary->setNow(now);
    m_hosts->setNow(now);
    m_evidence->setNow(now);
}

void MainWindow::setInterval(double seconds)
{
    m_path->setInterval(seconds);
    m_hosts->setInterval(seconds);
}

void MainWindow::setPaused(bool paused)
{
    const QSignalBlocker quiet(m_actions->of(Act::Pause));
    m_actions->of(Act::Pause)->setChecked(paused);
    m_corner->setPaused(paused);
}

void MainWindow::setMoment(int current, int count)
{
    m_moment = current;
    m_moments = count;
    m_corner->setMoment(current, count);
    m_actions->of(Act::PreviousMoment)->setEnabled(current > 0);
    m_actions->of(Act::NextMoment)->setEnabled(current + 1 < count);
    enableAsking();
}

void MainWindow::setAddHostError(const QString &message)
{
    m_hosts->setAddError(message);
}

int MainWindow::worstDisk() const
{
    for (const State state : {State::Stalled, State::Unknown, State::Healthy}) {
        for (int i = 0; i < m_diagnosis.disks.size(); ++i) {
            if (m_diagnosis.disks.at(i).summary.verdict == state)
                return i;
        }
    }
    return -1;
}

void MainWindow::showLayer(const QModelIndex &index)
{
    const Layer *layer = m_path->model()->layerAt(index);
    if (!layer)
        return;
    EvidencePane::Subject subject;
    subject.title = index.data(LayerModel::KindTextRole).toString();
    subject.name = index.data(LayerModel::NameRole).toString();
    for (const LayerDetail &detail : layer->details)
        subject.details.append(detail.label.text() + u' ' + visibleName(detail.value.text(), 300));
    subject.verdict = layer->verdict;
    subject.stale = index.data(LayerModel::StaleRole).toBool();
    if (m_history)
        subject.history
            = m_history->of(m_path->model()->diskAt(index.column())->name, layer->identity);
    m_evidence->setSubject(subject, m_diagnosis.observations, m_now);
}

void MainWindow::showQueue(const QModelIndex &index)
{
    const VirtqueueModel *model = m_path->virtqueueModel();
    const Virtqueue *queue = model->queueAt(index);
    const QueueAnswer *answer = model->answerAt(index);
    if (!queue || !answer)
        return;
    EvidencePane::Subject subject;
    subject.title = tr("virtqueue");
    subject.name
        = tr("%1 queue %2").arg(visibleName(queue->device, 60), QLocale().toString(queue->queue));
    subject.details = {VirtqueueModel::questionText(model->questionColumn(index))};
    subject.verdict = verdictOf(*answer);
    subject.stale = m_diagnosis.staleSince.has_value();
    m_evidence->setSubject(subject, m_diagnosis.observations, m_now);
}

void MainWindow::showVerdict(const QString &title, const Verdict &verdict)
{
    EvidencePane::Subject subject;
    subject.title = title;
    subject.verdict = verdict;
    subject.stale = m_diagnosis.staleSince.has_value();
    m_evidence->setSubject(subject, m_diagnosis.observations, m_now);
}

// After a refresh the pane shows the new state of what it showed before.
void MainWindow::refreshSubject()
{
    if (m_shown == Shown::Channel && m_shownNumber < m_diagnosis.sideChannels.size()) {
        const SideChannel &channel = m_diagnosis.sideChannels.at(m_shownNumber);
        showVerdict(sideChannelPhrase(channel.kind).text(), channel.verdict);
    } else if (m_shown == Shown::Finding && m_shownNumber < m_diagnosis.findings.size()) {
        showVerdict(tr("finding"), m_diagnosis.findings.at(m_shownNumber));
    } else if (m_shown == Shown::Queue && m_path->virtqueues()->currentIndex().isValid()) {
        showQueue(m_path->virtqueues()->currentIndex());
    } else if (m_shown != Shown::Nothing) {
        m_shown = Shown::Layer;
        if (m_path->view()->currentIndex().isValid())
            showLayer(m_path->view()->currentIndex());
        else
            m_evidence->clear();
    }
}

// Space and Enter belong to a button that has the focus, not to the shortcuts.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (qobject_cast<QAbstractButton *>(focusWidget())
            && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Return)
            && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_keeper->save();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_palette->close();
}

} // namespace plumbline
