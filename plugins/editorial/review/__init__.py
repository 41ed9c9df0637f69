"""Reviews by clinicians: bound to what was reviewed, so that they end when it changes or grows old.

A clinician signs a page; the fingerprint of its facts and text goes into its front matter, and what was
reviewed into a record beside the content.  From these follow the standing of a page (current, changed,
overdue, never reviewed) and what has changed since.  Must not know what a procedure is: whoever knows gives
the facts as words with the keys of their sources.
"""

from plugins.editorial.review.changes import Changes, changes_since
from plugins.editorial.review.content import Fact, Line, Reviewed
from plugins.editorial.review.fingerprint import fingerprint
from plugins.editorial.review.record import Review, read_record
from plugins.editorial.review.sections import Section, sections
from plugins.editorial.review.standing import Standing, State, assembled, standing

CHANGES = "CHANGES"  # setting: what has changed since its review, by the address of a page
STANDINGS = "STANDINGS"  # in templates: the Standing of a page by its address

__all__ = [
    "CHANGES",
    "STANDINGS",
    "Changes",
    "Fact",
    "Line",
    "Review",
    "Reviewed",
    "Section",
    "Standing",
    "State",
    "assembled",
    "changes_since",
    "fingerprint",
    "read_record",
    "sections",
    "standing",
]
