"""What a site allows in its output: the settings whose names begin with VERIFY_."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from plugins.engine.stop import Stop

PREFIX = "VERIFY_"


@dataclass(frozen=True)
class Rules:
    """Each field is a setting, in capitals and with VERIFY_ before it; the defaults suit any Pelican site."""

    inline: bool = True
    """Pages may hold scripts, styles, handlers such as onclick, javascript: addresses, and `<base>`."""
    frames: bool = True
    """Pages may show other documents: `<iframe>`, `<object>`, `<embed>`."""
    foreign: bool = True
    """Pages may fetch scripts, styles, fonts and pictures from other hosts."""
    bare: bool = True
    """`/name` may stand for `name.html` or `name/index.html`, as many hosts have it."""
    whole_sitemap: bool = False
    """The sitemap must hold all pages that may be indexed; it may never hold others."""
    public: bool = False
    """Drafts must not be in the output, and nothing may lead to them or to what is hidden."""
    ignore: tuple[str, ...] = ()
    """Patterns of addresses that something else than the build answers, such as "/api/*"."""
    withheld: Mapping[str, str] | None = None
    """Addresses, with their titles, that must neither be in the output nor be led to; set by plugins."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Rules":
        """Read the rules from settings. Raises Stop where one is misspelt or of another type."""
        known = {f"{PREFIX}{field.name.upper()}": field.name for field in fields(cls)}
        given = {name: value for name, value in settings.items() if name.startswith(PREFIX)}
        for name, value in given.items():
            if name not in known:
                close = get_close_matches(name, known, n=1)
                advice = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}."
                raise Stop(f"settings: {name} is not a setting; {advice}")
            _check_type(name, value, getattr(cls, known[name]))
        values = {known[name]: value for name, value in given.items()}
        retained = [f"/{name}{more}" for name in settings.get("OUTPUT_RETENTION", ()) for more in ("", "/*")]
        return cls(**values | {"ignore": (*values.get("ignore", ()), *retained)})


def _check_type(name: str, value: Any, default: object) -> None:
    if isinstance(default, bool):
        expected, right = "True or False", isinstance(value, bool)
    elif isinstance(default, tuple):
        expected = 'a list of patterns, such as ["/api/*"]'
        right = isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    else:
        expected, right = "a mapping from addresses to titles", isinstance(value, Mapping)
    if not right:
        raise Stop(f"settings: {name} is {value!r}; expected {expected}.")
