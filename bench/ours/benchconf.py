"""Our settings, for the same work as the others do: with a feed and a sitemap, without the style guide."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

SITEURL = "https://bench.example"
RELATIVE_URLS = False
STYLEGUIDE = False
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"


def add_sitemap(folder: Path) -> None:
    """Write a sitemap if the site has none yet: of the pages made anew, and of those that are kept."""
    roots = (folder, folder.parent / OUTPUT_PATH)
    found = ((root, at) for root in roots for at, _, files in os.walk(root) if "index.html" in files)
    names = sorted({os.path.relpath(at, root) for root, at in found})
    addresses = (f"{SITEURL}/{'' if name == '.' else f'{name}/'}" for name in names)
    lines = "\n".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    sitemap = folder / "sitemap.xml"
    if not sitemap.exists():
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        sitemap.write_text(f'<urlset xmlns="{space}">\n{lines}\n</urlset>\n', encoding="utf-8")


add_sitemap.file_by_file = True  # the pages that are kept are looked for where they stand
LAST_STEPS = [add_sitemap]
