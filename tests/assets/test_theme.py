"""The files of a theme leave bundled, small, and named by their content."""

import re

import pytest

from plugins.assets import hashed, theme_assets


@pytest.fixture
def static(tmp_path):
    """Give the static folder of a small theme, and a function that writes a file there."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    write("css/page.css", '@import "parts/a.css" layer(a);\nb { color: red }\n')
    write("css/parts/a.css", "@font-face { font-family: F; src: url(../fonts/f.woff2) }\n")
    write("fonts/f.woff2", "font")
    write("js/one.js", 'import { two } from "./two.js";\ntwo();\n')
    write("js/two.js", "export const two = () => 2;\n")
    return tmp_path, write


def test_a_name_changes_with_the_content_alone():
    assert re.fullmatch(r"css/page\.[0-9a-f]{8}\.css", hashed("css/page.css", b"a"))
    assert hashed("css/page.css", b"a") != hashed("css/page.css", b"b")


def test_a_sheet_leaves_with_all_that_it_imports(static):
    assets = theme_assets(static[0])
    sheet = assets["css/page.css"].content.decode()

    assert sheet.startswith("@layer a{")
    assert "b{color:red}" in sheet
    assert "css/parts/a.css" not in assets


def test_references_name_files_as_they_leave(static):
    assets = theme_assets(static[0])
    font = assets["fonts/f.woff2"].name.removeprefix("theme/")

    assert f"url(../{font})" in assets["css/page.css"].content.decode()
    two = assets["js/two.js"].name.removeprefix("theme/js/")
    assert f'from "./{two}"' in assets["js/one.js"].content.decode()


def test_without_hashes_files_keep_their_names(static):
    assets = theme_assets(static[0], hashes=False)

    assert all(asset.name == f"theme/{name}" for name, asset in assets.items())
    assert "url(../fonts/f.woff2)" in assets["css/page.css"].content.decode()
    assert 'from "./two.js"' in assets["js/one.js"].content.decode()


def test_who_refers_to_a_changed_file_gets_a_new_name_too(static):
    folder, write = static
    before = theme_assets(folder)
    write("js/two.js", "export const two = () => 3;\n")
    after = theme_assets(folder)

    changed = {name for name in before if before[name].name != after[name].name}
    assert changed == {"js/two.js", "js/one.js"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("js/one.js", 'import { two } from "./three.js";\n'),
        ("css/page.css", "b { background: url(x.svg) }\n"),
    ],
)
def test_a_reference_to_what_is_not_there_is_told(static, name, text):
    folder, write = static
    write(name, text)

    with pytest.raises(ValueError, match=rf"{name} refers to .*, which is not in the theme"):
        theme_assets(folder)


def test_a_sheet_that_is_no_css_is_told(static):
    folder, write = static
    write("css/page.css", "b { color: red")
    write("css/other.css", "} nonsense {{{\n")

    with pytest.raises(ValueError, match=r"."):
        theme_assets(folder)
