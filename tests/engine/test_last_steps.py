"""Steps that change the finished site before it takes its place."""

STEPS = """
def add(folder):
    (folder / "copy.html").write_text((folder / "index.html").read_text())

def fail(folder):
    raise OSError("no room left")
"""


def test_a_step_sees_the_finished_pages_and_may_add_to_them(site):
    site.write("steps.py", STEPS)
    site.setting("import sys; sys.path.insert(0, '.')\nimport steps\nLAST_STEPS = [steps.add]")

    assert site.build().returncode == 0
    assert (site.output / "copy.html").read_text() == (site.output / "index.html").read_text()


def test_a_step_that_fails_leaves_the_last_site(site):
    site.write("steps.py", STEPS)
    site.build()
    before = site.pages()
    site.article("c", "A third article.")
    site.setting("import sys; sys.path.insert(0, '.')\nimport steps\nLAST_STEPS = [steps.fail]")

    failed = site.build()

    assert failed.returncode == 1
    assert "no room left" in failed.stderr
    assert site.pages() == before
