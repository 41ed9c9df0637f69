"""Draws docs/images/ anew: each kind of page on every screen, in both schemes and on paper; and details.

    .venv/bin/python scripts/screenshots.py output

Takes a built preview.  Needs the browser of the tests and pdftoppm (Debian: poppler-utils).
"""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import OPTIONS, find_browser  # noqa: E402
from tests.browser.serving import serving  # noqa: E402

PAGES = {
    "home": "",
    "article": "blog/injection-or-ablation/",
    "procedure": "procedures/radiofrequency-ablation/",
    "comparison": "compare/injections-for-back-and-neck-pain/",
    "picker": "compare/?procedures=physical-therapy,radiofrequency-ablation",
    "full-table": "compare/",
    "appointment": "appointment/",
    "list": "archives/",
    "glossary": "glossary/",
    "not-found": "404.html",
}
VIEWS: list[tuple[int, Literal["light", "dark"]]] = [
    (1280, "light"),
    (1280, "dark"),
    (768, "light"),
    (768, "dark"),
    (320, "light"),
    (320, "dark"),
]
# The first of a selector on a page, with this much of the page above it, in CSS pixels.
DETAILS = {
    "comparison": ("compare/injections-for-back-and-neck-pain/", "h1", 150),
    "note": ("procedures/radiofrequency-ablation/", ".note-sign button", 240),
    "icon-array": ("procedures/spinal-cord-stimulation/", ".icons", 180),
}
HEIGHT = 1100  # CSS pixels of a page that a picture shows
SCALE = 0.5
GAP = 16


def main(output: Path) -> None:
    """Draw all pictures from a built preview."""
    with tempfile.TemporaryDirectory() as folder, serving(output) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(OPTIONS))
        for name, page in PAGES.items():
            shots = [screen(browser, f"{address}/{page}", *view) for view in VIEWS]
            shots.append(paper(browser, f"{address}/{page}", Path(folder)))
            side_by_side(shots).save(ROOT / f"docs/images/design-{name}.png", optimize=True)
        for name, (page, selector, above) in DETAILS.items():
            drawn = detail(browser, f"{address}/{page}", selector, above)
            drawn.quantize(64).save(ROOT / f"docs/images/{name}.png", optimize=True)
        browser.close()


def detail(browser: Browser, address: str, selector: str, above: int) -> Image.Image:
    """Return a piece of a page around an element; one that opens a note is shown with its note open."""
    window = browser.new_page(viewport={"width": 1280, "height": 800})
    window.goto(address, wait_until="networkidle")
    found = window.locator(selector).first
    if found.get_attribute("popovertarget"):
        found.click()
    window.evaluate(
        "([node, above]) => scrollTo(0, node.getBoundingClientRect().top + scrollY - above)",
        [
            found.element_handle(),
            above,
        ],
    )
    picture = _image(window.screenshot())
    window.close()
    return picture


def screen(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> Image.Image:
    """Return the top of a page on a screen."""
    window = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    window.goto(address, wait_until="networkidle")
    picture = _image(window.screenshot())
    window.close()
    return picture


def paper(browser: Browser, address: str, folder: Path) -> Image.Image:
    """Return the first printed page."""
    window = browser.new_page()
    window.goto(address, wait_until="networkidle")
    window.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
    window.close()
    command = ["pdftoppm", "-png", "-r", "96", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*command, str(folder / "page.pdf"), str(folder / "page")], check=True)
    return _image((folder / "page.png").read_bytes())


def side_by_side(shots: list[Image.Image]) -> Image.Image:
    """Return one picture of all, in 64 colours: a page of docs is no photograph."""
    small = [shot.resize((round(shot.width * SCALE), round(shot.height * SCALE))) for shot in shots]
    width = sum(shot.width + GAP for shot in small) + GAP
    whole = Image.new("RGB", (width, max(shot.height for shot in small) + 2 * GAP), "#808080")
    left = GAP
    for shot in small:
        whole.paste(shot, (left, GAP))
        left += shot.width + GAP
    return whole.quantize(64)


def _image(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
