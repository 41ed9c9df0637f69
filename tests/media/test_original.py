"""Files of all kinds, as the desk reads them."""

import pytest

from plugins.media import Document, UnfitError, read_original
from plugins.media.drawing import Drawing
from plugins.media.raster import Raster
from tests.media.samples import photo


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", photo(20, 10), Raster),
        ("a", photo(20, 10), Raster),
        ("a.SVG", b'<svg xmlns="http://www.w3.org/2000/svg"/>', Drawing),
        ("a.jpg", b"%PDF-1.4", Document),
    ],
)
def test_a_file_is_what_its_bytes_say(tmp_path, cache, name, data, kind):
    (tmp_path / name).write_bytes(data)

    assert isinstance(read_original(tmp_path / name, cache), kind)


def test_a_file_of_more_than_20_megabytes_is_refused(tmp_path, cache):
    path = tmp_path / "a.jpg"
    path.write_bytes(photo(20, 10).ljust(20_000_000, b"\0"))
    assert read_original(path, cache)

    with path.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(
        UnfitError, match="has more than 20 MB; expected a smaller file: 2,000 pixels in width"
    ):
        read_original(path, cache)


def test_a_picture_that_was_whole_once_is_not_decoded_again(tmp_path, cache, monkeypatch):
    path = tmp_path / "a.jpg"
    path.write_bytes(photo(20, 10))
    first = read_original(path, cache)
    monkeypatch.setattr(Raster, "pixels", lambda _: pytest.fail("decoded again"))

    assert read_original(path, cache) == first


def test_a_damaged_picture_is_told_each_time(tmp_path, cache):
    path = tmp_path / "a.jpg"
    path.write_bytes(photo(20, 10)[:-40])

    for _ in range(2):
        with pytest.raises(UnfitError, match="is cut off or damaged"):
            read_original(path, cache)
