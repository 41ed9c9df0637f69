"""YAML to nodes: nothing silently means something else, and every place is true."""

import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.frontmatter import Mapping, Place, Refusal, Scalar, Sequence, parse_yaml, read_yaml
from plugins.frontmatter.yaml_nodes import MAX_DEPTH, offset_place

AS_TYPED = "no yes off ~ null 1:30 0123 0x1F 1_000 2026-02-30 1e3 .inf <<= 5% <5 -- a:b http://a#b".split()


@pytest.mark.parametrize("value", AS_TYPED)
def test_a_value_stays_as_typed(value):
    assert parse_yaml(f"key: {value}", "a").get("key") == Scalar(Place("a", 1, 6), value)
    assert parse_yaml(f"[{value}]", "a").items[0].text == value


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\"\\'")))
def test_a_quoted_value_stays_as_typed(value):
    for quote in "'\"":
        assert parse_yaml(f"{quote}{value}{quote}", "a") == Scalar(Place("a", 1, 1), value, plain=False)


def plainly(node):
    """Return what a node holds as plain Python."""
    if isinstance(node, Mapping):
        return {entry.key.text: plainly(entry.value) for entry in node}
    return [plainly(item) for item in node.items] if isinstance(node, Sequence) else node.text


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(TREES)
def test_what_json_writes_is_read_back(tree):
    assert plainly(parse_yaml(json.dumps(tree, ensure_ascii=False), "a")) == tree


@given(TREES)
def test_what_yaml_writes_is_read_back(tree):
    assert plainly(parse_yaml(yaml.safe_dump(tree, allow_unicode=True), "a")) == tree


