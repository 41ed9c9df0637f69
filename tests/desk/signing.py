"""The small clinic with a clinician who signs, and the commands that are used for it."""

from tests.conftest import ROOT
from tests.desk.spoiling import copy_base

TODAY = "1790000000"  # 21 September 2026
NEXT_YEAR = "1830000000"  # 28 December 2027
PAGES = (
    "articles/cold-days",
    "articles/warm-hands",
    "comparisons/warm-or-cold",
    "procedures/cold",
    "procedures/heat",
)


class Clinic:
    """A folder with content, on a given day."""

    def __init__(self, folder, runner, now=TODAY):
        self.folder, self.content, self.runner, self.now = folder, copy_base(folder), runner, now

    def run(self, *command, **environment):
        told = {"SOURCE_DATE_EPOCH": self.now, "SITEURL": "https://clinic.test", **environment}
        return self.runner.run(*command, folder=self.folder, **told)

    def desk(self, *arguments):
        return self.run("plugins.desk", *arguments)

    def sign(self, page="procedures/heat", by="dr-lee", *more):
        return self.desk("sign", page, "--by", by, *more)

    def sign_all(self, *pages):
        for page in pages or PAGES:
            assert self.sign(page).returncode == 0

    def build(self, conf="publishconf", **environment):
        conf = str(ROOT / f"{conf}.py")
        return self.run("pelican", "content", "-s", conf, "-o", "output", **environment)

    def edit(self, path, old, new):
        file = self.content / path
        data = file.read_bytes()
        assert data.count(old.encode()) == 1
        file.write_bytes(data.replace(old.encode(), new.encode()))

    def state(self, page):
        """Answer the state of a page as `due` lists it."""
        lines = self.desk("due").stdout.splitlines()
        (line,) = [line for line in lines if page in line.split()]
        return " ".join(line.split(page)[0].split()[1:])

    def page(self, address):
        return (self.folder / "output" / address / "index.html").read_text(encoding="utf-8")
