"""Whether a comparison is fit to decide with: the points of IPDAS that a page can meet, and what it lacks.

IPDAS are the International Patient Decision Aid Standards; the points follow the checklist IPDASi v4.0
(Joseph-Williams et al., Medical Decision Making 2014;34:699), as far as a page of text and tables can meet
them.  A point is an entry in `POINTS`: a question, and a function that says what is missing.  Which field
answers which question says ``decision_aid:`` in fields.yaml, so that no field is named here.
"""

from plugins.procedures.decision_aid.judging import Verdict, verdicts
from plugins.procedures.decision_aid.subject import Subject

__all__ = ["Subject", "Verdict", "verdicts"]
