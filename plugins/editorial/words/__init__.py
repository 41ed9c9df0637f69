"""Plain words: what makes a text hard to read, and what says more than a source can.

Takes prose out of a content file with its places kept, grades it, and runs a list of rules over it.  Each
rule is a function from a `Writing` to problems; which words it looks for stands in ``vocabulary/``.  The
rules are for English, as the formula of the grade is.  Must not know what a procedure or a comparison is.
"""

from plugins.editorial.words.grade import Grade, grade
from plugins.editorial.words.rules import word_problems
from plugins.editorial.words.texts import Text
from plugins.editorial.words.writing import Writing, body_text, read_writing

__all__ = ["Grade", "Text", "Writing", "body_text", "grade", "read_writing", "word_problems"]
