"""Settings for preview (`make html`, `make serve`).  What differs in public is in publishconf.py."""

import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # so that plugins are found wherever the command runs

from plugins import (  # noqa: E402
    appointment,
    assets,
    desk,
    editorial,
    engine,
    findability,
    media,
    procedures,
    styleguide,
)
from plugins.editorial.dates import long_date  # noqa: E402

PELICAN_CLASS = engine.Pelican
# Named one by one: Pelican imports all it finds otherwise.
PLUGINS = [desk, editorial, procedures, appointment, findability, media, assets, styleguide]

PATH = os.environ.get("CONTENT", "content")
OUTPUT_PATH = "output"
THEME = str(HERE / "theme")
THEME_STATIC_PATHS: list[str] = []  # plugins/assets writes them
ASSET_HASHES = False  # not in a preview: each change of a style sheet would change all pages
IMAGE_SIZES = "min(100vw, 38.25rem)"  # how wide the theme shows a picture: the measure of its texts
SITEURL = os.environ.get("SITEURL", "")
TIMEZONE = "UTC"  # dates are days; a clinic's own zone must not move them
LOCALE = ["C.UTF-8", "C"]  # dates in words come from Babel, the same on every machine

# Links without a host, so that a preview can be opened from any folder of any server.
RELATIVE_URLS = True

# One address for each page, with a slash at the end.
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []  # plugins/desk names the files that texts use
ARTICLE_URL, ARTICLE_SAVE_AS = "blog/{slug}/", "blog/{slug}/index.html"
DRAFT_URL, DRAFT_SAVE_AS = "drafts/{slug}/", "drafts/{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = "pages/{slug}/", "pages/{slug}/index.html"
DRAFT_PAGE_URL, DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/", "drafts/pages/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archives/", "archives/index.html"
CATEGORIES_URL, CATEGORIES_SAVE_AS = "topics/", "topics/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "authors/", "authors/index.html"
DIRECT_TEMPLATES = ["index", "archives", "categories", "tags", "authors", "404"]
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None, "author": None}
DEFAULT_PAGINATION = 10
PROCEDURES_PER_TABLE = 25  # rows on a page of /compare/
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

# Only what we know gets in: our reader gives the metadata, and nothing is taken from file names.
FILENAME_METADATA = ""
PATH_METADATA = ""
EXTRA_PATH_METADATA = {}
DEFAULT_METADATA = {}
SLUGIFY_SOURCE = "basename"
TYPOGRIFY = False  # our reader does it, and leaves code alone
CACHE_PATH = ".cache"  # our own, where the command runs: JSON by what it follows from
JOBS = os.environ.get("JOBS") or None  # processes that build at the same time; None: one for each processor
INCREMENTAL = True  # files that would come out the same are kept
CACHE_CONTENT = False  # Pelican's cache is a pickle: it can run code and goes stale
LOAD_CONTENT_CACHE = False
WITH_FUTURE_DATES = False  # an article of tomorrow is a draft until then

# Feeds need the public address: publishconf.py turns them on.
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,  # a run reads each template once
}
JINJA_FILTERS = {"long_date": long_date}

# What plugins/engine/verify looks for in the finished pages, beside links that lead nowhere.
VERIFY_INLINE = False  # no script, style or handler in a page: a strict content policy refuses them
VERIFY_FRAMES = False  # no other document inside a page
VERIFY_FOREIGN = False  # nothing from another host
VERIFY_BARE = False  # every address as it stands, without the help of a web host
VERIFY_WHOLE_SITEMAP = True  # the sitemap, once there is one, names each page that may be indexed

CLINICAL_REVIEW = "label"  # a preview shows all pages; see publishconf.py
STYLEGUIDE = True  # /styleguide/ shows every component of the theme
STRICT = False  # a preview leaves out what is wrong and says so
