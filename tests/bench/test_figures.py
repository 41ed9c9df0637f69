"""Runs become medians, ratios within rounds, and verdicts."""

import pytest

from bench.bars import bars, told
from bench.process import Cost
from bench.rounds import CASES, CLEAN, NOTHING, Run
from bench.summary import Summary
from bench.tables import figures

BUILDERS = ("ours", "stock Pelican", "Hugo")


def summary(walls, articles=1_000, memory=200_000_000):
    """Return a summary of rounds in each of which all cases took the same: wall times by builder."""
    runs = [
        Run(number, case, builder, Cost(wall, wall / 2, memory, 0))
        for number, round_ in enumerate(walls, start=1)
        for case in CASES
        for builder, wall in zip(BUILDERS, round_, strict=True)
    ]
    return Summary(articles, 100, len(walls), tuple(runs))


def test_a_ratio_is_the_median_of_the_ratios_within_rounds():
    found = summary([(1, 2, 4), (10, 10, 10), (3, 30, 4)])  # the machine was slow in the second round

    assert found.median(CLEAN, "ours", "wall") == 3
    assert found.ratio(CLEAN, "ours", "stock Pelican", "wall") == 0.5
    assert found.ratio(NOTHING, "ours", "Hugo", "cpu") == 0.75


def test_a_table_has_a_row_for_each_case_and_ratios_of_ours():
    wall, cpu, memory = figures(summary([(1, 4, 2)])).split("\n\n")

    assert (
        wall.splitlines()[0]
        == "| wall, s | ours | stock Pelican | Hugo | ours / stock Pelican | ours / Hugo |"
    )
    assert [line.split(" | ")[0] for line in wall.splitlines()[2:]] == [f"| {case}" for case in CASES]
    assert wall.splitlines()[2] == "| clean build | 1.00 | 4.00 | 2.00 | 0.25 | 0.50 |"
    assert "| clean build | 0.50 | 2.00 | 1.00 |" in cpu
    assert "| clean build | 200 | 200 | 200 |" in memory


@pytest.mark.parametrize(("ours", "verdict"), [(1.0, "met"), (1.01, "**not met**")])
def test_a_bar_may_be_touched_but_not_passed(ours, verdict):
    lines = told(bars(summary([(ours, 4, 10)]))).splitlines()

    assert lines[2].startswith("| clean build, ours / stock Pelican | ≤ 0.25 | 0.25 | ")
    assert lines[2].endswith(f" | {verdict} |")
    assert "| peak memory | ≤ 250 MB | 200 MB | met |" in lines


def test_the_cost_of_an_article_is_held_against_the_smaller_size():
    smaller, larger = summary([(1, 4, 2)]), summary([(12, 90, 20)], articles=10_000)

    (growth,) = (bar for bar in bars(larger, smaller) if "each article" in bar.name)

    assert (growth.found, growth.met) == (pytest.approx(1.2), False)
    assert not [bar for bar in bars(larger) if "each article" in bar.name]


def test_a_size_without_bars_has_no_table_of_them():
    assert told(bars(summary([(1, 4, 2)], articles=100))) == ""
