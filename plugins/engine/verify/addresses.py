"""Where an address on a page leads: to a file of the site, out of it, or astray."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

INDEX = "index.html"
_NO_HOST = "http://site.invalid"  # stands for a site that has no address yet
_ODD = re.compile(r"[:\\\s\x00-\x1f]|^/|(?:^|/)\.{1,2}(?:/|$)")
"""What needs the whole algorithm of URLs; all else is a path as it stands."""
_TEXT_FRAGMENT = ":~:"  # what follows is for browsers, which look for words
_DROPPED = re.compile(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))


class AstrayError(ValueError):
    """An address that leads nowhere on any host: above the site's own folder, or no address at all."""


@dataclass(frozen=True)
class Site:
    """Where the site will stand: its host, in small letters, and its path, with a slash at both ends."""

    host: str
    path: str

    @classmethod
    def of(cls, siteurl: str) -> "Site":
        """Take an address as the setting SITEURL has it, which may be empty."""
        parts = urlsplit(siteurl if "//" in siteurl else _NO_HOST + siteurl)
        return cls(parts.netloc.lower(), f"{parts.path.rstrip('/')}/")


@dataclass(frozen=True)
class Start:
    """Where the addresses of one page start from.

    `folders` are those around the page, the outermost first, each with a slash at its end.
    """

    site: Site
    page: str
    folders: tuple[str, ...]
    url: str

    @classmethod
    def at(cls, site: Site, page: str) -> "Start":
        """Start from the file `page` of the site."""
        parts = page.split("/")[:-1]
        folders = ("", *("".join(f"{part}/" for part in parts[: n + 1]) for n in range(len(parts))))
        return cls(site, page, folders, f"http://{site.host}{site.path}{page}")

    def moved(self, base: str) -> "Start":
        """Start from the address in the page's `<base>` instead."""
        return Start(self.site, "", (), urljoin(self.url, base))

    def target(self, address: str) -> str | None:
        """Return the file, with `#` and the fragment if there is one, that `address` leads to.

        None is for what is not of this site. Raises AstrayError.
        """
        written, sign, fragment = address.partition("#")
        path = written.partition("?")[0]
        if not path and self.folders:
            file: str | None = self.page
        elif self._names_another_host(path):
            return None
        elif (inside := self._inside(path)) is not None:
            file = as_file(unquote(inside) if "%" in inside else inside)
        else:
            file = self._whole(written)
        if file is None or not sign:
            return file
        return f"{file}#{unquote(fragment.partition(_TEXT_FRAGMENT)[0])}"

    def _names_another_host(self, path: str) -> bool:
        """Tell at once of the plainest addresses of other sites."""
        if not path.startswith(("https://", "http://")):
            return False
        host = path.partition("//")[2].partition("/")[0]
        return bool(host) and host.lower() != self.site.host

    def _inside(self, path: str) -> str | None:
        """Resolve what is a plain path below the site, without its cost; None where it takes more to tell."""
        if path.startswith("/"):
            inside = path.removeprefix(self.site.path)
            return None if inside == path or _ODD.search(inside) else inside
        up = 0
        while path.startswith("../"):
            path, up = path[3:], up + 1
        path = path.removeprefix("./")
        if not self.folders or _ODD.search(path):
            return None
        if up >= len(self.folders):
            raise AstrayError
        return self.folders[-1 - up] + path

    def _whole(self, address: str) -> str | None:
        """Resolve any address, as browsers do."""
        clean = _DROPPED.sub("", address).strip(_AROUND)
        try:
            full = urlsplit(urljoin(self.url, clean))
        except ValueError as error:
            raise AstrayError from error
        if full.scheme not in {"http", "https"} or full.netloc.lower() != self.site.host:
            return None
        path = full.path or "/"
        if f"{path}/" == self.site.path:
            return INDEX
        if path.startswith(self.site.path):
            return as_file(unquote(path.removeprefix(self.site.path)))
        if "//" in clean:  # it names the host: what else stands there is not ours
            return None
        raise AstrayError


def as_file(path: str) -> str:
    """Return the file that a web host gives for a path: in a folder, its index."""
    return f"{path}{INDEX}" if not path or path.endswith("/") else path


def as_address(target: str) -> str:
    """Write a file, and its fragment, as messages show it: from the root of the site."""
    path, sign, fragment = target.partition("#")
    folder, slash, name = path.rpartition("/")
    shown = f"{folder}{slash}" if name == INDEX else path
    return f"/{shown}{sign}{fragment}"
