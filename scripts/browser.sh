#!/bin/sh
# Prints the path of a Chromium or Chrome for the browser tests, and installs one on Debian if
# there is none. CHROMIUM=/path/to/browser picks one.
set -eu

die() { echo "$*" >&2; exit 1; }

find_browser() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if [ -n "$name" ] && command -v "$name"; then
            return
        fi
    done
    return 1
}

find_browser && exit
command -v apt-get >/dev/null ||
    die "The browser tests need Chromium. Please install it: brew install --cask chromium"
if [ "$(id -u)" = 0 ]; then as_root=; elif command -v sudo >/dev/null; then as_root=sudo; else
    die "The browser tests need Chromium. Please ask an administrator to run: apt-get install chromium"
fi
echo "Installing Chromium for the browser tests with apt-get (a few minutes) …" >&2
$as_root apt-get -qq update >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >&2
find_browser || die "apt-get installed chromium, but no browser can be found."
