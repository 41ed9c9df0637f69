"""How soon the tools of comparisons answer, at 1,000 treatments with 30 facts each, on a slow device.

Each interaction is made several times in Chromium with a throttled processor; what counts is the time from
the event until its handlers, and the promises that they leave, are done and the next frame is painted, the
wait for that frame included (as "Interaction to Next Paint" counts; the part of the compositor, which is not
throttled, is left out).  Rows that come over later frames are told beside: the longest task from the event
on, and when the last of them stood in the page.  The results go into bench/RESULTS.md.

python bench/interactions.py --procedures 1000 --fields 30
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from bench.corpus import corpus  # noqa: E402
from bench.results import write_section  # noqa: E402
from tests.browser.conftest import OPTIONS, find_browser, wait_until  # noqa: E402
from tests.browser.serving import FOLDER, serving  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Times = dict[str, list[tuple[float, float, float]]]

THROTTLE = 4
ROUNDS = 7
BAR = 50  # milliseconds
ARTICLES = 10
AFTER = 1500  # milliseconds in which a task still belongs to the interaction before
# Runs `act` on what a selector finds; returns milliseconds until the next frame is painted, of the longest
# task from the event on (0: none of 50 or more, which browsers do not report), and until the last change.
TIMED = """async ([selector, act, value, after]) => {
    const tasks = [0];
    const watch = new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration)));
    watch.observe({type: "longtask"});
    const node = document.querySelector(selector);
    let last = 0;
    const changes = new MutationObserver(() => (last = performance.now() - begin));
    changes.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
    const begin = performance.now();
    if (act === "click") node.click();
    else {
        node.value = value;
        node.dispatchEvent(new Event(act, {bubbles: true}));
    }
    await new Promise(done => requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    }));
    const took = performance.now() - begin;
    await new Promise(done => setTimeout(done, after));
    watch.disconnect();
    changes.disconnect();
    return [took, Math.max(...tasks), last];
}"""
READY = "() => document.querySelector('[data-pick=list] input') && document.querySelector('.sort')"
CHOICES = "[data-pick=list] input"


def interactions(number: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield what a reader does in round `number`: a name, a selector, an event and a value."""
    odd = number % 2
    yield "type into the search for treatments", "[data-pick=find]", "input", ("ne", "nerve")[odd]
    yield "pick a treatment", f"{CHOICES}:not(:checked)", "click", ""
    yield "pick another", f"{CHOICES}:not(:checked)", "click", ""
    yield "show only rows that differ", "[data-tool=differing]", "click", ""
    yield "hide a row", ".picked [data-tool=rows] input", "click", ""
    yield "clear the picks", "[data-pick=clear]", "click", ""
    yield "sort the full table", "[data-full-table] .sort", "click", ""
    yield "filter the full table", "[data-tool=filters] select", "change", "*"
    yield (
        "hide a fact of the full table",
        ".tools:has(+ [data-full-table]) [data-tool=rows] input",
        "click",
        "",
    )
    yield "clear the filters", "[data-tool=clear]", "click", ""


def measured(page: Page) -> Times:
    """Return for each interaction what TIMED tells, round by round."""
    times: Times = {}
    for number in range(ROUNDS):
        for name, selector, act, value in interactions(number):
            if page.locator(selector).count() == 0:
                raise LookupError(f"{name}: nothing to work with at {selector}")
            wanted = _choice(page, selector, number) if value == "*" else value
            times.setdefault(name, []).append(tuple(page.evaluate(TIMED, [selector, act, wanted, AFTER])))
    return times


def _choice(page: Page, selector: str, number: int) -> Any:
    """Return a value of a list of choices, another one in each round."""
    values = page.locator(f"{selector} option").evaluate_all("found => found.map(one => one.value)")
    return values[1 + number % (len(values) - 1)]


def built(folder: Path, procedures: int, fields: int) -> Path:
    """Return the output of a clinic of this size."""
    corpus(folder / "content", ARTICLES, procedures, fields)
    command = [sys.executable, "-m", "pelican", str(folder / "content"), "-s", "pelicanconf.py"]
    subprocess.run([*command, "-o", str(folder / "output")], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder / "output"


def in_browser(output: Path, work: Callable[[Page], Times]) -> Times:
    """Do `work` on the page of all treatments, in a browser as slow as a cheap phone."""
    with serving(output) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=OPTIONS)
        page = browser.new_page()
        page.goto(f"{address}{FOLDER}compare/")
        wait_until(page, READY)
        protocol = page.context.new_cdp_session(page)
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        times = work(page)
        browser.close()
    return times


def table(times: Times) -> str:
    """Return the results as Markdown."""
    lines = [
        "| interaction | median, ms | longest, ms | longest task, median, ms | all in place, median, ms |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, found in times.items():
        took, tasks, last = zip(*found, strict=True)
        longest = f"{median(tasks):.0f}" if median(tasks) else "under 50"
        lines.append(f"| {name} | {median(took):.0f} | {max(took):.0f} | {longest} | {median(last):.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--procedures", type=int, default=1000)
    parser.add_argument("--fields", type=int, default=30)
    parser.add_argument("--output", type=Path, help="a site that is already built")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = given.output or built(Path(folder), given.procedures, given.fields)
        times = in_browser(output, measured)
    words = (
        f"{given.procedures:,} treatments with {given.fields} facts each, {ROUNDS} rounds, "
        f"Chromium at 1/{THROTTLE} of the speed of {os.cpu_count()} cores ({platform.machine()}). "
        f"The bar is {BAR} ms."
    )
    print(table(times))
    write_section(ROOT / "bench/RESULTS.md", "Interactions", f"{words}\n\n{table(times)}")
