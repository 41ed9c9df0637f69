"""Wrong inputs as data: what each changes in the small clinic of `base/`, and what the check says of it.

Each file in `bad_inputs/` is a list of cases.  A case has a `name`, the `report` (all that is printed), the
`status` where it is not 1, the number of medical `pages` where a check that passes counts other than 5, and
some of these, done in this order; paths are below `content/`:

    gone    a list of paths to delete
    move    old path: new path
    write   path: the whole text
    bytes   path: the whole file in hexadecimal digits
    swap    path: {text that stands there once: text to put there}
    swell   path: {text that stands there once: how often it is to stand there in a row}
    link    path: what the symbolic link says
    pipe    a list of paths at which a named pipe is made
"""

import os
import shutil
from pathlib import Path

import yaml

HERE = Path(__file__).parent
BASE = HERE / "base" / "content"


def read_cases():
    """Return all cases, each value as the text that was typed."""
    files = sorted((HERE / "bad_inputs").glob("*.yaml"))
    return [
        {**case, "file": path.stem}
        for path in files
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    ]


def replaced(text, old, new):
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def gone(content, path):
    (content / path).unlink()


def move(content, old, new):
    (content / old).rename(content / new)


def write(content, path, text):
    target = content / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")


def write_bytes(content, path, digits):
    (content / path).write_bytes(bytes.fromhex(digits))


def swap(content, path, changes):
    text = (content / path).read_text(encoding="utf-8")
    for old, new in changes.items():
        text = replaced(text, old, new)
    write(content, path, text)


def swell(content, path, changes):
    swap(content, path, {old: old * int(times) for old, times in changes.items()})


def link(content, path, target):
    (content / path).symlink_to(target)


def pipe(content, path):
    os.mkfifo(content / path)


CHANGES = {
    "gone": gone,
    "move": move,
    "write": write,
    "bytes": write_bytes,
    "swap": swap,
    "swell": swell,
    "link": link,
    "pipe": pipe,
}


def spoil(content, case):
    """Change the folder `content` as `case` says."""
    for name, change in CHANGES.items():
        changes = case.get(name, [])
        for path in changes:
            arguments = [changes[path]] if isinstance(changes, dict) else []
            change(content, path, *arguments)


def copy_base(folder):
    """Return a copy of the small clinic in `folder`."""
    return Path(shutil.copytree(BASE, folder / "content"))
