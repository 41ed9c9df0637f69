#!/bin/sh
# Makes a virtual environment and installs a lock file into it. Called by the Makefile:
#     sh scripts/setup.sh .venv requirements.lock
# PYTHON=/path/to/python picks the interpreter. On Debian and its relatives a missing Python or
# its venv module is installed through apt-get; elsewhere the script says what to install.
set -eu

venv=$1
lock=$2

say() { echo "$*" >&2; }
die() { say "$*"; exit 1; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
complete() { new_enough "$1" && "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Prints the first interpreter that passes a test: one of the two above.
find_python() {
    for name in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
        if "$1" "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# A complete interpreter is preferred to a newer one without its venv module.
install_python() {
    if python=$(find_python new_enough); then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        sh scripts/apt.sh "python$version-venv" ||
            die "$python lacks the modules venv and ensurepip. Please install a complete Python from python.org."
    else
        [ -z "${PYTHON:-}" ] || die "PYTHON=$PYTHON is not a Python of version 3.11 or newer."
        sh scripts/apt.sh python3 python3-venv ||
            die "Python 3.11 or newer is needed. Please install it: brew install python, or from python.org."
    fi
    find_python complete >/dev/null ||
        die "This system's Python is older than 3.11. Please install a newer one from python.org."
}

# Half a virtual environment (an interrupted run, a Python that was removed) is made anew.
if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    find_python complete >/dev/null || install_python
    python=$(find_python complete)
    say "Making a virtual environment in $venv with $python …"
    "$python" -m venv --clear "$venv"
fi

say "Installing $lock into $venv (some seconds; a minute the first time) …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$lock" ||
    die "Not everything in $lock could be installed; the reason stands above. Is there a connection to the internet?"