def places(node):
    yield node.place
    if isinstance(node, Mapping):
        for entry in node:
            yield entry.key.place
            yield from places(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from places(item)


YAML_LIKE = st.text(
    st.one_of(st.sampled_from("ab:-[]{}#&*!|>%@`\"'\\?, \n\n\t~é😀"), st.characters()), max_size=60
)


@given(
    YAML_LIKE
    | st.lists(st.sampled_from(["- ", "a: ", "\n", "  ", "[", "{", "? ", "'", '"']), max_size=40).map("".join)
)
@example("a: [")
@example("? a")
@example("a: 'b\n\n\n")
@example("\ufeffa: [")
@example("\ud800")
@example("a\x85b: [")
def test_any_text_is_read_or_refused_and_every_place_lies_inside_it(text):
    try:
        node = parse_yaml(text, "a.md", line=7, column=5)
    except Refusal as refusal:
        found = [problem.place for problem in refusal.problems]
    else:
        found = list(places(node))

    lines = text.split("\n")
    assert found
    for place in found:
        assert place.path == "a.md"
        assert 0 <= place.line - 7 < len(lines)
        assert 0 <= place.column - 5 <= len(lines[place.line - 7])


def test_nodes_know_line_and_column_of_the_file():
    node = parse_yaml("a: 1\nb:\n  - x\n  - {c: d}\n", "a.md", line=2)

    assert [(e.key.place.line, e.key.place.column) for e in node] == [(2, 1), (3, 1)]
    assert node.get("a").place == Place("a.md", 2, 4)
    assert [item.place for item in node.get("b").items] == [Place("a.md", 4, 5), Place("a.md", 5, 5)]
    assert node.get("b").items[1].get("c").place == Place("a.md", 5, 9)


def test_a_text_without_anything_is_an_empty_value():
    assert parse_yaml("# nothing\n", "a").empty


INDENT = (
    "a line indented unlike its neighbours\n"
    "    expected the same spaces as the other lines of its list or keys"
)
LIST = (
    "a list in brackets that is not closed, or lacks a comma\n"
    "    expected [a, b], or quotes around a text that begins with ["
)
BRACKET = "a bracket that is not closed, or a comma too many\n    expected [a, b] or {a: 1, b: 2}"
COLON = (
    "a second colon in one value, or a line indented unlike its neighbours\n"
    '    expected quotes around a text that holds ": ", or the same spaces as the line above'
)
SIGN = "a text that begins with a sign of YAML's own\n    expected quotes around a text"
BAD = {
    "a key given twice": (
        "a: 1\nb: 2\na: 3",
        '3:1: "a" is given twice (first in line 1)\n    expected it once',
    ),
    "a key given twice in braces": (
        "{a: 1, a: 2}",
        '1:8: "a" is given twice (first in line 1)\n    expected it once',
    ),
    "an alias": ("a: *b", '1:4: alias "*b"\n    expected the value written out (YAML\'s * is not used here)'),
    "an anchor": (
        "a: &b c",
        '1:4: anchor "&b"\n    expected the value alone; put it in quotes if it starts with &',
    ),
    "a tag": ("a: !b c", '1:4: tag "!b"\n    expected the value alone; put it in quotes if it starts with !'),
    "a tag of YAML": (
        "a: !!int 3",
        '1:4: tag "!!int"\n    expected the value alone; put it in quotes if it starts with !',
    ),
    "a tag without a name": (
        "a: ! 3",
        '1:4: tag "!"\n    expected the value alone; put it in quotes if it starts with !',
    ),
    "a list as key": ("? [a]\n: b", "1:3: a key that is not a text\n    expected a word, then a colon"),
    "no key": ("? \n: b", "1:2: a key that is not a text\n    expected a word, then a colon"),
    "an alias as key": (
        "*a : b",
        '1:1: alias "*a"\n    expected the value written out (YAML\'s * is not used here)',
    ),
    "a second document": (
        "a: b\n---\nc: d",
        "3:1: a second document\n    expected one document; remove the ---",
    ),
    "tabs": ("a:\tb\nc:\n\td", "1:3: a tab\n    expected spaces\na.md:3:1: a tab\n    expected spaces"),
    "a control character": (
        "a: b\nc: \x1b",
        "2:4: control character U+001B\n    expected text without it; delete it",
    ),
    "a colon in a text": ("title: RFA: what", f"1:11: {COLON}"),
    "a reserved sign": ("a: @b", f"1:4: {SIGN} that begins with @, ` or %"),
    "an asterisk alone": ("a: *", f"1:5: {SIGN} with & or *"),
    "a list that is not closed": ("a: [b, c\nd: e", f"1:4: {LIST}"),
    "a list that lacks a comma": ("a: [b\n  {c}]", f"1:4: {LIST}"),
    "a bracket alone": ("a: [", f"1:5: {BRACKET}"),
    "a comma alone": ("a: [,]", f"1:5: {BRACKET}"),
    "braces that are not closed": (
        "a: {b: c",
        (
            "1:4: keys in braces that are not closed, or lack a comma\n"
            "    expected {a: 1, b: 2}, or quotes around a text that begins with {"
        ),
    ),
    "a bracket too many": (
        "a: ]",
        "1:4: a bracket or a sign of YAML's own in the place of a text\n    expected quotes around it",
    ),
    "an open quotation": (
        'a: "b\nc: d',
        "1:4: a quotation mark that is not closed\n    expected the same mark after the text",
    ),
    "an unknown escape": (
        r'a: "C:\q"',
        (
            "1:7: a backslash in a quoted text with a sign that YAML does not know\n"
            "    expected ' in place of \", or two backslashes"
        ),
    ),
    "a bar before a text": (
        "a: >b",
        "1:4: a text that begins with | or >\n    expected quotes around it, or a new line after the sign",
    ),
    "a line without a colon": ("a: b\nc", "2:1: a line without a colon\n    expected key: value"),
    "a key further left": ("a:\n  - b\n c: d", f"3:2: {INDENT}"),
    "a key among items": ("- a\nb: c", f"2:1: {INDENT}"),
    "text behind a quotation": ("a: 'b' c", f"1:8: {INDENT}"),
    "an unknown directive": (
        "%FOO",
        (
            "1:5: not valid YAML: while scanning a directive, found unknown directive name\n"
            "    expected key: value lines"
        ),
    ),
}


@pytest.mark.parametrize(("source", "message"), BAD.values(), ids=BAD)
def test_what_could_mean_something_else_is_refused(refusal, source, message):
    assert refusal(parse_yaml, source, "a.md") == f"a.md:{message}"


def test_all_that_is_refused_is_said_at_once(refusal):
    said = refusal(parse_yaml, "a: *b\nc: &d e\na: !f g", "a.md")

    assert [line for line in said.splitlines() if not line.startswith(" ")] == [
        'a.md:1:4: alias "*b"',
        'a.md:2:4: anchor "&d"',
        'a.md:3:4: tag "!f"',
        'a.md:3:1: "a" is given twice (first in line 1)',
    ]


@pytest.mark.parametrize("opened", ["[", "{", "- ", "? "])
def test_deep_nesting_is_refused_however_deep(refusal, opened):
    at = MAX_DEPTH * len(opened) + 1

    assert refusal(parse_yaml, opened * 10_000, "a.md") == (
        f"a.md:1:{at}: nested more than 20 levels deep\n    expected a flatter list"
    )


def test_the_deepest_nesting_is_read():
    depth = MAX_DEPTH - 1

    assert isinstance(parse_yaml("[" * depth + "a" + "]" * depth, "a"), Sequence)


def test_a_file_of_yaml_is_read(tmp_path):
    (tmp_path / "a.yaml").write_text("a: b", encoding="utf-8")

    assert read_yaml(tmp_path / "a.yaml", "a.yaml").get("a").place == Place("a.yaml", 1, 4)


def test_a_part_of_a_file_keeps_the_places_of_the_file():
    assert offset_place("a\nbc", 3, "a.md", 10, 5) == Place("a.md", 11, 6)
