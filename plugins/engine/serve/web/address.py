"""What a request asks for: whether it is meant for us, and the path in names."""

import re
from urllib.parse import quote, unquote, urlsplit

_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(?::([0-9]+))?", re.IGNORECASE)
_DEFAULT_PORT = 80


def is_ours(host: str, port: int) -> bool:
    """Tell whether the header Host names this server.

    A page of anybody's may reach it under another name that leads here (DNS rebinding), and must not.
    """
    found = _HOST.fullmatch(host.strip())
    return found is not None and int(found[2] or _DEFAULT_PORT) == port


def names_in(target: str) -> tuple[str, ...]:
    """Return the names of a request's path, decoded; empty ones say nothing."""
    path = target.partition("#")[0].partition("?")[0]
    return tuple(name for part in path.split("/") if (name := unquote(part, errors="surrogateescape")))


def as_folder(target: str, names: tuple[str, ...]) -> str:
    """Return the address of a folder with its slash, so that links in its page are right."""
    path = "/".join(quote(name, errors="surrogateescape") for name in names)
    query = urlsplit(f"http://localhost/?{target.partition('?')[2]}").query
    return f"/{path}/" + (f"?{query}" if query else "")
