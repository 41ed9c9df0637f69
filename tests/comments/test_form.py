"""The form: posted, by e-mail, or not there."""

from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.comments import form_for

EMERGENCY = "If this is an emergency, call <911>."
ENDPOINT = "https://forms.example/in?site=1&x=2"
ARTICLE = {"title": 'Nerves & "blocks" 100 % <é>', "url": "https://clinic.example/blog/nerves/?a=1&b=2"}
CARE = "Please do not share personal health details."
READ = "Each comment is read by our staff before it shows."
PROMISE = "Your email address will not be published."


@pytest.fixture
def posted():
    return form_for(enabled=True, endpoint=ENDPOINT, email="desk@clinic.example", **ARTICLE)


@pytest.fixture
def mailed():
    return form_for(enabled=True, endpoint="", email="desk@clinic.example", **ARTICLE)


@pytest.mark.parametrize(
    ("enabled", "endpoint", "email"),
    [(False, ENDPOINT, "desk@clinic.example"), (False, "", ""), (True, "", "")],
)
def test_a_form_that_could_not_be_sent_is_not_there(macros, enabled, endpoint, email):
    form = form_for(enabled=enabled, endpoint=endpoint, email=email, **ARTICLE)

    assert form is None
    assert macros.comment_form(form, EMERGENCY).strip() == ""


def test_an_endpoint_comes_before_the_e_mail(posted):
    assert (posted.action, posted.mailto) == (ENDPOINT, "")


def test_the_posted_form_has_its_fields_and_their_limits(posted, shown):
    form = shown(posted).css_first("form[method=post]")
    fields = {field.attrs["name"]: field.attrs for field in form.css("input, textarea")}

    assert form.attrs["action"] == ENDPOINT
    assert list(fields) == ["article", "name", "email", "comment", "website"]
    assert (fields["article"]["type"], fields["article"]["value"]) == ("hidden", ARTICLE["url"])
    assert [name for name, attributes in fields.items() if "required" in attributes] == ["name", "comment"]
    assert [fields[name]["maxlength"] for name in ("name", "email", "comment")] == ["100", "254", "5000"]
    assert [fields[name]["autocomplete"] for name in ("name", "email")] == ["name", "email"]
    assert form.css_first("button[type=submit]").text() == "Send comment"


def test_each_field_that_people_fill_in_has_a_label_with_a_star_where_it_is_required(posted, shown):
    tree = shown(posted)
    fields = [field for field in tree.css("input, textarea") if field.attrs.get("type") != "hidden"]
    labels = {field.attrs["name"]: tree.css_first(f"label[for={field.id}]").text() for field in fields}

    assert labels == {
        "name": "Name *",
        "email": "Email",
        "comment": "Comment *",
        "website": "Leave this field empty",
    }


def test_every_reference_inside_the_form_leads_somewhere(posted, shown):
    tree = shown(posted)
    references = [node.attrs["aria-describedby"] for node in tree.css("[aria-describedby]")]

    assert len(references) == 2
    assert all(tree.css_first(f"#{reference}") for reference in references)


def test_people_do_not_meet_the_honeypot(posted, shown):
    trap = shown(posted).css_first("div.honeypot[aria-hidden=true] input")

    assert (trap.attrs["tabindex"], trap.attrs["autocomplete"]) == ("-1", "off")
    assert "required" not in trap.attrs


def test_the_posted_form_says_what_readers_must_know(posted, shown):
    text = shown(posted).body.text()

    assert all(sentence in text for sentence in (EMERGENCY, CARE, READ))
    assert f"{PROMISE} Required fields are marked *" in text


def test_the_posted_form_gives_no_e_mail_address_away(posted, macros):
    html = macros.comment_form(posted, EMERGENCY)

    assert "desk" not in html
    assert "@" not in html


def test_the_e_mail_form_says_the_same_and_is_a_link(mailed, shown):
    tree = shown(mailed)

    assert all(sentence in tree.body.text() for sentence in (EMERGENCY, CARE, READ, PROMISE))
    assert "Required" not in tree.body.text()
    assert tree.css_first("form") is None
    assert tree.css_first("a.button").attrs["href"] == mailed.mailto


def test_the_e_mail_is_addressed_and_asks_for_name_and_comment(mailed):
    address = urlsplit(mailed.mailto)
    fields = parse_qs(address.query, strict_parsing=True)

    assert (address.scheme, address.path) == ("mailto", "desk@clinic.example")
    assert fields == {
        "subject": [f'Comment on "{ARTICLE["title"]}"'],
        "body": [
            (
                "Your name, as it will be shown:\r\n\r\n\r\nYour comment:\r\n\r\n\r\n"
                f"{CARE}\r\n\r\nAbout the article: {ARTICLE['url']}\r\n"
            )
        ],
    }


def test_no_space_is_sent_as_a_plus(mailed):
    """In a mailto address a plus is a plus (RFC 6068)."""
    assert "+" not in mailed.mailto


@pytest.mark.parametrize(
    ("email", "path"),
    [
        ("a+b@clinic.example", "a+b@clinic.example"),
        ("a?bcc=x&y@clinic.example", "a%3Fbcc%3Dx%26y@clinic.example"),
        ("a,b@clinic.example", "a%2Cb@clinic.example"),
        ("a%b\r\nBcc:c@clinic.example", "a%25b%0D%0ABcc%3Ac@clinic.example"),
    ],
)
def test_an_address_cannot_add_to_the_e_mail(email, path):
    form = form_for(enabled=True, endpoint="", email=email, **ARTICLE)

    assert form.mailto.partition("?")[0] == f"mailto:{path}"


def test_the_section_is_named_by_its_heading(mailed, shown):
    heading = shown(mailed).css_first("section[aria-labelledby=leave-a-comment] > h2#leave-a-comment")

    assert heading.text() == "Leave a comment"


def test_hostile_addresses_stay_inside_their_attributes(shown):
    evil = '"><script>alert(1)</script>'
    tree = shown(form_for(enabled=True, endpoint=f"https://x.example/{evil}", email="", title=evil, url=evil))

    assert tree.css_first("script") is None
    assert tree.css_first("input[name=article]").attrs["value"] == evil


def test_no_script_and_no_style_are_in_the_page(posted, mailed, macros):
    html = macros.comment_form(posted, EMERGENCY) + macros.comment_form(mailed, EMERGENCY)

    assert not any(word in html for word in ("<script", "<style", "style=", "onclick", "onsubmit"))
