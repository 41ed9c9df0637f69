"""Runs the project's commands, each forked from a process that has loaded everything: without start-up.

Reads a line of JSON for each, [module, arguments, folder, environment, place of its output], and answers with
the exit status.  What it says goes into the files `out` and `err` at that place.
"""

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def redirect(descriptor, path):
    """Let what is written to a descriptor go into a file."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(opened, descriptor)
    os.close(opened)


def run(main, arguments, folder, environment, place):
    """Run a command once, as `python -m` does; its lines are not counted, which would take as long again."""
    sys.settrace(None)
    redirect(1, f"{place}/out")
    redirect(2, f"{place}/err")
    os.chdir(folder)
    os.environ.update(environment)
    del sys.modules["pelicanconf"]  # settings look at the environment
    sys.argv = ["", *arguments]
    try:
        status = main()
    except SystemExit as end:
        status = end.code
        if isinstance(status, str):
            sys.stderr.write(f"{status}\n")
            status = 1
    return status or 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    import pelican

    import pelicanconf  # noqa: F401 (loads the plugins)
    from plugins.desk.__main__ import main as desk

    mains = {"pelican": pelican.main, "plugins.desk": desk}
    for line in sys.stdin:
        child = os.fork()
        if not child:
            status = 99
            try:
                module, *told = json.loads(line)
                status = run(mains[module], *told)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{ended}\n")
        sys.stdout.flush()
