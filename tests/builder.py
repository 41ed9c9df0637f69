"""Builds sites, each in a process forked from one that has loaded everything: a build without its start-up.

Reads a line of JSON for each build, [arguments, environment], and answers with the exit status.
"""

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def build(arguments, environment, report):
    """Build once; what is said goes into the file `report`."""
    descriptor = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    os.environ.update(environment)
    del sys.modules["pelicanconf"]  # settings look at the environment
    sys.argv = ["pelican", *arguments]
    try:
        pelican.main()
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stdout.write(f"{end.code}\n")
        return 1 if isinstance(end.code, str) else end.code or 0
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    import pelican

    import pelicanconf  # noqa: F401 (loads the plugins)

    for line in sys.stdin:
        child = os.fork()
        if not child:
            status = 99
            try:
                status = build(*json.loads(line))
            finally:
                sys.stdout.flush()
                os._exit(status)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{ended}\n")
        sys.stdout.flush()
