"""What a macro prints for the same values is printed once."""

from jinja2 import Environment

from plugins.assets.once import Once

PAGE = """\
{% macro box(thing, root) %}{{ count.append(1) or "" }}<a href="{{ root }}">{{ thing.name }}</a>{% endmacro %}
{%- for thing in things %}{{ box|once(thing, root) }}{% endfor %}"""


def test_the_same_values_are_printed_once_and_others_anew():
    count, env = [], Environment(autoescape=True)
    env.filters["once"] = Once()
    one, like_it = {"name": "<one>"}, {"name": "<one>"}
    page = env.from_string(PAGE, globals={"count": count}).render(things=[one, like_it, one], root="..")

    assert page == '<a href="..">&lt;one&gt;</a>' * 3
    assert len(count) == 2


def test_texts_are_the_same_where_they_read_the_same():
    once, deeper = Once(), "../{}"

    assert once(list, deeper.format("")) is once(list, deeper.format(""))
    assert once(list, "../../") == list("../../")


def test_each_macro_prints_for_itself():
    once = Once()

    assert (once(str.upper, "a"), once(str.title, "a b"), once(str.lower, "a")) == ("A", "A B", "a")


def test_a_value_that_is_gone_is_not_taken_for_a_new_one():
    once = Once()

    assert [once(len, [0] * size) for size in range(50)] == list(range(50))
