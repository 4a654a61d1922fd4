#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The Containerfile, instruction by instruction, in clean Debian roots in place of images: no container engine needed.
# Installs a compiler and builds the server, so it takes minutes: it runs with PACKAGING_FULL=1 only, as CI sets it.
#   container.sh SOURCE_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/cleanroot.sh"
[ -n "${PACKAGING_FULL:-}" ] || skip "takes minutes; PACKAGING_FULL=1 runs it"
own_mounts "$0" "$@"
source_folder=$1
file=packaging/container/Containerfile
make_root
base=$work/base
unmount_all
mv "$root" "$base"

# What "COPY . " would send: the tree without what .dockerignore names (read as tests/packaging/files.py checks it).
step "the build context"
mkdir "$work/context"
git -C "$source_folder" ls-files -z --cached --others --exclude-standard \
    | (cd "$source_folder" && python3 "$here/files.py" --context) \
    | tar -C "$source_folder" --null -T - -cf - | tar -C "$work/context" -xf -

variables=()
user=root
begin_stage() { # NAME
    root=$work/stage-$1
    cp -a "$base" "$root"
    mount_into_root
    variables=()
    user=root
}
copy() { # [--from=STAGE] SOURCE TARGET
    local from=$work/context
    case "$1" in --from=*) from=$work/stage-${1#--from=}; shift ;; esac
    mkdir -p "$(dirname "$root$2")"
    if [ -d "$from/$1" ]; then
        mkdir -p "$root$2"
        cp -a "$from/$1/." "$root$2/"
    else
        cp -a "$from/$1" "$root$2"
    fi
}

began=$SECONDS
while IFS=$'\t' read -r instruction arguments; do
    case "$instruction" in
    FROM) step "stage ${arguments##* }"; begin_stage "${arguments##* }" ;;
    COPY) # shellcheck disable=SC2086
        copy $arguments ;;
    RUN)
        echo "RUN $arguments"
        quietly in_root sh -c "$arguments" ;;
    ENV) # shellcheck disable=SC2206
        variables+=($arguments) ;;
    USER) user=$arguments ;;
    HEALTHCHECK) health=$arguments ;;
    ENTRYPOINT) entry=$arguments ;;
    esac
done < <(python3 "$here/files.py" --instructions "$source_folder/$file")
echo "built in $((SECONDS - began)) s"

step "what is in it"
for leftover in /src /out /build.sh /usr/bin/cmake /usr/bin/clang-16; do
    [ ! -e "$root$leftover" ] || fail "$leftover is in the image"
done
[ "$user" != root ] || fail "it runs as root"
[ "$(in_root stat -c '%u %a' /data)" = "10001 700" ] || fail "/data is not its user's alone"
echo "beyond the base: $(( ($(du -sxk "$root" | cut -f1) - $(du -sxk "$base" | cut -f1)) / 1024 )) MB"

step "running as $user"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
program=$(python3 -c 'import json, sys; print(json.loads(sys.argv[1])[0])' "$entry")
mapfile -t probe < <(python3 -c 'import json, sys; print(*json.loads(sys.argv[1].split("CMD", 1)[1]), sep="\n")' "$health")
probe=("${variables[@]}" CHATCAL_LISTEN="127.0.0.1:$port" "${probe[@]}")
become_user "$user" "${variables[@]}" CHATCAL_LISTEN="127.0.0.1:$port" "$program" >"$work/server" 2>&1 &
started+=($!)
wait_for_url "$work/server"
book_one "$url" "next Tuesday at 2pm"
as_user "$user" "${probe[@]}" || fail "the health check finds a healthy server ill"
kill "${started[0]}"
wait "${started[0]}" || fail "SIGTERM does not end it with code 0"
started=()
as_user "$user" "${probe[@]}" 2>/dev/null && fail "the health check finds a dead server healthy"
echo "health check: right both times"
