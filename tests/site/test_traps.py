"""What is known of Pelican and its neighbours to go wrong, and that it does not here.

Where each trap is tested:

    a reader's error, a plugin that fails to load       tests/engine/test_run.py
    Ctrl-C, kill, a second build                        tests/engine/test_signals.py
    an output that is emptied before reading            tests/engine/test_run.py, test_signals.py
    slug, save_as and other keys that would harm        tests/desk/bad_inputs/headers.yaml, keys.yaml
    {attach}, {static}, links, pipes, loops             tests/desk/bad_inputs/texts.yaml, files.yaml
    C++ and C#, a tag twice, emoji tags, long slugs     tests/desk/bad_inputs/keys.yaml
    03/04/2024, unknown options of blocks               tests/desk/bad_inputs/keys.yaml, blocks.yaml
    '[' * 20000                                         tests/desk/bad_inputs/files.yaml
    HTML of authors                                     tests/desk/bad_inputs/texts.yaml
    feeds, and links below a folder                     test_publish.py
    all else                                            here
"""

import gzip
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pelican.cache import FileDataCacher
from pelican.settings import read_settings

from plugins.editorial.markdown_html import clean, converter
from plugins.editorial.typography import typography
from tests.conftest import PATIENCE, ROOT, SECOND, run
from tests.site.website import words_of

TRICKY = {
    "markup.md": """\
---
title: '"Quotes", <script>alert(1)</script> & 5 < 7'
date: 2026-05-04
category: '<i>Tools</i> & more'
tags: [C++, 'R&D "x"']
summary: '<b>Not bold</b>, & "plain".'
---
He said "yes" -- and left.

`"code" -- here`, <kbd>"K" -- L</kbd> and <abbr title="&quot;A&quot; -- B">"A"</abbr>.

```
"fenced" -- 'code' {{ clinic.phone }} [@nobody]
```
""",
    "wheels-and-emoji.md": """\
---
title: 🚲🚲
date: 2026-05-05
category: Before the visit
tags: [wheels]
summary: A title without letters.
---
Rolling.
""",
    "about.md": """\
---
title: An article that is called like a page
date: 2026-05-06
category: Before the visit
summary: Both have their address.
---
Both.
""",
}


@pytest.fixture(scope="module")
def tricky(once, tmp_path_factory):
    """Give the second clinic with articles whose words mean something to machines."""
    content = tmp_path_factory.mktemp("tricky") / "content"
    shutil.copytree(SECOND, content)
    for name, text in TRICKY.items():
        (content / "articles" / name).write_text(text, encoding="utf-8")
    built = once("tricky", content)
    assert built.status == 0, built.said
    return built.site


def test_words_of_an_author_are_never_markup(tricky):
    title = '"Quotes", <script>alert(1)</script> & 5 < 7'
    page = tricky.tree("blog/markup/index.html")
    places = [words_of(page.css_first("h1")), page.css_first("title").text().rpartition(" – ")[0]]
    places += [
        words_of(link)
        for link in tricky.tree("archives/index.html").css("main a")
        if "markup" in link.attributes["href"]
    ]

    assert places == [title] * len(places)
    assert len(places) >= 3
    assert page.css_first('meta[name="description"]').attributes["content"] == '<b>Not bold</b>, & "plain".'
    markup = 'script:not([src], [type="application/ld+json"]), main i:not(.missing)'
    assert [name for name in tricky.pages if tricky.tree(name).css(markup)] == []


def test_titles_keep_their_signs_and_texts_get_typographed(tricky):
    text = tricky.tree("blog/markup/index.html").css_first(".text")

    assert "He said “yes” — and left." in words_of(text).replace("\xa0", " ")
    assert [node.text() for node in text.css("p > code, p > kbd, p > abbr")] == [
        '"code" -- here',
        '"K" -- L',
        '"A"',
    ]
    assert text.css_first("abbr").attributes["title"] == '"A" -- B'
    assert text.css_first("pre").text() == "\"fenced\" -- 'code' {{ clinic.phone }} [@nobody]\n"


def test_a_title_without_letters_has_the_address_of_its_file(tricky):
    assert words_of(tricky.tree("blog/wheels-and-emoji/index.html").css_first("h1")) == "🚲🚲"
    assert ".html" not in tricky.files


def test_a_page_and_an_article_of_one_name_have_each_an_address(tricky):
    assert (
        words_of(tricky.tree("blog/about/index.html").css_first("h1"))
        == "An article that is called like a page"
    )
    assert words_of(tricky.tree("pages/about/index.html").css_first("h1")) == "About the Spoke Clinic"


def test_a_tag_of_signs_and_letters_has_an_address(tricky):
    assert {"tags/c/index.html", "tags/rd-x/index.html", "topics/tools-more/index.html"} <= tricky.files


