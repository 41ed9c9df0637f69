"""What has changed since a review, in a browser."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.serving import FOLDER, serving
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import BEYOND, WIDTHS
from tests.desk.signing import Clinic


@pytest.fixture(scope="module")
def changed(tmp_path_factory, runner):
    """Give the address of a page in a small clinic that was signed and then changed."""
    clinic = Clinic(tmp_path_factory.mktemp("changed"), runner)
    clinic.sign_all()
    clinic.edit("procedures/heat.md", "20 to 30 minutes", "20 to 40 minutes")
    clinic.edit("procedures/heat.md", "  price: 5 to 10 USD [@trial]\n", "")
    clinic.edit("procedures/heat.md", "Warmth helps", "Warmth eases")
    done = clinic.build("pelicanconf")
    assert done.returncode == 0, done.stderr
    with serving(clinic.folder / "output") as address:
        yield f"{address}{FOLDER}procedures/heat/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("page", ["", "changes/"], ids=["procedure", "changes"])
def test_axe_finds_no_violation(tab, changed, page, window, scheme):
    opened = tab(f"{changed}{page}", viewport=window, color_scheme=scheme)

    assert opened.evaluate(WIDTHS) == [window["width"]] * 2
    assert opened.evaluate(BEYOND) == []
    assert violations(opened) == []


def test_the_changed_page_leads_to_what_changed_and_that_leads_back(tab, changed):
    page = tab(changed)
    page.get_by_role("link", name="What changed").click()
    page.wait_for_url("**/changes/")
    marks = page.locator("del, ins").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark).textDecorationLine)"
    )
    page.get_by_role("main").get_by_role("link", name="Heat", exact=True).last.click()
    page.wait_for_url("**/procedures/heat/")

    assert set(marks) == {"line-through", "underline"}
