"""Two folders change names in one step, where the system can do that."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

# From <fcntl.h>, <linux/fs.h> and <sys/stdio.h>: each system's way to say "swap".
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2

# An old kernel, or a file system (some network and container ones) that cannot.
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; answer False, with nothing changed, if that cannot be done."""
    try:
        call = _linux if sys.platform == "linux" else _macos
        return _done(call, os.fsencode(one), os.fsencode(other))
    except AttributeError:  # this C library does not have the function
        return False


def _done(call: Callable[[bytes, bytes], int], one: bytes, other: bytes) -> bool:
    if call(one, other) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), os.fsdecode(other))


def _linux(one: bytes, other: bytes) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    return int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))


def _macos(one: bytes, other: bytes) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    return int(library.renamex_np(one, other, _RENAME_SWAP))
