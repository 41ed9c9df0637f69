"""Settings for the public site (`make publish`): strict, with feeds, without drafts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

STRICT = True  # any problem ends it before the output is touched
RELATIVE_URLS = False
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
