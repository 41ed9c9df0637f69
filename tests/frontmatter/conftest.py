"""Settings for the laws, and the sight of what is wrong as one text."""

import pytest

from plugins.frontmatter import Refusal


@pytest.fixture(scope="session")
def refusal():
    """Give a function that calls another and returns the report of its refusal."""

    def called(function, *arguments, **options):
        with pytest.raises(Refusal) as caught:
            function(*arguments, **options)
        return "\n".join(map(str, caught.value.problems))

    return called
