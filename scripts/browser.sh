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
sh scripts/apt.sh chromium || die "The browser tests need Chromium. On macOS: brew install --cask chromium"
find_browser || die "apt-get installed chromium, but no browser can be found."
