"""Which type a file has, by its name; the same on every machine."""

import mimetypes

_TYPES = mimetypes.MimeTypes()
_MORE = {
    ".avif": "image/avif",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".xsl": "application/xml",
}
_TEXTS = ("text/", "application/json", "application/xml", "application/manifest+json")


def media_type(name: str) -> str:
    """Return the value of Content-Type for a file; texts are in UTF-8."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    found = _MORE.get(suffix) or _TYPES.guess_type(f"x{suffix}")[0] or "application/octet-stream"
    is_text = found.startswith(_TEXTS) or found.endswith("+xml")
    return f"{found}; charset=utf-8" if is_text else found
