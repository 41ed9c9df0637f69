#!/bin/sh
# Removes a built site and what stands beside it, and the caches of build and tests:
#     sh scripts/clean.sh output
# A folder that the build did not make is left alone, whatever OUTPUT= says.
set -eu

output=${1%/}
beside=$(dirname "$output")/.$(basename "$output")

if [ -d "$output" ]; then
    if [ -e "$output/.built-by-engine" ]; then
        rm -rf "$output"
    elif ! rmdir "$output" 2>/dev/null; then
        echo "$output was not made by this site's build, so it is left alone; please remove it by hand." >&2
        exit 1
    fi
fi
rm -rf "$beside.staging" "$beside.old" "$beside.spare" "$beside.ledgers" "$beside.lock"
rm -rf .cache .coverage .coverage.* htmlcov .pytest_cache .ruff_cache .mypy_cache .hypothesis
