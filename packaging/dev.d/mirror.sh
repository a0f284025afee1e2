# shellcheck shell=bash disable=SC2154,SC2164 # dev sets $clone and "set -e"
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where the userland's packages come from: what this machine's apt uses, asked for another suite.

# The machine's own Debian mirrors with another suite, as one-line sources.
write_sources() {
    local part=$1 base uri release entry name keyring found=
    base=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    [[ -n $(debian_targets) ]] || as_root apt-get --quiet update < /dev/null >&2 || true
    while IFS='|' read -r uri release entry; do
        case $release in
            "$base" | "$base-updates" | "$base-security") name=$suite${release#"$base"} ;;
            *) continue ;;
        esac
        keyring=$(keyring_of "$entry")
        if can_read "$uri" "$name" "$part"; then
            printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$uri" "$name"
            [[ $name == "$suite" ]] && found=1
        else
            say "cannot use $name: $(sed -n 's/^E: //p' "$part/reason" | head -n 1)"
        fi
    done < <(debian_targets)
    [[ $found ]] || die "no Debian mirror that this machine's apt uses can be read for $suite," \
        "so there is nothing to make the userland from (see: apt-get indextargets)"
}

debian_targets() {
    # shellcheck disable=SC2016 # apt's own placeholders
    apt-get indextargets --format '$(REPO_URI)|$(CODENAME)|$(SOURCESENTRY)' \
        'Identifier: Packages' 'Component: main' | sort -u
}

can_read() {
    local uri=${1%/} name=$2 part=$3
    /usr/lib/apt/apt-helper -o Acquire::Retries=1 download-file "$uri/dists/$name/InRelease" \
        "$part/release" < /dev/null > "$part/reason" 2>&1
}

# keyring_of FILE:NUMBER: the Signed-By of that stanza (.sources) or line (.list).
keyring_of() {
    local file=${1%:*} number=${1##*:} keyring=
    case $file in
        *.sources) keyring=$(awk -v n="$number" 'BEGIN { RS = "" } NR == n' "$file" |
            sed -n 's/^[Ss]igned-[Bb]y:[[:space:]]*//p') ;;
        *.list) keyring=$(sed -n "$number{s/.*signed-by=\([^] ]*\).*/\1/p}" "$file") ;;
    esac
    [[ -r $keyring ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    printf '%s' "$keyring"
}

# Proxies and checks that the machine's administrator chose.
write_apt_options() {
    apt-config dump | grep -E '^Acquire::(https?|ftp|Check-Valid-Until|Check-Date|ForceIPv[46])\b.* ".+";$' || true
    printf 'Acquire::Retries "3";\nAcquire::Languages "none";\n'
}
