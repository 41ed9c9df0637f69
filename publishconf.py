"""Settings for the public site (`make publish`): strict, with feeds, without drafts."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

STRICT = True  # any problem ends it before the output is touched
# Medical pages that no clinician has reviewed as they are:
#   "label"      they say so to the reader
#   "noindex"    and search engines are asked to leave them out
#   "required"   they are withheld, and with them the links and the columns of tables that would show them
# The variable of the same name goes before: make publish CLINICAL_REVIEW=required
CLINICAL_REVIEW = os.environ.get("CLINICAL_REVIEW") or "label"
RELATIVE_URLS = False
STYLEGUIDE = False
ASSET_HASHES = True  # browsers may keep the theme's files for good
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""
VERIFY_PUBLIC = True  # nothing of drafts, hidden and future items, and nothing that leads to them
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
# A build that would lose more than a tenth of the pages is refused, unless CONFIRM=1 says that it is meant.
# The last output may be a preview's: what only that has is no loss.
SHRINK_GUARD = 0.10
SHRINK_GUARD_IGNORES = ["drafts/", "styleguide/"]
