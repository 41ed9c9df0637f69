"""Pictures through the front door: builds of a clinic that shows some."""

import hashlib
import re
import shutil

import pytest
from PIL import Image

from tests.desk.spoiling import swap
from tests.media.conftest import OLD, Clinic
from tests.media.samples import MAKER, PLACE, WORDS, corners, exif, opened, photo, saved
from tests.site.website import Website

KNEE = "![A knee, seen from the side](images/Knee%20Photo.jpg)"
PAGE = "blog/warm-hands/index.html"


def picture(site, page=PAGE):
    (found,) = site.tree(page).css("picture")
    return found


def names(widths):
    """Return the files that a srcset names, by width."""
    return {int(width): name for name, width in re.findall(r"(\S+) (\d+)w", widths)}


def files_of(site, start=""):
    return sorted(name for name in site.files if name.startswith(f"media/{start}"))


TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80.4"><path d="M0 0h9"/></svg>\n'
TEXTS = {
    "pages/about.md": [
        "![Four colors that fade](images/clear.png)",
        '<img src="images/knee.svg" alt="A bent knee" class="wide" width="7" loading="eager">',
        "[Large]({attach}../images/Knee%20Photo.jpg), [printed](/images/leaflet.pdf).",
    ],
    "procedures/heat.md": [f"![Four colors, {turn}](images/turn-{turn}.jpg)" for turn in TURNED],
    "comparisons/warm-or-cold.md": [OLD],
}


@pytest.fixture
def knee(clinic):
    """Give the clinic with a photo that was taken with the camera on its side."""
    return with_a_photo(clinic)


def with_a_photo(clinic):
    clinic.save("Knee Photo.jpg", photo(turn=6))
    clinic.show(KNEE)
    return clinic


@pytest.fixture(scope="module")
def full(tmp_path_factory, runner):
    """Give the clinic with all kinds of pictures on all kinds of pages."""
    clinic = with_a_photo(Clinic(tmp_path_factory.mktemp("full"), runner))
    for turn, change in TURNED.items():
        image = corners() if change is None else corners().transpose(change)
        clinic.save(f"turn-{turn}.jpg", saved(image, exif=exif(turn), quality=95))
    clear = corners(600, 400)
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    clinic.save("clear.png", saved(clear, "PNG"))
    clinic.save("knee.svg", DRAWING)
    clinic.save("leaflet.pdf", b"%PDF-1.7 a leaflet")
    for page, texts in TEXTS.items():
        with (clinic.content / page).open("a", encoding="utf-8") as file:
            file.write("\n\n" + "\n\n".join(texts) + "\n")
    return clinic


@pytest.fixture(scope="module")
def site(full):
    """Give its preview."""
    return full.built()


@pytest.fixture(scope="module")
def public(full):
    """Give it as it is published."""
    built = full.built("publishconf", "public", siteurl="https://clinic.test/a")
    return Website(built.folder, "https://clinic.test/a")


def test_a_photo_is_offered_in_three_formats_and_widths_with_its_room(site):
    sources = [node.attributes for node in picture(site).css("source")]
    image = picture(site).css_first("img").attributes

    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    for widths in [*(source["srcset"] for source in sources), image["srcset"]]:
        for width, name in names(widths).items():
            file, _ = site.target(PAGE, name)
            assert opened((site.folder / file).read_bytes()).size == (width, round(width * 4 / 3))
        assert sorted(names(widths)) == [480, 960, 1440]
    assert {source["sizes"] for source in sources} == {image["sizes"]} == {"min(100vw, 38.25rem)"}
    assert (image["width"], image["height"]) == ("1440", "1920")
    assert (image["loading"], image["decoding"]) == ("lazy", "async")
    assert image["alt"] == "A knee, seen from the side"
    assert image["src"] == names(image["srcset"])[1440]


def test_the_kinds_of_files_are_what_they_are_called(site):
    kinds = {
        name.rpartition(".")[2]: opened((site.folder / name).read_bytes()).format
        for name in files_of(site, "knee-photo-")
    }

    assert kinds == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    assert len(files_of(site, "knee-photo-")) == 9


