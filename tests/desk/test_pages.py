"""The addresses that the desk expects are those that Pelican gives."""

from hypothesis import example, given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from plugins.editorial.rules import label_slug


@given(st.text())
@example("C++")
@example("Füße & <b>Hände</b>")
@example(" – x -- y – ")
@example("½ ﬁne Ⅷ")
@example("&lt;b&gt; &amp; c")
def test_the_slug_of_a_label_is_the_one_that_pelican_gives(name):
    assert label_slug(name) == slugify(name, regex_subs=DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])
