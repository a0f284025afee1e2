// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/main_window.h"

#include "views/command_palette/command_palette.h"
#include "views/hosts/hosts_pane.h"
#include "views/logs/log_pane.h"
#include "views/prompt/sheet_stack.h"
#include "views/side_channels/side_channel_row.h"
#include "views/style/pane_splitter.h"
#include "views/style/widgets.h"
#include "views/summary/summary_bar.h"
#include "views/window/actions.h"
#include "views/window/layout_keeper.h"
#include "views/window/path_pane.h"
#include "views/window/status_corner.h"

#include <QAction>
#include <QMenuBar>
#include <QVBoxLayout>

namespace plumbline {

static constexpr QSize smallestWindow(900, 560);
static constexpr QSize firstWindow(1280, 800);

void MainWindow::build()
{
    m_summary = new SummaryBar;
    m_hosts = new HostsPane;
    m_path = new PathPane;
    m_evidence = new EvidencePane;
    m_channels = new SideChannelRow;
    m_splitter = new PaneSplitter;
    m_splitter->setObjectName(QStringLiteral("panes"));
    for (QWidget *pane : {static_cast<QWidget *>(m_hosts), static_cast<QWidget *>(m_path),
             static_cast<QWidget *>(m_evidence)}) {
        pane->setAutoFillBackground(true);
        pane->setBackgroundRole(QPalette::Base);
        m_splitter->addWidget(pane);
    }
    m_hosts->setMinimumWidth(160);
    m_path->setMinimumWidth(360);
    m_evidence->setMinimumWidth(280);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setSizes({232, 616, 432});

    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    auto *upper = new QWidget;
    auto *upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->setSpacing(0);
    upperColumn->addWidget(m_splitter, 1);
    upperColumn->addWidget(new Hairline(upper));
    upperColumn->addWidget(m_channels);
    m_log = new LogPane;
    m_log->setMinimumHeight(140);
    m_log->hide();
    m_lower = new PaneSplitter;
    m_lower->setOrientation(Qt::Vertical);
    m_lower->setObjectName(QStringLiteral("lower"));
    m_lower->setChildrenCollapsible(false);
    m_lower->addWidget(upper);
    m_lower->addWidget(m_log);
    m_lower->setStretchFactor(0, 1);
    m_lower->setSizes({450, 310});
    column->addWidget(m_lower, 1);
    setCentralWidget(middle);
    m_sheets = new SheetStack(middle, m_summary);
    m_palette = new CommandPalette(m_actions->all(), middle);
    setMinimumSize(smallestWindow);
    resize(firstWindow);
    m_keeper->keepWindow(this);
    m_keeper->keepSplitter(m_splitter);
    m_keeper->keepSplitter(m_lower);
}

// The texts of the menus are set again by retranslate(), in this order.
void MainWindow::buildMenus()
{
    const auto menu = [this](std::initializer_list<std::optional<Act>> acts) {
        QMenu *made = menuBar()->addMenu(QString());
        for (const std::optional<Act> act : acts) {
            if (act)
                made->addAction(m_actions->of(*act));
            else
                made->addSeparator();
        }
    };
    menu({Act::AddHost, Act::RemoveHost, Act::UseSudo, std::nullopt, Act::OpenRecording,
        Act::BundledIncident, std::nullopt, Act::OpenLog, Act::FollowConsole, std::nullopt,
        Act::Quit});
    menu({Act::Refresh, Act::Pause, Act::ReadBlock, std::nullopt, Act::PreviousMoment,
        Act::NextMoment, std::nullopt, Act::CopyText, Act::CopyPicture});
    menu({Act::NextProblem, Act::PreviousProblem, Act::NextObservation, Act::PreviousObservation,
        Act::Filter, Act::Back, std::nullopt, Act::ShowHosts, Act::ShowPath, Act::ShowVirtqueues,
        Act::ShowEvidence, Act::ShowSideChannels, Act::ShowSummary, Act::ShowLog});
    menu({Act::ToggleTheme, Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark, std::nullopt,
        Act::LanguageEnglish, Act::LanguageGerman});
    menu({Act::CommandPalette, Act::Shortcuts, Act::About});
    m_corner = new StatusCorner(*m_actions, menuBar());
    menuBar()->setCornerWidget(m_corner);
    retranslate();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_corner->retranslate();
    const QStringList titles{tr("&File"), tr("&Domain"), tr("&Go"), tr("&View"), tr("&Help")};
    const QList<QAction *> menus = menuBar()->actions();
    for (qsizetype i = 0; i < titles.size(); ++i)
        menus.at(i)->setText(titles.at(i));
    if (m_hasDiagnosis)
        setDiagnosis(m_diagnosis);
    else
        m_path->showNothing(m_anyHost);
}

} // namespace plumbline
