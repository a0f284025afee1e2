// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the guest's display as a side channel.
#include "side_channel_story.h"

#include "path/picture_plan.h"

namespace plumbline {

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromLibvirt();
    void standsStill();
    void onlyAPart();
    void noneYet();
    void refused();
    void noFolderForABareQemu();
    void fromABareQemu();
    void noDisplay();
};

static const QByteArray small = "P6\n2 1\n255\nabcdef";

static Story bare()
{
    Story story(Story::NbdSocket);
    story.plan.virshUri.clear();
    story.plan.monitorSocket = "/run/qmp.sock";
    return story.says(processMounts, story.plan.subject(),
        "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n21 20 0:25 / /run rw - tmpfs tmpfs rw\n");
}

static Subject fileOf(const Story &story)
{
    return story.plan.pathSubject("/run/.plumbline-picture-470");
}

static Verdict picture(const Story &story)
{
    return channelOf(story, SideChannel::ConsolePicture);
}

void TestPicture::fromLibvirt()
{
    Story story(Story::NbdSocket);
    story.says(libvirtScreenshot, story.plan.subject(), small).at(90);
    story.says(libvirtScreenshot, story.plan.subject(), QByteArray(small).replace("ab", "xy"));
    const Verdict verdict = picture(story);
    QCOMPARE(verdict.state, State::Healthy);
    QVERIFY(reasonOf(verdict).startsWith(QStringLiteral("2 × 1 pixels, taken at ")));
    QVERIFY(
        reasonOf(verdict).endsWith(QStringLiteral("; changed since the one 1 min 30 s before")));
    QCOMPARE(verdict.evidence.first().observation, 2);
}

void TestPicture::standsStill()
{
    Story story(Story::NbdSocket);
    story.says(libvirtScreenshot, story.plan.subject(), small).at(90);
    story.says(libvirtScreenshot, story.plan.subject(), small + "Screenshot saved to /x\n");
    QVERIFY(reasonOf(picture(story)).endsWith(QStringLiteral("; the same as 1 min 30 s before")));
}

void TestPicture::onlyAPart()
{
    Story story(Story::NbdSocket);
    story.says(libvirtScreenshot, story.plan.subject(), small.chopped(2));
    QVERIFY(reasonOf(picture(story)).endsWith(QStringLiteral("; only its first part has come")));
}

void TestPicture::noneYet()
{
    QCOMPARE(picture(Story(Story::NbdSocket)).state, State::Unknown);
    QCOMPARE(picture(bare()).state, State::Unknown);
}

void TestPicture::refused()
{
    Story story(Story::NbdSocket);
    complains(story, libvirtScreenshot, "error: operation failed: no support for screenshot");
    QCOMPARE(picture(story).state, State::Unknown);
    QVERIFY(reasonOf(picture(story)).contains(QStringLiteral("no support for screenshot")));
}

void TestPicture::noFolderForABareQemu()
{
    Story story = bare();
    story.says(processMounts, story.plan.subject(), "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n");
    QVERIFY(reasonOf(picture(story)).contains(QStringLiteral("no folder in memory is known")));
}

void TestPicture::fromABareQemu()
{
    Story story = bare();
    story.says(qemuScreendump, fileOf(story), "{\"return\": {}}\n");
    story.says(dumpedPicture, fileOf(story), small);
    QCOMPARE(picture(story).state, State::Healthy);
}

void TestPicture::noDisplay()
{
    Story story = bare();
    story.says(qemuScreendump, fileOf(story),
        R"({"error": {"class": "GenericError", "desc": "There is no console to take a screendump from"}})");
    QVERIFY(reasonOf(picture(story)).contains(QStringLiteral("There is no console")));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPicture)
#include "tst_side_channels_picture.moc"
