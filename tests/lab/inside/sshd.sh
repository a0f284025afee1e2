# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Two SSH servers with keys of their own: the host under test, and a bastion before it that also
# asks by keyboard-interactive. Everything a client needs lies in /lab/client, DIR/client outside.

addUsers() {
    getent group libvirt >/dev/null || groupadd --system libvirt
    getent passwd libvirt-qemu >/dev/null || useradd --system --no-create-home libvirt-qemu
    # "*": no password, but not locked either; sshd refuses the locked.
    usermod --password '*' root
    useradd --create-home --shell /bin/bash --password '*' --groups libvirt vmop
    useradd --create-home --shell /bin/bash --password '*' viewer
    # docs/rights.md
    groupadd --system plumbline
    useradd --create-home --shell /bin/bash --password '*' --groups libvirt,plumbline vmsudo
    install -D -m 0440 /lab/state/sudoers /etc/sudoers.d/plumbline
    useradd --create-home --shell /bin/bash --password '*' --groups libvirt vmpw
    useradd --create-home --shell /bin/bash --password '*' --uid 1500 vmrun
    password=$(makeSecret)
    chpasswd --crypt-method SHA512 <<<"vmpw:$password"
    tell PASSWORD_USER vmpw
    tell PASSWORD "$password"
}

makeSecret() {
    local bytes
    bytes=$(head --bytes 12 /dev/urandom | base64)
    printf 'pw %s' "${bytes//[^A-Za-z0-9]/-}"
}

makeKey() {
    ssh-keygen -q -t "$1" -f "$2" -N "${3:-}" -C "$name" </dev/null
}

startSshServers() {
    local keys=/etc/ssh/lab
    mkdir -p "$keys" /lab/client
    makeKey ed25519 "$keys/main_ed25519"
    makeKey ecdsa "$keys/main_ecdsa"
    makeKey ed25519 "$keys/bastion_ed25519"
    makeKey ed25519 /lab/client/id_ed25519
    passphrase=$(makeSecret)
    makeKey ed25519 /lab/client/id_passphrase "$passphrase"
    cat /lab/client/*.pub >"$keys/authorized_keys"
    cp "$insideHome/templates/pam_sshd" /etc/pam.d/sshd
    startSshd main "$port"
    mainPort=$sshPort
    startSshd bastion "$bastionPort"
    bastionPort=$sshPort
}

# startSshd SERVER PORT: sets sshPort. Port 0: any that is free; sshd itself finds out.
startSshd() {
    local config=$insideHome/templates/sshd_$1 log=/var/log/sshd_$1.log pidFile=/run/sshd/$1.pid try pid
    for try in {1..50}; do
        sshPort=$2
        ((sshPort != 0)) || sshPort=$((20000 + RANDOM % 12000))
        rm -f "$pidFile"
        /usr/sbin/sshd -D -f "$config" -o "ListenAddress=127.0.0.1:$sshPort" -E "$log" \
            </dev/null >/dev/null 2>&1 &
        pid=$!
        within 20 listensOrEnded "$pid" "$pidFile" || die "sshd $1 does not start; see $log"
        if [[ -s $pidFile ]]; then
            printf '%s\n' "$sshPort" >"/run/sshd/$1.port"
            return
        fi
        (($2 == 0)) || break
    done
    die "sshd $1 cannot listen on 127.0.0.1:$sshPort (try $try); see DIR/log/sshd_$1.log"
}

# sshd writes its pid file when it listens.
listensOrEnded() { [[ -s $2 ]] || ! isAlive "$1"; }

fingerprint() {
    ssh-keygen -l -E sha256 -f "/etc/ssh/lab/$1.pub" | cut -d ' ' -f 2
}

writeClientFiles() {
    local keys=/etc/ssh/lab client=$dir/client
    {
        sed "s/^/[127.0.0.1]:$mainPort /" "$keys/main_ed25519.pub"
        sed "s/^/[127.0.0.1]:$mainPort /" "$keys/main_ecdsa.pub"
        sed "s/^/[127.0.0.1]:$bastionPort /" "$keys/bastion_ed25519.pub"
    } >/lab/client/known_hosts
    # What a client remembers when somebody exchanged the server: the bastion's key for the host.
    sed "s/^/[127.0.0.1]:$mainPort /" "$keys/bastion_ed25519.pub" >/lab/client/known_hosts_changed
    sed -e "s|@CLIENT@|$client|g" -e "s|@PORT@|$mainPort|g" -e "s|@BASTION_PORT@|$bastionPort|g" \
        "$insideHome/templates/ssh_config" >/lab/client/ssh_config
    tell HOST 127.0.0.1
    tell PORT "$mainPort"
    tell BASTION_PORT "$bastionPort"
    tell FINGERPRINT "$(fingerprint main_ed25519)"
    tell FINGERPRINT_ECDSA "$(fingerprint main_ecdsa)"
    tell BASTION_FINGERPRINT "$(fingerprint bastion_ed25519)"
    tell IDENTITY "$client/id_ed25519"
    tell IDENTITY_PASSPHRASE "$client/id_passphrase"
    tell PASSPHRASE "$passphrase"
    tell KNOWN_HOSTS "$client/known_hosts"
    tell KNOWN_HOSTS_CHANGED "$client/known_hosts_changed"
    tell SSH_CONFIG "$client/ssh_config"
    tell SSHD_PID "$(</run/sshd/main.pid)"
}
