from dataclasses import replace
from pathlib import Path

from plugins.desk.links import Site, within
from plugins.editorial.house import Link
from tests.procedures.samples import PLACE, house


def test_what_leads_to_a_page_that_is_withheld_is_left_out_wherever_it_stands():
    there, gone = (Link(label, f"/{label}/#top", PLACE) for label in ("there", "gone"))
    site = Site(Path("content"), "content", {"there/"}, frozenset(), frozenset())
    both = (there, gone)

    left = within(
        site,
        replace(
            house(),
            navigation=both,
            footer=both,
            questions=both,
            policies={"updates": gone, "funding": there},
        ),
    )

    assert left.questions == (there,)
    assert (left.navigation, left.footer, left.policies) == ((there,), (there,), {"funding": there})
