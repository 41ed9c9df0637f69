#!/bin/sh
# Installs packages on Debian and its relatives: sh scripts/apt.sh chromium
# As root, or with sudo; otherwise it says what to type. Where there is no apt-get it answers 1.
set -eu

command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null; then
    as_root=sudo
else
    echo "Please ask an administrator to run: apt-get install $*" >&2
    exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing $* with apt-get (up to a few minutes) …" >&2
if ! {
    $as_root apt-get -qq update &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
} >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
