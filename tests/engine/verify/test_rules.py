"""Rules are read from settings; a mistake there is told with what is right."""

import pytest

from plugins.engine.stop import Stop
from plugins.engine.verify import Rules


def test_without_settings_any_site_is_fine():
    assert Rules.of({"SITEURL": "", "OUTPUT_RETENTION": []}) == Rules()


def test_settings_are_taken_and_what_is_retained_is_not_looked_for():
    settings = {"VERIFY_INLINE": False, "VERIFY_IGNORE": ["/api/*"], "OUTPUT_RETENTION": ["old"]}

    assert Rules.of(settings) == Rules(inline=False, ignore=("/api/*", "/old", "/old/*"))


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("VERIFY_INLIN", True, "settings: VERIFY_INLIN is not a setting; did you mean VERIFY_INLINE?"),
        ("VERIFY_INLINE", "no", "settings: VERIFY_INLINE is 'no'; expected True or False."),
        (
            "VERIFY_IGNORE",
            "/api/*",
            "settings: VERIFY_IGNORE is '/api/*'; expected a list of patterns, such as [\"/api/*\"].",
        ),
        (
            "VERIFY_WITHHELD",
            [],
            "settings: VERIFY_WITHHELD is []; expected a mapping from addresses to titles.",
        ),
    ],
)
def test_a_mistake_is_told(name, value, sentence):
    with pytest.raises(Stop) as stop:
        Rules.of({name: value})

    assert stop.value.sentence == sentence
