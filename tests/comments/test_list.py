"""The list of comments as a page shows it."""

import json

import pytest


def _quoted(text):
    """Give the text in quotes that YAML takes as well."""
    return json.dumps(text, ensure_ascii=False)


def write(desk, text, name="Ann"):
    desk.comment("first", text=_quoted(text), name=_quoted(name))


def test_no_comments_show_nothing(macros):
    assert macros.comment_list(()).strip() == ""


def test_the_list_has_a_heading_of_level_two_that_names_its_section(desk, macros, listed):
    desk.comment("first")
    tree = listed(desk.thread())

    assert tree.css_first("section[aria-labelledby=comments] > h2#comments").text() == "Comments"
    assert ">2 comments</h2>" in macros.comment_list(desk.thread(), heading="2 comments")


def test_a_comment_is_an_article_with_its_id_name_date_and_text(desk, listed):
    desk.comment("first")
    article = listed(desk.thread()).css_first("section > ol > li > article#comment-first")

    assert article.css_first("h3 bdi").text() == "Ann"
    assert article.css_first("time[datetime='2026-10-07T14:05:00-05:00']").text() == "October 7, 2026"
    assert article.css_first("p[dir=auto]").text() == "Thank you."


def test_a_reply_stands_in_a_list_below_and_links_to_what_it_answers(desk, listed):
    desk.comment("first")
    desk.comment("second", reply_to="first", name="Bea")
    reply = listed(desk.thread()).css_first("section > ol > li > ol > li > article#comment-second")

    assert reply.css_first("a[href='#comment-first']").text() == "Ann"


def test_each_comment_stands_on_the_page_once(desk, listed):
    desk.comment("a")
    for one, other in ("ba", "cb", "dc", "ed"):
        desk.comment(one, reply_to=other)
    ids = [article.id for article in listed(desk.thread()).css("article")]

    assert ids == [f"comment-{letter}" for letter in "abcde"]


HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an image": "<img src=x onerror=alert(1)>",
    "an end of everything": "</p></article></ol></section><h1>mine</h1>",
    "a placeholder": "{{ clinic.phone }} {% raw %} {# no #}",
    "a citation": "[@nice-ng59]",
    "Markdown": "**bold** [a link](https://b.example) ![x](y)",
    "an address": "https://b.example/ www.b.example",
    "a javascript address": "javascript:alert(1)",
    "an entity": "&lt;b&gt; &amp;amp; &#x3c;",
    "quotes": '" \' ` onmouseover="alert(1)"',
    "right to left": "شكرا \u202eabc",
    "emoji": "👍🏽 👩‍⚕️",
    "5,000 characters": "<" * 5000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_shown_as_typed_and_does_nothing(desk, listed, text):
    desk.comment("plain")
    harmless = [node.tag for node in listed(desk.thread()).body.traverse()]
    write(desk, text, name=text[:100])
    (desk.comments / "nerve-block/plain.yaml").unlink()
    tree = listed(desk.thread())

    assert tree.css_first("article p[dir=auto]").text() == text
    assert tree.css_first("article h3").text() == text[:100]
    assert [node.tag for node in tree.body.traverse()] == harmless


def test_paragraphs_become_paragraphs_and_nothing_else_does(desk, listed):
    write(desk, "One.\n\n- two\n\n# three")

    assert [p.text() for p in listed(desk.thread()).css("p[dir=auto]")] == ["One.", "- two", "# three"]


def test_no_page_holds_an_e_mail_address(desk, macros):
    desk.comment("good", text="see [@x.y] and me @home")
    desk.comment("email", email="a@b.example")
    desk.comment("text", text="a@b.example")
    desk.comment("name", name="a@b.example")
    desk.comment("answer", reply_to="text")
    html = macros.comment_list(desk.read()[0]["nerve-block"])

    assert "me @home" in html
    assert "b.example" not in html
