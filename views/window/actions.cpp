// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/actions.h"

#include "views/style/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace plumbline {

namespace {
struct Declaration
{
    Act act;
    const char *text;
    const char *tip;
    /// In QKeySequence's portable notation; several are separated by "; ".
    const char *shortcuts;
    Sign sign = Sign::None;
    bool checkable = false;
};
} // namespace

// In the order of Act.
static constexpr std::array<Declaration, size_t(Act::About) + 1> declarations{{
    {Act::AddHost, QT_TRANSLATE_NOOP("actions", "&Add host"),
        QT_TRANSLATE_NOOP("actions", "Go to the line where a hypervisor is added"), "Ctrl+N",
        Sign::Add},
    {Act::RemoveHost, QT_TRANSLATE_NOOP("actions", "&Remove host"),
        QT_TRANSLATE_NOOP("actions", "Take the selected host off the list"), "Ctrl+Del",
        Sign::Remove},
    {Act::UseSudo, QT_TRANSLATE_NOOP("actions", "&Use sudo on this host"),
        QT_TRANSLATE_NOOP(
            "actions", "Run what needs root's rights under sudo on the host of this domain"),
        "Ctrl+U", Sign::None, true},
    {Act::OpenRecording, QT_TRANSLATE_NOOP("actions", "&Open recording …"),
        QT_TRANSLATE_NOOP("actions", "Open a folder that was recorded before"), "Ctrl+O",
        Sign::Open},
    {Act::BundledIncident, QT_TRANSLATE_NOOP("actions", "Open the &bundled incident"),
        QT_TRANSLATE_NOOP("actions", "Look at a guest that a dead NFS mount froze"), "Ctrl+B"},
    {Act::OpenLog, QT_TRANSLATE_NOOP("actions", "Open &log …"),
        QT_TRANSLATE_NOOP("actions", "Read a log file of this machine"), "Ctrl+L"},
    {Act::FollowConsole, QT_TRANSLATE_NOOP("actions", "Follow the &serial log"),
        QT_TRANSLATE_NOOP(
            "actions", "Read what the guest writes to its serial console, as it comes"),
        "Ctrl+J"},
    {Act::Quit, QT_TRANSLATE_NOOP("actions", "&Quit"),
        QT_TRANSLATE_NOOP("actions", "Close Plumbline"), "Ctrl+Q"},
    {Act::Refresh, QT_TRANSLATE_NOOP("actions", "&Refresh"),
        QT_TRANSLATE_NOOP("actions", "Ask the host once more, now"), "F5", Sign::Refresh},
    {Act::Pause, QT_TRANSLATE_NOOP("actions", "&Pause"),
        QT_TRANSLATE_NOOP("actions", "Stop asking the host until it is pressed again"),
        "Space; Ctrl+P", Sign::Pause, true},
    {Act::ReadBlock, QT_TRANSLATE_NOOP("actions", "Read a &block from the host …"),
        QT_TRANSLATE_NOOP("actions", "Prove an idle path by reading one block of each disk"),
        "Ctrl+R"},
    {Act::NextProblem, QT_TRANSLATE_NOOP("actions", "&Next problem"),
        QT_TRANSLATE_NOOP("actions", "Go to the next layer that is stalled or unknown"), "N"},
    {Act::PreviousProblem, QT_TRANSLATE_NOOP("actions", "Pre&vious problem"),
        QT_TRANSLATE_NOOP("actions", "Go to the previous layer that is stalled or unknown"),
        "Shift+N"},
    {Act::NextMoment, QT_TRANSLATE_NOOP("actions", "Next m&oment"),
        QT_TRANSLATE_NOOP("actions", "Step forward in the recording"), "]", Sign::Next},
    {Act::PreviousMoment, QT_TRANSLATE_NOOP("actions", "Previous &moment"),
        QT_TRANSLATE_NOOP("actions", "Step back in the recording"), "[", Sign::Previous},
    {Act::NextObservation, QT_TRANSLATE_NOOP("actions", "Next o&bservation"),
        QT_TRANSLATE_NOOP("actions", "Go to the next observation cited"), "Alt+Down", Sign::Down},
    {Act::PreviousObservation, QT_TRANSLATE_NOOP("actions", "Previous ob&servation"),
        QT_TRANSLATE_NOOP("actions", "Go to the previous observation cited"), "Alt+Up", Sign::Up},
    {Act::ShowHosts, QT_TRANSLATE_NOOP("actions", "&Hosts and domains"),
        QT_TRANSLATE_NOOP("actions", "Go to the list of hosts"), "Ctrl+1"},
    {Act::ShowPath, QT_TRANSLATE_NOOP("actions", "&Path"),
        QT_TRANSLATE_NOOP("actions", "Go to the layers of the IO path"), "Ctrl+2"},
    {Act::ShowVirtqueues, QT_TRANSLATE_NOOP("actions", "&Virtqueues"),
        QT_TRANSLATE_NOOP("actions", "Go to the queues: seen, completed, noticed?"), "Ctrl+6"},
    {Act::ShowEvidence, QT_TRANSLATE_NOOP("actions", "&Evidence"),
        QT_TRANSLATE_NOOP("actions", "Go to the observations of the current layer"), "Ctrl+3"},
    {Act::ShowLog, QT_TRANSLATE_NOOP("actions", "L&og"),
        QT_TRANSLATE_NOOP("actions", "Go to the lines of the log"), "Ctrl+7"},
    {Act::ShowSideChannels, QT_TRANSLATE_NOOP("actions", "&Side channels"),
        QT_TRANSLATE_NOOP("actions", "Go to agent, monitor, libvirt and console"), "Ctrl+4"},
    {Act::ShowSummary, QT_TRANSLATE_NOOP("actions", "S&ummary"),
        QT_TRANSLATE_NOOP("actions", "Go to the sentence on top"), "Ctrl+5"},
    {Act::Filter, QT_TRANSLATE_NOOP("actions", "&Filter hosts"),
        QT_TRANSLATE_NOOP("actions", "Show only hosts and domains with these letters"), "/",
        Sign::Search},
    {Act::CommandPalette, QT_TRANSLATE_NOOP("actions", "&All actions …"),
        QT_TRANSLATE_NOOP("actions", "Find any action by its name"), "Ctrl+K", Sign::Palette},
    {Act::Back, QT_TRANSLATE_NOOP("actions", "&Back"),
        QT_TRANSLATE_NOOP("actions", "Close what is open, or go back to the path"), "Esc"},
    {Act::CopyText, QT_TRANSLATE_NOOP("actions", "Copy as &text"),
        QT_TRANSLATE_NOOP(
            "actions", "Copy what has the focus as text, with the references of its evidence"),
        "Ctrl+C", Sign::Copy},
    {Act::CopyPicture, QT_TRANSLATE_NOOP("actions", "Copy p&icture"),
        QT_TRANSLATE_NOOP("actions", "Copy the path as a picture"), "Ctrl+Shift+C", Sign::Picture},
    {Act::ToggleTheme, QT_TRANSLATE_NOOP("actions", "Li&ght or dark"),
        QT_TRANSLATE_NOOP("actions", "Change between light and dark"), "Ctrl+Shift+D", Sign::Bulb},
    {Act::ThemeSystem, QT_TRANSLATE_NOOP("actions", "Like the &desktop"),
        QT_TRANSLATE_NOOP("actions", "Light or dark as the desktop is"), "", Sign::None, true},
    {Act::ThemeLight, QT_TRANSLATE_NOOP("actions", "&Light"),
        QT_TRANSLATE_NOOP("actions", "Always light"), "", Sign::None, true},
    {Act::ThemeDark, QT_TRANSLATE_NOOP("actions", "&Dark"),
        QT_TRANSLATE_NOOP("actions", "Always dark"), "", Sign::None, true},
    {Act::LanguageEnglish, "&English", QT_TRANSLATE_NOOP("actions", "Speak English"), "",
        Sign::None, true},
    {Act::LanguageGerman, "&Deutsch", QT_TRANSLATE_NOOP("actions", "Speak German"), "", Sign::None,
        true},
    {Act::Shortcuts, QT_TRANSLATE_NOOP("actions", "&Keyboard"),
        QT_TRANSLATE_NOOP("actions", "List every shortcut"), "F1"},
    {Act::About, QT_TRANSLATE_NOOP("actions", "&About Plumbline"),
        QT_TRANSLATE_NOOP("actions", "Version and licence"), ""},
}};

