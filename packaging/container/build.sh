#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The steps of the Containerfile, as a script, so that a test can take the same ones in a clean Debian root:
#   build.sh packages            install what compiling the server needs
#   build.sh compile SRC OUT     compile SRC, install into OUT, write OUT/run-packages: what its libraries belong to
#   build.sh runtime OUT         in the stage that runs: install OUT's files and packages, make the user
set -euo pipefail

# The desktop's packages are not among them. tests/packaging compares this list with ./dev's.
build_packages=(
    clang-16 lld-16 cmake ninja-build ca-certificates pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qcoro-qt6-dev qtkeychain-qt6-dev libexpected-dev libhowardhinnant-date-dev libhiredis-dev
    libical-dev rapidjson-dev libcmark-dev cmark libsodium-dev libboost-dev libcurl4-openssl-dev prometheus-cpp-dev
)
# Loaded at run time, or data: ldd does not see them. Debian's tzdata has fat files, which date/tz needs.
run_packages=(libqt6sql6-sqlite tzdata ca-certificates)
# Fixed, so that the owner of a volume is known on the host.
user_id=10001

install() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    rm -rf /var/lib/apt/lists/*
}

compile() {
    local source=$1 out=$2 build
    build=$(mktemp -d)
    cmake --preset package -S "$source" -B "$build" -DCHATCAL_BUILD_DESKTOP=OFF
    cmake --build "$build" --parallel "${JOBS:-$(nproc)}"
    mkdir -p "$out/usr"
    cmake --install "$build" --prefix "$out/usr" --component server --strip
    rm -rf "$build"
    {
        printf '%s\n' "${run_packages[@]}"
        # /lib is a link to /usr/lib, and dpkg knows a file by the one name its package gave it.
        ldd "$out"/usr/bin/* | awk '$2 == "=>" && $3 ~ /^\// {print $3}' | sort -u | while read -r library; do
            dpkg-query -S "$library" 2>/dev/null || dpkg-query -S "/usr$library" 2>/dev/null \
                || dpkg-query -S "${library#/usr}"
        done | cut -d: -f1
    } | sort -u >"$out/run-packages"
}

runtime() {
    local out=$1 packages
    mapfile -t packages <"$out/run-packages"
    install "${packages[@]}"
    cp -a "$out/usr" /
    groupadd --system --gid "$user_id" chatcal
    useradd --system --uid "$user_id" --gid chatcal --home-dir /data --no-create-home --shell /usr/sbin/nologin chatcal
    install_data
}

install_data() { mkdir -p /data && chown chatcal:chatcal /data && chmod 700 /data; }

case "${1:-}" in
packages) install "${build_packages[@]}" ;;
compile) compile "$2" "$3" ;;
runtime) runtime "$2" ;;
list) printf '%s\n' "${build_packages[@]}" ;;
*) echo "usage: build.sh packages | compile SRC OUT | runtime OUT | list" >&2; exit 2 ;;
esac
