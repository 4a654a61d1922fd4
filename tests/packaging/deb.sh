#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The Debian packages of a build tree, in a Debian 12 with nothing installed: installed with their dependencies, run by
# their user behind nginx as the examples say, purged.
#   deb.sh BUILD_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/cleanroot.sh"
own_mounts "$0" "$@"
build=$1
[ -x "$build/bin/chatcal-server" ] || skip "chatcal-server is not built"
make_root

# Every file of the root, but for caches, logs and apt's, dpkg's and nginx's own records.
files() {
    in_root find / -xdev \( -path /proc -o -path /dev -o -path /run -o -path /tmp -o -path /var/cache -o -path /var/log \
        -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/lib/nginx \) -prune \
        -o ! -name 'passwd-' ! -name 'group-' ! -name 'shadow-' ! -name 'gshadow-' -print | sort
}

step "packages"
mkdir "$work/packages"
(cd "$work/packages" && cpack --config "$build/CPackConfig.cmake") >"$work/cpack.log" 2>&1 \
    || { cat "$work/cpack.log" >&2; fail "cpack made no packages"; }
server_deb=$(echo "$work"/packages/chatcal-server_*.deb)
if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$work"/packages/*.deb \
        || fail "lintian has something to say"
else
    echo "lintian is not installed: not asked"
fi

step "installing"
mkdir "$root/packages"
cp "$work"/packages/*.deb "$root/packages/"
package=/packages/$(basename "$server_deb")
mapfile -t dependencies < <(in_root apt-get install -s -qq --no-install-recommends "$package" \
    | awk '$1 == "Inst" && $2 != "chatcal-server" {print $2}')
[ "${#dependencies[@]}" -gt 10 ] || fail "apt finds only these dependencies: ${dependencies[*]}"
# The dependencies first: what is there afterwards and not before is the package's own.
quietly in_root apt-get install -y -qq --no-install-recommends "${dependencies[@]}" systemd nginx-light
files >"$work/before"
quietly in_root apt-get install -y -qq --no-install-recommends "$package"
# The desktop's dependencies can be met; to fetch Qt WebEngine for that would take longer than all the rest.
if compgen -G "$work/packages/chatcal_*.deb" >/dev/null; then
    in_root sh -c 'apt-get install -s -qq --no-install-recommends /packages/chatcal_*.deb' | grep -q '^Inst chatcal ' \
        || fail "the desktop's package cannot be installed"
    for deb in "$work"/packages/chatcal_*.deb; do
        dpkg-deb -c "$deb" | grep 'usr/lib/chatcal/plugins/chatcal-webchat.so$' >/dev/null || fail "the desktop's package lacks the chat's view"
    done
fi
[ "$(in_root stat -c '%U %a' /etc/chatcal/chatcal.env)" = "root 600" ] || fail "chatcal.env is not root's alone"
[ "$(in_root id -gn chatcal)" = chatcal ] || fail "no user chatcal"

step "the unit"
in_root systemd-analyze verify --man=no /usr/lib/systemd/system/chatcal.service || fail "systemd refuses the unit"
in_root systemd-analyze security --offline=true --threshold=15 --no-pager chatcal.service >"$work/security" \
    || { tail -1 "$work/security" >&2; fail "the unit is more exposed than 1.5"; }
tail -1 "$work/security"

step "two instances, as the unit runs them"
unit=$root/usr/lib/systemd/system/chatcal.service
mapfile -t environment < <(sed -n 's/^Environment=//p' "$unit")
program=$(sed -n 's/^ExecStart=//p' "$unit")
install -d -m 700 "$root/var/lib/chatcal" # StateDirectory=
in_root chown chatcal:chatcal /var/lib/chatcal
urls=()
for instance in 0 1; do
    become_user chatcal "${environment[@]}" MY_EMAIL_ADDRESS=grace@example.org DEFAULT_TIMEZONE=America/New_York \
        TRUSTED_PROXIES=127.0.0.1 "$program" --listen 127.0.0.1:0 >"$work/server$instance" 2>&1 &
    started+=($!)
    wait_for_url "$work/server$instance"
    urls+=("$url")
    [ "$(status_of "$url/health")" = 200 ] || fail "/health does not answer 200"
done
book_one "${urls[0]}" "next Tuesday at 2pm"

source "$here/nginx.sh"
nginx_in_front "${urls[0]}" "${urls[1]}" "${started[0]}"

step "purge"
for process in "${started[@]}"; do
    kill "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
done
started=()
take_nginx_away
quietly in_root apt-get purge -y -qq chatcal-server
files >"$work/after"
left=$(comm -13 "$work/before" "$work/after")
[ -z "$left" ] || fail "purge left: $(head -20 <<<"$left")"
echo "nothing is left"