@pytest.mark.parametrize(
    "html",
    [
        '<script>let a = "b" -- c;</script>',
        '<script type="application/ld+json">{"name": "A & B -- \'C\'"}</script>',
        '<style>a::before { content: "--" }</style>',
        '<svg><text>"a" -- b</text></svg>',
        '<pre>"a" -- b</pre>',
        '<code>"a" -- b</code>',
        '<kbd>"a" -- b</kbd>',
    ],
)
def test_typography_leaves_the_inside_of_machines_words_alone(html):
    assert typography(html) == html
    assert typography(f'<p>"a" {html} "b"</p>') == f"<p>&#8220;a&#8221; {html} &#8220;b&#8221;</p>"


def test_one_converter_carries_nothing_from_one_text_to_the_next():
    one = converter(("compare",))
    first = one.html("[a]: https://example.org/a\n\n[a][a] and a note[^1].\n\n[^1]: First.\n\n## Same")

    assert "https://example.org/a" in first
    assert "fn:1" in one.html("A note[^1].\n\n[^1]: Second.")
    assert one.html("[a][a]\n\n## Same") == '<p>[a][a]</p>\n<h2 id="text-same">Same</h2>'


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<img src="data:text/html,x" alt="a">', '<img alt="a">'),
        ('<svg><a href="#">a</a></svg>', ""),
        ('<p style="color:red">a</p>', "<p>a</p>"),
    ],
)
def test_the_last_gate_lets_no_active_html_through(html, left):
    assert clean(html) == left


class Loud:
    """What is unpickled from it writes a file."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
def test_no_pickle_of_an_earlier_build_is_ever_opened(name, tmp_path):
    settings = read_settings(str(ROOT / name)) | {"CACHE_PATH": str(tmp_path)}
    with gzip.open(tmp_path / "cache", "wb") as file:
        pickle.dump(Loud(tmp_path / "run"), file)

    cacher = FileDataCacher(settings, "cache", settings["CACHE_CONTENT"], settings["LOAD_CONTENT_CACHE"])
    assert cacher.get_cached_data("a") is None
    assert not (tmp_path / "run").exists()

    FileDataCacher(settings, "cache", caching_policy=True, load_policy=True)
    assert (tmp_path / "run").exists()  # so the trap was set


PLUGINS_LOADED = """
import sys, pelican.plugins
from pelican.plugins._utils import load_plugins
from pelican.settings import read_settings
pelican.plugins.__path__.append(sys.argv[1])  # as a package that was installed would do
settings = read_settings("pelicanconf.py")
if len(sys.argv) > 2:
    settings["PLUGINS"] = None
print(*(plugin.__name__ for plugin in load_plugins(settings)))
"""


def loaded(folder, *options):
    command = [sys.executable, "-c", PLUGINS_LOADED, str(folder), *options]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=PATIENCE
    )
    return done.stdout.split()


def test_plugins_that_happen_to_be_installed_are_not_taken(tmp_path):
    (tmp_path / "loud").mkdir()
    (tmp_path / "loud/__init__.py").write_text("def register():\n    pass\n", encoding="utf-8")

    assert loaded(tmp_path, "as Pelican does by itself") == ["pelican.plugins.loud"]
    named = loaded(tmp_path)
    assert all(name.startswith("plugins.") for name in named)
    assert "plugins.desk" in named


@pytest.mark.parametrize("key", ["lang", "translation"])
def test_there_are_no_translations_whose_tags_could_lead_nowhere(key, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(SECOND, content)
    article = content / "articles/which-visit-first.md"
    article.write_text(
        article.read_text("utf-8").replace("summary:", f"{key}: es\nsummary:"), encoding="utf-8"
    )

    done = run(content, tmp_path / "output", settings="publishconf.py", siteurl="https://example.org")

    assert done.returncode == 1
    assert f'articles/which-visit-first.md:6:1: unknown key "{key}"' in done.stderr
    assert not (tmp_path / "output").exists()


COUNTING = """
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
from pelican import signals
from pelican.contents import Article

asked = []

def count(self, other):
    asked.append(1)
    return self is other

Article.__eq__ = count
Article.__hash__ = object.__hash__

class counter:
    @staticmethod
    def register():
        signals.finalized.connect(tell)

def tell(pelican):
    print("compared", len(asked))

counter.__name__ = "counter"
PLUGINS = [*PLUGINS, counter]
"""


def compared(folder, labels):
    """Return how often articles are compared in a build of 40 that share a number of tags and topics."""
    content = folder / f"content-{labels}"
    shutil.copytree(SECOND, content)
    for path in content.glob("articles/*.md"):
        path.unlink()
    for index in range(40):
        label = index % labels
        header = f"title: T{index}\ndate: 2026-01-01\ncategory: C{label}\ntags: [t{label}]\nsummary: S."
        (content / f"articles/a{index}.md").write_text(f"---\n{header}\n---\nText.\n", encoding="utf-8")
    settings = folder / "counting.py"
    settings.write_text(COUNTING.format(root=str(ROOT)), encoding="utf-8")
    done = run(content, folder / f"output-{labels}", settings=str(settings))
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split("compared ")[1].split()[0])


def test_more_tags_do_not_have_articles_compared_more_often(tmp_path):
    assert compared(tmp_path, 40) <= compared(tmp_path, 2)
