"""Texts and headers, and the answers of single rules."""

import pytest

from plugins.editorial.words import read_writing


@pytest.fixture(scope="session")
def writing(document):
    """Give a function from a text, the lines of a header and known terms to what a file says."""
    return lambda text="", header="", known=(): read_writing(document(text, header), known)


@pytest.fixture(scope="session")
def said(writing):
    """Give a function from a rule and a file to the problems, as they are printed without their path."""

    def printed(rule, text="", header="", known=()):
        problems = rule(writing(text, header, known))
        return [str(problem).replace("content/articles/warm-hands.md:", "") for problem in problems]

    return printed