@pytest.mark.usefixtures("site", "public")
def test_nothing_that_a_camera_tells_leaves(full):
    """Neither in the public site, nor in the preview, nor in the cache."""
    original = (full.content / "images/Knee Photo.jpg").read_bytes()
    written = [path for path in full.folder.rglob("*") if path.is_file() and full.content not in path.parents]

    assert all(secret in original for secret in (MAKER, WORDS, b"Exif", PLACE))
    assert len(written) > 200
    for path in written:
        data = path.read_bytes()
        assert not any(secret in data for secret in (MAKER, WORDS, PLACE, b"ns:meta", original)), path


def test_the_files_hold_nothing_but_pixels(site):
    files = [name for name in files_of(site) if not name.endswith(".svg")]

    assert len(files) > 30
    for name in files:
        left = opened((site.folder / name).read_bytes())
        assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(left.info), name
        assert dict(left.getexif()) == {}


@pytest.mark.parametrize("turn", TURNED)
def test_a_photo_stands_upright_whatever_way_the_camera_was_held(site, turn):
    """Red, green, blue and white, as one reads, once the file is turned as EXIF says."""
    (name,) = [name for name in files_of(site, f"turn-{turn}-") if name.endswith(".jpg")]
    image = opened((site.folder / name).read_bytes())
    near = [image.getpixel(spot) for spot in ((75, 50), (225, 50), (75, 150), (225, 150))]

    assert image.size == (300, 200)
    assert ["".join("RGB"[i] for i in range(3) if pixel[i] > 128) for pixel in near] == ["R", "G", "B", "RGB"]


def test_a_small_picture_is_never_made_larger_and_has_no_choice_of_widths(site):
    image = picture(site, "compare/warm-or-cold/index.html").css_first("img").attributes

    assert (image["width"], image["height"]) == ("40", "30")
    assert "srcset" not in image
    assert "sizes" not in image


def test_a_picture_that_lets_the_page_shine_through_keeps_to_do_so(site):
    files = files_of(site, "clear-")

    assert {name.rpartition(".")[2] for name in files} == {"avif", "webp", "png"}
    for name in files:
        image = opened((site.folder / name).read_bytes())
        assert image.mode == "RGBA"
        assert image.getchannel("A").getextrema()[0] < 20


def test_the_name_of_a_file_tells_its_content(site):
    digests = {
        name.split(".")[1]: hashlib.sha256((site.folder / name).read_bytes()).hexdigest()
        for name in files_of(site)
    }

    assert len(digests) > 30
    assert all(whole.startswith(part) and len(part) == 8 for part, whole in digests.items())


def test_only_pictures_that_pages_use_leave(clinic):
    clinic.save("unused.jpg", photo(100, 100))
    clinic.save("draft.jpg", photo(120, 100))
    shown = "\n\n![A knee in snow](images/draft.jpg)\n\n## At home"
    swap(
        clinic.content,
        "articles/warm-hands.md",
        {"\n\n## At home": shown, "title: ": "status: draft\ntitle: "},
    )
    swap(clinic.content, "pages/about.md", {"We are": f"{OLD}\n\nWe are"})

    def stems(site):
        return {name.removeprefix("media/").rpartition("-")[0] for name in files_of(site)}

    assert stems(clinic.built("publishconf")) == {"pack"}
    assert stems(clinic.built()) == {"pack", "draft"}


def test_feeds_have_a_plain_image_with_its_whole_address(public):
    feed = public.text("feeds/all.atom.xml")
    (image,) = re.findall(r"&lt;img .*?&gt;", feed)

    assert re.search(r'src="https://clinic\.test/a/media/knee-photo-1440\.[0-9a-f]{8}\.jpg"', image)
    assert "picture&gt;" not in feed
    assert "srcset" not in feed


