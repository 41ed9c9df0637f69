"""``python -m plugins.engine.serve content -s pelicanconf.py -o output --port 8000``: the preview."""

import argparse
import os
import sys
from functools import partial
from pathlib import Path

from plugins.engine.interrupts import Terminated, terminable
from plugins.engine.places import shown
from plugins.engine.serve.board import Board
from plugins.engine.serve.builder import Builder
from plugins.engine.serve.loop import Preview
from plugins.engine.serve.telling import Telling
from plugins.engine.serve.terminal import Terminal
from plugins.engine.serve.watched import Watched
from plugins.engine.serve.web.server import serve
from plugins.engine.serve.web.site_files import SiteFiles
from plugins.engine.stop import Stop

INTERRUPTED, TERMINATED = 130, 143
_LAST_PORT = 65535


def main(arguments: list[str] | None = None) -> int:
    """Show the site until interrupted and return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        with terminable():
            _run(options)
    except Stop as stop:
        sys.stderr.write(f"{stop.sentence}\n")
        return stop.status
    except KeyboardInterrupt:
        print("\nThe preview has ended.")
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    return 0


def _run(options: argparse.Namespace) -> None:
    content, settings = _there(options.content), _there(options.settings)
    site, board = SiteFiles(options.output), Board()
    address = serve(options.port, site, board)
    debug = ["-e", "DEBUG=true"] if options.debug else []
    command = [options.content, "-s", options.settings, "-o", options.output, *debug]
    watched = Watched(content=(content,), files=(settings,))
    terminal = Terminal(address)
    terminal.starts()
    preview = Preview(watched, partial(Builder, command), Telling(board, terminal, site))
    try:
        preview.run()
    finally:
        preview.end()


def _there(path: str) -> str:
    """Return the whole path of something that must be there before anything else makes sense."""
    if not Path(path).exists():
        raise Stop(f"{shown(path)} is not there. Run this in the folder of the site.")
    return os.path.realpath(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m plugins.engine.serve",
        description="Shows the site at localhost, builds it again when a file is saved, reloads the browser.",
    )
    parser.add_argument("content", help="the folder of the texts")
    parser.add_argument("-s", "--settings", default="pelicanconf.py", help="the settings (pelicanconf.py)")
    parser.add_argument("-o", "--output", default="output", help="the folder to build into (output)")
    parser.add_argument("-p", "--port", type=_port, default=8000, help="the port at localhost (8000)")
    parser.add_argument("--debug", action="store_true", help="print how faults in the program came about")
    return parser


def _port(text: str) -> int:
    """Read a port; 0 takes whichever is free."""
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; expected a number from 1 to {_LAST_PORT}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
