"""What readers gave for a file is given again for the same file, and for no other."""

import pytest
from pelican import signals
from pelican.contents import Article
from pelican.readers import HTMLReader, MarkdownReader, Readers
from pelican.settings import read_settings

from plugins.engine.pages.kept_readings import KeptReadings
from plugins.engine.store import Store

FILES = {
    "a.md": "Title: Ä & “b”\nDate: 2026-01-02 03:04\nTags: one, C++\nAuthors: A, B\nCategory: c\nOther: x\n"
    "Summary: a *word*\n\n# Head\n\n[text]({filename}a.html)\n",
    "a.html": '<html><head><title>T</title><meta name="date" content="2026-01-02" />'
    '<meta name="tags" content="one" /></head><body><p>Text</p></body></html>',
}
# Pelican takes every reader that was ever imported, those of plugins that other tests use among them.
PELICANS = {"md": MarkdownReader, "html": HTMLReader}


@pytest.fixture(autouse=True)
def _no_other_readers():
    """Keep out the readers of plugins that other tests have registered."""
    with signals.readers_init.muted():
        yield


class Reading:
    """Reads files of a folder as Pelican does in a run."""

    def __init__(self, folder, store, **settings):
        self.folder, self.read = folder, []
        told = {"PATH": str(folder), "PLUGINS": [], "READERS": PELICANS, **settings}
        self.settings = read_settings(override=told)
        self.context = {**self.settings, "generated_content": {}, "static_content": {}, "static_links": set()}
        self.readers = Readers(self.settings)
        KeptReadings(store, self.settings, "environment").attach(self.readers)
        for suffix, reader in self.readers.readers.items():
            reader.read = self._noting(suffix, reader.read)

    def _noting(self, suffix, read):
        def noted(path):
            self.read.append(suffix)
            return read(path)

        return noted

    def __call__(self, name):
        found = self.readers.read_file(str(self.folder), name, content_class=Article, context=self.context)
        return found.content, {key: (type(value), str(value)) for key, value in found.metadata.items()}


@pytest.fixture
def folder(tmp_path):
    """Give a folder with a file in each of Pelican's own formats."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_once_and_given_again_alike(folder, name):
    store = Store()
    cold, warm = Reading(folder, store), Reading(folder, store)
    assert cold(name) == warm(name)
    assert (len(cold.read), len(warm.read)) == (1, 0)


def test_another_text_is_read_anew(folder):
    store = Store()
    Reading(folder, store)("a.md")
    (folder / "a.md").write_text(FILES["a.md"].replace("Head", "Foot"), encoding="utf-8")
    assert "Foot" in Reading(folder, store)("a.md")[0]


@pytest.mark.parametrize(
    ("settings", "reads"),
    [
        ({"MARKDOWN": {"extension_configs": {"pymdownx.snippets": {}}}}, 1),  # reads other files
        ({"MARKDOWN": {"extension_configs": {"pymdownx.snippets": {}}}, "READ_CACHE": True}, 0),
        ({"READ_CACHE": False}, 1),
    ],
)
def test_extensions_that_may_read_other_files_are_asked_each_time(folder, settings, reads):
    store = Store()
    Reading(folder, store, **settings)("a.md")
    again = Reading(folder, store, **settings)
    again("a.md")
    assert len(again.read) == reads


def test_what_json_cannot_tell_is_not_kept(folder):
    store = Store()
    for _ in range(2):
        reading = Reading(folder, store, FORMATTED_FIELDS=[])
        reader = reading.readers.readers["md"]
        read = reader.read
        reader.read = lambda path, read=read: (read(path)[0], {**read(path)[1], "what": object()})
        reading("a.md")
        assert reading.read


def test_a_file_that_is_saved_while_it_is_read_is_not_kept(folder):
    """Its text would be kept under the name of another."""
    store = Store()
    first = Reading(folder, store)
    reader = first.readers.readers["md"]
    read = reader.read

    def saved_meanwhile(path):
        found = read(path)
        (folder / "a.md").write_text(FILES["a.md"].replace("Head", "Foot"), encoding="utf-8")
        return found

    reader.read = saved_meanwhile
    assert "Head" in first("a.md")[0]
    assert "Foot" in Reading(folder, store)("a.md")[0]
