"""Approved comments under the articles of a blog, and the form that asks for new ones.

Each comment is a small YAML file that staff put into the folder of its article: being there is the approval,
and nothing else shows.  A comment is plain text: no HTML, no Markdown, no links.  E-mail addresses are
refused, so that none can reach the repository, a page or a feed.  Reading gives frozen data, and
``templates/comments.html`` turns it into HTML.

Uses frontmatter only.  Must not know of procedures, of the clinic (its e-mail address and its emergency
sentence are handed in), of Pelican or of how a build runs.
"""

from pathlib import Path

from plugins.comments.folder import read_comments
from plugins.comments.form import CommentForm, form_for
from plugins.comments.model import Comment, Reply

TEMPLATES = Path(__file__).with_name("templates")  # for Jinja to look in after the theme's own

__all__ = ["TEMPLATES", "Comment", "CommentForm", "Reply", "form_for", "read_comments"]
