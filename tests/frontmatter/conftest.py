"""Settings for the laws, and the sight of what is wrong as one text."""

import pytest
from hypothesis import HealthCheck, settings

from plugins.frontmatter import Refusal

# How long an example takes says nothing about the law, and much about the machine.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


@pytest.fixture(scope="session")
def refusal():
    """Give a function that calls another and returns the report of its refusal."""

    def called(function, *arguments, **options):
        with pytest.raises(Refusal) as caught:
            function(*arguments, **options)
        return "\n".join(map(str, caught.value.problems))

    return called
