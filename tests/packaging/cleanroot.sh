# SPDX-License-Identifier: Apache-2.0
# Sourced: a Debian 12 with nothing installed, in a folder, taken away at the end.

skip() { echo "SKIPPED: $*"; exit 77; }
fail() { echo "FAILED: $*" >&2; exit 1; }
step() { printf '== %s\n' "$*"; }

# Begins the calling script again in a mount namespace of its own: whatever is mounted goes with it.
# own_mounts SCRIPT ARGUMENTS...
own_mounts() {
    [ "${OWN_MOUNTS:-}" = yes ] && return 0
    command -v mmdebstrap >/dev/null || skip "mmdebstrap is not installed"
    [ "$(id -u)" -eq 0 ] || skip "a clean root needs root"
    unshare --mount true 2>/dev/null || skip "this machine allows no mounts"
    OWN_MOUNTS=yes exec unshare --mount "$@"
}

# Sets work, and root: the folder of the clean system. It goes when the script ends, with what runs in it.
make_root() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/chatcal-packaging-XXXXXX")
    root=$work/root
    started=()
    trap 'take_away' EXIT
    step "a Debian 12 with nothing installed"
    # The machine's way to its mirror (a proxy, say) is the root's too.
    apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|Check)' >"$work/apt.conf" || true

    mmdebstrap --quiet --variant=minbase --aptopt="$work/apt.conf" bookworm "$root" >"$work/mmdebstrap.log" 2>&1 \
        || { cat "$work/mmdebstrap.log" >&2; grep -qE 'Could not resolve|Temporary failure|Unable to connect' "$work/mmdebstrap.log" \
            && skip "no Debian mirror can be reached"; fail "mmdebstrap made no root"; }
    # What is installed here starts nothing by itself.
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    mount_into_root
    quietly in_root apt-get update -qq
}

mounted=()
mount_into_root() {
    mount -t proc proc "$root/proc"
    mounted+=("$root/proc")
    mount --rbind /dev "$root/dev"
    mounted+=("$root/dev")
}
unmount_all() {
    local place
    for place in "${mounted[@]}"; do umount -R "$place" 2>/dev/null || umount -l "$place" 2>/dev/null || true; done
    mounted=()
}

take_away() {
    local process
    for process in "${started[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    unmount_all
    # Never through a mount that is still there.
    rm -rf --one-file-system "$work"
}

in_root() {
    chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# quietly COMMAND...: what it wrote is shown only when it failed.
quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$*"; }; }

# as_user USER VARIABLE=VALUE... COMMAND...: what systemd or a container engine would run, on this machine's loopback.
as_user() { (become_user "$@"); }

# The same in place of this shell: "become_user … &" makes $! the program's own number, which a signal reaches.
become_user() {
    local user=$1
    shift
    exec chroot --userspec="$user:$user" "$root" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@"
}

# wait_for_url FILE: sets url to the address chatcal-server says it listens on.
wait_for_url() {
    url=
    for _ in $(seq 200); do
        url=$(sed -n 's|^listening on \(http://.*\)$|\1|p' "$1")
        [ -n "$url" ] && return 0
        sleep 0.1
    done
    cat "$1" >&2
    fail "the server did not start"
}

# status_of URL: the HTTP status, 000 without an answer.
status_of() { curl -s -o /dev/null -m 10 -w '%{http_code}' "$1" || true; }

# Books in one message, as a guest does, and checks that the answer holds a confirmed meeting.
book_one() {
    local address=$1 answer
    answer=$(curl -sS -m 20 -H 'Content-Type: application/json' \
        -d "{\"message\": \"Book a 30 minute call $2, I'm Ada Lovelace, ada@example.com\"}" "$address/chat")
    python3 - "$answer" <<'CHECK' || fail "no confirmed meeting in: $answer"
import json, sys
meeting = [card["meeting"] for card in json.loads(sys.argv[1])["cards"] if card["kind"] == "meeting"][0]
assert meeting["status"] == "confirmed" and meeting["duration_minutes"] == 30, meeting
print("booked:", meeting["id"])
CHECK
}
