"""What stands on printed pages: the words in a PDF as Chromium writes it (PDF 1.4: each object in the open).

Each font has a table from its codes to characters (ToUnicode); a page draws one code after the other.
"""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
CODES = re.compile(r"<(\w+)> <(\w+)>(?: <(\w+)>)?$", re.MULTILINE)
DRAWN = re.compile(r"/(\w+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\b(ET)\b")


def words_on_pages(pdf):
    """Return the words of each page on one line, in the order in which they are drawn."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b", body)]
    return [_words(page, objects) for page in pages]


def _words(page, objects):
    fonts = {
        name.decode(): _characters(objects[int(number)], objects)
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", page)
    }
    pieces, font = [], {}
    for name, codes, end in DRAWN.findall(_stream(_referred("Contents", page, objects))):
        font = fonts[name] if name else font
        pieces.append(" " if end else _decoded(codes, font))
    return " ".join("".join(pieces).split())


def _decoded(codes, font):
    width = len(next(iter(font), "00"))
    return "".join(font[codes[at : at + width]] for at in range(0, len(codes), width))


def _characters(font, objects):
    """Return the characters of a font by their codes; a range of codes stands for one of characters."""
    found = {}
    for first, second, start in CODES.findall(_stream(_referred("ToUnicode", font, objects))):
        if start:
            for step in range(int(second, 16) - int(first, 16) + 1):
                found[f"{int(first, 16) + step:0{len(first)}X}"] = chr(int(start, 16) + step)
        elif len(second) % 4 == 0:  # the range of all codes that a font may have has no characters
            found[first] = bytes.fromhex(second).decode("utf-16-be")
    return found


def _referred(name, body, objects):
    return objects[int(re.search(rf"/{name} (\d+) 0 R".encode(), body)[1])]


def _stream(body):
    data = STREAM.search(body)[1]
    return (zlib.decompress(data) if b"FlateDecode" in body else data).decode("latin-1")
