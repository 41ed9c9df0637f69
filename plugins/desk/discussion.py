"""Comments and their form, put beside the articles that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.comments import form_for
from plugins.editorial.posts import Article

if TYPE_CHECKING:
    from plugins.desk.edition import Edition


def add_discussion(content: Any, edition: Edition, *, public: bool) -> None:
    """Give an article of Pelican its approved comments and its form (None where comments are off).

    In `public` the form does not write to an address that is still an example.
    """
    post = edition.posts.get(content.relative_source_path)
    if not isinstance(post, Article):
        return
    house = edition.house
    email = house.details.get("clinic.email")
    content.comments = edition.comments.get(post.slug, ())
    content.comment_form = form_for(
        enabled=post.comments and house.comments.enabled,
        endpoint=house.comments.endpoint,
        email=email.text if email and (email.filled or not public) else "",
        title=post.title,
        url=content.url,
    )
