"""A template follows from all that it extends, imports and includes."""

import pytest
from jinja2 import BaseLoader, DictLoader, Environment, TemplateNotFound, TemplateSyntaxError

from plugins.engine.pages.fingerprint import OpaqueError
from plugins.engine.pages.templates import TemplateDigests
from plugins.engine.store import Store

TEMPLATES = {
    "page": "{% extends 'base' %}{% from 'macros' import one %}{% block body %}{{ one() }}{% endblock %}",
    "base": "{% block body %}{% endblock %}{% include ['maybe', 'foot'] ignore missing %}",
    "macros": "{% import 'deep' as deep %}{% macro one() %}{{ deep.two() }}{% endmacro %}",
    "deep": "{% macro two() %}{% endmacro %}{% include 'macros' %}",  # round in a circle
    "foot": "foot",
    "other": "other",
    "any": "{% include name %}",
}


class OneByOne(BaseLoader):
    """Knows templates but cannot list them."""

    def get_source(self, environment, template):  # noqa: ARG002 (as Jinja calls it)
        if template not in TEMPLATES:
            raise TemplateNotFound(template)
        return TEMPLATES[template], None, None


def of(name, templates, store=None):
    env = Environment(loader=DictLoader(templates), autoescape=True)
    return TemplateDigests(store or Store()).of(env.get_template(name))


def changed(name):
    return {**TEMPLATES, name: f"{TEMPLATES.get(name, '')} more"}


@pytest.mark.parametrize("name", ["page", "base", "macros", "deep", "foot", "maybe"])
def test_a_change_of_what_it_uses_or_may_use_is_one(name):
    assert of("page", changed(name)) != of("page", TEMPLATES)


def test_a_change_of_another_is_none():
    assert of("page", changed("other")) == of("page", TEMPLATES)


@pytest.mark.parametrize("name", ["any", "other", "deep"])
def test_a_template_that_names_others_by_a_value_follows_from_all(name):
    assert of("any", changed(name)) != of("any", TEMPLATES)


def test_what_stands_in_a_template_is_found_once_for_each_of_its_texts():
    store = Store()
    assert of("page", TEMPLATES, store) == of("page", TEMPLATES, store) == of("page", TEMPLATES)
    assert of("page", changed("deep"), store) == of("page", changed("deep"))


def test_a_template_that_is_no_file_has_no_digest():
    env = Environment(loader=DictLoader({}), autoescape=True)
    with pytest.raises(OpaqueError):
        TemplateDigests(Store()).of(env.from_string("{{ a }}"))


def test_templates_that_cannot_be_listed_have_none_where_that_counts():
    env = Environment(loader=OneByOne(), autoescape=True)
    assert TemplateDigests(Store()).of(env.get_template("page"))
    with pytest.raises(OpaqueError):
        TemplateDigests(Store()).of(env.get_template("any"))


def test_a_mistake_is_told_with_the_template_that_has_it():
    env = Environment(loader=DictLoader({**TEMPLATES, "foot": "\n{% nothing %}"}), autoescape=True)
    with pytest.raises(TemplateSyntaxError) as mistake:
        TemplateDigests(Store()).of(env.get_template("page"))
    assert (mistake.value.name, mistake.value.lineno) == ("foot", 2)
