"""Articles and pages from their headers."""

import datetime

import pytest

from plugins.editorial import Body, read_article, read_page
from plugins.frontmatter import Place
from plugins.frontmatter.header import read_document

PAGE = "title: Warm hands\nsummary: On warmth.\n"
ARTICLE = PAGE + "date: 2026-01-02\ncategory: Home care\n"
FILE = "content/articles/warm-hands.md"


@pytest.fixture
def article(document):
    return lambda header, **options: read_article(document("", header, **options), Body())


@pytest.fixture
def page(document):
    return lambda header, **options: read_page(document("", header, **options), Body())


def test_a_page_takes_its_address_from_its_file(page):
    found = page(PAGE)

    assert (found.slug, found.title, found.status) == ("warm-hands", "Warm hands", "published")
    assert found.byline.written_by == ("editorial-team", Place(FILE, 2, 1))
    assert (found.byline.reviewed_by, found.byline.reviewed_on) == (None, None)


def test_an_article_has_dates_labels_and_comments(article):
    found = article(
        ARTICLE
        + "modified: 2026-01-03\ntags: [a b, C++]\ncomments: false\nslug: other\nstatus: draft\n"
        + "written_by: ann\nreviewed_by: bea\nreviewed_on: 2026-01-04\n"
        "fingerprint: 1-0123456789abcdef0123456789abcdef\n"
    )

    assert (found.date, found.modified) == (datetime.date(2026, 1, 2), datetime.date(2026, 1, 3))
    assert (found.category.name, [tag.name for tag in found.tags]) == ("Home care", ["a b", "C++"])
    assert (found.comments, found.slug, found.status) == (False, "other", "draft")
    assert found.byline.written_by == ("ann", Place(FILE, 11, 13))
    assert found.byline.reviewed_by == ("bea", Place(FILE, 12, 14))
    assert found.byline.reviewed_on == datetime.date(2026, 1, 4)


def test_an_article_takes_comments_and_no_tags_by_default(article):
    assert (article(ARTICLE).comments, article(ARTICLE).tags, article(ARTICLE).modified) == (True, (), None)


def test_tags_between_commas_have_their_own_places(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "Title: A\nSummary: B\nDate: 2026-01-02\nCategory: C\nTags: a, ab,, c d\n", encoding="utf-8"
    )

    found = read_article(read_document(path, "a.md", plain=True), Body())

    assert [(tag.name, str(tag.place)) for tag in found.tags] == [
        ("a", "a.md:5:7"),
        ("ab", "a.md:5:10"),
        ("c d", "a.md:5:15"),
    ]


LONG = "x" * 201
BAD = {
    "a long title": (
        f"title: {LONG}\nsummary: B\n",
        "2:8: title: 201 characters are too long for a title\n    expected at most 200",
    ),
    "a citation in a title": (
        "title: A [@b]\nsummary: B\n",
        (
            '2:10: title: "[@b]" does not belong here\n'
            "    expected citations at the end of a short value, and keys under sources: in a long one"
        ),
    ),
    "an unknown status": (
        PAGE + "status: drafts\n",
        (
            '4:9: status: "drafts" is not a choice\n'
            '    expected one of: published, draft, hidden; did you mean "draft"?'
        ),
    ),
    "a day without a reviewer": (
        PAGE + "reviewed_on: 2026-01-02\n",
        (
            '4:14: a review without "reviewed_by" and "fingerprint"\n'
            "    expected all three, as make sign writes them, or none (make unsign)"
        ),
    ),
    "a reviewer without a day": (
        PAGE + "reviewed_by: ann\n",
        (
            '4:14: a review without "reviewed_on" and "fingerprint"\n'
            "    expected all three, as make sign writes them, or none (make unsign)"
        ),
    ),
    "a hostile key": (
        PAGE + "settings: a\n",
        (
            '4:1: unknown key "settings"\n'
            "    expected keys: title, slug, summary, status, written_by, reviewed_by, "
            "reviewed_on, fingerprint, review_every"
        ),
    ),
}


@pytest.mark.parametrize(("header", "message"), BAD.values(), ids=BAD)
def test_a_bad_page_is_refused(refusal, page, header, message):
    assert refusal(page, header) == f"{FILE}:{message}"


BAD_ARTICLES = {
    "modified before its date": (
        "modified: 2026-01-01\n",
        "6:11: modified before its date\n    expected a date of change after the date of publication",
    ),
    "a tag twice": ("tags: [a, b, a]\n", '6:14: tags: "a" is listed twice\n    expected it once'),
    "a tag twice between commas": (
        "tags: a, b, a\n",
        '6:13: tags: "a" is listed twice\n    expected it once',
    ),
    "a long tag between commas": (
        f"tags: a, {LONG}\n",
        "6:10: tags[2]: 201 characters are too long for a title\n    expected at most 200",
    ),
    "tags with keys": (
        "tags: {a: b}\n",
        "6:7: tags: keys with values where a list belongs\n    expected a list of tags, like [a, b]",
    ),
}


@pytest.mark.parametrize(("line", "message"), BAD_ARTICLES.values(), ids=BAD_ARTICLES)
def test_a_bad_article_is_refused(refusal, article, line, message):
    assert refusal(article, ARTICLE + line) == f"{FILE}:{message}"


@pytest.mark.parametrize("name", ["Warm hands", "über", "a" * 101, "🙂", "a_b"])
def test_a_file_whose_name_is_no_address_needs_a_slug(refusal, page, name):
    path = f"content/pages/{name}.md"

    assert refusal(page, PAGE, path=path) == (
        f"{path}: the file's name cannot be an address\n"
        "    expected slug: ... in the front matter, or a to z, digits and hyphens in "
        f"{name if len(name) < 61 else name[:59] + '…'}.md"
    )
    assert page(PAGE + "slug: warm\n", path=path).slug == "warm"