def test_links_to_a_picture_lead_to_what_left_and_those_to_a_leaflet_to_itself(public):
    page = "pages/about/index.html"
    large, printed = [link.attributes["href"] for link in public.tree(page).css("main .text p a")][-2:]

    assert re.fullmatch(r"media/knee-photo-1440\.[0-9a-f]{8}\.jpg", public.target(page, large)[0])
    assert public.target(page, large)[0] in public.files
    assert public.target(page, printed)[0] == "images/leaflet.pdf"
    assert (public.folder / "images/leaflet.pdf").read_bytes() == b"%PDF-1.7 a leaflet"
    assert [name for name in public.files if name.startswith("images/")] == ["images/leaflet.pdf"]


def test_a_drawing_leaves_as_it_is_with_its_room(site):
    (name,) = files_of(site, "knee.")
    (image,) = site.tree("pages/about/index.html").css('img[src$=".svg"]')

    assert (site.folder / name).read_bytes() == DRAWING
    assert dict(image.attributes) == {
        "src": f"../../{name}",
        "width": "120",
        "height": "80",
        "loading": "lazy",
        "decoding": "async",
        "alt": "A bent knee",
        "class": "wide",
    }
    assert image.parent.tag == "p"


@pytest.mark.parametrize(
    ("page", "number"), [("procedures/heat", 8), ("compare/warm-or-cold", 1), ("pages/about", 1)]
)
def test_every_kind_of_page_shows_pictures(site, page, number):
    page = f"{page}/index.html"
    shown = site.tree(page).css("main picture > img")

    assert len(shown) == number
    assert {site.target(page, image.attributes["src"])[0] for image in shown} <= site.files


def test_builds_with_and_without_a_cache_give_the_same_bytes(knee):
    first = knee.built()
    kept = {name: (first.folder / name).read_bytes() for name in files_of(first)}
    with_cache = knee.built()
    assert {name: (with_cache.folder / name).read_bytes() for name in files_of(with_cache)} == kept
    knee.cache.rename(knee.folder / "elsewhere")
    without = knee.built()

    assert {name: (without.folder / name).read_bytes() for name in files_of(without)} == kept


def test_a_second_build_encodes_nothing(knee):
    """Entries of the cache that hold something else, and say so rightly, are what the build then writes."""
    first = knee.built()
    for path in knee.cache.iterdir():
        data = f"not {path.name}".encode()
        path.write_bytes(hashlib.sha256(path.name.encode() + data).digest() + data)
    shutil.rmtree(first.folder)  # or nothing would be built: nothing else has changed
    site = knee.built()

    assert len(files_of(site)) == 9
    assert all((site.folder / name).read_bytes().startswith(b"not ") for name in files_of(site))


def test_a_damaged_cache_does_no_harm(knee):
    site = knee.built()
    good = {name: (site.folder / name).read_bytes() for name in files_of(site)}
    for number, path in enumerate(sorted(knee.cache.iterdir())):
        data = path.read_bytes()
        path.write_bytes((data[:-1], b"", data[:-1] + b"?", b"?" + data[1:])[number % 4])
    site = knee.built()

    assert {name: (site.folder / name).read_bytes() for name in files_of(site)} == good


def test_a_cache_that_cannot_be_written_does_no_harm(knee):
    (knee.folder / ".cache").write_text("not a folder", encoding="utf-8")

    assert len(files_of(knee.built())) == 9


def test_a_picture_that_cannot_be_shown_stops_a_publish_and_leaves_its_page_out_of_a_preview(knee):
    knee.save("Knee Photo.jpg", photo()[:-500])
    told = (
        'content/articles/warm-hands.md:14:31: "{static}/images/Knee%20Photo.jpg" is cut off or damaged\n'
        "    expected the whole picture, copied or saved once more\n"
    )
    public, _ = knee.build("publishconf", "public")
    preview, site = knee.build()

    assert public.stderr == f"{told}1 problem in 1 file; the site was not published\n"
    assert preview.stderr == f"{told}1 problem in 1 file; the preview was built without 1 file\n"
    assert not (knee.folder / "public").exists()
    assert PAGE not in site.files
    assert files_of(site) == []