static QString translated(const char *source)
{
    return QCoreApplication::translate("actions", source);
}

Actions::Actions(QWidget *window) : QObject(window)
{
    auto *themes = new QActionGroup(this);
    auto *languages = new QActionGroup(this);
    for (const Declaration &declaration : declarations) {
        auto *action = new QAction(window);
        action->setCheckable(declaration.checkable);
        action->setIcon(signIcon(declaration.sign));
        if (*declaration.shortcuts)
            action->setShortcuts(
                QKeySequence::listFromString(QString::fromLatin1(declaration.shortcuts)));
        if (declaration.act >= Act::ThemeSystem && declaration.act <= Act::ThemeDark)
            themes->addAction(action);
        if (declaration.act >= Act::LanguageEnglish && declaration.act <= Act::LanguageGerman)
            languages->addAction(action);
        window->addAction(action);
        m_actions.append(action);
    }
    retranslate();
}

QAction *Actions::of(Act act) const
{
    return m_actions.at(qsizetype(act));
}

void Actions::retranslate()
{
    for (const Declaration &declaration : declarations) {
        QAction *action = of(declaration.act);
        action->setText(translated(declaration.text));
        action->setStatusTip(translated(declaration.tip));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty()
                ? plainText(action)
                : QStringLiteral("%1  (%2)").arg(plainText(action), keys));
    }
}

QString plainText(const QAction *action)
{
    QString text = action->text();
    return text.remove(u'&');
}

} // namespace plumbline
