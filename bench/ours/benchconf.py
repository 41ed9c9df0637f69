"""Our settings, for the same work as the others do: with an address, for feed and sitemap, and no more."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

SITEURL = "https://bench.example"
RELATIVE_URLS = False
STYLEGUIDE = False
ASSET_HASHES = True
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
