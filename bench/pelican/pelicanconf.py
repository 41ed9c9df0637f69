"""Stock Pelican for a site of the same pages as ours: its own reader, a plain theme, no cache."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

PLUGINS = ["treatments"]
PATH = "content"
OUTPUT_PATH = "output"
THEME = str(HERE)
THEME_STATIC_PATHS: list[str] = []
SITENAME = "Understanding pain treatment"
AUTHOR = "Editorial team"
SITEURL = "https://bench.example"
TIMEZONE = "UTC"
TYPOGRIFY = True
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {"toc_depth": "2-3"},
    },
    "output_format": "html5",
}
ARTICLE_PATHS = ["blog"]
PAGE_PATHS = ["pages", "procedures", "compare"]
ARTICLE_URL, ARTICLE_SAVE_AS = "blog/{slug}/", "blog/{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = "pages/{slug}/", "pages/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
ARCHIVES_SAVE_AS = "archives/index.html"
CATEGORIES_SAVE_AS = "topics/index.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_SAVE_AS = "authors/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "archives", "categories", "tags", "authors", "404", "sitemap"]
DEFAULT_PAGINATION = 10
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True}
