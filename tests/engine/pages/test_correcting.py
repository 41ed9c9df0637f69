"""A page that can be corrected comes out as if it had been rendered with the new text."""

from hypothesis import event, given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG

from plugins.engine.correcting import Page
from plugins.engine.corrections import Correction

SETTINGS = {**DEFAULT_CONFIG, "SITEURL": ""}
LINKS = {"{filename}a.md": "a/", "{static}/b.png": "media/b.png"}
NAMES = st.sampled_from(["table", "picture"])
# Short, and much alike: parts of a text can be found where they are not.
SIGNS = ["<p>", "</p>", "a", "&amp;", *(f'<a href="{link}">' for link in LINKS)]
HTML = st.lists(st.sampled_from(SIGNS), max_size=4).map("".join)
TEXTS = st.tuples(HTML, st.lists(st.tuples(NAMES, HTML), max_size=2)).map(
    lambda text: (text[0], *sum(text[1], ()))
)
HOLES = st.fixed_dictionaries({"table": HTML, "picture": HTML})


def printed(text, holes, *, escaped):
    html = "".join(holes[part] if number % 2 else part for number, part in enumerate(text))
    for link, address in LINKS.items():
        html = html.replace(link, address)
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") if escaped else html


@given(st.tuples(TEXTS, TEXTS), HOLES, st.tuples(HTML, HTML), st.booleans())
def test_a_correction_is_what_rendering_gives(tmp_path_factory, texts, holes, around, escaped):
    (before, after), (start, end) = texts, around
    place = tmp_path_factory.getbasetemp() / "page.html"
    place.write_text(start + printed(before, holes, escaped=escaped) + end)
    page = Page(place, SETTINGS)
    taken = page.take(Correction(before, after))

    event(f"taken: {taken}")
    if taken:
        assert page.data.decode() == start + printed(after, holes, escaped=escaped) + end
    else:
        assert page.data == place.read_bytes()
