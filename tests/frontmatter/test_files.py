"""Files of any kind, and paths that try to leave their folder."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter.files import MAX_BYTES, position, read_text, safe_join
from plugins.frontmatter.problems import Place


@pytest.fixture
def file(tmp_path):
    """Give a function that writes bytes to a file and returns its path."""

    def written(data):
        path = tmp_path / "a.md"
        path.write_bytes(data)
        return path

    return written


@pytest.mark.parametrize("data", [b"a\r\nb\rc\n", b"\xef\xbb\xbfa\nb\nc\n", b"a\nb\nc\n"])
def test_lines_end_in_one_way_and_a_byte_order_mark_goes(file, data):
    assert read_text(file(data), "a.md") == "a\nb\nc\n"


BAD_BYTES = {
    "a byte of another encoding": (b"Caf\xe9", "a.md:1:4: byte 0xE9 is not UTF-8 text"),
    "behind a byte order mark": (b"\xef\xbb\xbfab\xffc", "a.md:1:3: byte 0xFF is not UTF-8 text"),
    "behind lines of an old Mac": (b"a\rb\r\xc3\xa9\xe9", "a.md:3:2: byte 0xE9 is not UTF-8 text"),
    "half a character": ("a\né".encode()[:-1], "a.md:2:1: byte 0xC3 is not UTF-8 text"),
    "UTF-16": ("---".encode("utf-16"), "a.md:1:1: byte 0xFF is not UTF-8 text"),
}


@pytest.mark.parametrize(("data", "message"), BAD_BYTES.values(), ids=BAD_BYTES)
def test_text_in_another_encoding_is_refused_at_its_first_byte(file, refusal, data, message):
    expected = "\n    expected a file saved as UTF-8 (in the editor: Save with encoding)"

    assert refusal(read_text, file(data), "a.md") == message + expected


@pytest.mark.parametrize("code", [0, 0x0B, 0x1B, 0x7F, 0x85, 0x2028, 0xE000, 0xFFFF])
def test_a_control_character_is_refused_where_it_stands(file, refusal, code):
    data = f"a\nbé{chr(code)}".encode()

    assert refusal(read_text, file(data), "a.md") == (
        f"a.md:2:3: control character U+{code:04X}\n    expected text without it; delete it"
    )


def test_the_longest_file_is_read_and_a_longer_one_is_not(file, refusal):
    assert len(read_text(file(b"a" * MAX_BYTES), "a.md")) == MAX_BYTES

    assert refusal(read_text, file(b"a" * (MAX_BYTES + 1)), "a.md") == (
        "a.md: the file has more than 1,000,000 bytes\n    expected a shorter text; split it"
    )


def test_a_missing_file_is_called_so(tmp_path, refusal):
    assert refusal(read_text, tmp_path / "a.md", "a.md") == (
        "a.md: the file is missing\n    expected a text file of this name"
    )


def test_a_folder_cannot_be_read(tmp_path, refusal):
    assert refusal(read_text, tmp_path, "a.md") == (
        "a.md: cannot be read: Is a directory\n    expected a file that you may read"
    )


def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path, refusal):
    os.mkfifo(tmp_path / "a.md")

    assert refusal(read_text, tmp_path / "a.md", "a.md") == (
        "a.md: is not a regular file\n    expected a text file"
    )


def test_a_link_is_refused(tmp_path, refusal):
    (tmp_path / "b.md").write_text("secret", encoding="utf-8")
    (tmp_path / "a.md").symlink_to("b.md")

    assert refusal(read_text, tmp_path / "a.md", "a.md") == (
        "a.md: is a link\n    expected the file itself, copied here"
    )


@given(st.text(alphabet="ab\n"), st.data())
def test_a_position_leads_back_to_its_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))

    place = position(text, offset, "a.md")

    before = text.split("\n")[: place.line - 1]
    assert sum(len(line) + 1 for line in before) + place.column - 1 == offset


@pytest.fixture(scope="module")
def maze(tmp_path_factory):
    """Give a folder with links that stay inside, lead out and run in a circle."""
    folder = tmp_path_factory.mktemp("maze")
    root = folder / "root"
    (root / "inner").mkdir(parents=True)
    (folder / "root-not").mkdir()
    (root / "up").symlink_to("..")
    (root / "in").symlink_to("inner")
    (root / "etc").symlink_to("/etc")
    (root / "circle").symlink_to("circle")
    return root


PARTS = st.one_of(
    st.sampled_from(
        [
            "..",
            ".",
            "",
            "/",
            "/etc",
            "inner",
            "in",
            "up",
            "etc",
            "circle",
            "../root-not",
            "up/root-not",
            "x" * 300,
        ]
    ),
    st.text(max_size=5),
)


@given(st.lists(st.lists(PARTS, max_size=4).map("/".join), max_size=3))
def test_no_path_leads_out_of_its_root(maze, parts):
    try:
        path = safe_join(maze, *parts)
    except ValueError:
        return

    assert path.resolve().is_relative_to(maze.resolve())


@pytest.mark.parametrize("part", ["..", "../root-not", "up", "etc/passwd", "inner/../../x", "\0", "circle/a"])
def test_a_path_that_leads_out_or_nowhere_is_refused(maze, part):
    with pytest.raises(ValueError, match=r"lies outside|is no path|null byte"):
        safe_join(maze, part)


@pytest.mark.parametrize("parts", [("in", "a"), ("/inner/a",), ("x/..", "inner/./a"), ("in/../inner", "a")])
def test_a_path_inside_is_given_with_its_links_resolved(maze, parts):
    assert safe_join(maze, *parts) == maze.resolve() / "inner/a"


def test_the_root_itself_is_inside(maze):
    assert safe_join(maze, "in/..", ".") == maze.resolve()


def test_a_place_of_a_whole_file_is_its_path():
    assert str(Place("a.md")) == "a.md"
