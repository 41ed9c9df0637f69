"""SVG drawings: what they may not hold."""

import pytest

from plugins.media.drawing import read_drawing
from plugins.media.refusal import UnfitError

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'


def svg(inside="", attributes=""):
    return f"<svg {NS} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>x()</script>", "holds <script>"),
        ("<g><SCRIPT/></g>", "holds <SCRIPT>"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "holds <script>"),
        ("<style>/* &lt;script> */</style><foreignObject/>", "holds <foreignObject>"),
        ('<a><animate attributeName="href" to="javascript:x()"/></a>', "holds <animate>"),
        ('<path onclick="x()"/>', "holds onclick=, which acts"),
        ('<path ONLOAD="x()"/>', "holds ONLOAD=, which acts"),
        ('<image href="https://knees.test/a.png"/>', 'refers to "https://knees.test/a.png"'),
        ('<image x:href="a.png"/>', 'refers to "a.png"'),
        ('<use href="data:image/svg+xml,a"/>', 'refers to "data:image/svg+xml,a"'),
        ('<a href=" javascript:x()"/>', 'refers to "javascript:x()"'),
        ('<path fill="url(https://knees.test/a#b)"/>', 'something else ("url(https://knees.test/a#b)")'),
        ("<path style=\"fill: URL( 'a.svg#b' )\"/>", "something else (\"URL( 'a.svg#b' )\")"),
        ("<style>@import 'a.css';</style>", "something else (\"@import 'a.css';\")"),
        ("<style>a{fill:url(<![CDATA[//knees.test]]>)}</style>", 'something else ("url(//knees.test)}")'),
        (r'<path fill="u\72l(a)"/>', r'something else ("\72l(a)")'),
        ('<?xml-stylesheet href="a.css"?>', "holds an instruction (<?xml-stylesheet ...?>)"),
    ],
)
def test_what_acts_or_comes_from_elsewhere_is_refused(inside, message):
    with pytest.raises(UnfitError) as refused:
        read_drawing(svg(inside))

    assert refused.value.message.endswith(message)
    assert refused.value.expected.startswith("a drawing without scripts, motion and parts from elsewhere")


@pytest.mark.parametrize(
    "inside",
    [
        "<!-- <script> --><text>&lt;script&gt; onclick=</text>",
        '<use href="#a"/><use x:href=" #a"/><path fill="url(#a)" style="fill:url( \'#a\')"/>',
        "<style>path { fill: red }</style><title>on the knee</title>",
        '<text font-family="Only"><tspan>a</tspan></text>',
    ],
)
def test_what_only_draws_is_taken(inside):
    data = svg(inside)

    assert read_drawing(data).data == data


def test_entities_are_refused_before_they_grow():
    entities = "".join(
        f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in zip("bcdefghij", "abcdefghi", strict=True)
    )
    data = f'<!DOCTYPE svg [<!ENTITY a "knee">{entities}]>'.encode() + svg("&j;")

    with pytest.raises(UnfitError, match=r"declares entities \(<!DOCTYPE svg \[...\]>\)"):
        read_drawing(data)


def test_a_doctype_that_declares_nothing_is_taken():
    doctype = (
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg.dtd">'
    )

    assert read_drawing(doctype + svg()).size is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        svg()[:-3],
        svg("<g>"),
        svg("&nbsp;"),
        b'<?xml version="1.0" encoding="knees"?><svg/>',
        b'<?xml version="1.0" encoding="big5"?><svg/>',
        b"\xff\xfe\x00",
        svg("<y:g/>"),
    ],
)
def test_what_is_no_whole_xml_is_damaged(data):
    with pytest.raises(UnfitError, match="is cut off or damaged"):
        read_drawing(data)


@pytest.mark.parametrize("data", [b"<svg/>", b"<html/>", b'<g xmlns="http://www.w3.org/2000/svg"/>'])
def test_what_browsers_would_not_draw_is_refused(data):
    with pytest.raises(UnfitError, match="is no SVG drawing"):
        read_drawing(data)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20.4px"', (30, 20)),
        ('width="100%" height="20" viewBox="0 0 60 40"', (60, 40)),
        ('viewBox="-5,-5, 60,40"', (60, 40)),
        ('width="3cm" height="2cm"', None),
        ('viewBox="0 0 0 40"', None),
        ('viewBox="0 0 knee 40"', None),
        ('viewBox="60 40"', None),
        ("", None),
    ],
)
def test_the_size_is_that_of_the_root(attributes, size):
    assert read_drawing(svg(attributes=attributes)).size == size
