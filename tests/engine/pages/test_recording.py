"""Which names templates and feeds read."""

import pytest
from jinja2 import DictLoader, Environment, pass_context

from plugins.engine.pages.facet import Facet
from plugins.engine.pages.recording import EVERYTHING, READS, RecordedValues, record_reads

TEMPLATES = {
    "base": "{{ of_base }}{% block body %}{% endblock %}",
    "macros": "{% macro say(it) %}{{ it }}{{ unseen }}{% endmacro %}",
    "part": "{{ of_part }}",
}


@pass_context
def all_names(context):
    return len(list(context.keys()))


def reads(text, **values):
    env = Environment(loader=DictLoader({**TEMPLATES, "page": text}), autoescape=True)
    env.globals["all_names"] = all_names
    record_reads(env)
    record_reads(env)  # as for each page of a generator
    found = set()
    said = env.get_template("page").render({**values, READS: found})
    return found, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{ a }}{% if b is defined %}{% endif %}", {"a", "b"}),
        ("{% set a = 1 %}{{ a }}", set()),
        ("{{ a }}{% set a = 1 %}", {"a"}),
        ("{% for a in b %}{{ a }}{{ loop.index }}{% endfor %}", {"b"}),
        ("{% extends 'base' %}{% block body %}{{ c }}{% endblock %}", {"of_base", "c"}),
        ("{% include 'part' %}", {"of_part"}),
        ("{% include 'part' without context %}", set()),
        ("{% from 'macros' import say %}{{ say(a) }}", {"a"}),
        ("{% from 'macros' import say with context %}{{ say(a) }}", {"a", "unseen"}),
        ("{{ all_names() }}", {"all_names", EVERYTHING}),
    ],
)
def test_what_a_template_asks_for_is_noted(text, names):
    assert reads(text, a="a", b="b")[0] >= names
    assert reads(text, a="a", b="b")[0] - names <= {"say"}


def test_a_facet_is_made_once_something_asks_for_it():
    made = []
    seen, unseen = (Facet(name, lambda name=name: made.append(name) or name) for name in ("seen", "unseen"))
    assert reads("{{ seen }}, {{ seen|upper }}", seen=seen, unseen=unseen)[1] == "seen, SEEN"
    assert made == ["seen"]


def test_what_a_feed_asks_for_is_noted():
    found = set()
    values = RecordedValues({"a": 1, "b": Facet("b", lambda: 2), "c": 3}, found)
    assert (values["a"], values.get("b"), values.get("d", 4), "e" in values) == (1, 2, 4, False)
    assert (values | {"c": 5})["c"] == 5
    assert values.copy()["c"] == 3
    assert found == {"a", "b", "c", "d", "e"}


@pytest.mark.parametrize(
    "ask", [dict, lambda v: {**v}, list, lambda v: v.keys(), lambda v: v.values(), lambda v: v.items()]
)
def test_who_takes_all_values_has_read_everything(ask):
    found = set()
    ask(RecordedValues({"a": 1}, found))
    assert EVERYTHING in found
