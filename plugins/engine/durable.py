"""Has the disk hold what was written: after a power cut, too, there must be a complete site.

A rename may reach the disk before the files in the renamed folder do. So all of them are written
out first, then the folders change names, then the names are written out.
"""

import contextlib
import ctypes
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from plugins.engine import preview


@contextlib.contextmanager
def change_of_names(parent: Path) -> Iterator[None]:
    """Write out what is in `parent`, let the block rename folders in it, and write out their names.

    A preview does without: it is built anew when it starts, and waiting is what it must not do.
    """
    if preview.is_running():
        yield
        return
    with _opened(parent) as descriptor:
        _write_out(descriptor)
        yield
        _write_out_names(descriptor)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _write_out(descriptor: int) -> None:
    """Write out the file system and wait for it: a tenth of the time that files one by one take."""
    library = ctypes.CDLL(None, use_errno=True)
    try:
        failed = library.syncfs(descriptor)
    except AttributeError:  # macOS has no such function
        os.sync()
        return
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _write_out_names(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some shared folders of virtual machines know only files
            raise
