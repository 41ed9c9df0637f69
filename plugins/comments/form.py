"""The form that asks for a comment: posted to a service, or as an e-mail; never a dead form.

A note for the content security policy: the browser posts only where ``form-action`` allows, so a site with an
endpoint must name the endpoint's origin there.  An e-mail link needs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from plugins.comments.model import MAX_NAME, MAX_TEXT

_BODY = """\
Your name, as it will be shown:


Your comment:


{care}

About the article: {url}
"""


@dataclass(frozen=True, slots=True)
class CommentForm:
    """An open form for one article: it has an `action` to post to, or else an `email` address to write to.

    `title` and `url` are the article's, sent along so that staff know what the comment is about.
    """

    action: str
    email: str
    title: str
    url: str

    care: ClassVar[str] = "Please do not share personal health details."
    max_name: ClassVar[int] = MAX_NAME
    max_text: ClassVar[int] = MAX_TEXT

    @property
    def mailto(self) -> str:
        """The address of a new e-mail, "" where there is an action; newlines are CR LF there (RFC 6068)."""
        if self.action:
            return ""
        body = _BODY.format(care=self.care, url=self.url).replace("\n", "\r\n")
        address, subject = quote(self.email, safe="@+"), f'Comment on "{self.title}"'
        return f"mailto:{address}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def form_for(*, enabled: bool, endpoint: str, email: str, title: str, url: str) -> CommentForm | None:
    """Return the form for the article `title` at `url`; None where no comment can be sent.

    `enabled` says whether site and article both take comments.  `endpoint` is the address of a service that
    takes posted forms; without one, the comment goes to `email`, which must be "" while it is an example.
    """
    if not enabled or not (endpoint or email):
        return None
    return CommentForm(endpoint, email, title, url)
