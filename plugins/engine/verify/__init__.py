"""Checks of the finished output, on every build, before it takes the place of the last one.

What a file says about itself and about others is taken from it once and kept while its bytes stay the same
(`facts_of`); the checks are plain functions from such facts to problems (`verify`).
It must not know what kind of site is built, nor change any file of it.
"""

from plugins.engine.verify.addresses import Site
from plugins.engine.verify.check import Contents, Known, check_output, verify
from plugins.engine.verify.facts import PageFacts, facts_of
from plugins.engine.verify.findings import Findings
from plugins.engine.verify.judge import judge, watching
from plugins.engine.verify.output import Withheld
from plugins.engine.verify.problem import Problem
from plugins.engine.verify.rules import Rules

__all__ = [
    "Contents",
    "Findings",
    "Known",
    "PageFacts",
    "Problem",
    "Rules",
    "Site",
    "Withheld",
    "check_output",
    "facts_of",
    "judge",
    "verify",
    "watching",
]
