// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the storage guest needs of dmsetup, linked statically:
//     mapper create NAME UUID 'START LENGTH TARGET PARAMETERS'
//     mapper suspend NAME | resume NAME | message NAME TEXT
// Kernel: Documentation/admin-guide/device-mapper, include/uapi/linux/dm-ioctl.h.

#include <linux/dm-ioctl.h>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string>

namespace {

struct Request
{
    dm_ioctl head{};
    char data[4096]{};
};

Request about(const char *name)
{
    Request request;
    request.head.version[0] = DM_VERSION_MAJOR;
    request.head.data_size = sizeof request;
    request.head.data_start = sizeof request.head;
    std::snprintf(request.head.name, sizeof request.head.name, "%s", name);
    return request;
}

bool send(int control, unsigned long command, Request &request)
{
    if (ioctl(control, command, &request) == 0)
        return true;
    std::perror("mapper");
    return false;
}

bool load(int control, const char *name, const char *table)
{
    Request request = about(name);
    dm_target_spec target{};
    int length = 0;
    char type[DM_MAX_TYPE_NAME]{};
    unsigned long long start = 0;
    unsigned long long sectors = 0;
    if (std::sscanf(table, "%llu %llu %15s %n", &start, &sectors, type, &length) < 3)
        return false;
    target.sector_start = start;
    target.length = sectors;
    std::memcpy(target.target_type, type, sizeof type);
    std::memcpy(request.data, &target, sizeof target);
    std::snprintf(
        request.data + sizeof target, sizeof request.data - sizeof target, "%s", table + length);
    request.head.target_count = 1;
    return send(control, DM_TABLE_LOAD, request);
}

bool setSuspended(int control, const char *name, bool suspended)
{
    Request request = about(name);
    // Without a flush: requests that are stuck below would hold the command as well.
    request.head.flags = suspended ? DM_SUSPEND_FLAG | DM_NOFLUSH_FLAG | DM_SKIP_LOCKFS_FLAG : 0U;
    return send(control, DM_DEV_SUSPEND, request);
}

bool create(int control, const char *name, const char *uuid, const char *table)
{
    Request request = about(name);
    std::snprintf(request.head.uuid, sizeof request.head.uuid, "%s", uuid);
    return send(control, DM_DEV_CREATE, request) && load(control, name, table)
        && setSuspended(control, name, false);
}

bool message(int control, const char *name, const char *text)
{
    Request request = about(name);
    // A sector, then the text.
    std::snprintf(request.data + sizeof(dm_target_msg), sizeof request.data - sizeof(dm_target_msg),
        "%s", text);
    return send(control, DM_TARGET_MSG, request);
}

} // namespace

int main(int count, char **words)
{
    const int control = open("/dev/mapper/control", O_RDWR | O_CLOEXEC);
    const std::string command = count > 2 ? words[1] : "";
    bool done = false;
    if (control < 0)
        std::perror("/dev/mapper/control");
    else if (command == "create" && count == 5)
        done = create(control, words[2], words[3], words[4]);
    else if (command == "message" && count == 4)
        done = message(control, words[2], words[3]);
    else if (command == "suspend" || command == "resume")
        done = setSuspended(control, words[2], command == "suspend");
    return done ? 0 : 1;
}
