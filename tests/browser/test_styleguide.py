"""Every component in every state, as the style guide shows it: axe finds nothing, in both schemes."""

import pytest

from plugins.styleguide import components
from tests.browser.conftest import DESK, PHONE
from tests.browser.serving import FOLDER
from tests.browser.test_accessibility import violations
from tests.conftest import ROOT

PAGES = ["", *(f"{one.name.replace('_', '-')}/" for one in components(ROOT / "theme/styleguide"))]


@pytest.mark.parametrize(("scheme", "window"), [("light", DESK), ("dark", PHONE)], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_in_a_component(tab, address, page, scheme, window):
    shown = tab(f"{address}{FOLDER}styleguide/{page}", viewport=window, color_scheme=scheme)

    # States of one landmark stand on one page with the same name: that is the guide's doing.
    found = [rule for rule in violations(shown) if rule[0] != "landmark-unique"]

    assert found == []
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
