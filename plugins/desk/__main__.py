"""``python -m plugins.desk COMMAND``: the commands of those who write and of those who review."""

from __future__ import annotations

import argparse
import sys

from plugins.desk.commands import check, due, sign, unsign
from plugins.engine.stop import Stop

INTERRUPTED = 130
COMMANDS = {"check": check, "sign": sign, "unsign": unsign, "due": due}


def main(arguments: list[str] | None = None) -> int:
    """Run one of the desk's commands and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m plugins.desk", description="Commands for those who write."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(
            name, help=command.HELP, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.configure(own)
        own.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except Stop as stop:
        return _ended(stop.sentence, stop.status)
    except KeyboardInterrupt:
        return _ended("Interrupted.", INTERRUPTED)
    return status


def _ended(sentence: str, status: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
