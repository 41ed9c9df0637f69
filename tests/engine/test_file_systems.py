"""Outputs on other file systems than the project, on full ones, and where a rename cannot do it."""

import shutil

import pytest

STANDING = "holds the last complete site.\n"


def test_an_output_on_another_file_system_is_replaced_there(built_on_disk, disk):
    built_on_disk.article("one", "A text that changed.")

    assert built_on_disk.build().returncode == 0

    assert built_on_disk.output.is_symlink()
    assert b"A text that changed." in (disk / "web/one.html").read_bytes()
    assert {path.name for path in disk.iterdir()} == {"web", ".web.lock"}
    assert built_on_disk.beside() == set()


@pytest.fixture
def built_on_disk(site, disk):  # noqa: ARG001 (where the site is built)
    """Give a site that has been built once, on another file system than its project."""
    done = site.build()
    assert done.returncode == 0, done.stderr
    return site


MOUNTS = {
    "a file system": ("output", ["-t", "tmpfs", "tmpfs"]),
    "a folder of the same one": ("out put", ["--bind", "content"]),
}


@pytest.mark.parametrize(("name", "options"), MOUNTS.values(), ids=MOUNTS)
def test_a_mounted_output_is_refused_with_what_to_do_instead(site, mounted, monkeypatch, name, options):
    monkeypatch.chdir(site.folder)
    mounted(site.folder / name, *options)
    before = site.pages(name)

    site.plugin('def act(sender): raise SystemExit("rendered")', "get_generators")
    done = site.build(output=name)

    assert done.returncode == 1
    assert done.stderr == (
        f"{name} is a mounted disk or volume, which a new site cannot replace in one step; "
        f"choose a folder in it as output, such as {name}/site. No site was written.\n"
    )
    assert site.pages(name) == before


def test_a_folder_in_a_mounted_one_can_be_the_output(site, mounted):
    mounted(site.folder / "output", "-t", "tmpfs", "tmpfs")

    assert site.build(output="output/site").returncode == 0
    assert site.build(output="output/site").returncode == 0

    assert "index.html" in site.pages("output/site")


def test_what_is_mounted_in_the_output_is_not_lost_with_it(built, mounted):
    mounted(built.folder / "output/films", "-t", "tmpfs", "tmpfs")
    built.write("output/films/one", "of somebody's")

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == (
        "output holds a mounted disk or volume, output/films, and a build replaces the whole folder; "
        f"mount it elsewhere, or choose another folder as output. output {STANDING}"
    )
    assert built.pages()["films/one"] == b"of somebody's"


def test_an_output_from_a_containers_image_is_left_with_a_word_on_what_helps(built, mounted):
    """There a folder of a layer below cannot be renamed (EXDEV), though it is no mount."""
    layers = {name: built.folder.parent / name for name in ("upper", "work", "merged")}
    for folder in layers.values():
        folder.mkdir()
    options = f"lowerdir={built.folder},upperdir={layers['upper']},workdir={layers['work']}"
    mounted(layers["merged"], "-t", "overlay", "-o", options, "overlay")
    before = built.pages()
    built.folder = layers["merged"]
    built.article("one", "A text that changed.")

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == (
        "output cannot be replaced in one step here (Invalid cross-device link); "
        "remove it and .output.* beside it and build again, or choose another folder as output. "
        f"output {STANDING}"
    )
    assert built.pages() == before
    assert built.beside() == {".output.lock"}
    shutil.rmtree(built.output)
    assert built.build().returncode == 0


def test_a_file_system_that_may_only_be_read_is_told_in_words(built_on_disk, disk, mounted):
    before = built_on_disk.pages()
    mounted(disk, "-o", "remount,bind,ro")

    done = built_on_disk.build()

    assert done.returncode == 1
    assert done.stderr.startswith(f"A build must be able to write in {disk} and is not allowed to; ")
    assert built_on_disk.pages() == before


PAGE = 4096
ENOUGH = 64 * PAGE


def _fill(disk, rest):
    """Leave so many bytes free."""
    (disk / "ballast").unlink(missing_ok=True)
    with (disk / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE))
        except OSError:
            file.truncate(file.tell() - rest)


def _builds_on_a_full_disk(site, disk, rest):
    """Build with so much space; answer whether it went well, and if not, check what that leaves."""
    before = site.pages()
    _fill(disk, rest)
    done = site.build()
    if done.returncode == 0:
        return True
    assert done.returncode == 1
    assert "No space left on" in " ".join(f"{done.stderr} {done.stdout}".split())
    assert done.stderr.endswith(STANDING)
    assert "Traceback" not in done.stderr + done.stdout
    assert site.pages() == before
    assert {path.name for path in disk.iterdir()} == {"web", ".web.lock", "ballast"}
    return False


@pytest.mark.parametrize("pages", [0, 1, 4, 9])
def test_a_full_disk_leaves_the_last_site(built_on_disk, disk, pages):
    built_on_disk.article("one", "A text that changed.")

    assert not _builds_on_a_full_disk(built_on_disk, disk, pages * PAGE)

    assert _builds_on_a_full_disk(built_on_disk, disk, ENOUGH)
    assert b"A text that changed." in built_on_disk.pages()["one.html"]


@pytest.mark.long
def test_a_disk_that_is_full_at_any_moment_leaves_the_last_site(built_on_disk, disk):
    built_on_disk.article("one", "A text that changed.")

    went_well = [_builds_on_a_full_disk(built_on_disk, disk, pages * PAGE) for pages in range(64)]

    assert went_well == sorted(went_well)
    assert 4 < went_well.count(False) < 64
