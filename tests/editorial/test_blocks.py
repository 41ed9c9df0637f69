"""Blocks: their options are judged by us, whatever the library would do with them."""

import pytest

from plugins.editorial.blocks import find_calls

NAMES = ("compare", "other")


def found(text):
    calls, problems = find_calls(text, "a.md", 10, NAMES)
    return calls, "\n".join(map(str, problems))


def test_a_block_is_read_with_its_argument_and_options():
    ((call,), said) = found("text\n\n/// compare |  Two | three \n    a: [x, y]\n    b: no\n\n///\nmore")

    assert said == ""
    assert (call.name, call.argument, str(call.place)) == ("compare", "Two | three", "a.md:12:1")
    assert [(e.key.text, str(e.value.place)) for e in call.options] == [
        ("a", "a.md:13:8"),
        ("b", "a.md:14:8"),
    ]


def test_blocks_come_in_the_order_of_the_text():
    calls, said = found("/// compare\n    a: 1\n///\n\n/// other\n    a: 2\n///")

    assert said == ""
    assert [(call.name, call.argument, call.options.get("a").text) for call in calls] == [
        ("compare", "", "1"),
        ("other", "", "2"),
    ]


@pytest.mark.parametrize(
    "text",
    ["```\n/// foo\n```", "~~~\n/// compare\n~~~", "a /// b", "//", "https:///x", "- a", "/ // compare"],
)
def test_what_is_no_block_is_left_alone(text):
    assert found(text) == ([], "")


SIGN = (
    'the block "compare" stands in a quotation or a list\n'
    "    expected an empty line, then /// compare at the start of a line"
)
INDENTED = (
    'the block "compare" is indented\n    expected an empty line, then /// compare at the start of a line'
)
NO_OPTION = "a line of a block that is no option\n    expected 4 spaces, then key: value"
BAD = {
    "an end alone": (
        "a\n///",
        "11:1: the end of a block that never began\n    expected /// compare above it",
    ),
    "an unknown name": (
        "/// compaer | A\n    a: b\n///",
        '10:1: unknown block "compaer"\n    expected one of: compare, other; did you mean "compare"?',
    ),
    "another case": (
        "/// Compare\n    a: b\n///",
        '10:1: unknown block "Compare"\n    expected one of: compare, other; did you mean "compare"?',
    ),
    "not closed": (
        "/// compare | A\n    a: b\n",
        '10:1: the block "compare" is not closed\n    expected a line /// after its options',
    ),
    "no bar": (
        "/// compare Three of them | A\n    a: b\n///",
        '10:1: no | behind the name of the block "compare"\n    expected /// compare | Three of them',
    ),
    "no indentation": ("/// compare\na: b\n///", f"11:1: {NO_OPTION}"),
    "two spaces": ("/// compare\n    a: b\n  c: d\n///", f"12:1: {NO_OPTION}"),
    "code inside": ("/// compare\n    a: b\n```\nx\n```\n///", f"12:1: {NO_OPTION}"),
    "an empty line first": (
        "/// compare\n\n    a: b\n///",
        "12:1: an option below an empty line\n    expected no empty line in a block",
    ),
    "no options": (
        "/// compare\n///",
        "10:1: nothing where the block's options belong\n    expected lines like    key: value",
    ),
    "a list": (
        "/// compare\n    - a\n///",
        "10:1: a list where the block's options belong\n    expected lines like    key: value",
    ),
    "wrong YAML": (
        "/// compare\n    a: *b\n///",
        '11:8: alias "*b"\n    expected the value written out (YAML\'s * is not used here)',
    ),
    "indented": ("a\n\n    /// compare\n        a: b\n    ///", f"12:5: {INDENTED}"),
    "in a quotation": ("> /// compare\n>     a: b\n> ///", f"10:3: {SIGN}"),
    "in a list": ("1. /// compare | A", f"10:4: {SIGN}"),
    "in a note": ("[^1]: /// compare", f"10:7: {SIGN}"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_a_bad_block_is_refused(text, message):
    assert found(text) == ([], f"a.md:{message}")


def test_a_bad_block_does_not_hide_the_next():
    calls, said = found("/// compare\nx\n///\n\n/// other\n    a: b\n///\n\n/// foo\n///")

    assert [call.name for call in calls] == ["other"]
    assert (
        said == f'a.md:11:1: {NO_OPTION}\na.md:18:1: unknown block "foo"\n    expected one of: compare, other'
    )
