"""The generated clinic is the same each time, and edits change something in each round."""

import pytest

from bench.corpus import corpus
from bench.edits import edit_article, edit_fact, edit_template


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_numbers_give_the_same_clinic(tmp_path):
    for name in ("one", "two"):
        corpus(tmp_path / name, 25, 20)

    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert len([*(tmp_path / "one/articles").iterdir()]) == 25
    assert len([*(tmp_path / "one/procedures").iterdir()]) == 20


def test_a_clinic_of_few_procedures_leads_to_none_that_is_not_there(tmp_path):
    corpus(tmp_path / "clinic", 4, 3)
    there = {path.stem for path in (tmp_path / "clinic/procedures").iterdir()}
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "clinic").glob("*/*.md")]

    assert len(there) == 3
    linked = {link.split(".md")[0] for text in texts for link in text.split("{filename}/procedures/")[1:]}
    assert linked <= there
    assert not [text for text in texts if "\ncompare_with:" in text]


@pytest.mark.parametrize("edit", [edit_article, edit_fact])
def test_an_edit_is_another_one_in_each_round(tmp_path, edit):
    corpus(tmp_path, 25, 20)
    before = files(tmp_path)
    edited = [edit(tmp_path, number) for number in (1, 2, 3)]

    after = files(tmp_path)
    assert len(set(edited)) == 3
    assert {name for name in after if after[name] != before[name]} == {
        path.relative_to(tmp_path) for path in edited
    }


def test_a_template_is_edited_in_each_round(tmp_path):
    template = tmp_path / "article.html"
    template.write_text('<main><article class="long"></article></main>', encoding="utf-8")
    for number in (1, 2):
        edit_template(template, number)

    assert template.read_text(encoding="utf-8") == (
        '<main><article data-edition="2" class="long"></article></main>'
    )


def test_a_template_without_an_article_is_no_template_of_articles(tmp_path):
    (tmp_path / "page.html").write_text("<main></main>", encoding="utf-8")

    with pytest.raises(ValueError, match="an element <article> is expected"):
        edit_template(tmp_path / "page.html", 1)
