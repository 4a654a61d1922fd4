#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Formatting, clang-tidy, and the rules of the tree that no compiler checks. Prints what is wrong; exits 1 if anything is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
failed=0
complain() { printf '%s\n' "$*"; failed=1; }

echo "Formatting"
git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format-16 --dry-run --Werror || failed=1

echo "Rules of the tree"
while IFS= read -r file; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 500 ] || complain "$file: $lines lines; split it by responsibility (at most 500)"
    head -2 "$file" | grep -q 'SPDX-License-Identifier' || complain "$file: no SPDX line on top"
done < <(git ls-files '*.cpp' '*.h' '*.js' '*.mjs' '*.css' | grep -v /vendor/)
git ls-files 'core/*.cpp' 'core/*.h' | xargs grep -nE '#include [<"](server|app)/|#include <Q(Widget|Http|TcpServer)' \
    && complain "core must know neither HTTP serving nor widgets"
git ls-files -z | xargs -0 grep -nIwE 'TODO|FIXME|XXX' -- ':!cmake/lint.sh' 2>/dev/null | grep -v -e /vendor/ -e '^cmake/lint.sh' \
    && complain "unfinished work belongs in an issue"
for file in $(git ls-files '*.js' '*.mjs' | grep -v /vendor/); do
    node --check "$file" || failed=1
done

echo "clang-tidy"
# The preset without precompiled headers: clang-tidy reads what each source includes by itself.
[ -f build/ci/build.ninja ] || cmake --preset ci >/dev/null || exit 1
git ls-files 'core/*.cpp' 'server/*.cpp' 'app/*.cpp' | sed "s|^|^$PWD/|; s|\$|\$|" \
    | xargs run-clang-tidy-16 -quiet -p build/ci -j "$(nproc)" >build/clang-tidy.log 2>&1 \
    || { grep -aE 'error:|warning:' build/clang-tidy.log | sort -u; failed=1; }

[ "$failed" -eq 0 ] && echo "lint: clean"
exit "$failed"
