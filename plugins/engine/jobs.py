"""How many processes may work at the same time."""

import os
from collections.abc import Mapping
from typing import Any

from plugins.engine.stop import Stop


def jobs(settings: Mapping[str, Any]) -> int:
    """Return the number in the setting JOBS, or else that of the processors.  Raises Stop."""
    asked = settings.get("JOBS") or os.cpu_count() or 1
    if not str(asked).isdecimal() or int(asked) < 1:
        raise Stop(f"JOBS is {asked!r}; expected the number of processes that may build, such as 2.")
    return int(asked)
