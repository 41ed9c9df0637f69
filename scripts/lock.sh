#!/bin/sh
# Writes requirements.lock and requirements-dev.lock anew from the .in files: installs each into a
# fresh virtual environment and notes what came. See docs/decisions/0002-locked-requirements.md.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

frozen() { "$work/venv/bin/python" -m pip freeze --disable-pip-version-check; }

: >"$work/empty"
sh scripts/setup.sh "$work/venv" "$work/empty"
sh scripts/setup.sh "$work/venv" requirements.in
frozen >"$work/runtime"
sh scripts/setup.sh "$work/venv" requirements-dev.in
# What the first step brought must not move in the second.
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$work/runtime"
frozen >"$work/all"

{
    echo "# Made by make lock from requirements.in. Do not edit."
    cat "$work/runtime"
} >requirements.lock
{
    echo "# Made by make lock from requirements-dev.in. Do not edit."
    echo "-r requirements.lock"
    grep -vxF -f "$work/runtime" "$work/all"
} >requirements-dev.lock
