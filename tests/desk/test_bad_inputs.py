"""Wrong inputs through the front door: `python -m plugins.desk check content`, its whole answer compared.

The cases are data, see spoiling.py.
"""

import pytest

from tests.desk.spoiling import copy_base, read_cases, spoil

CASES = read_cases()
# What the check says of reviews where nothing is in the way.
UNREVIEWED = "reviews: of {0} medical pages: {0} not yet reviewed by a clinician (make due lists them)\n"


def test_the_clinic_that_is_spoiled_is_right(tmp_path, check):
    copy_base(tmp_path)

    done = check(tmp_path)

    assert done.stderr == "nothing stands in the way of a build\n"
    assert done.stdout == UNREVIEWED.format(5)
    assert done.returncode == 0


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['name']}" for case in CASES])
def test_a_wrong_input_is_told_in_full(case, tmp_path, check_here):
    spoil(copy_base(tmp_path), case)

    done = check_here(tmp_path)

    assert done.stderr == case["report"]
    status = int(case.get("status", 1))
    assert done.stdout == ("" if status else UNREVIEWED.format(case.get("pages", 5)))
    assert done.returncode == status

    again = check_here(tmp_path)  # from what the first check has kept

    assert (again.stderr, again.stdout, again.returncode) == (done.stderr, done.stdout, done.returncode)
