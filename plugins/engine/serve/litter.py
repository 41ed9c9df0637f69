"""Files that come and go while somebody edits others: a save of one of these is no reason to build."""

import re
from collections.abc import Iterable
from fnmatch import fnmatch

from watchfiles import Change, DefaultFilter

_LITTER = re.compile(
    r"^\."  # hidden: swap files of vim, locks of Emacs and LibreOffice, .git, .DS_Store
    r"|~$|\.(tmp|temp|part|bak|orig|rej|crdownload)$"
    r"|^#.*#$"  # Emacs
    r"|^4913$"  # vim tries with this name whether it may write
    r"|^sed\w{6}$",
    re.IGNORECASE,
)
_USUAL = DefaultFilter()  # caches of Python and the like


def is_litter(inside: str, ignored: Iterable[str] = ()) -> bool:
    """Tell whether a path, given from a watched folder on, is litter or fits a pattern of Pelican's."""
    names = [name for name in inside.split("/") if name]
    return (
        any(_LITTER.search(name) for name in names)
        or not _USUAL(Change.modified, inside)
        or any(fnmatch(found, pattern) for pattern in ignored for found in (inside, *names[-1:]))
    )
