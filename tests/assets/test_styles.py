"""Style sheets on their way out."""

import pytest

from plugins.assets import join_style_sheets


@pytest.fixture
def output(tmp_path):
    css = tmp_path / "theme" / "css"
    (css / "components").mkdir(parents=True)
    (css / "main.css").write_text(
        "@layer base, components;\n"
        '@import "foundation/base.css" layer(base);\n'
        '@import "components/table.css" layer(components);\n'
    )
    (css / "foundation").mkdir()
    (css / "foundation" / "base.css").write_text("/* why */\np { color: light-dark(#000, #fff); }\n")
    (css / "table.css").write_text('@import "components/table.css" layer(components);\n')
    (css / "components" / "table.css").write_text("td { text-align: end; }\n")
    return tmp_path


def test_all_parts_stand_in_one_file_in_the_order_of_their_layers(output):
    join_style_sheets(output)

    joined = (output / "theme/css/main.css").read_text()
    assert joined.index("p{color:") < joined.index("td{text-align:end}")
    assert "@layer base" in joined
    assert "why" not in joined
    assert "@import" not in joined


def test_the_parts_are_gone_and_other_files_stay(output):
    (output / "theme/css/components/drawing.svg").write_text("<svg/>")

    join_style_sheets(output)

    left = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    assert left == ["theme/css/components/drawing.svg", "theme/css/main.css", "theme/css/table.css"]


def test_each_sheet_has_its_own_parts(output):
    join_style_sheets(output)

    assert "td{text-align:end}" in (output / "theme/css/table.css").read_text()
    assert "p{color:" not in (output / "theme/css/table.css").read_text()


def test_a_missing_part_is_an_error(output):
    (output / "theme/css/foundation/base.css").unlink()

    with pytest.raises((OSError, ValueError), match=r"base\.css|No such file"):
        join_style_sheets(output)


def test_a_theme_without_that_file_is_left_alone(tmp_path):
    (tmp_path / "style.css").write_text("p { color: red }")

    join_style_sheets(tmp_path)

    assert (tmp_path / "style.css").read_text() == "p { color: red }"
