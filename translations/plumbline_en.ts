<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>evidence</name>
    <message numerus="yes">
        <source>%n more lines</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a picture of %n byte(s)</source>
        <translation>
            <numerusform>a picture of %n byte</numerusform>
            <numerusform>a picture of %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::FindingList</name>
    <message numerus="yes">
        <source>and %n more, in the copied text</source>
        <translation>
            <numerusform>and %n more, in the copied text</numerusform>
            <numerusform>and %n more, in the copied text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::HistoryStrip</name>
    <message numerus="yes">
        <source>%n change(s) of verdict in the last hour</source>
        <translation>
            <numerusform>%n change of verdict in the last hour</numerusform>
            <numerusform>%n changes of verdict in the last hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::LayerModel</name>
    <message numerus="yes">
        <source>%n request(s) in flight</source>
        <translation>
            <numerusform>%n request in flight</numerusform>
            <numerusform>%n requests in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::LogPane</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::PathPane</name>
    <message numerus="yes">
        <source>Virtqueues (%n stuck)</source>
        <translation>
            <numerusform>Virtqueues (%n stuck)</numerusform>
            <numerusform>Virtqueues (%n stuck)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TaskTreeModel</name>
    <message numerus="yes">
        <source>%1 · %n task(s)</source>
        <translation>
            <numerusform>%1 · %n task</numerusform>
            <numerusform>%1 · %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message numerus="yes">
        <source>%n request(s) failed and went back as errors in %1</source>
        <translation>
            <numerusform>%n request failed and went back as errors in %1</numerusform>
            <numerusform>%n requests failed and went back as errors in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in it, none completed in %1</source>
        <translation>
            <numerusform>%n request in it, none completed in %1</numerusform>
            <numerusform>%n requests in it, none completed in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in it; the last one ended %1 ago</source>
        <translation>
            <numerusform>%n request in it; the last one ended %1 ago</numerusform>
            <numerusform>%n requests in it; the last one ended %1 ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) held back on purpose by the limit %1</source>
        <translation>
            <numerusform>%n request held back on purpose by the limit %1</numerusform>
            <numerusform>%n requests held back on purpose by the limit %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) went into QEMU, none came back in %1</source>
        <translation>
            <numerusform>%n request went into QEMU, none came back in %1</numerusform>
            <numerusform>%n requests went into QEMU, none came back in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of it are in flight</source>
        <translation>
            <numerusform>%n request of it is in flight</numerusform>
            <numerusform>%n requests of it are in flight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in its queue, none completed in %1</source>
        <translation>
            <numerusform>%n request in its queue, none completed in %1</numerusform>
            <numerusform>%n requests in its queue, none completed in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) sent, none answered in %1; %2</source>
        <translation>
            <numerusform>%n request sent, none answered in %1; %2</numerusform>
            <numerusform>%n requests sent, none answered in %1; %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) from the server in %1</source>
        <translation>
            <numerusform>%n answer from the server in %1</numerusform>
            <numerusform>%n answers from the server in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) of QEMU wait for the FUSE daemon, unanswered for %1</source>
        <translation>
            <numerusform>%n thread of QEMU waits for the FUSE daemon, unanswered for %1</numerusform>
            <numerusform>%n threads of QEMU wait for the FUSE daemon, unanswered for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) of QEMU in uninterruptible sleep for %1 (%2)</source>
        <translation>
            <numerusform>%n thread of QEMU in uninterruptible sleep for %1 (%2)</numerusform>
            <numerusform>%n threads of QEMU in uninterruptible sleep for %1 (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) completed in %1</source>
        <translation>
            <numerusform>%n request completed in %1</numerusform>
            <numerusform>%n requests completed in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) seen by the device, none completed in %1</source>
        <translation>
            <numerusform>%n request seen by the device, none completed in %1</numerusform>
            <numerusform>%n requests seen by the device, none completed in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in flight, none completed in %1: look again</source>
        <translation>
            <numerusform>%n request in flight, none completed in %1: look again</numerusform>
            <numerusform>%n requests in flight, none completed in %1: look again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in flight when it last answered; now: %1</source>
        <translation>
            <numerusform>%n request in flight when it last answered; now: %1</numerusform>
            <numerusform>%n requests in flight when it last answered; now: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buffer(s) lie ready for input</source>
        <translation>
            <numerusform>%n buffer lies ready for input</numerusform>
            <numerusform>%n buffers lie ready for input</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Requests of %1 fail: %n came back as error(s) in %2.</source>
        <translation>
            <numerusform>Requests of %1 fail: %n came back as an error in %2.</numerusform>
            <numerusform>Requests of %1 fail: %n came back as errors in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) unanswered by the OSDs for %1; %2</source>
        <translation>
            <numerusform>%n request unanswered by the OSDs for %1; %2</numerusform>
            <numerusform>%n requests unanswered by the OSDs for %1; %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>none of its %n path(s) is left, and it queues then (queue_if_no_path): no error will ever be returned</source>
        <translation>
            <numerusform>its only path is lost, and it queues then (queue_if_no_path): no error will ever be returned</numerusform>
            <numerusform>none of its %n paths is left, and it queues then (queue_if_no_path): no error will ever be returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>none of its %n path(s) takes requests; whether it queues then (queue_if_no_path) needs root</source>
        <translation>
            <numerusform>its only path takes no requests; whether it queues then (queue_if_no_path) needs root</numerusform>
            <numerusform>none of its %n paths takes requests; whether it queues then (queue_if_no_path) needs root</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) unanswered by the device for %1; %2</source>
        <translation>
            <numerusform>%n command unanswered by the device for %1; %2</numerusform>
            <numerusform>%n commands unanswered by the device for %1; %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s) lie in the used ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</source>
        <translation>
            <numerusform>%n completion lies in the used ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</numerusform>
            <numerusform>%n completions lie in the used ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s) lie in the ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</source>
        <translation>
            <numerusform>%n completion lies in the ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</numerusform>
            <numerusform>%n completions lie in the ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its %1 command(s) disabled: %2</source>
        <translation>
            <numerusform>%n of its %1 commands disabled: %2</numerusform>
            <numerusform>%n of its %1 commands disabled: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; and %n more</numerusform>
            <numerusform>%1; and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in it, but none with an OSD: it may wait for the image&apos;s lock, or hold them back by a limit of its own</source>
        <translation>
            <numerusform>%n request in it, but none with an OSD: it may wait for the image&apos;s lock, or hold it back by a limit of its own</numerusform>
            <numerusform>%n requests in it, but none with an OSD: it may wait for the image&apos;s lock, or hold them back by a limit of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the guest counts %n request(s) in flight on %1</source>
        <translation>
            <numerusform>the guest counts %n request in flight on %1</numerusform>
            <numerusform>the guest counts %n requests in flight on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views</name>
    <message numerus="yes">
        <source>… and %n more bytes on this line</source>
        <translation>
            <numerusform>… and %n more byte on this line</numerusform>
            <numerusform>… and %n more bytes on this line</numerusform>
        </translation>
    </message>
</context>
</TS>
