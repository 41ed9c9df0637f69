"""Builds with a fault in what they have made, by the command that people use."""

STANDING = "output holds the last complete site."
BROKEN = "The first text, with [a link](/tow.html)."
FOUND = (
    'one.html: leads to "/tow.html", and there is no such page or file\n'
    "    expected a page or file of the site"
)


def test_a_link_that_leads_nowhere_leaves_the_last_site(built):
    before = built.pages()
    built.article("one", BROKEN)

    done = built.build()

    assert done.returncode == 1
    assert f'{FOUND}; did you mean "/two.html"?; the page comes from content/one.md:4\n' in done.stderr
    assert "    the same on 3 more pages\n" in done.stderr
    assert done.stderr.endswith(f"4 problems in the built pages. {STANDING}\n")
    assert "Traceback" not in done.stdout + done.stderr
    assert built.pages() == before
    assert built.beside() == {".output.lock"}


def test_a_preview_shows_the_page_and_says_so(built):
    built.setting("STRICT = False")
    built.article("one", BROKEN)

    done = built.build()

    assert done.returncode == 1
    assert FOUND in done.stderr
    assert done.stderr.endswith("4 problems in the built pages; the preview shows them as they are\n")
    assert b"/tow.html" in built.pages()["one.html"]


def test_a_fault_of_a_template_is_told_once(site):
    site.write(
        "theme/templates/base.html",
        '{% extends "!simple/base.html" %}{% block nav %}<a href="/x/">x</a>{% endblock %}',
    )

    done = site.build()

    assert done.returncode == 1
    assert done.stderr.count('leads to "/x/"') == 1
    assert " more pages\n" in done.stderr


def test_a_header_cannot_bring_a_handler_into_a_page(built):
    before = built.pages()
    built.write(
        "content/three.md",
        "Title: <img src=/one.html onerror=alert(1)>\nDate: 2026-01-01\nSlug: three\n\nx\n",
    )

    done = built.build()

    assert done.returncode == 1
    assert "has the title of content/three.md as markup: <img src=/one.html onerror=alert(1)>" in done.stderr
    assert built.pages() == before


def test_a_strict_site_refuses_handlers_in_texts_too(site):
    site.article("one", '<p onclick="run()">Text</p>')
    assert site.build().returncode == 0

    site.setting("VERIFY_INLINE = False")
    done = site.build()

    assert done.returncode == 1
    assert "one.html: has onclick on <p>\n" in done.stderr


def test_drafts_of_a_public_site_are_not_written(site):
    site.write("content/three.md", "Title: Three\nDate: 2026-01-01\nStatus: draft\n\nx\n")
    site.setting("VERIFY_PUBLIC = True")

    done = site.build()

    assert done.returncode == 1
    assert 'drafts/three.html: is in the output, but "Three" is not public\n' in done.stderr
    site.setting('VERIFY_PUBLIC = True\nDRAFT_SAVE_AS = ""')
    assert site.build().returncode == 0


def test_a_mistake_in_the_settings_is_a_sentence(site):
    site.setting("VERIFY_INLIN = False")

    done = site.build()

    assert done.returncode == 1
    assert done.stderr.startswith("settings: VERIFY_INLIN is not a setting; did you mean VERIFY_INLINE? ")
    assert not site.output.exists()
