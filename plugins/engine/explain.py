"""An exception in a sentence: where, what, and whose turn it is. Never a traceback."""

import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError
from pelican.generators import PelicanTemplateNotFound

from plugins.engine.places import shown

_FATAL = "Warning or error encountered"
"""What Pelican raises, as a bare RuntimeError, when `--fatal` is given and something is logged."""


def explain(error: Exception) -> str:
    """Tell an exception in one sentence that begins with its place, where one is known."""
    if isinstance(error, SyntaxError):
        return f"{shown(error.filename or '?')}:{error.lineno}:{error.offset}: not Python: {error.msg}."
    place = _place(error)
    if isinstance(error, TemplateNotFound | PelicanTemplateNotFound):
        return f"{_prefix(_template_place(error))}a template is missing: {_words(error)}."
    if place is not None and not _is_python(place):
        return f"{_prefix(place)}mistake in the template: {_words(error)}."
    if isinstance(error, OSError) and error.strerror:
        return _system_error(error)
    if isinstance(error, RuntimeError) and str(error) == _FATAL:
        return "Stopped at the first warning or error, as --fatal asks."
    return (
        f"{_prefix(place)}{type(error).__name__}: {_words(error)}.\n"
        "    This is a fault in the program, not in the content; --debug shows how it came about."
    )


_Place = tuple[str, int | None]


def _place(error: Exception) -> _Place | None:
    """Find the template or our own code in which it happened: a library's insides help nobody."""
    if isinstance(error, TemplateSyntaxError):
        return (error.filename, error.lineno) if error.filename else None
    places = _places(error)
    return next((place for place in places if _is_own(place)), places[0] if places else None)


def _template_place(error: Exception) -> _Place | None:
    return next((place for place in _places(error) if not _is_python(place)), None)


def _places(error: Exception) -> list[_Place]:
    """List where it happened, innermost first. Jinja shows templates under their own names."""
    frames: Iterable[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__)
    return [(frame.filename, frame.lineno) for frame in frames][::-1]


def _is_python(place: _Place) -> bool:
    return place[0].endswith(".py") or place[0].startswith("<")


def _is_own(place: _Place) -> bool:
    if not _is_python(place):
        return True
    parts = Path(place[0]).parts
    return (
        not {"site-packages", "dist-packages"} & set(parts)
        and Path(traceback.__file__).parent not in Path(place[0]).parents
    )


def _prefix(place: _Place | None) -> str:
    if place is None:
        return ""
    path, line = place
    return f"{shown(path)}:{line}: " if line else f"{shown(path)}: "


def _system_error(error: OSError) -> str:
    """Say it as the system does; a full disk names no file."""
    about = f"{shown(error.filename)}: " if error.filename else ""
    return f"{about}{error.strerror}."


def _words(error: Exception) -> str:
    """Take the exception's own words, in one line, without a full stop of their own."""
    text = error.message if isinstance(error, TemplateSyntaxError) else str(error)
    return " ".join((text or type(error).__name__).split()).rstrip(".")
