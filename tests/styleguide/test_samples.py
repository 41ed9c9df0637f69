"""The samples of our theme become pages, and each component prints what its samples promise."""

import json
import re

import jinja2
import pytest

from plugins.styleguide import components
from plugins.styleguide.printing import printed
from tests.conftest import ROOT
from tests.site.website import words_of

OURS = components(ROOT / "theme/styleguide")
STATES = [
    pytest.param(component, number, id=f"{component.name}: {state.name}")
    for component in OURS
    for number, state in enumerate(component.states, start=1)
]
# Their states are seen on every page of the style guide, or need no page to be seen.
FRAME = {"site_header", "site_footer", "preview_notice", "table_part"}
TAG, VALUE = re.compile(r"<[a-z][^>]*>"), re.compile(r'="[^"]*"')


def page_of(component):
    return f"styleguide/{component.name.replace('_', '-')}/index.html"


@pytest.mark.parametrize(("component", "number"), STATES)
def test_a_component_prints_what_its_sample_promises(ours, component, number):
    section = ours.tree(page_of(component)).css_first(f"[aria-labelledby=state-{number}]")
    state = component.states[number - 1]

    assert section.css_first("h2").text() == state.name
    assert len(words_of(section)) > len(state.name)
    for selector, words in state.has.items():
        found = [words_of(node) for node in section.css(selector)]
        seen = any(words in text for text in found) if words is not None else not found
        assert seen, (selector, found)


def test_every_component_has_samples():
    templates = {path.stem for path in (ROOT / "theme/templates/components").glob("*.html")}

    assert templates - {component.name for component in OURS} == FRAME


def test_the_guide_leads_to_every_component(ours):
    targets = {
        ours.target("styleguide/index.html", address)[0] for _, address in ours.links("styleguide/index.html")
    }

    assert {page_of(component) for component in OURS} <= targets


@pytest.mark.parametrize("page", ["styleguide/index.html", *map(page_of, OURS)])
def test_a_page_of_the_guide_calls_nothing_twice_and_its_links_lead_somewhere(ours, page):
    ids = [node.attributes["id"] for node in ours.tree(page).css("[id]")]
    inside = [target for _, address in ours.links(page) if (target := ours.target(page, address))[0]]

    assert sorted(set(ids)) == sorted(ids)
    assert len(inside) > 10
    assert [
        (file, to) for file, to in inside if file not in ours.files or (to and to not in ours.ids(file))
    ] == []


def keys_of(site, folder):
    """Return the keys of an index of treatments, and those of its entries."""
    index = json.loads(site.text(f"{folder}/index.json"))
    return {"": set(index), **{name: set(index[name][0]) for name in ("rows", "filters", "procedures")}}


def tags_in(site, folder):
    """Return the tags that the parts of treatments have, without the values of their attributes."""
    parts = [json.loads(site.text(name)) for name in site.files if name.startswith(f"{folder}/parts/")]
    html = "".join(text for part in parts for kind in ("cells", "notes") for text in part[kind].values())
    return {VALUE.sub("", tag) for tag in TAG.findall(html)}


def test_the_data_of_the_samples_have_the_form_of_our_own(ours):
    """Scripts fetch them in the style guide as they fetch those of the site in /compare/."""
    assert keys_of(ours, "styleguide/data") == keys_of(ours, "compare")
    assert len(tags_in(ours, "styleguide/data")) > 5
    assert tags_in(ours, "styleguide/data") <= tags_in(ours, "compare")


@pytest.fixture
def theme(tmp_path):
    """Give a theme of one component, and a function that writes its samples and prints the first state."""
    (tmp_path / "components").mkdir()
    (tmp_path / "components/badge.html").write_text(
        "{% macro badge(person, root) %}{% autoescape true %}"
        '<a href="{{ root }}/">{{ person.items }}</a>{% if caller is defined %}{{ caller() }}{% endif %}'
        "{% endautoescape %}{% endmacro %}"
    )
    (tmp_path / "components/parts.html").write_text(
        "{% macro sign(number) %}<i>{{ number }}</i>{% endmacro %}{% macro parts() %}all{% endmacro %}"
    )
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(tmp_path), undefined=jinja2.StrictUndefined, autoescape=True
    )

    def first(given):
        text = f"about: A badge.\nstates:\n  - {{name: one, {given}}}\n"
        (tmp_path / "badge.yaml").write_text(text)
        (component,) = components(tmp_path)
        return printed(env, component, component.states[0], "../..")

    return first


def test_keys_go_before_the_methods_of_a_mapping(theme):
    assert theme("with: {person: {items: 3 <things>}}") == '<a href="../../">3 &lt;things&gt;</a>'


def test_a_sample_may_bring_its_own_root_and_html(theme):
    assert theme("with: {person: {items: !html <b>3</b>}, root: x}") == '<a href="x/"><b>3</b></a>'


def test_a_sample_may_repeat_a_text(theme):
    assert theme("with: {person: {items: !times [3, <x>]}}").endswith("&lt;x&gt;&lt;x&gt;&lt;x&gt;</a>")


def test_a_state_may_be_printed_by_another_macro_of_another_template(theme):
    assert theme("from: parts, macro: sign, with: {number: 3}") == "<i>3</i>"
    assert theme("from: parts, with: {}") == "all"


def test_what_stands_between_the_tags_of_a_call_block_is_given(theme):
    assert theme("with: {person: {items: 3}}, call: !html <i>x</i>").endswith("</a><i>x</i>")


@pytest.mark.parametrize("given", ["with: {persons: {items: 3}}", "with: {}"])
def test_a_sample_that_does_not_fit_is_named(theme, given):
    with pytest.raises(ValueError, match=r"styleguide/badge\.yaml: one: .*person"):
        theme(given)
