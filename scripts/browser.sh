#!/bin/sh
# Prints the path of a Chromium or Chrome for the browser tests; CHROMIUM=/path/to/browser picks one.
# Debian's shell without windows shows pages as Chromium does and opens one in a third of the time, so
# that is installed where nobody has to be asked for a password; else any other browser will do.
set -eu

light=chromium-headless-shell

die() { echo "$*" >&2; exit 1; }

first() {
    for name in "$@"; do
        if [ -n "$name" ] && command -v "$name"; then
            return
        fi
    done
    return 1
}

other() {
    first chromium chromium-browser google-chrome-stable google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"
}

first "${CHROMIUM:-}" "$light" && exit
if [ "$(id -u)" != 0 ]; then
    other && exit
fi
sh scripts/apt.sh "$light" && first "$light" && exit
other && exit
sh scripts/apt.sh chromium || die "The browser tests need Chromium. On macOS: brew install --cask chromium"
other || die "apt-get installed chromium, but no browser can be found."
