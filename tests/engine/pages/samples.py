"""Edits of a blog, each of which other pages than its own may follow from."""


def edit_a_text(blog):
    blog.change("content/one.md", "first text", "first text, changed")


def change_an_address(blog):
    blog.change("content/one.md", "Title: One", "Title: One\nSlug: first")


def hold_back_what_others_link_to(blog):
    blog.change("content/one.md", "Slug: first", "Slug: first\nStatus: draft")


def bring_it_back(blog):
    blog.change("content/one.md", "\nStatus: draft", "")


def add_with_a_new_tag(blog):
    blog.write("content/four.md", "Title: Four\nDate: 2026-01-04\nTags: green\n\nText.\n")


def remove(blog):
    (blog.folder / "content/four.md").unlink()


def translate(blog):
    text = "Title: Zwei\nSlug: two\nLang: de\nDate: 2026-01-02\n\nText.\n"
    blog.write("content/zwei.md", text)


def change_the_translation(blog):
    blog.change("content/zwei.md", "Title: Zwei", "Title: Nummer zwei")


def change_a_file_that_is_attached(blog):
    blog.write("content/posts/files/a.txt", "another file")


def attach_it_to_another(blog):
    blog.change("content/posts/three.md", "{attach}files/a.txt", "{filename}../two.md")
    blog.change("content/two.md", "{filename}one.md", "{attach}posts/files/a.txt")


def put_a_template_before_the_themes(blog):
    blog.write("mine/article.html", "{% extends '!simple/article.html' %}{% block title %}Mine{% endblock %}")


def change_that_template(blog):
    blog.change("mine/article.html", "Mine", "{{ article.title }} of {{ dates|length }}")


def change_a_setting(blog):
    blog.settings += "DEFAULT_PAGINATION = 1\n"


def turn_on_a_feed(blog):
    blog.settings += 'FEED_ALL_RSS = "all.rss"\nSITEURL = "https://blog.example"\n'


def relative_links(blog):
    blog.settings += "RELATIVE_URLS = True\nFEED_DOMAIN = SITEURL\n"


def a_file_becomes_a_folder(blog):
    (blog.folder / "content/images/a.txt").unlink()
    blog.write("content/images/a.txt/b.txt", "inside")


def a_folder_becomes_a_file(blog):
    (blog.folder / "content/images/a.txt/b.txt").unlink()
    (blog.folder / "content/images/a.txt").rmdir()
    blog.write("content/images/a.txt", "a file again")


def other_letters(blog):
    (blog.folder / "content/images/a.txt").rename(blog.folder / "content/images/A.txt")


def link_to_a_folder_outside(blog):
    blog.write("outside/b.txt", "from outside")
    (blog.folder / "content/images/more").symlink_to(blog.folder / "outside")


def change_what_is_outside(blog):
    blog.write("outside/b.txt", "something else from outside")


def meddle_with_the_output(blog):
    (blog.folder / "output/by-hand/empty").mkdir(parents=True)
    (blog.folder / "output/by-hand.txt").write_text("put here by hand")
    (blog.folder / "output/index.html").write_text("written over")
    (blog.folder / "output/images/A.txt").unlink()


def lose_the_cache(blog):
    for path in (blog.folder / "cache").rglob("*.jsonl"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lose_the_ledgers(blog):
    for path in (blog.folder / ".output.ledgers").iterdir():
        path.write_text("{")


EDITS = {
    name.replace("_", " "): edit
    for name, edit in list(globals().items())
    if callable(edit) and not name.startswith("_")
}
