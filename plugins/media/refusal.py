"""Why a file cannot be a picture on a page."""

from __future__ import annotations


class UnfitError(Exception):
    """Raised where a file is not fit to be shown: what is wrong with it, and what is expected."""

    def __init__(self, message: str, expected: str) -> None:
        """Take both as a problem has them; the message goes on from the name of the file."""
        super().__init__(f"{message}; expected {expected}")
        self.message = message
        self.expected = expected


DAMAGED = ("is cut off or damaged", "the whole picture, copied or saved once more")
UNKNOWN = (
    "is not a picture that a page can show",
    "a JPEG, PNG, WebP, GIF or SVG file (save photos of other kinds, such as HEIC, as JPEG)",
)
