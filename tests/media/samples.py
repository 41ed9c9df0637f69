"""Pictures as cameras and programs save them."""

import io

from PIL import Image

MAKER, WORDS, PLACE = b"Sample Camera 7", b"Taken at home, words to nobody", b"Sample Lane 51"
ORIENTATION, GPS = 0x0112, 0x8825


def saved(image, kind="JPEG", **options):
    """Return a picture as the bytes of its file."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(data):
    """Return the picture in the bytes of a file, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def exif(turn=1):
    """Return what a camera notes: how it was held, its maker, and where it was."""
    notes = Image.Exif()
    notes[ORIENTATION] = turn
    notes[0x010F] = MAKER.decode()
    notes.get_ifd(GPS).update({1: "N", 2: (51.0, 30.0, 51.4321), 0x12: PLACE.decode()})
    return notes


def corners(width=300, height=200):
    """Return a picture with a red, a green, a blue and a white quarter, from the upper left as one reads."""
    image = Image.new("RGB", (width, height), "white")
    for corner, colour in {(0, 0): "#f00", (1, 0): "#0f0", (0, 1): "#00f"}.items():
        image.paste(
            colour, (corner[0] * width // 2, corner[1] * height // 2, *quarter_end(corner, width, height))
        )
    return image


def quarter_end(corner, width, height):
    return (corner[0] + 1) * width // 2, (corner[1] + 1) * height // 2


def photo(width=2000, height=1500, turn=1):
    """Return the JPEG file of a photo with all that a camera tells."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + WORDS + b"</x:xmpmeta>"
    return saved(corners(width, height), exif=exif(turn), comment=WORDS, xmp=xmp)
