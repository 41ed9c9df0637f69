"""Comments and their form below the articles of a whole site."""

from tests.site.website import words_of

TALKED_ABOUT = "blog/which-visit-first/index.html"
CLOSED = "blog/no-discussion/index.html"


def test_every_article_of_ours_ends_with_a_way_to_comment(ours):
    articles = [page for page in ours.pages if page.startswith("blog/")]
    assert len(articles) >= 3

    for page in articles:
        (link,) = ours.tree(page).css(".comment-form a")
        assert link.attributes["href"].startswith("mailto:clinic@example.org?subject=")
        assert "Please do not share personal health details." in words_of(ours.tree(page).css_first("main"))
        assert "Your email address will not be published." in words_of(ours.tree(page).css_first("main"))


def test_nothing_but_an_article_takes_comments(ours):
    others = [page for page in ours.pages if not page.startswith("blog/")]

    assert [page for page in others if ours.tree(page).css_first(".comment-form, .comments")] == []


def test_approved_comments_show_as_plain_text_with_their_answers(laden):
    page = laden.site.tree(TALKED_ABOUT)
    names = [words_of(node) for node in page.css(".comment__name")]
    first, second = page.css("article.comment")

    assert names == ["Ada & <b>sons</b>", "Bo"]
    assert 'It was "air" <script>alert(1)</script>.' in words_of(first)
    assert words_of(second.css_first(".comment__answers")) == "In reply to Ada & <b>sons</b>"
    assert page.css(".comments b, .comments script") == []


def test_an_article_may_be_closed_to_comments(laden):
    page = laden.site.tree(CLOSED)

    assert words_of(page.css_first("h1")) == "Opening hours in winter"
    assert page.css(".comment-form, .comments, form") == []
    assert laden.site.tree(TALKED_ABOUT).css(".comment-form") != []


def test_a_public_form_does_not_write_to_an_example(published):
    """The address of site.yaml is still a stand-in: nobody would read what is sent there."""
    assert published.status == 0, published.said

    articles = [page for page in published.site.pages if page.startswith("blog/")]
    addresses = [address for page in articles for _, address in published.site.links(page)]

    assert len(articles) >= 3
    assert [address for address in addresses if address.startswith("mailto:")] == []
    assert [page for page in articles if published.site.tree(page).css_first(".comment-form")] == []
